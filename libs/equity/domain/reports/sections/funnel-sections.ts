import type { ReportSection } from '../equity-report';
import { type Measure, MEASURE_TITLES } from '../measures';
import type { Share } from '../released-look';
import type { Characteristic, PersonDimension } from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import { count, labels, percent } from './columns';
import { JudgedShare } from './verdict-cells';
import { groupsListed } from './words';

/** A funnel beside that of mentors. */
interface Funnel {
  readonly code: string;
  readonly title: string;
  readonly steps: readonly Measure[];
  /** The share that is judged. */
  readonly judged: Share<Measure>;
  readonly judgedAs: string;
}

const FUNNELS: readonly Funnel[] = [
  {
    code: 'champions',
    title: 'Champions',
    steps: ['eligible', 'championed', 'put_forward', 'taken_up'],
    judged: ['championed', 'eligible'],
    judgedAs: 'having a champion',
  },
  {
    code: 'talent-pools',
    title: 'Talent pools',
    steps: ['eligible', 'pool_entered', 'pool_assessed', 'in_pool', 'ready_now', 'appointed'],
    judged: ['in_pool', 'eligible'],
    judgedAs: 'being in a pool',
  },
];

/** The funnels of champions and of talent pools, by one dimension; those of which its table tells anything. */
export function funnelSections(
  material: ReportMaterial,
  code: PersonDimension | Characteristic,
): readonly ReportSection[] {
  const told = material.people.told([code]);
  return FUNNELS.filter(({ judged: [part] }) => told.includes(part)).map((funnel) =>
    funnelSection(material, code, { ...funnel, steps: funnel.steps.filter((step) => told.includes(step)) }),
  );
}

function funnelSection(
  material: ReportMaterial,
  code: PersonDimension | Characteristic,
  { steps, ...funnel }: Funnel,
): ReportSection {
  const { people, dimensions } = material;
  const dimension = dimensions[code];
  const { judged, judgedAs } = funnel;
  const groups = dimension.categories.map((category) => [category]);
  const found = new JudgedShare(people, [code], groups, judged);
  const disparate = dimension.categories.filter((category) => found.verdicts.of(category) === 'disparity');
  const shares = steps.slice(1).map((step, at): Share<Measure> => [step, wholeOf(steps, at, step)]);
  return {
    code: `${funnel.code}-by-${code.replaceAll('_', '-')}`,
    title: `${funnel.title} by ${dimension.title.toLowerCase()}`,
    sentence:
      disparate.length === 0
        ? `No disparity in ${judgedAs} is found that can be told, which is no proof that there is none.`
        : `A disparity in ${judgedAs} is found for ${groupsListed(disparate.map((each) => titleOf(dimension, each)))}.`,
    table: {
      columns: [
        labels(dimension.title),
        ...steps.map((step) => count(step, MEASURE_TITLES[step])),
        ...shares.map(([part, whole]) =>
          percent(`${part}_rate`, `${MEASURE_TITLES[part]} of ${MEASURE_TITLES[whole].toLowerCase()}`),
        ),
        ...found.columns('judged', `Verdict on ${judgedAs}`),
      ],
      rows: dimension.categories.map((category) => [
        titleOf(dimension, category),
        ...steps.map((step) => people.count([code], [category], step)),
        ...shares.map((share) => people.rate([code], [category], share)),
        ...found.cells(category),
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: shares.map(([part]) => `${part}_rate`) },
  };
}

/** Whoever is appointed need not be ready now: both are shares of those in a pool. */
function wholeOf(steps: readonly Measure[], at: number, step: Measure): Measure {
  return step === 'appointed' ? 'in_pool' : steps[at]!;
}
