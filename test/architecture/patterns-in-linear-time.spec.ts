import { join } from 'node:path';
import ts from 'typescript';
import { filesOfTheHouse, ROOT, textOf } from './house';

/** As long as the longest text that a caller gets in: no pattern may take longer the worse the text is. */
const LENGTH = 50_000;
/** A pattern that goes through a text once takes a few times as long as the simplest one; one that begins anew at every place, ten thousand times. */
const TIMES_AS_LONG = 2000;

/** Looks at the figures of a report alone, which have a dozen digits. */
const OF_OUR_OWN_FIGURES = ['apps/cli/src/report/numbers-in-words.ts: /\\B(?=(\\d{3})+$)/g'];

/** Every pattern written in a program or a library, with where it stands. */
function patterns(): { readonly where: string; readonly pattern: RegExp }[] {
  const sources = filesOfTheHouse().filter(
    (file) =>
      /^(apps|libs)\/.*\.ts$/.test(file) && !/\.spec\.ts$|^libs\/testing\/|^apps\/embedded\//.test(file),
  );
  return sources.flatMap((file) => {
    const source = ts.createSourceFile(join(ROOT, file), textOf(file) ?? '', ts.ScriptTarget.Latest, true);
    const found: { where: string; pattern: RegExp }[] = [];
    const look = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, body, flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.text)!;
        found.push({
          where: `${file}: ${node.text}`,
          pattern: new RegExp(body!, flags!.replace('g', '')),
        });
      }
      ts.forEachChild(node, look);
    };
    look(source);
    return found;
  });
}

/** Texts that make a pattern try again: long runs of what it repeats, and an end that fits nowhere. */
const RUNS = [
  'a',
  'A',
  '0',
  ' ',
  '\t',
  '\n',
  '-',
  '.',
  '@',
  '_',
  '/',
  ':',
  '"',
  ',',
  '=',
  '<',
  '(',
  'é',
  '\u0000',
];
const HOSTILE = [
  ...RUNS.flatMap((run) => [run.repeat(LENGTH), `${run.repeat(LENGTH)}\u0001`, `a${run.repeat(LENGTH)}!`]),
  ...['a ', '1-', 'a@', '0.', 'a,', 'a:', '\r\n', '-----'].flatMap((run) => {
    const long = run.repeat(LENGTH / run.length);
    return [long, `${long}\u0001`];
  }),
];

/** Milliseconds, the least of two: whatever else the machine does only adds to it. */
function least(pattern: RegExp, text: string): number {
  const times = [1, 2].map(() => {
    const started = performance.now();
    pattern.lastIndex = 0;
    pattern.test(text);
    return performance.now() - started;
  });
  return Math.min(...times);
}

function isSlow(pattern: RegExp, once: number, texts: readonly string[] = HOSTILE): boolean {
  return texts.some((text) => least(pattern, text) > TIMES_AS_LONG * once);
}

describe('A pattern', () => {
  const once = Math.max(...HOSTILE.map((text) => least(/^[^§]*$/, text)));

  it('takes as long as a text is long, however bad the text', () => {
    const found = patterns();
    expect(found.length).toBeGreaterThan(100);
    const slow = found.filter(({ pattern }) => isSlow(pattern, once)).map(({ where }) => where);
    expect(slow.filter((where) => !OF_OUR_OWN_FIGURES.includes(where))).toEqual([]);
  });

  it('that begins anew at every place is found', () => {
    expect(isSlow(/ +$/, once, [`${' '.repeat(LENGTH)}\u0001`])).toBe(true);
  });
});
