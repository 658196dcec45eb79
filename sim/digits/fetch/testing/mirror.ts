import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request for a file. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, file: Buffer) => void;

/** A mirror on this machine. */
export interface TestMirror {
  readonly url: string;
  /** The requests: the name of the file, and the range if there was one. */
  readonly asked: string[];
  close(): void;
}

/** Starts a mirror that serves gzip files under their names with this behaviour, and answers 404 for other names. */
export async function testMirror(files: ReadonlyMap<string, Buffer>, behaviour: Behaviour): Promise<TestMirror> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = request.url!.slice(1);
    asked.push([name, request.headers.range].filter(Boolean).join(' '));
    const file = files.get(name);
    if (file === undefined) response.writeHead(404).end();
    else behaviour(request, response, file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: urlOf(server), asked, close: () => closeAll(server) };
}

function urlOf(server: Server): string {
  const { port }: Pick<AddressInfo, 'port'> = Object(server.address());
  return `http://127.0.0.1:${port}`;
}

function closeAll(server: Server): void {
  server.close();
  server.closeAllConnections();
}

/** Sends the file, or the range of it that is requested. */
export const sendsRange: Behaviour = ({ headers }, response, file) => {
  const start = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
  if (start === undefined) {
    response.writeHead(200, { 'content-length': file.length }).end(file);
  } else if (Number(start) >= file.length) {
    response.writeHead(416, { 'content-range': `bytes */${file.length}` }).end();
  } else {
    const rest = file.subarray(Number(start));
    const range = `bytes ${start}-${file.length - 1}/${file.length}`;
    response.writeHead(206, { 'content-length': rest.length, 'content-range': range }).end(rest);
  }
};

/** Always sends the whole file. */
export const ignoresRange: Behaviour = (_, response, file) => {
  response.writeHead(200, { 'content-length': file.length }).end(file);
};

/** Sends the first half, then nothing more, and keeps the connection open. */
export const stallsMidway: Behaviour = (_, response, file) => {
  response.writeHead(200, { 'content-length': file.length });
  response.write(file.subarray(0, file.length / 2));
};

/** Sends the first half and closes the connection. */
export const hangsUpMidway: Behaviour = (_, response, file) => {
  response.writeHead(200, { 'content-length': file.length });
  response.write(file.subarray(0, file.length / 2), () => response.destroy());
};

/** Sends the file with one bit in the middle inverted. */
export const corruptsBit: Behaviour = (_, response, file) => {
  const wrong = Buffer.from(file);
  wrong[file.length >> 1]! ^= 1;
  response.writeHead(200, { 'content-length': wrong.length }).end(wrong);
};
