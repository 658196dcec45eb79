/** A mirror that did not give a file; the message is a few words about why. Another may. */
export class MirrorError extends Error {
  override readonly name = 'MirrorError';
}

/** An answer of a mirror: bytes of a file from `offset` on. */
export interface Answer {
  /** The byte asked for, or one before it, such as 0 where the mirror cannot go on from there. */
  readonly offset: number;
  /** Bytes of the whole file, when the mirror says. */
  readonly total: number | undefined;
  /** Throws MirrorError when the mirror goes silent or away. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Asks a mirror for a file from byte `from` on. Follows redirects.
 * @param patience milliseconds without a byte after which the mirror is given up.
 * @param signal ends the request when it is aborted.
 * @throws MirrorError when it does not answer, or not with the file; the reason of the signal when that is aborted.
 */
export async function request(url: string, from: number, patience: number, signal?: AbortSignal): Promise<Answer> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new MirrorError(`no bytes for ${patience / 1000} s`)), patience);
  try {
    const given = AbortSignal.any([silence.signal, ...(signal === undefined ? [] : [signal])]);
    const response = await fetch(url, { headers: headers(from), signal: given });
    const { body } = response;
    const offset = offsetOf(response, from);
    if (body === null || offset === undefined) {
      clearTimeout(timer);
      await body?.cancel();
      if (from > 0 && (response.ok || response.status === RANGE_NOT_SATISFIABLE))
        return request(url, 0, patience, signal);
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
  // The bytes as they are kept: a range of an encoding made for us would not fit those that are here.
  const identity = { 'accept-encoding': 'identity' };
  return from > 0 ? { ...identity, range: `bytes=${from}-` } : identity;
}

/** Where the body starts in the file; undefined when it is of no use. */
function offsetOf(response: Response, from: number): number | undefined {
  if (response.status === 200) return 0;
  if (response.status !== PARTIAL_CONTENT || isEncoded(response)) return undefined;
  const start = Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]);
  return start <= from ? start : undefined;
}

function totalOf(response: Response): number | undefined {
  // Of an encoded file the header tells the encoded length, and what arrives is decoded.
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

/** Of fetch, the error says that it failed, and its cause why. */
function mirrorError(error: unknown): MirrorError {
  if (error instanceof MirrorError) return error;
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(root instanceof Error)) return new MirrorError(String(root));
  // Where every address of a host refuses, the message is empty and the code is not.
  return new MirrorError(root.message || ('code' in root ? String(root.code) : root.name));
}
