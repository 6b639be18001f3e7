import { healthAndCare } from '@evenhand/taxonomy';
import type { PoolDecision } from './pool-decision';
import type { PoolMember } from './pool-member';
import { publicationOf } from './pool-publication';
import { NO_TIMES } from './released-times';
import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';

const { professionalGroups, stages } = healthAndCare.content;
const CATALOGUE = { professionalGroups, stages };
const on = (day: number) => new Date(Date.UTC(2026, 8, day));

/** A pool in which so many want to be, and so many were turned down or taken in and left again. */
function aPool(counts: { readonly waiting: number; readonly turnedDown: number; readonly gone: number }) {
  const people = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind}-${at}`);
  const [waiting, turnedDown] = [people('waits', counts.waiting), people('not', counts.turnedDown)];
  const gone = people('gone', counts.gone);
  const member = (id: string, state: PoolMember['state']): PoolMember => ({
    ...{ id, poolId: 'pool', personId: `person-${id}`, wayIn: 'applied', state, reason: 'Me.', version: 1 },
    ...{ cameAt: on(1), interestDeclaredAt: on(1), ...(state === 'left' ? { ending: { at: on(16) } } : {}) },
  });
  const decision = (memberId: string, outcome: PoolDecision['outcome']): PoolDecision => ({
    ...{ id: `on-${memberId}`, poolId: 'pool', memberId, outcome, decidedAt: on(15) },
    ...{ decider: { role: 'talent_board' }, criteriaVersion: 1, reason: 'R.' },
  });
  return {
    members: [
      ...waiting.map((id) => member(id, 'assessed')),
      ...turnedDown.map((id) => member(id, 'not_in_pool')),
      ...gone.map((id) => member(id, 'left')),
    ],
    decisions: [
      ...turnedDown.map((id) => decision(id, 'not_in_pool')),
      ...gone.map((id) => decision(id, 'in_pool')),
    ],
    posts: [],
  };
}

describe('how long decisions took', () => {
  it('is not told where that there were ten says that a withheld outcome is not 0', async () => {
    const pool = aPool({ waiting: 20, turnedDown: 6, gone: 6 });
    expect(
      await publicationOf(pool, [], CATALOGUE, { earlier: [] }, on(20), DEFAULT_DISCLOSURE_POLICY),
    ).toMatchObject({
      composition: { underWay: 20 },
      decisions: { decisions: null },
      times: NO_TIMES,
    });
  });

  it('is told with an outcome that is told, until when that is counted', async () => {
    const pool = aPool({ waiting: 20, turnedDown: 13, gone: 2 });
    expect(
      await publicationOf(pool, [], CATALOGUE, { earlier: [] }, on(20), DEFAULT_DISCLOSURE_POLICY),
    ).toMatchObject({
      decisions: { decisions: 15 },
      times: { until: on(20).toISOString(), medianWeeks: 2 },
    });
  });
});
