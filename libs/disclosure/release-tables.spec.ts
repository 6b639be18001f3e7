import type { CountTable, CountTables, Dimension, ReleasedTables } from './count-tables';
import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import { narrowedCells } from './narrowed-cells';
import { releaseTables } from './release-tables';
import { releasedCount } from './released-count';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
const GROUP: Dimension = { code: 'group', categories: ['nursing', 'medical', 'pharmacy'] };
const STAGE: Dimension = { code: 'stage', categories: ['1', '2', '3'] };

function table(
  dimensions: readonly string[],
  rows: readonly (readonly [string, number])[],
): CountTable<'people'> {
  return {
    dimensions,
    rows: rows.map(([categories, people]) => ({
      categories: categories === '' ? [] : categories.split(' '),
      counts: { people },
    })),
  };
}

function tablesOf(
  dimensions: readonly Dimension[],
  ...tables: CountTable<'people'>[]
): CountTables<'people'> {
  return { dimensions, measures: ['people'], parts: [], tables };
}

function told({ tables }: ReleasedTables<'people'>): (number | null)[][] {
  return tables.map(({ rows }) => rows.map(({ counts }) => counts.people));
}

/** [[3, 12, 25], [14, 9, 30], [22, 35, 8]] with its margins. */
const DEMONSTRATION = tablesOf(
  [GROUP, STAGE],
  table([], [['', 158]]),
  table(
    ['group'],
    [
      ['nursing', 40],
      ['medical', 53],
      ['pharmacy', 65],
    ],
  ),
  table(
    ['stage'],
    [
      ['1', 39],
      ['2', 56],
      ['3', 63],
    ],
  ),
  table(
    ['group', 'stage'],
    [
      ...([
        ['nursing 1', 3],
        ['nursing 2', 12],
        ['nursing 3', 25],
      ] as const),
      ...([
        ['medical 1', 14],
        ['medical 2', 9],
        ['medical 3', 30],
      ] as const),
      ...([
        ['pharmacy 1', 22],
        ['pharmacy 2', 35],
        ['pharmacy 3', 8],
      ] as const),
    ],
  ),
);

describe('releasing tables', () => {
  it('rounds counts and withholds small ones, zero too', async () => {
    const released = await releaseTables(
      tablesOf(
        [GROUP],
        table(
          ['group'],
          [
            ['nursing', 123],
            ['medical', 9],
          ],
        ),
      ),
      POLICY,
    );
    expect(told(released)).toEqual([[125, null, null]]);
  });

  it('withholds in the finest table what would give small counts away', async () => {
    const released = await releaseTables(DEMONSTRATION, POLICY);
    expect(told(released)).toEqual([
      [160],
      [40, 55, 65],
      [40, 55, 65],
      [null, null, null, null, null, 30, null, 35, null],
    ]);
    expect(await narrowedCells(released, POLICY)).toEqual([]);
  });

  it('gives the same again, whatever the order of the rows', async () => {
    const turned = {
      ...DEMONSTRATION,
      tables: DEMONSTRATION.tables.map((each) => ({ ...each, rows: [...each.rows].reverse() })),
    };
    expect(await releaseTables(turned, POLICY)).toEqual(await releaseTables(DEMONSTRATION, POLICY));
  });

  it('withholds a further count where a total would give one away, and none where it would not', async () => {
    const sums = (a: number, b: number, c: number) =>
      tablesOf(
        [GROUP],
        table([], [['', a + b + c]]),
        table(
          ['group'],
          [
            ['nursing', a],
            ['medical', b],
            ['pharmacy', c],
          ],
        ),
      );
    // 205 less 150 and 50 leaves 5, give or take 6: every small count is possible.
    expect(told(await releaseTables(sums(150, 50, 5), POLICY))).toEqual([[205], [150, 50, null]]);
    // 200 less the same leaves 0, give or take 6: 7 to 9 are not.
    expect(told(await releaseTables(sums(150, 50, 0), POLICY))).toEqual([[200], [150, null, null]]);
  });

  it('answers the same with one filter more by nothing that tells them apart', async () => {
    const window = { dimension: 'round', categories: ['spring', 'summer'] };
    const rounds = { code: 'round', categories: ['spring', 'summer', 'autumn'] };
    const all = table([], [['', 127]]);
    const both: CountTable<'people'> = { ...table([], [['', 123]]), only: window };
    const released = await releaseTables(tablesOf([rounds], all, both), POLICY);
    // Autumn alone is asked for by nobody, but it is 127 less 123.
    expect(told(released)).toEqual([[125], [125]]);
    const asked = table(
      ['round'],
      [
        ['spring', 60],
        ['summer', 63],
        ['autumn', 4],
      ],
    );
    const withRounds = await releaseTables(tablesOf([rounds], all, both, asked), POLICY);
    expect(await narrowedCells(withRounds, POLICY)).toEqual([]);
    expect(withRounds.tables[2]!.rows[2]!.counts.people).toBeNull();
  });

  it('repeats what was told before, and withholds for its sake', async () => {
    const total = await releaseTables(tablesOf([GROUP], table([], [['', 200]])), POLICY);
    const groups = table(
      ['group'],
      [
        ['nursing', 150],
        ['medical', 50],
      ],
    );
    const alone = await releaseTables(tablesOf([GROUP], groups), POLICY);
    const after = await releaseTables(
      tablesOf([GROUP], table([], [['', 200]]), groups),
      POLICY,
      total.tables,
    );
    expect(told(alone)).toEqual([[150, 50, null]]);
    expect(told(after)).toEqual([[200], [150, null, null]]);
    expect(after.tables[0]).toBe(total.tables[0]);
    expect(await narrowedCells(after, POLICY)).toEqual([]);
  });

  it('withholds a part that is all of a small group, so that nobody can divide', async () => {
    const of = async (asked: number, matched: number) => {
      const released = await releaseTables<'asked' | 'matched'>(
        {
          ...{ dimensions: [GROUP], measures: ['asked', 'matched'], parts: [['matched', 'asked']] },
          tables: [
            { dimensions: ['group'], rows: [{ categories: ['nursing'], counts: { asked, matched } }] },
          ],
        },
        POLICY,
      );
      return released.tables[0]!.rows[0]!.counts;
    };
    expect(await of(19, 19)).toEqual({ asked: 20, matched: null });
    expect(await of(17, 12)).toEqual({ asked: 15, matched: 10 });
    expect(await of(25, 25)).toEqual({ asked: 25, matched: 25 });
  });

  it('has an end to what is possible, also where a finer table tells less', async () => {
    const PROFESSION: Dimension = {
      code: 'profession',
      categories: ['adult', 'child', 'doctor', 'pharmacist'],
      within: {
        dimension: 'group',
        of: { adult: 'nursing', child: 'nursing', doctor: 'medical', pharmacist: 'pharmacy' },
      },
    };
    const row = (category: string, people: number, asked: number) => ({
      categories: [category],
      counts: { people, asked },
    });
    const released = await releaseTables<'people' | 'asked'>(
      {
        ...{ dimensions: [GROUP, PROFESSION], measures: ['people', 'asked'], parts: [['asked', 'people']] },
        tables: [
          {
            dimensions: ['group'],
            rows: [row('nursing', 60, 20), row('medical', 8, 3), row('pharmacy', 40, 30)],
          },
          {
            dimensions: ['profession'],
            tells: ['people'],
            rows: [row('adult', 50, 20), row('child', 10, 0), row('doctor', 8, 3), row('pharmacist', 40, 30)],
          },
        ],
      },
      POLICY,
    );
    expect(released.tables[0]!.rows.map(({ counts }) => counts.asked)).toEqual([20, null, 30]);
    expect(await narrowedCells(released, POLICY)).toEqual([]);
  });

  it('tells what one carries only where there are enough of them', async () => {
    const released = await releaseTables<'mentors' | 'offers'>(
      {
        ...{ dimensions: [GROUP], measures: ['mentors', 'offers'], parts: [] },
        carriers: { offers: 'mentors' },
        tables: [
          {
            dimensions: ['group'],
            rows: [
              { categories: ['nursing'], counts: { mentors: 30, offers: 61 } },
              { categories: ['medical'], counts: { mentors: 1, offers: 40 } },
            ],
          },
        ],
      },
      POLICY,
    );
    expect(released.tables[0]!.rows.map(({ counts }) => counts)).toEqual([
      { mentors: 30, offers: 60 },
      { mentors: null, offers: null },
      { mentors: null, offers: null },
    ]);
  });

  it.each([
    { a: [12, 60], b: [11, 20], c: [3, 6] },
    { a: [10, 80], b: [14, 20], c: [2, 3] },
    { a: [12, 60], b: [3, 40], c: [25, 30] },
  ])('holds against who knows that whoever carries what is told are enough: %o', async (truth) => {
    const ORGANISATION: Dimension = { code: 'organisation', categories: Object.keys(truth) };
    const row = (categories: readonly string[], [mentors, places]: readonly number[]) => ({
      categories,
      counts: { mentors: mentors!, places: places! },
    });
    const sum = (at: number) => Object.values(truth).reduce((total, counts) => total + counts[at]!, 0);
    const released = await releaseTables<'mentors' | 'places'>(
      {
        ...{ dimensions: [ORGANISATION], measures: ['mentors', 'places'], parts: [] },
        carriers: { places: 'mentors' },
        tables: [
          { dimensions: [], rows: [row([], [sum(0), sum(1)])] },
          { dimensions: ['organisation'], rows: Object.entries(truth).map(([code, of]) => row([code], of)) },
        ],
      },
      POLICY,
    );
    const [total, byOrganisation] = released.tables;
    const least = (count: number | null, isCarrier: boolean) =>
      count === null ? (isCarrier ? 10 : 0) : Math.max(10, count - 2);
    const told = total!.rows[0]!.counts.mentors;
    const all = told ?? releasedCount(sum(0), POLICY)!;
    const withheld = byOrganisation!.rows.filter((one) => one.counts.mentors === null);
    const left = withheld.map(({ counts }) => {
      const others = byOrganisation!.rows.filter((one) => one.counts !== counts);
      const ofOthers = others.reduce(
        (sumOfLeast, one) => sumOfLeast + least(one.counts.mentors, one.counts.places !== null),
        0,
      );
      return all + 2 - ofOthers - (counts.places === null ? 0 : 10) + 1;
    });
    // A total that is withheld would have left too few to one of them.
    const isEnough = left.map((values) => values >= 10);
    expect(isEnough.every(Boolean)).toBe(told !== null);
    expect(await narrowedCells(released, POLICY)).toEqual([]);
  });

  it('protects what is left where a count is known to be 0 by what it means', async () => {
    const SCORE: Dimension = { code: 'score', categories: ['low', 'high', 'none'] };
    const matched = (low: number, high: number) =>
      tablesOf(
        [SCORE],
        table([], [['', low + high]]),
        table(
          ['score'],
          [
            ['low', low],
            ['high', high],
          ],
        ),
      );
    const zeros = [{ dimension: 'score', category: 'none', measure: 'people' as const }];
    // Without the zero, the two small counts could be anything that the third leaves them.
    expect(told(await releaseTables(matched(6, 90), POLICY))).toEqual([[95], [null, 90, null]]);
    const released = await releaseTables({ ...matched(6, 90), zeros }, POLICY);
    expect(told(released)).toEqual([[95], [null, null, null]]);
    expect(await narrowedCells(released, POLICY)).toEqual([]);
    await expect(
      releaseTables({ ...matched(6, 90), zeros: [{ ...zeros[0]!, category: 'low' }] }, POLICY),
    ).rejects.toThrow('people are counted where there are none');
  });

  it('tells apart nothing in categories that nobody is told of, and all that is told beside them', async () => {
    const grades = ['2', '3', '4', '5', '6', '7'];
    const GRADE: Dimension = { code: 'grade', categories: grades };
    const rows = grades.map((grade, at) =>
      ['nursing', 'medical', 'pharmacy'].map(
        (group, place) => [`${group} ${grade}`, at === 0 ? 40 + place : at + place < 6 ? at : 0] as const,
      ),
    );
    const of = (groups: readonly (readonly (readonly [string, number])[])[]) => groups.flat();
    const sum = (wanted: string) =>
      of(rows).reduce(
        (total, [row, people]) => (row.split(' ').includes(wanted) ? total + people : total),
        0,
      );
    const released = await releaseTables(
      tablesOf(
        [GROUP, GRADE],
        table(
          ['group'],
          GROUP.categories.map((group) => [group, sum(group)] as const),
        ),
        table(
          ['grade'],
          grades.map((grade) => [grade, sum(grade)] as const),
        ),
        table(['group', 'grade'], of(rows)),
      ),
      POLICY,
    );
    expect(await narrowedCells(released, POLICY)).toEqual([]);
    expect(told(released)[2]!.slice(1, 6)).toEqual([null, null, null, null, null]);
  });

  it('follows the policy of whoever publishes', async () => {
    const policy = { base: 10, smallest: 20, smallestForExtremes: 50 };
    const released = await releaseTables(
      tablesOf(
        [GROUP],
        table(
          ['group'],
          [
            ['nursing', 123],
            ['medical', 19],
            ['pharmacy', 25],
          ],
        ),
      ),
      policy,
    );
    expect(told(released)).toEqual([[120, null, 30]]);
    expect(told(await releaseTables(DEMONSTRATION, { ...policy, base: 1, smallest: 1 }))[3]).toEqual([
      3, 12, 25, 14, 9, 30, 22, 35, 8,
    ]);
  });
});

describe('tables that cannot be released', () => {
  it.each([
    ['a table twice', [table(['group'], []), table(['group'], [])], 'table group: it is given twice'],
    [
      'a row that there cannot be',
      [table(['group'], [['dental', 1]])],
      'table group: there is no row dental',
    ],
    ['a dimension that there is not', [table(['grade'], [])], 'There is no dimension grade'],
    [
      'a count that counts nothing',
      [table([], [['', 1.5]])],
      'a count is a whole number from 0 on, and people is none',
    ],
    [
      'a total that is not the sum',
      [table([], [['', 30]]), table(['group'], [['nursing', 31]])],
      'table total: people in a row are not as many as table group has of them',
    ],
  ])('are refused for %s', async (_, tables, message) => {
    await expect(releaseTables(tablesOf([GROUP], ...tables), POLICY)).rejects.toThrow(message);
  });

  it('of which one does not tell everything have that withheld there', async () => {
    const whole = { a: 60, b: 40 };
    const tables = (tells: readonly string[]) => ({
      dimensions: [{ code: 'group', categories: ['x', 'y'] }],
      measures: ['a', 'b'] as const,
      parts: [['b', 'a']] as const,
      tables: [
        { dimensions: [], rows: [{ categories: [], counts: { a: 120, b: 80 } }] },
        {
          dimensions: ['group'],
          tells,
          rows: ['x', 'y'].map((each) => ({ categories: [each], counts: whole })),
        },
      ],
    });
    const released = await releaseTables<'a' | 'b'>(tables(['a']), POLICY);
    expect(released.tables.map(({ rows }) => rows.map(({ counts }) => counts))).toEqual([
      [{ a: 120, b: 80 }],
      [
        { a: 60, b: null },
        { a: 60, b: null },
      ],
    ]);
    const withoutWhole = await releaseTables<'a' | 'b'>(tables(['b']), POLICY);
    expect(withoutWhole.tables[1]!.rows.map(({ counts }) => counts)).toEqual([
      { a: null, b: 40 },
      { a: null, b: 40 },
    ]);
  });
});
