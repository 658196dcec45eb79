import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect } from 'vitest';
import { type FetchEvent, type FetchOptions, fetchFiles } from '../fetch.ts';
import { images, published } from './files.ts';
import { type Behaviour, type TestMirror, testMirror } from './mirror.ts';

/** For tests: the name of the images, the bytes that mirrors have, and what a download broken midway leaves. */
export const name = 'few-images.gz';
export const packed = published.get(name)!;
export const part = `${name}.part`;
export const half = packed.subarray(0, packed.length / 2);

/** Milliseconds: enough on a busy machine, and few for the tests in which a mirror stalls. */
const PATIENCE = 500;

/** For tests: an empty directory and the mirrors of the test that runs; both end with it. */
export const scene = {
  directory: '',
  mirrors: [] as TestMirror[],
};

/** For tests: gives each test of the file that calls it a scene of its own. */
export function eachTestHasAScene(): void {
  beforeEach(() => {
    scene.directory = mkdtempSync(join(tmpdir(), 'claimcheck-'));
    scene.mirrors = [];
  });
  afterEach(() => {
    for (const mirror of scene.mirrors) mirror.close();
    rmSync(scene.directory, { recursive: true });
  });
}

/** For tests: starts a mirror of both files, asked after those that are already there. */
export async function mirror(behaviour: Behaviour): Promise<TestMirror> {
  const started = await testMirror(published, behaviour);
  scene.mirrors.push(started);
  return started;
}

/** For tests: fetches the images, unless told otherwise, from the mirrors of the test; returns what happened. */
export async function fetchHere(options: Partial<FetchOptions> = {}): Promise<FetchEvent[]> {
  const { directory } = scene;
  const events: FetchEvent[] = [];
  const onEvent = (event: FetchEvent) => events.push(event);
  const mirrors = scene.mirrors.map(({ url }) => url);
  await fetchFiles({ files: [images.file], directory, mirrors, patience: PATIENCE, onEvent, ...options });
  return events;
}

/** For tests: makes a file in the directory. */
export const write = (file: string, content: string | Uint8Array) =>
  writeFileSync(join(scene.directory, file), content);

/** For tests: what a gzip file of the directory holds. */
export const unpacked = (file: string) => gunzipSync(readFileSync(join(scene.directory, file)));

/** For tests: the images are in the directory, right, and nothing else is. */
export function expectImagesAlone(): void {
  expect(readdirSync(scene.directory)).toEqual([name]);
  expect(unpacked(name).equals(images.plain)).toBe(true);
}
