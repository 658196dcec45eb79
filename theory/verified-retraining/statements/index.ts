import type { Entry, Statement } from '../../manifest/statement.ts';
import { languageModelStatements } from './language-model.ts';
import { looseStatements } from './loose.ts';
import { manyRoundsStatements } from './many-rounds.ts';
import { oneRoundStatements } from './one-round.ts';
import { regimesStatements } from './regimes.ts';
import { setupStatements } from './setup.ts';
import { vaeStatements } from './vae.ts';

/** Every checkable statement of the paper, in its order: the manifest that claims link to. */
export const statements: readonly Statement[] = [
  ...section('Setup', setupStatements),
  ...section('One round', oneRoundStatements),
  ...section('Many rounds', manyRoundsStatements),
  ...section('Regimes and collapse', regimesStatements),
  ...section('Loose wordings', looseStatements),
  ...section('Autoencoders', vaeStatements),
  ...section('Language models', languageModelStatements),
];

function section(title: string, entries: readonly Entry[]): Statement[] {
  return entries.map((entry) => ({ ...entry, section: title }));
}
