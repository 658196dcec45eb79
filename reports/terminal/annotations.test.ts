import { expect, test } from 'vitest';
import { exampleReport } from '../testing/reports.ts';
import { annotations } from './annotations.ts';

const report = exampleReport();
const claimOf = (id: string) => report.claims.find((claim) => claim.id === id)!;

test('a refuted claim is an error where it is written, then undecided ones are warnings', () => {
  const lines = annotations(report);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe(
    '::error file=properties/claims/fails.ts,line=3,title=fails is refuted::fails: a < b | c%0Asetting 1 refuted%0A' +
      'MSE: 1.4, not in [0.9, 1.1]%0AReplay: npm run claimcheck -- replay fails --suite example --seed 7 --tier quick --path 1:0:2%0A' +
      'Counterexample: {"note":"```"}',
  );
  for (const line of lines.slice(1)) expect(line).toMatch(/^::warning file=properties\/claims\/.* is undecided::/);
});

test('a run whose claims are supported has none', () => {
  expect(annotations({ claims: [claimOf('holds')] })).toEqual([]);
});

test('there are at most ten, refuted claims first, and the last says how many more there are', () => {
  const times = (count: number, id: string) => Array.from({ length: count }, () => ({ ...claimOf(id) }));
  expect(annotations({ claims: times(10, 'fails') })).toHaveLength(10);
  const many = annotations({ claims: [...times(3, 'stratum-missed'), ...times(12, 'fails')] });
  expect(many).toHaveLength(10);
  expect(many.slice(0, 9).every((line) => line.includes('fails is refuted'))).toBe(true);
  expect(many[9]).toBe('::error title=claimcheck::and 3 more claims refuted, 3 undecided: see the report');
  const undecided = annotations({ claims: [...times(9, 'fails'), ...times(2, 'stratum-missed')] });
  expect(undecided[9]).toBe('::warning title=claimcheck::and 0 more claims refuted, 2 undecided: see the report');
});

test('text cannot end its command, its property or its line', () => {
  const hostile = 'a%b\r\n::error::c,d:e'.padEnd(1e6, 'x');
  const [line] = annotations({
    claims: [{ ...claimOf('fails'), id: hostile, title: hostile, code: { file: 'a,b:c\n.ts', line: 7 } }],
  });
  const [, properties, message] = /^::error ([^\n\r]*?)::([^\n\r]*)$/.exec(line!)!;
  expect(properties!.split(',')).toEqual([
    'file=a%2Cb%3Ac%0A.ts',
    'line=7',
    expect.stringMatching(/^title=a%25b%0D%0A%3A%3Aerror%3A%3Ac%2Cd%3Aex+…$/),
  ]);
  expect(message).toMatch(/^a%25b%0D%0A::error::c,d:ex+…$/);
  expect(line!.length).toBeLessThan(5000);
});
