import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import type { PublicPlan } from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';

const { escalationLevels, horizons, professionalGroups, regions, stages } = healthAndCare.content;

/** A published plan with tables as long and as wide as they come, and something withheld in each. */
export function aPublicPlan({ programmeTitle = 'North', title = 'Leaders of the North' } = {}): PublicPlan {
  const told = (count: number) => ({ count, percent: 50 });
  const withheld = { count: null, percent: null };
  const states = { not_begun: 2, under_way: 1, in_place: 3 };
  const share = { people: 12_345, percent: 50 };
  const none = { supply: null, gap: null, cover: null, choice: null };
  return {
    ...{ id: '0b4b7f0e-6f0c-4c1e-9d8a-4f6a4f0f3c11', programmeTitle },
    ...{ publishedAt: new Date('2026-11-03T12:00:00Z'), countedAt: new Date('2026-10-30T12:00:00Z') },
    outline: {
      ...{ title, startsOn: '2026-10-01', baseline: { source: 'Census 2021', asOf: '2026-03-31' } },
      toldBy: { policy: DEFAULT_DISCLOSURE_POLICY },
      demand: {
        ...{ horizons: horizons.map(({ code }) => code), dimension: 'region', peopleShown: false },
        ...{
          rows: regions.map(({ code }) => ({
            key: code,
            byHorizon: horizons.map(() => ({ demand: 300, ...none })),
          })),
        },
        total: horizons.map(() => ({ demand: 2100, ...none })),
      },
      dashboard: {
        cover: { open: 40, covered: 25, percent: 63 },
        gaps: horizons.map(({ code }, at) => ({
          ...{ horizon: code, demand: 40, supply: at === 0 ? null : 25 },
          ...{ gap: at === 0 ? null : 15, choice: at === 0 ? null : 62 },
        })),
        fromPools: { filled: 12, fromPools: null, percent: null },
        actions: { open: 7, overdue: 2, done: 5 },
        risks: Object.fromEntries(escalationLevels.map(({ code }) => [code, 1])),
        sections: { readiness: states, behaviour: states, chapter: states },
        released: 15,
        groups: professionalGroups.map(({ code }, at) => ({
          ...{ group: code, workforce: told(12_345) },
          ...{ ready: at % 2 === 0 ? told(25) : withheld, seats: withheld },
        })),
        profile: ['Female', 'Male', 'Prefer not to say'].map((category) => ({
          ...{ characteristic: 'sex' as const, category, community: share },
          stages: Object.fromEntries(stages.map(({ code }) => [code, { people: null, percent: null }])),
        })),
      },
    },
  };
}
