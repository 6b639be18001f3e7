import { type CountTables, releaseTables, type ReleasedTables } from '@evenhand/disclosure';
import { DEFAULT_DISCLOSURE_POLICY, releasedCount } from '@evenhand/disclosure';
import { verdicts } from '@evenhand/statistics';
import fc from 'fast-check';
import { ReleasedLook, type Share } from './released-look';
import { NOT_TOLD, toldVerdicts, VERDICT_WORDS } from './told-verdicts';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
type Measure = 'asked' | 'matched';
const SHARE: Share<Measure> = ['matched', 'asked'];
const CODES = ['a', 'b', 'c', 'd'];
type Counts = Readonly<Record<Measure, number>>;

function tablesOf(groups: readonly Counts[]): CountTables<Measure> {
  const total = (measure: Measure) => groups.reduce((sum, each) => sum + each[measure], 0);
  return {
    ...{ dimensions: [{ code: 'group', categories: CODES }], measures: ['asked', 'matched'] },
    parts: [['matched', 'asked']],
    tables: [
      {
        dimensions: [],
        rows: [{ categories: [], counts: { asked: total('asked'), matched: total('matched') } }],
      },
      { dimensions: ['group'], rows: groups.map((counts, at) => ({ categories: [CODES[at]!], counts })) },
    ],
  };
}

function wordsOf(released: ReleasedTables<Measure>): readonly string[] {
  const look = new ReleasedLook(released, DEFAULT_DISCLOSURE_POLICY);
  const told = toldVerdicts(
    look,
    ['group'],
    CODES.map((code) => [code]),
    SHARE,
  );
  return CODES.map((code) => told.wordsOf(code));
}

/** The words that the counts themselves would have. */
function trueWords(groups: readonly Counts[]): readonly string[] {
  return verdicts(
    groups.map(({ asked, matched }, at) => ({ key: CODES[at]!, successes: matched, n: asked })),
  ).map(({ verdict }) => VERDICT_WORDS[verdict]);
}

const counts = fc
  .oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 20, max: 260 }))
  .chain((asked) => fc.record({ asked: fc.constant(asked), matched: fc.integer({ min: 0, max: asked }) }));
const groups = fc.array(counts, { minLength: CODES.length, maxLength: CODES.length });

/** Whether these counts could be the true ones behind a release. */
function couldBe(truth: readonly Counts[], { tables }: ReleasedTables<Measure>): boolean {
  return tablesOf(truth).tables.every((table, at) =>
    table.rows.every(({ counts: each }, row) =>
      (['asked', 'matched'] as const).every((measure) => {
        const told = tables[at]!.rows[row]!.counts[measure];
        return told === null || releasedCount(each[measure], POLICY) === told;
      }),
    ),
  );
}

/** Others in the place of true counts, of one group or two: by a few, or, of withheld ones, any small number. */
function otherCounts(truth: readonly Counts[], { tables }: ReleasedTables<Measure>) {
  const other = ({ asked, matched }: Counts, at: number) => {
    const told = tables[1]!.rows[at]!.counts;
    const near = (count: number) => fc.integer({ min: Math.max(0, count - 2), max: count + 2 });
    return fc
      .record({
        asked: told.asked === null ? fc.nat(Math.max(asked, 12)) : near(asked),
        matched: told.matched === null ? fc.nat(Math.max(matched, 12)) : near(matched),
      })
      .map((each) => ({ asked: Math.max(each.asked, each.matched), matched: each.matched }));
  };
  return fc
    .tuple(fc.nat(CODES.length - 1), fc.nat(CODES.length - 1))
    .chain((changed) =>
      fc.tuple(...truth.map((each, at) => (changed.includes(at) ? other(each, at) : fc.constant(each)))),
    );
}

describe('Verdicts that a release tells', () => {
  it('are those of the true counts, and of all others that the release leaves possible', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(groups, fc.gen(), async (truth, gen) => {
        const released = await releaseTables(tablesOf(truth), POLICY);
        const told = wordsOf(released);
        const possible = [truth];
        for (let round = 0; round < 60; round++) {
          const other = gen(() => otherCounts(truth, released));
          if (couldBe(other, released)) possible.push(other);
        }
        compared += possible.length;
        for (const each of possible) {
          trueWords(each).forEach((word, at) => expect([word, NOT_TOLD]).toContain(told[at]));
        }
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(300);
  }, 120_000);

  it('are told of groups that are large enough, one as the other', async () => {
    const released = await releaseTables(
      tablesOf([
        { asked: 100, matched: 15 },
        { asked: 300, matched: 150 },
        { asked: 150, matched: 75 },
        { asked: 400, matched: 200 },
      ]),
      POLICY,
    );
    expect(wordsOf(released)).toEqual([
      VERDICT_WORDS.disparity,
      VERDICT_WORDS.no_evidence_of_disparity,
      VERDICT_WORDS.no_evidence_of_disparity,
      VERDICT_WORDS.no_evidence_of_disparity,
    ]);
  });

  it('say nothing of a withheld count: of 200, nobody, 2 and 4 have the same words', async () => {
    const words: (readonly string[])[] = [];
    const verdictsOfIt = new Set<string>();
    for (const matched of [0, 2, 4]) {
      const truth = [
        { asked: 200, matched },
        { asked: 300, matched: 15 },
        { asked: 4, matched: 1 },
        { asked: 250, matched: 12 },
      ];
      verdictsOfIt.add(trueWords(truth)[0]!);
      words.push(wordsOf(await releaseTables(tablesOf(truth), POLICY)));
    }
    expect(verdictsOfIt.size).toBe(2);
    expect(words[0]![0]).toBe(NOT_TOLD);
    expect(new Set(words.map((each) => each.join())).size).toBe(1);
  });
});
