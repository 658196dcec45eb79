import type { Figure } from '../figures/figure.ts';
import type { Report } from '../model/report.ts';

/** A picture in a file beside the report, with its PNG. */
export interface AttachedPicture {
  readonly file: string;
  readonly caption: string;
  readonly png: Uint8Array;
}

/** What the page is made of. */
export interface PageContent {
  readonly report: Report;
  readonly figures: readonly Figure[];
  readonly attachments: readonly AttachedPicture[];
  /** What the attachments are, in a heading. */
  readonly attachmentsTitle: string;
  /** Where the sources can be read, for links: 'https://HOST/OWNER/NAME/blob/COMMIT', or a path from the page on. null: paths are not linked. */
  readonly repository: string | null;
}
