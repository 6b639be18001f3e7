import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { healthAndCare } from '@evenhand/taxonomy';
import { ReleasedLook } from '../released-look';
import { reportDimensions } from '../report-dimensions';
import type { ReportMaterial } from '../report-material';
import { ceilingsSection } from './ceilings-section';

const STAGES = healthAndCare.content.stages;
const dimensions = reportDimensions(healthAndCare.content, { organisations: [], rounds: [] });

/** The section of a workforce as it was released, by profession and stage, lowest first; `null` is withheld. */
function sectionOf(workforce: Readonly<Record<string, readonly (number | null)[]>>, all: readonly number[]) {
  const row = (categories: readonly string[], people: number | null) => ({
    categories,
    counts: { workforce: people },
  });
  const table = (codes: readonly string[], rows: readonly ReturnType<typeof row>[]) => ({
    dimensions: codes,
    rows,
  });
  const look = new ReleasedLook(
    {
      ...{ dimensions: [], measures: ['workforce' as const], parts: [] },
      tables: [
        table(
          ['profession', 'stage'],
          Object.entries(workforce).flatMap(([profession, people]) =>
            people.map((each, at) => row([profession, STAGES[at]!.code], each)),
          ),
        ),
        table(
          ['stage'],
          all.map((each, at) => row([STAGES[at]!.code], each)),
        ),
      ],
    },
    DEFAULT_DISCLOSURE_POLICY,
  );
  const { table: told } = ceilingsSection({
    ...{ stages: STAGES, dimensions, workforce: look },
  } as unknown as ReportMaterial);
  return (profession: string, code: string) =>
    told.rows.find(([label]) => label === healthAndCare.profession(profession)!.title)![
      told.columns.findIndex((column) => column.code === code)
    ];
}

describe('Where professions stop rising', () => {
  // Adult nurses and surgeons are alike; of the three small professions the upper stages are withheld.
  const cell = sectionOf(
    {
      adult_nurse: [400, 300, 200, 100, 50],
      surgeon: [400, 300, 200, 100, 50],
      dietitian: [200, 60, 20, null, null],
      paramedic: [200, 60, 20, null, null],
      orthoptist: [200, 60, 20, null, null],
    },
    [1400, 780, 460, 210, 105],
  );

  it('is told beside everyone else, whose small professions too', () => {
    const rest = { n: 2955 - 1050, above: 1555 - 650 };
    expect(cell('adult_nurse', 'beyond_F')).toBeCloseTo(650 / 1050 / (rest.above / rest.n), 2);
    expect(cell('adult_nurse', 'beyond_F')).toBeGreaterThan(1.25);
    expect(cell('adult_nurse', 'beyond_3')).toBeCloseTo(50 / 150 / (55 / 165), 2);
  });

  it('is not told from a stage above which something of the profession is withheld', () => {
    expect(STAGES.map(({ code }) => cell('dietitian', `at_${code}`))).toEqual([200, 60, 20, null, null]);
    expect(STAGES.slice(0, -1).map(({ code }) => cell('dietitian', `beyond_${code}`))).toEqual([
      ...[null, null, null, null],
    ]);
  });

  it('is not told where rounding leaves less of everybody than of the profession', () => {
    const odd = sectionOf({ adult_nurse: [20, 20, 20, 20, 20] }, [20, 20, 20, 20, 15]);
    expect(odd('adult_nurse', 'beyond_F')).toBeNull();
  });
});
