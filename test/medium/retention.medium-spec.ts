import { OVERDUE_TABLES, OverdueData, RemoveOverdueData } from '@evenhand/governance';
import { AuditTrail, Authority, Clock, type JsonValue, Transaction } from '@evenhand/kernel';
import { useMatchingDatabase } from './matching-database';
import { CANARY, somebodyEverywhere, type SomebodyEverywhere } from './somebody-everywhere';

const DAYS = 365;
const WORKER = Authority.ofProgram('worker');
/** Everything that is over in the life of somebody everywhere was so by the evening of 17 April. */
const OVER = new Date('2026-04-17T18:00:00.000Z');

const kept = useMatchingDatabase();
let me: SomebodyEverywhere;

class MovedClock extends Clock {
  constructor(private readonly at: Date) {
    super();
  }
  override now(): Date {
    return this.at;
  }
}

function removeAfter(days: number): Promise<Readonly<Record<string, number>>> {
  const at = new Date(OVER.getTime() + days * 86_400_000);
  const remove = new RemoveOverdueData(
    kept.get(OverdueData),
    kept.get(AuditTrail),
    new MovedClock(at),
    kept.get(Transaction),
  );
  return remove.run(WORKER, DAYS);
}

const rows = async (table: string, condition: string) =>
  (
    await kept.superuser.query<{ row: Readonly<Record<string, JsonValue>> }>(
      `select to_jsonb(held) as row from ${table} held where ${condition} order by id`,
    )
  ).map(({ row }) => row);

const removals = () =>
  kept.superuser.query<{ payload: string }>(
    `select payload from audit_event where action = 'retention.removed' order by seq`,
  );

beforeAll(async () => {
  me = await somebodyEverywhere(kept.superuser, kept.programmeId);
  // The database noted the end of the request when it was written.
  await kept.superuser.query('update mentoring_request set over_since = $1 where over_since is not null', [
    new Date('2026-04-17T09:00:00.000Z'),
  ]);
});

describe('What is over', () => {
  it('stays for as long as it is said to', async () => {
    const nothing = Object.fromEntries(Object.keys(OVERDUE_TABLES).map((table) => [table, 0]));
    expect(await removeAfter(75)).toEqual(nothing);
    expect(await removals()).toEqual([]);
  });

  it('loses the lines of imports first', async () => {
    expect((await removeAfter(77))['people_import']).toBe(1);
    expect(await rows('people_import', 'cardinality(notices) > 0')).toEqual([]);
  });

  it('is removed in its time, and each removal is counted in the log', async () => {
    const removed = await removeAfter(DAYS + 1);
    expect(removed).toEqual({
      ...{ mentoring_request: 1, proposal: 1, talent_pool_member: 1, role_grant: 1, break_glass: 1 },
      ...{ correction_request: 1, explanation_review: 1, pool_decision_review: 1, championing: 1 },
      people_import: 0,
    });
    const told = (await removals()).map(({ payload }) => JSON.parse(payload) as { details: JsonValue });
    expect(told.map(({ details }) => details)).toContainEqual(
      expect.objectContaining({ table: 'talent_pool_member', removed: 1 }),
    );
    expect(told).toHaveLength(10);
    const gone = ['role_grant', 'break_glass', 'correction_request', 'explanation_review'] as const;
    for (const table of gone) expect(await rows(table, 'true')).toEqual([]);
    expect(await rows('mentoring_request', `state = 'withdrawn'`)).toEqual([]);
    expect(await rows('talent_pool_member', `person_id = '${me.personId}'`)).toEqual([]);
  });

  it('goes of a champion’s name where it was taken back, and stays where something was done with it', async () => {
    expect(await rows('championing', `state = 'taken_back'`)).toEqual([]);
    expect((await rows('championing', 'true')).map(({ state }) => state).sort()).toEqual([
      ...['named', 'taken_up', 'taken_up'],
    ]);
  });

  it('leaves of a closed proposal that the two were paired, and why it ended by its code', async () => {
    const [closed] = await rows('proposal', `state = 'declined'`);
    expect(closed).toMatchObject({
      ...{ mentee_id: me.personId, mentor_id: me.mentorId, declined: { by: 'mentor', reason: 'no_time' } },
      ...{ score: 0, mentor_rank: null, eligible_mentors: null },
      ...{ points: [], gaps: [], gaps_not_covered: [], notes: [], questions: [], reminded_at: [] },
    });
    expect(JSON.stringify(closed)).not.toContain(CANARY);
  });

  it('leaves of a decision that it was made, when and by which criteria', async () => {
    const [decision] = await rows('talent_pool_decision', `id = '${me.decisionId}'`);
    expect(decision).toMatchObject({ member_id: null, outcome: 'in_pool', reason: 'Erased.' });
  });

  it('leaves what goes on', async () => {
    for (const table of ['proposal', 'mentoring_request', 'talent_pool_member']) {
      expect(await rows(table, `state not in ('declined', 'withdrawn', 'appointed')`)).not.toEqual([]);
    }
    const open = await rows('proposal', `state in ('offered', 'confirmed')`);
    for (const proposal of open) expect(JSON.stringify(proposal)).toContain(CANARY);
  });

  it('is not removed twice', async () => {
    const before = await removals();
    expect(Object.values(await removeAfter(DAYS + 2)).every((some) => some === 0)).toBe(true);
    expect(await removals()).toEqual(before);
  });
});
