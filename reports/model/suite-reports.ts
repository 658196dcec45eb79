import type { DataDescription, EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import type { FigureSpecification } from '../figures/specification.ts';
import { short } from '../wording/numbers.ts';
import type { Report } from './report.ts';

/** A picture in a file of its own beside the report. */
export interface Attachment {
  /** The name of the file: it ends with '.png'. */
  readonly file: string;
  /** What the picture shows, for a person. */
  readonly caption: string;
  /** Draws the picture, which takes a while, and returns its PNG. */
  draw(): Uint8Array;
}

/** What the reports of a suite show beside what every report shows. */
export interface SuiteReports {
  /** The suite's figures, in the order of the page. Each is null for a report without its data. */
  readonly figures: readonly ((report: Report) => FigureSpecification | null)[];
  /** Quantities of settings that range over orders of magnitude and are never 0: their axes are logarithmic. */
  readonly logarithmicQuantities: readonly string[];
  /** What the attachments are, in a heading. */
  readonly attachmentsTitle: string;
  /** The files that show what was observed. */
  attachments(records: readonly EvidenceRecord[]): readonly Attachment[];
  /** What a reader must know of data that a backend worked on, in a sentence or two. */
  dataText(data: DataDescription): string;
}

/** The reports of a suite that shows nothing of its own. */
export const plainReports: SuiteReports = {
  figures: [],
  logarithmicQuantities: [],
  attachmentsTitle: 'Observed',
  attachments: () => [],
  dataText: ({ provenance, digest, floor }) =>
    `Data: ${provenance} (SHA-256 ${digest}). A perfect run would be observed at ${short(floor)}.`,
};
