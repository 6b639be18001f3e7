import { InputRefused } from '@evenhand/kernel';
import { healthAndCare } from '@evenhand/taxonomy';
import { headcountsOf } from './baseline';
import { readBaseline } from './read-baseline';

const context = {
  catalogue: healthAndCare,
  organisations: new Map([
    ['a trust', 'trust-id'],
    ['rx1', 'trust-id'],
  ]),
};
const table = (...lines: readonly string[]) => {
  const [columns, ...rows] = lines.map((line) => line.split(','));
  return { name: 'workforce', columns: columns!, rows };
};
const read = (...lines: readonly string[]) => readBaseline(table(...lines), undefined, context);
const refusal = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputRefused) return error.problems;
  }
  throw new Error('It was not refused.');
};

describe('A baseline of the workforce', () => {
  it('is read by our own headings, in any order', () => {
    const { parts } = read('headcount,stage,profession,grade,organisation', '40,2,Midwives,Band 7,A trust');
    expect(parts).toEqual([
      { organisationId: 'trust-id', profession: 'midwife', grade: 'afc_7', stage: '2', people: 40 },
    ]);
  });

  it('is read by the headings of the Electronic Staff Record', () => {
    const { parts } = read(
      'Org,Staff Group,Job Role,Pay Band,Headcount',
      'RX1,Allied Health Professionals,Physiotherapist,Band 6,12',
    );
    expect(parts).toEqual([
      { organisationId: 'trust-id', profession: 'physiotherapist', grade: 'afc_6', people: 12 },
    ]);
  });

  it('gives the headcounts by profession, whatever else it tells apart', () => {
    const baseline = read(
      'profession,stage,headcount',
      'midwife,1,40',
      'midwife,2,2',
      'paramedic,1,7',
      'orthoptist,1,0',
    );
    expect([...headcountsOf(baseline)]).toEqual([
      ['midwife', 42],
      ['paramedic', 7],
    ]);
  });

  it('may state totals, which hold', () => {
    const { parts } = read(
      'organisation,profession,stage,headcount',
      'A trust,midwife,1,40',
      'A trust,midwife,2,2',
      'A trust,midwife,Total,42',
      'Grand Total,Total,Total,42',
    );
    expect(parts).toHaveLength(2);
  });

  it('is refused whole where its parts do not add up, with what and where', () => {
    const problems = refusal(() =>
      read('profession,stage,headcount', 'midwife,1,40', 'midwife,2,2', 'midwife,Total,43', 'Total,Total,42'),
    );
    expect(problems).toEqual([
      'workforce: row 4, column headcount: it states a total of 43, and the rows under it add up to 42',
    ]);
  });

  it('states each total once', () => {
    const problems = refusal(() =>
      read(
        'profession,stage,headcount',
        'midwife,1,40',
        'midwife,Total,40',
        'Midwives,all,40',
        'Total,Total,40',
      ),
    );
    expect(problems).toEqual([
      'workforce: row 4, column headcount: the same total as row 3: each stands once',
    ]);
  });

  it('holds a total against the rows that say all that it says', () => {
    const lines = [
      ...[
        'organisation,profession,grade,stage,headcount',
        'A trust,midwife,Band 7,1,40',
        ',midwife,Band 7,,3',
      ],
      ...[',paramedic,,1,2', 'A trust,Total,Total,Total,40', 'Total,Total,Band 7,Total,43'],
      ...['Total,Total,Total,1,42', 'Total,paramedic,Total,2,0', 'Total,Total,Total,Total,45'],
    ];
    expect(read(...lines).parts).toHaveLength(3);
    const wrong = lines.map((line) => line.replace(/(Band 7|,1|,2),Total,43$/, '$1,Total,40'));
    expect(refusal(() => read(...wrong))).toEqual([
      'workforce: row 6, column headcount: it states a total of 40, and the rows under it add up to 43',
    ]);
  });

  it('tells every fault at once', () => {
    const problems = refusal(() =>
      read(
        'profession,grade,headcount',
        'astronaut,,3',
        'midwife,Band 99,4',
        'midwife,,many',
        ',,5',
        'midwife,,1',
        'midwife,,2',
      ),
    );
    expect(problems).toEqual([
      'workforce: row 2, column profession: "astronaut" is not known',
      'workforce: row 3, column grade: "Band 99" is not known',
      'workforce: row 4, column headcount: "many" is no whole number from 0 up',
      'workforce: row 5, column profession: it is missing',
      'workforce: row 7, column profession: the same as row 6: each part stands once',
    ]);
  });

  it.each([['midwife,0'], ['Total,0'], []])('that counts nobody is refused: %s', (...rows) => {
    expect(refusal(() => read('profession,headcount', ...rows))).toEqual([
      'workforce: it counts nobody, and nothing can be measured against that',
    ]);
  });

  it('that counts more people than there can be is refused', () => {
    const rows = ['Band 5', 'Band 6', 'Band 7'].map((grade) => `midwife,${grade},999999999`);
    expect(refusal(() => read('profession,grade,headcount', ...rows))).toEqual([
      'workforce: it counts 2999999997 people in all; at most 10000000 can be counted',
    ]);
  });

  it('needs to say who and how many', () => {
    expect(refusal(() => read('grade', 'Band 7'))).toEqual([
      'workforce: column profession is missing',
      'workforce: column headcount is missing',
    ]);
  });

  it('counts characteristics of the same people', () => {
    const workforce = table('profession,headcount', 'midwife,40');
    const characteristics = (...lines: readonly string[]) => ({
      ...table(...lines),
      name: 'characteristics',
    });
    const told = readBaseline(
      workforce,
      characteristics('question,answer,headcount', 'sex,Female,30', 'sex,male,10'),
      context,
    );
    expect(told.characteristics).toHaveLength(2);
    expect(
      refusal(() =>
        readBaseline(
          workforce,
          characteristics('question,answer,headcount', 'sex,female,30', 'sex,male,9'),
          context,
        ),
      ),
    ).toEqual(['characteristics: sex: its answers add up to 39, and the workforce to 40']);
  });

  it('keeps the characteristics of before where none are handed in, and is refused where they no longer add up', () => {
    const kept = [
      { question: 'sex', answer: 'female', people: 30 },
      { question: 'sex', answer: 'male', people: 10 },
    ];
    const beside = { ...context, characteristics: kept };
    const workforce = (people: number) => table('profession,headcount', `midwife,${people}`);
    expect(readBaseline(workforce(40), undefined, beside).characteristics).toEqual(kept);
    expect(refusal(() => readBaseline(workforce(41), undefined, beside))).toEqual([
      'characteristics: none are handed in, and those that the baseline has are of another number of people than the ' +
        'workforce, 41: hand in new ones, or their headings alone to be without them',
    ]);
    const headings = table('question,answer,headcount');
    expect(readBaseline(workforce(41), headings, beside).characteristics).toEqual([]);
  });
});
