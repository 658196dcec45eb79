import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect } from 'vitest';
import { type FetchEvent, type FetchOptions, fetchFiles } from '../fetch.ts';
import { images, published } from './files.ts';
import { type Behaviour, type TestMirror, testMirror } from './mirror.ts';

/** The name of the file with the images. */
export const name = 'few-images.gz';
/** The bytes of this file. */
export const packed = published.get(name)!;
/** The name of the file that an interrupted download leaves. */
export const part = `${name}.part`;
/** The first half of the bytes. */
export const half = packed.subarray(0, packed.length / 2);

/** Long enough for an answer on a busy machine, and short enough for the tests in which a mirror stalls. */
const SILENCE_LIMIT_MS = 500;

/** The directory and the mirrors of the test that runs. Both exist until it ends. */
export const scene = {
  directory: '',
  mirrors: [] as TestMirror[],
};

/** Gives each test of the calling file a scene of its own. */
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

/** Starts a mirror of both files. It is tried after the mirrors that were started before. */
export async function mirror(behaviour: Behaviour): Promise<TestMirror> {
  const started = await testMirror(published, behaviour);
  scene.mirrors.push(started);
  return started;
}

/** Fetches from the mirrors of the test, by default the images, and returns the events. */
export async function fetchHere(options: Partial<FetchOptions> = {}): Promise<FetchEvent[]> {
  const { directory } = scene;
  const events: FetchEvent[] = [];
  const onEvent = (event: FetchEvent) => events.push(event);
  const mirrors = scene.mirrors.map(({ url }) => url);
  await fetchFiles({ files: [images.file], directory, mirrors, silenceLimitMs: SILENCE_LIMIT_MS, onEvent, ...options });
  return events;
}

/** Writes a file into the directory. */
export const write = (file: string, content: string | Uint8Array) =>
  writeFileSync(join(scene.directory, file), content);

/** The decompressed contents of a gzip file of the directory. */
export const unpacked = (file: string) => gunzipSync(readFileSync(join(scene.directory, file)));

/** Expects that the directory has the right images and nothing else. */
export function expectImagesAlone(): void {
  expect(readdirSync(scene.directory)).toEqual([name]);
  expect(unpacked(name).equals(images.plain)).toBe(true);
}
