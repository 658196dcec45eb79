import type { SuiteReports } from '../model/suite-reports.ts';
import { short } from '../wording/numbers.ts';
import { contactSheets } from './contact-sheets/contact-sheets.ts';
import { landscape } from './figures/landscape.ts';
import { regimes } from './figures/regimes.ts';
import { retraining } from './figures/retraining.ts';
import { trajectories } from './figures/trajectories.ts';
import { transferMap } from './figures/transfer-map.ts';

/** What reports of verified synthetic retraining show beside what every report shows. */
export const verifiedRetrainingReports: SuiteReports = {
  figures: [landscape, trajectories, regimes, transferMap, retraining],
  logarithmicQuantities: ['noise', 'realSamples', 'kept'],
  attachmentsTitle: 'Generated digits',
  attachments: contactSheets,
  dataText: ({ provenance, digest, floor }) =>
    `Digits: ${provenance} (SHA-256 ${digest}). A perfect generator would be at a Fréchet distance (FD) of ${short(floor)}.`,
};
