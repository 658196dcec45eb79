import type { EvidenceRecord } from '../../../properties/engine/evidence/evidence.ts';
import { buildReport, type Report } from '../../model/report.ts';
import { exampleEvidence, exampleStatements } from '../../testing/evidence.ts';
import { retrainingEvidence } from '../../testing/replicated.ts';

/** Reports made by hand for the tests of the gate, of evidence with some of its records replaced. */

type Replace = (record: EvidenceRecord) => EvidenceRecord | readonly EvidenceRecord[];

/** A report of claims that draw their settings. */
export const exampleReport = (replace: Replace = (record) => record): Report =>
  buildReport(exampleEvidence.flatMap(replace), exampleStatements);

/** A report of a claim about retrained generators, on two populations. */
export const retrainingReport = (replace: Replace = (record) => record): Report =>
  buildReport(retrainingEvidence.flatMap(replace), exampleStatements);
