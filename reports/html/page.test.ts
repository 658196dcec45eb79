import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildReport } from '../model/report.ts';
import { exampleEvidence, exampleStatements } from '../testing/evidence.ts';
import { reportHtml } from './page.ts';
import { pageEvidence, pageFigures, pageReport, pageSheets } from './testing/page.ts';

const page = reportHtml(pageReport, pageFigures, pageSheets);

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
  expect(elsewhere).toEqual(['https://arxiv.org/abs/2510.16657']);
});

test('every statement, claim, section and figure has an id of its own, and every link a target', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining([
      ...['true', 'false', 'weak', 'loose', 'unclaimed', 'later', 'never'].map((id) => `statement-${id}`),
      ...pageReport.claims.map(({ id }) => `claim-${id}`),
      ...['figure-line', 'figure-contact-sheet-mnist', 'section-Before', 'section-After'],
    ]),
  );
  const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id!);
  expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
});

test('the answer names what contradicts first, refuted before undecided', () => {
  expect(page).toContain('<h1>1 of 4 checked statements is refuted.</h1>');
  const against = page.slice(page.indexOf('id="contradictions"'), page.indexOf('class="glance"'));
  const named = [...against.matchAll(/href="#claim-([^"]+)"/g)].map(([, id]) => id);
  expect(named).toEqual(['fails', 'mutant-survives', 'regime-missed']);
  expect(against).toContain('mutant one-sided survived');
});

test('without anything refuted or undecided, nothing stands against it', () => {
  const records = pageEvidence.map((record) =>
    record.type === 'run' ? { ...record, claims: record.claims.filter(({ id }) => id === 'holds') } : record,
  );
  const good = reportHtml(buildReport(records, exampleStatements), [], []);
  expect(good).toContain('<h1>Nothing is refuted: all 1 checked statement came out as expected.</h1>');
  expect(good).not.toContain('id="contradictions"');
  expect(good).not.toContain('id="figures"');
});

test('a loose wording that is supported reads as shown false', () => {
  expect(element(page, 'article', 'statement-loose')).toMatch(/<\/svg> shown false<\/span>/);
  expect(element(page, 'article', 'statement-true')).toMatch(/<\/svg> supported<\/span>/);
});

test('a claim has its effect, strength, regimes, wrong worlds, code and the command that replays it', () => {
  const claim = element(page, 'section', 'claim-holds');
  for (const said of [
    'observed <b>0.95</b> [0.93, 0.97], predicted 1; supported only within [0.9, 1.1]',
    'aria-label="MSE: estimate 0.95, 95 % interval [0.93, 0.97], expected 1, zone [0.9, 1.1], supported"',
    '<dt>Settings drawn</dt><dd>2</dd>',
    '<dt>Replicates</dt><dd>2,000</dd>',
    '<dt>Wrong worlds refuted</dt><dd>2 of 2</dd>',
    '<dd>&lt; 78 % of its domain</dd>',
    '<dt>Guarantee</dt><dd>non-asymptotic</dd>',
    '<li>small <b>1</b></li><li>large <b>1</b></li>',
    '<code>one-sided</code> one side is open',
    '<code>properties/claims/holds.ts:3</code>',
    '<code>npm run claimcheck -- replay holds --seed 7 --tier quick --path 1</code>',
  ]) {
    expect(claim).toContain(said);
  }
});

test('a wrong world that survived, or was not tried, is told from one that was refuted', () => {
  expect(element(page, 'section', 'claim-mutant-survives')).toContain('survived 2 draws');
  const untried = exampleEvidence.filter(({ type }) => type !== 'mutant');
  expect(reportHtml(buildReport(untried, exampleStatements), [], [])).toContain('not tried');
});

test('a refuted claim has its counterexample: what was seen, the setting and the command that replays it', () => {
  const claim = element(page, 'section', 'claim-fails');
  expect(claim).toContain('Minimal counterexample of draw 1, confirmed on fresh randomness');
  expect(claim).toContain('1.5, not in [0.9, 1.1]');
  expect(claim).toContain('{\n  &quot;note&quot;: &quot;```&quot;\n}');
  expect(claim).toContain('replay fails --seed 7 --tier quick --path 1:0:2');
});

test('a retraining claim has each effect on each population', () => {
  const claim = element(page, 'section', 'claim-falls');
  expect(claim).toContain('<b>ln FD, last / start</b>: mean claimed &lt; 0, smallest effect of interest 0.1');
  expect(claim).toMatch(/MNIST, warm: <b>-0.4<\/b> \[-0.45, -0.35\].*4 replicates/);
  expect(claim).toMatch(/procedural digits, warm: <b>-0.5<\/b> \[-0.55, -0.45\].*5 replicates/);
  expect(claim).toContain('<dt>Arms</dt><dd><ul><li><i>verified</i>: retrained verifier');
});

test('a claim that is evidence for several statements stands in full at the first, and is linked from the others', () => {
  const records = pageEvidence.map((record) =>
    record.type === 'run'
      ? { ...record, claims: record.claims.map((each) => ({ ...each, statements: ['true~1', 'weak~1'] })) }
      : record,
  );
  const twice = reportHtml(buildReport(records, exampleStatements), [], []);
  expect(twice.match(/<details>/g)).toHaveLength(pageReport.claims.length);
  expect(element(twice, 'article', 'statement-weak')).toContain(
    'href="#claim-fails"><code>fails</code>, in full above',
  );
});

test('a claim without a statement is shown too', () => {
  const records = exampleEvidence.map((record) =>
    record.type === 'run' ? { ...record, claims: record.claims.map((each) => ({ ...each, statements: [] })) } : record,
  );
  const orphans = reportHtml(buildReport(records, exampleStatements), [], []);
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

test('what is to be known of the evidence is told before the answer, and unexercised code by file', () => {
  const files = [{ file: 'sim/a.ts', executable: 9, unexercised: [[3, 4]] as const, claims: ['holds'] }];
  const code = { measured: ['holds'], changed: ['sim/b.ts'], files, apart: [] };
  const told = reportHtml({ ...pageReport, notes: ['Line 3 <was> cut.'], code }, [], []);
  expect(told.indexOf('Line 3 &lt;was&gt; cut.')).toBeLessThan(told.indexOf('class="tally"'));
  expect(told).toContain('<td>sim/a.ts</td><td>2 of 9</td><td>3–4</td><td>1 claim</td>');
  expect(told).toContain('Changed since this was measured: sim/b.ts.');
  expect(page).toContain('was not measured');
});

test.each(['..', '../..', 'https://example.org/a/b/blob/c0ffee'])(
  'sources are linked where they are read: %s',
  (place) => {
    const linked = reportHtml(pageReport, [], [], place);
    const { file, line } = pageReport.claims[0]!.code!;
    expect(linked).toContain(`<a href="${place}/${file}#L${line}"`);
  },
);

test.each(['javascript:alert(1)', '//example.org', 'http://example.org', '...'])(
  'sources are not read at %s',
  (place) => {
    expect(() => reportHtml(pageReport, [], [], place)).toThrow(`repository is ${place}`);
  },
);
