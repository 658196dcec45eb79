import { checked, type Statement } from '../../../../theory/manifest/statement.ts';

const statement = (id: string, text: string, kind: Statement['kind'], rest: Partial<Statement> = {}) =>
  ({
    id,
    revision: 1,
    source: 'by hand',
    section: 'Walks and coins',
    statement: text,
    kind,
    scope: checked,
    tex: 'x',
    ...rest,
  }) as Statement;

/** What this suite's theory states. */
export const statements: readonly Statement[] = [
  statement('coin.share', 'A coin shows heads as often as its probability says.', 'mean'),
  statement('coin.always', 'A coin always shows heads.', 'mean', { holds: false }),
  statement('odd.sum', 'The sum of the first n odd numbers is n².', 'identity'),
  statement('walk.free', 'A free walk leaves its start.', 'sign'),
  statement('walk.steered', 'A steered walk returns.', 'sign', { dependsOn: ['walk.free'] }),
];
