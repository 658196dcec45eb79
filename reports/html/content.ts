import type { Figure } from '../figures/figure.ts';
import type { Report } from '../model/report.ts';

/** A picture of generated digits, with its PNG. */
export interface Sheet {
  readonly file: string;
  readonly caption: string;
  readonly png: Uint8Array;
}

/** What the page is made of. */
export interface PageContent {
  readonly report: Report;
  readonly figures: readonly Figure[];
  readonly sheets: readonly Sheet[];
  /** Where the sources can be read, to link to: 'https://HOST/OWNER/NAME/blob/COMMIT', or a path from the page on. null: paths are not linked. */
  readonly repository: string | null;
}
