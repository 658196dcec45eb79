/** A mirror did not give a file. The message says why in a few words. Another mirror may give the file. */
export class MirrorError extends Error {
  override readonly name = 'MirrorError';
}

/** An answer of a mirror: the bytes of a file from `offset` on. */
export interface Answer {
  /** The place of the first byte. It is at most the place that was asked for, and 0 if the mirror cannot send a part of a file. */
  readonly offset: number;
  /** Size of the whole file in bytes, if the mirror states it. */
  readonly total: number | undefined;
  /** Throws MirrorError when the mirror stops sending or closes the connection. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Requests a file from the byte `from` on from a mirror. Follows redirects.
 * @param silenceLimitMs milliseconds without a byte after which the mirror is given up.
 * @param signal ends the request when it is aborted.
 * @throws MirrorError when the mirror does not answer with the file; the reason of the signal when it is aborted.
 */
export async function request(
  url: string,
  from: number,
  silenceLimitMs: number,
  signal?: AbortSignal,
): Promise<Answer> {
  const silence = new AbortController();
  const timer = setTimeout(
    () => silence.abort(new MirrorError(`no bytes for ${silenceLimitMs / 1000} s`)),
    silenceLimitMs,
  );
  try {
    const given = AbortSignal.any([silence.signal, ...(signal === undefined ? [] : [signal])]);
    const response = await fetch(url, { headers: headers(from), signal: given });
    const { body } = response;
    const offset = offsetOf(response, from);
    if (body === null || offset === undefined) {
      clearTimeout(timer);
      await body?.cancel();
      if (from > 0 && (response.ok || response.status === RANGE_NOT_SATISFIABLE))
        return request(url, 0, silenceLimitMs, signal);
      throw new MirrorError(`HTTP ${response.status}`);
    }
    return { offset, total: totalOf(response), chunks: chunksOf(body, timer, signal) };
  } catch (error) {
    clearTimeout(timer);
    signal?.throwIfAborted();
    throw mirrorError(error);
  }
}

const PARTIAL_CONTENT = 206;
const RANGE_NOT_SATISFIABLE = 416;

function headers(from: number): Record<string, string> {
  // Without this header a mirror might compress the file for the transfer. A range of such bytes would not continue those that are here.
  const identity = { 'accept-encoding': 'identity' };
  return from > 0 ? { ...identity, range: `bytes=${from}-` } : identity;
}

/** The place of the body's first byte in the file. Undefined when the body cannot be used. */
function offsetOf(response: Response, from: number): number | undefined {
  if (response.status === 200) return 0;
  if (response.status !== PARTIAL_CONTENT || isEncoded(response)) return undefined;
  const start = Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]);
  return start <= from ? start : undefined;
}

function totalOf(response: Response): number | undefined {
  // If the transfer is compressed, the header states the compressed length, but fetch returns decompressed bytes.
  if (isEncoded(response)) return undefined;
  const partial = response.status === PARTIAL_CONTENT;
  const stated = partial
    ? /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1]
    : response.headers.get('content-length');
  return stated ? Number(stated) : undefined;
}

function isEncoded(response: Response): boolean {
  return !['', 'identity'].includes(response.headers.get('content-encoding') ?? '');
}

async function* chunksOf(
  body: AsyncIterable<Uint8Array>,
  timer: NodeJS.Timeout,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      timer.refresh();
      yield chunk;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw mirrorError(error);
  } finally {
    clearTimeout(timer);
  }
}

/** The error as a MirrorError. An error of fetch has its reason in its cause. */
function mirrorError(error: unknown): MirrorError {
  if (error instanceof MirrorError) return error;
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(root instanceof Error)) return new MirrorError(String(root));
  // When all addresses of a host refuse the connection, the message is empty, but there is a code.
  return new MirrorError(root.message || ('code' in root ? String(root.code) : root.name));
}
