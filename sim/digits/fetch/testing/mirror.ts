import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** For tests: answers one request for a file. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, file: Buffer) => void;

/** For tests: a mirror on this machine, and what it was asked for: the file, and the range if there was one. */
export interface TestMirror {
  readonly url: string;
  readonly asked: string[];
  close(): void;
}

/** For tests: serves gzip files under their names, each as `behaviour` says; 404 for others. */
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

/** A mirror as it should be: honours ranges. */
export const honest: Behaviour = ({ headers }, response, file) => {
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

/** Sends the first half and then neither goes on nor hangs up. */
export const stallsMidway: Behaviour = (_, response, file) => {
  response.writeHead(200, { 'content-length': file.length });
  response.write(file.subarray(0, file.length / 2));
};

/** Sends the first half and hangs up. */
export const hangsUpMidway: Behaviour = (_, response, file) => {
  response.writeHead(200, { 'content-length': file.length });
  response.write(file.subarray(0, file.length / 2), () => response.destroy());
};

/** Turns one bit in the middle. */
export const corruptsBit: Behaviour = (_, response, file) => {
  const wrong = Buffer.from(file);
  wrong[file.length >> 1]! ^= 1;
  response.writeHead(200, { 'content-length': wrong.length }).end(wrong);
};
