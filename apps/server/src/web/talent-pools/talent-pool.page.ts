import { barChart, TOO_FEW_TO_SHOW } from '@evenhand/charts';
import type { WebPage } from '@evenhand/pages';
import {
  type AppointedFrom,
  conditionInWords,
  type CriteriaVersion,
  type DecisionOutcome,
  type PoolFigure,
  type ReleasedShare,
  type TransparentPool,
} from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import { inBritain } from '../in-britain';
import { toldByInWords } from '../told-by-in-words';
import { poolView } from './pool-in-words';

const COUNT = new Intl.NumberFormat('en-GB');
const OUTCOMES: Readonly<Record<DecisionOutcome, string>> = {
  in_pool: 'Taken into the pool',
  not_in_pool: 'Turned down',
};
const FROM: Readonly<Record<AppointedFrom, string>> = {
  pool: 'From the pool, to one of its critical posts',
  outside: 'From outside the pool, to one of its critical posts',
  pool_elsewhere: 'From the pool, to another post',
};

const FIGURES: Readonly<Record<PoolFigure, string>> = {
  members: 'In the pool, by professional group and stage',
  underWay: 'Want to be in it, not decided on yet',
  takenIn: OUTCOMES.in_pool,
  turnedDown: OUTCOMES.not_in_pool,
  pool: FROM.pool,
  outside: FROM.outside,
  poolElsewhere: FROM.pool_elsewhere,
};

/** What everybody may know of one pool. @param isTheirs whether whoever reads is one of those whom it is for */
export function talentPoolPage(
  { pool, criteria, asOf, ...released }: TransparentPool,
  isTheirs = false,
): WebPage {
  const { composition, decisions, times, appointments, toldBy } = released;
  const [now, ...before] = criteria;
  return {
    title: `Talent pool: ${pool.title}`,
    template: 'talent-pool.njk',
    view: {
      pool: poolView(pool),
      told: toldByInWords(toldBy, FIGURES),
      isTheirs,
      application:
        isTheirs && pool.state === 'open' && pool.waysIn.includes('applied')
          ? `/pools/${pool.id}/application`
          : undefined,
      now: now && versionView(now),
      before: before.map(versionView),
      asOf: asOf && inBritain(asOf),
      members: count(composition.members),
      underWay: count(composition.underWay ?? null),
      ...chartOf(composition.groups),
      groups: sharesView(composition.groups, healthAndCare.content.professionalGroups),
      stages: sharesView(composition.stages, healthAndCare.content.stages),
      decided: decisions.outcomes.map((one) => ({
        title: OUTCOMES[one.outcome],
        count: count(one.decisions),
      })),
      medianWait: times.medianWeeks === null ? TOO_FEW_TO_SHOW : weeks(times.medianWeeks),
      timesUntil: times.until && inBritain(new Date(times.until)),
      appointed: appointments.from.map((one) => ({ title: FROM[one.from], count: count(one.appointments) })),
    },
  };
}

function versionView({ number, criteria, from, reason }: CriteriaVersion): object {
  return {
    ...{ number, from: inBritain(from), reason },
    criteria: criteria.map(({ sentence, rule }) => ({
      sentence,
      rule: rule?.map((condition) => conditionInWords(condition, healthAndCare)).join(', or '),
    })),
  };
}

function sharesView(
  shares: readonly ReleasedShare[],
  entries: readonly { readonly code: string; readonly title: string }[],
): object[] {
  return shares.map(({ code, members, share }) => ({
    title: titleOf(entries, code),
    members: count(members),
    share: share === null ? TOO_FEW_TO_SHOW : `${share}%`,
  }));
}

function chartOf(groups: readonly ReleasedShare[]): { readonly inWords: string; readonly chart?: string } {
  const titled = groups.map((group) => ({
    ...group,
    title: titleOf(healthAndCare.content.professionalGroups, group.code),
  }));
  const shown = titled.filter(({ share }) => share !== null);
  if (shown.length === 0) {
    return { inWords: 'No professional group of this pool is large enough to be shown.' };
  }
  const withheld = titled.length - shown.length;
  const others =
    withheld === 0 ? '' : ` ${withheld === 1 ? '1 group is' : `${withheld} groups are`} not shown.`;
  const inWords = `Of the members in the groups shown, ${listed(
    shown.map(({ title, share }) => `${share}% are of the group ${title}`),
  )}.${others}`;
  return {
    inWords,
    chart: barChart({
      id: 'composition-chart',
      title: 'Members by professional group',
      description: `${inWords} The table below holds every number.`,
      bars: titled.map(({ title, members, share }) => ({
        label: title,
        value: share === null ? null : Math.min(share / 100, 1),
        text: `${share ?? 0}% (${count(members)})`,
      })),
    }),
  };
}

function titleOf(
  entries: readonly { readonly code: string; readonly title: string }[],
  code: string,
): string {
  return entries.find((entry) => entry.code === code)?.title ?? code;
}

function count(released: number | null): string {
  return released === null ? TOO_FEW_TO_SHOW : COUNT.format(released);
}

function weeks(whole: number): string {
  return whole === 1 ? '1 week' : `${COUNT.format(whole)} weeks`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}
