import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { exampleEvidence } from '../testing/evidence.ts';
import { reportOf } from '../testing/reports.ts';
import { reportHtml } from './page.ts';
import { pageContent, pageEvidence, pageOf, pageReport } from './testing/page.ts';

const page = reportHtml(pageContent);

/** From the opening tag of an element to the first closing tag of its kind. */
const element = (html: string, tag: string, id: string) => {
  const from = html.indexOf(`<${tag} `, html.lastIndexOf('\n', html.indexOf(` id="${id}"`)));
  return html.slice(from, html.indexOf(`</${tag}>`, from));
};

test('nothing is loaded, and nothing runs but what the policy knows by its digest', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)![1];
  const digest = (tag: string) => {
    const [, text, ...others] = page.split(new RegExp(`</?${tag}>`));
    expect(others).toHaveLength(1);
    return `'sha256-${createHash('sha256').update(text!).digest('base64')}'`;
  };
  expect(policy).toBe(
    `default-src 'none'; img-src data:; style-src ${digest('style')}; script-src ${digest('script')}; base-uri 'none'; form-action 'none'`,
  );
  expect(page).not.toMatch(/<[^>]*\s(style|on[a-z]+)=/);
  const addresses = [...page.matchAll(/\s(?:href|src)=["']([^"']+)/g)].map(([, address]) => address!);
  const elsewhere = addresses.filter((address) => !/^(#|data:image\/|data:,)/.test(address));
  expect(elsewhere).toEqual(['https://example.org/paper']);
});

test('every statement, claim, section and figure has an id of its own, and every link a target', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining([
      ...['true', 'false', 'weak', 'loose', 'unclaimed', 'later', 'never'].map((id) => `statement-${id}`),
      ...pageReport.claims.map(({ id }) => `claim-${id}`),
      ...['figure-line', 'figure-observed', 'section-Before', 'section-After'],
    ]),
  );
  const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id!);
  expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
});

test('the page says which theory it is about, in its title and before anything else', () => {
  expect(page).toMatch(/<title>[^<]* claimcheck report on averages, quick tier, seed 7<\/title>/);
  expect(page).toContain(
    'The theory of averages (<a href="https://example.org/paper" rel="noreferrer">Paper 1</a>) in 7 statements',
  );
});

test('a paper whose address is none of the web is not linked', () => {
  const report = { ...pageReport, suite: { ...pageReport.suite, url: 'javascript:alert(1)' } };
  expect(pageOf(report)).toContain('The theory of averages (Paper 1) in 7 statements');
});

test('the answer names what contradicts first, refuted before undecided', () => {
  expect(page).toContain('<h1>1 of 4 checked statements is refuted.</h1>');
  const against = page.slice(page.indexOf('id="contradictions"'), page.indexOf('class="glance"'));
  const named = [...against.matchAll(/href="#claim-([^"]+)"/g)].map(([, id]) => id);
  expect(named).toEqual(['fails', 'mutant-survives', 'stratum-missed']);
  expect(against).toContain('mutant one-sided survived');
});

test('without anything refuted or undecided, nothing stands against it', () => {
  const records = pageEvidence.map((record) =>
    record.type === 'run' ? { ...record, claims: record.claims.filter(({ id }) => id === 'holds') } : record,
  );
  const good = pageOf(reportOf(records));
  expect(good).toContain('<h1>Nothing is refuted: all 1 checked statement came out as expected.</h1>');
  expect(good).not.toContain('id="contradictions"');
  expect(good).not.toContain('id="figures"');
  expect(good).not.toContain('id="attachments"');
});

test('a loose wording that is supported reads as shown false', () => {
  expect(element(page, 'article', 'statement-loose')).toMatch(/<\/svg> shown false<\/span>/);
  expect(element(page, 'article', 'statement-true')).toMatch(/<\/svg> supported<\/span>/);
});

test('a claim has its effect, strength, strata, mutants, code and the command that replays it', () => {
  const claim = element(page, 'section', 'claim-holds');
  for (const said of [
    'observed <b>0.95</b> [0.93, 0.97], predicted 1; supported only within [0.9, 1.1]',
    'aria-label="MSE: estimate 0.95, 95 % interval [0.93, 0.97], expected 1, zone [0.9, 1.1], supported"',
    '<dt>Settings drawn</dt><dd>2</dd>',
    '<dt>Replicates</dt><dd>2,000</dd>',
    '<dt>Mutants killed</dt><dd>2 of 2</dd>',
    '<dd>&lt; 78 % of its domain</dd>',
    '<dt>Guarantee</dt><dd>non-asymptotic</dd>',
    '<li>small <b>1</b></li><li>large <b>1</b></li>',
    '<code>one-sided</code> one side is open',
    '<code>properties/claims/holds.ts:3</code>',
    '<code>npm run claimcheck -- replay holds --suite example --seed 7 --tier quick --path 1</code>',
  ]) {
    expect(claim).toContain(said);
  }
});

test('a mutant that survived, or was not tried, is told from one that was killed', () => {
  expect(element(page, 'section', 'claim-mutant-survives')).toContain('survived 2 settings');
  const untried = exampleEvidence.filter(({ type }) => type !== 'mutant');
  expect(pageOf(reportOf(untried))).toContain('not tried');
  expect(element(page, 'section', 'claim-holds')).toContain('killed on setting 0 by MSE, 300 replicates');
});

test('a refuted claim has its counterexample: what was seen, the setting and the command that replays it', () => {
  const claim = element(page, 'section', 'claim-fails');
  expect(claim).toContain('Minimal counterexample of setting 1, confirmed on fresh randomness');
  expect(claim).toContain('1.5, not in [0.9, 1.1]');
  expect(claim).toContain('{\n  &quot;note&quot;: &quot;```&quot;\n}');
  expect(claim).toContain('replay fails --suite example --seed 7 --tier quick --path 1:0:2');
});

test('a replicated claim has each effect on each population, and its arms in words', () => {
  const claim = element(page, 'section', 'claim-falls');
  expect(claim).toContain('<b>ln distance, last / start</b>: mean claimed &lt; 0, smallest effect of interest 0.1');
  expect(claim).toMatch(/first colony, warm: <b>-0.4<\/b> \[-0.45, -0.35\].*4 replicates/);
  expect(claim).toMatch(/second colony, warm: <b>-0.5<\/b> \[-0.55, -0.45\].*5 replicates/);
  expect(claim).toContain('<dt>Arms</dt><dd><ul><li><i>treated</i>: full treatment; 2 rounds');
});

test('a claim that is evidence for several statements stands in full at the first, and is linked from the others', () => {
  const records = pageEvidence.map((record) =>
    record.type === 'run'
      ? { ...record, claims: record.claims.map((each) => ({ ...each, statements: ['true~1', 'weak~1'] })) }
      : record,
  );
  const twice = pageOf(reportOf(records));
  expect(twice.match(/<details>/g)).toHaveLength(pageReport.claims.length);
  expect(element(twice, 'article', 'statement-weak')).toContain(
    'href="#claim-fails"><code>fails</code>, in full above',
  );
});

test('a claim without a statement is shown too', () => {
  const records = exampleEvidence.map((record) =>
    record.type === 'run' ? { ...record, claims: record.claims.map((each) => ({ ...each, statements: [] })) } : record,
  );
  const orphans = pageOf(reportOf(records));
  expect(orphans.slice(orphans.indexOf('Claims without a statement'))).toContain('id="claim-holds"');
});

test('a statement says how strong its evidence is, and what it lacks', () => {
  expect(element(page, 'article', 'statement-weak')).toContain(
    '<b>Inherited gap:</b> mutant-survives: mutant one-sided survived',
  );
  expect(element(page, 'article', 'statement-weak')).toContain('<dt>Settings of all claims</dt><dd>4</dd>');
  expect(element(page, 'article', 'statement-unclaimed')).toContain(
    '<b>Gap:</b> no claim of this run is evidence for it',
  );
  expect(element(page, 'article', 'statement-true')).toContain('<dt>Power</dt><dd>≥ 1 − 0.04</dd>');
  expect(element(page, 'article', 'statement-true')).not.toContain('class="gaps"');
});

test('notes on the evidence stand before the answer, and unexercised code is listed by file', () => {
  const files = [{ file: 'sim/a.ts', executable: 9, unexercised: [[3, 4]] as const, claims: ['holds'] }];
  const code = { roots: ['theory', 'sim'], measured: ['holds'], changed: ['sim/b.ts'], files, apart: [] };
  const noted = pageOf({ ...pageReport, notes: ['Line 3 <was> cut.'], code });
  expect(noted.indexOf('Line 3 &lt;was&gt; cut.')).toBeLessThan(noted.indexOf('class="tally"'));
  expect(noted).toContain('<td>sim/a.ts</td><td>2 of 9</td><td>3–4</td><td>1 claim</td>');
  expect(noted).toContain('Changed since this was measured: sim/b.ts.');
  expect(page).toContain('was not measured');
});

test.each(['..', '../..', 'https://example.org/a/b/blob/c0ffee'])(
  'sources are linked where they are read: %s',
  (place) => {
    const linked = pageOf(pageReport, place);
    const { file, line } = pageReport.claims[0]!.code!;
    expect(linked).toContain(`<a href="${place}/${file}#L${line}"`);
  },
);

test.each(['javascript:alert(1)', '//example.org', 'http://example.org', '...'])(
  'sources are not read at %s',
  (place) => {
    expect(() => pageOf(pageReport, place)).toThrow(`repository is ${place}`);
  },
);
