import { type Setting, validateSetting } from '../../theory/verified-retraining/model.ts';
import type { Quantities } from '../engine/suite-content.ts';
import { startIsKnown } from './domains/known-start.ts';
import { relativeBias, relativeHalfWidth } from './domains/relative.ts';

/** What settings of different claims have in common, in units of the problem. */
const list = [
  { quantity: 'dimension', symbol: 'p', meaning: 'dimension of θ' },
  { quantity: 'noise', symbol: 'σ', meaning: 'noise of labels, in y' },
  { quantity: 'bias', symbol: 'Δ/σ', meaning: 'bias of the verifier' },
  { quantity: 'radius', symbol: 'r/σ', meaning: 'radius of the verifier' },
  { quantity: 'halfWidth', symbol: 'R/σ', meaning: 'half-width of its window, R = r + σ_c' },
  { quantity: 'realSamples', symbol: 'μ²', meaning: 'information of the real data on a direction, about n₀' },
  { quantity: 'kept', symbol: 'n₁', meaning: 'samples that the first round keeps a direction' },
] as const;

type Quantity = (typeof list)[number]['quantity'];

/** Depth to which settings are searched for: a counterexample has a list of orders, an order has two runs, and a run has a setting. */
const DEEPEST = 5;

/**
 * The quantities of the setting of any claim: of every setting of the model that is found in it, and of every schedule beside one. Other data are
 * passed over. A setting of retrained generators keeps images and has no quantities.
 */
function quantitiesOf(setting: unknown): (readonly [Quantity, number])[] {
  const found = [...walk(setting, 0)];
  return found.some(([quantity]) => quantity === 'dimension') ? found : [];
}

/** The quantities of this paper's settings. */
export const quantities: Quantities = { list, of: quantitiesOf };

function* walk(value: unknown, depth: number): Generator<readonly [Quantity, number]> {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  const setting = asSetting(value);
  if (setting !== null) {
    yield* ofSetting(setting);
    return;
  }
  const kept = firstKept(value);
  if (kept !== null) yield ['kept', kept];
  for (const part of Object.values(value)) yield* walk(part, depth + 1);
}

function* ofSetting(setting: Setting): Generator<readonly [Quantity, number]> {
  yield ['dimension', setting.thetaStar.length];
  yield ['noise', setting.noise];
  yield ['bias', relativeBias(setting)];
  yield ['radius', setting.radius / setting.noise];
  yield ['halfWidth', relativeHalfWidth(setting)];
  // A known start stands for infinitely many real samples: no place on an axis.
  if (!startIsKnown(setting)) for (const mu of setting.singularValues) yield ['realSamples', mu ** 2];
}

function asSetting(value: object): Setting | null {
  if (!('thetaStar' in value)) return null;
  try {
    return validateSetting(value as Setting);
  } catch {
    // Evidence may be older than the model, or from elsewhere.
    return null;
  }
}

/** n₁ of a `kept` of one round, of a list of rounds, or of a growth {kind, first}. */
function firstKept(value: object): number | null {
  const candidate =
    'kept' in value ? value.kept : 'schedule' in value ? value.schedule : 'first' in value ? value.first : null;
  const first = Array.isArray(candidate) ? candidate[0] : candidate;
  return typeof first === 'number' && Number.isFinite(first) && first > 0 ? first : null;
}
