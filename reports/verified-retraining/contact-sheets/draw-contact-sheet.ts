import { contactSheet } from './contact-sheet.ts';
import type { GeneratedDigits } from './contact-sheets.ts';

/** Images are enlarged to this many pixels along an edge at least: digits are told apart at a glance. */
const LEGIBLE = 42;

/** Classes, an image each. */
const COLUMNS = 10;

/** A sheet as a PNG. */
export function drawContactSheet({ curves }: GeneratedDigits): Uint8Array {
  const rows = curves.reduce((sum, { rounds }) => sum + rounds.length, 0);
  const images = Buffer.concat(curves.map(({ samples }) => Buffer.from(samples ?? '', 'base64')));
  const side = Math.sqrt(images.length / (rows * COLUMNS));
  return contactSheet({ side, columns: COLUMNS, images, scale: Math.ceil(LEGIBLE / side) });
}
