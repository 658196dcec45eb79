import { expect, test } from 'vitest';
import { checked, type Statement } from '../../theory/manifest/statement.ts';
import { checkLinks, requireSoundSuite, SuiteError } from './check-links.ts';
import { suite } from './testing/walks/suite.ts';

const statement = (id: string, rest: Partial<Pick<Statement, 'scope' | 'dependsOn'>> = {}): Statement => ({
  id,
  revision: 1,
  source: 'by hand',
  section: 'By hand',
  statement: 'It holds.',
  kind: 'mean',
  scope: checked,
  tex: 'x',
  ...rest,
});
const claim = { id: 'claim', statements: ['law'], mutants: ['wrong'] };
const sound = [[statement('law')], [claim], [{ id: 'wrong' }]] as const;

test('a suite whose links are sound has no errors', () => {
  expect(checkLinks(...sound)).toEqual([]);
  expect(checkLinks(suite.statements, suite.claims, suite.mutants)).toEqual([]);
});

test.each([
  [[[statement('law'), statement('law')], sound[1], sound[2]], 'statement law is there more than once'],
  [[sound[0], [claim, claim], sound[2]], 'claim claim is there more than once'],
  [[sound[0], sound[1], [{ id: 'wrong' }, { id: 'wrong' }]], 'mutant wrong is there more than once'],
  [
    [[statement('law', { dependsOn: ['lemma'] })], sound[1], sound[2]],
    'statement law rests on lemma, which is unknown',
  ],
  [
    [sound[0], [claim, { ...claim, id: 'orphan', statements: [] }], sound[2]],
    'claim orphan is evidence for no statement',
  ],
  [
    [sound[0], [{ ...claim, statements: ['law', 'lwa'] }], sound[2]],
    'claim claim cites statement lwa, which is unknown',
  ],
  [
    [
      [statement('law'), statement('later', { scope: { status: 'not-yet', reason: '' } })],
      [{ ...claim, statements: ['law', 'later'] }],
      sound[2],
    ],
    'claim claim cites statement later, which is not to be checked (not-yet)',
  ],
  [[sound[0], [claim, { ...claim, id: 'meek', mutants: [] }], sound[2]], 'claim meek has no mutant to refute'],
  [
    [sound[0], [{ ...claim, mutants: ['wrong', 'wrnog'] }], sound[2]],
    'claim claim names mutant wrnog, which is unknown',
  ],
  [[[statement('law'), statement('alone')], sound[1], sound[2]], 'statement alone is to be checked and has no claim'],
  [[sound[0], sound[1], [{ id: 'wrong' }, { id: 'idle' }]], 'mutant idle is held against no claim'],
] as const)('of %j it is said: %s', ([statements, claims, mutants], error) => {
  expect(checkLinks(statements, claims, mutants)).toEqual([error]);
});

test('a suite that is sound is taken', () => {
  expect(() => requireSoundSuite(suite)).not.toThrow();
});

const [first] = suite.claims;
const [kind] = suite.kinds;
test.each([
  [
    'broken links',
    { claims: [{ ...first!, statements: [] }, ...suite.claims.slice(1)] },
    'is evidence for no statement',
  ],
  [
    'a group twice',
    { groups: [...suite.groups, suite.groups[0]!] },
    `group ${suite.groups[0]!.id} is there more than once`,
  ],
  [
    'a group that is unknown',
    { groups: suite.groups.slice(1) },
    `is of group ${suite.groups[0]!.id}, which is unknown`,
  ],
  ['a kind of work twice', { kinds: [...suite.kinds, kind!] }, `kind of work ${kind!.id} is there more than once`],
  ['no kind of work for a claim', { kinds: suite.kinds.slice(1) }, `claim ${first!.id} is decided by no kind of work`],
  ['no tier', { tiers: [] }, 'there is no tier'],
] as const)('a suite with %s is refused, an error a line', (_, changed, error) => {
  expect(() => requireSoundSuite({ ...suite, ...changed })).toThrow(SuiteError);
  expect(() => requireSoundSuite({ ...suite, ...changed })).toThrow(error);
});
