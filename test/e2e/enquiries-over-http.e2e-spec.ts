import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Response } from 'supertest';
import { type CallerName, useService } from '../harness/service';
import { KeptRows } from './kept-rows';
import { csv, PROGRAMME } from './people-rows';
import { refusalOf } from './refusal';
import { bodyOf, solvedRound, untilAnswered } from './round-over-http';

const service = useService();
const coordinator = () => service.as('coordinator');
const known = {} as { programmeId: string; roundId: string };

interface Standing {
  readonly id: string;
  readonly state: string;
}

beforeAll(async () => {
  const made = await coordinator().post('programmes', { name: 'What if' }).expect(201);
  known.programmeId = (made.body as Standing).id;
  await coordinator()
    .post('imports', {
      programmeId: known.programmeId,
      mentees: csv(PROGRAMME.mentees),
      mentors: csv(PROGRAMME.mentors),
    })
    .expect(201);
  known.roundId = await solvedRound(coordinator(), known.programmeId);
}, 120_000);

/** Asks about the round, and waits at the address that the answer gives. */
async function answered<Answer extends Standing>(
  caller: CallerName,
  what: string,
  body: object = {},
): Promise<Answer> {
  const asked = await service.as(caller).post(`matching-rounds/${known.roundId}/${what}`, body).expect(202);
  const { id } = asked.body as Standing;
  const address = asked.headers['location']!;
  expect(address).toBe(`/api/v1/matching-rounds/${known.roundId}/${what}s/${id}`);
  return (await untilAnswered(service.as(caller), address)).body as Answer;
}

const refused = async (answer: PromiseLike<Response>) => {
  const { status, code } = refusalOf(await answer);
  return [status, code];
};

async function alter(statements: string): Promise<void> {
  const database = new Client({ connectionString: service.databaseUrl });
  await database.connect();
  try {
    await database.query(statements);
  } finally {
    await database.end();
  }
}

describe('an enquiry into a round', () => {
  it('changes nothing but what is kept of the enquiry itself, and of who asked', async () => {
    const rows = new KeptRows(service);
    // Whoever signs in for the first time changes their account.
    await service.as('hr_auditor').get('me').expect(200);
    const before = await rows.digest();
    await answered('hr_auditor', 'replay');
    const after = await rows.digest();
    const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
    expect(changed.sort()).toEqual([
      ...['audit_event', 'log_pseudonym', 'outbox_job', 'round_enquiry', 'round_part'],
    ]);
  });

  it('takes effect once under one Idempotency-Key', async () => {
    const key = randomUUID();
    const send = () =>
      coordinator().post(`matching-rounds/${known.roundId}/replay`).set('Idempotency-Key', key).expect(202);
    const [first, again] = [await send(), await send()];
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({
      'idempotency-replayed': 'true',
      location: first.headers['location'],
    });
  });

  it('needs a round, which has been solved', async () => {
    const draft = (await bodyOf(
      coordinator().post('matching-rounds', { programmeId: known.programmeId, name: 'Later' }).expect(201),
    )) as Standing;
    for (const [what, body] of [['replay'], ['preview', { rules: {} }], ['frontier']] as const) {
      expect(await refused(coordinator().post(`matching-rounds/${draft.id}/${what}`, body))).toEqual([
        409,
        'matching-round.not-solved',
      ]);
      expect(await refused(coordinator().post(`matching-rounds/${randomUUID()}/${what}`, body))).toEqual([
        404,
        'matching-round.not-found',
      ]);
    }
  });

  it('is found under its own round alone', async () => {
    const { id } = await answered<Standing>('coordinator', 'frontier');
    const asked = { programmeId: known.programmeId, name: 'Another round' };
    const other = ((await coordinator().post('matching-rounds', asked).expect(201)).body as Standing).id;
    expect(await refused(coordinator().get(`matching-rounds/${other}/frontiers/${id}`))).toEqual([
      404,
      'frontier.not-found',
    ]);
    expect(await refused(coordinator().get(`matching-rounds/${randomUUID()}/frontiers/${id}`))).toEqual([
      404,
      'matching-round.not-found',
    ]);
    expect(await refused(coordinator().get(`matching-rounds/${known.roundId}/replays/${id}`))).toEqual([
      404,
      'replay.not-found',
    ]);
  });
});

describe('a replay', () => {
  it('is identical, for whoever audits', async () => {
    const replay = await answered('hr_auditor', 'replay');
    expect(replay).toMatchObject({ state: 'identical', engine: 'evenhand-allocation/3' });
    expect(replay).not.toHaveProperty('difference');
  });

  it('says where the result was altered', async () => {
    const kept = (change: string) => `
      alter table matching_run disable trigger matching_run_stays_solved;
      update matching_run set result = ${change};
      alter table matching_run enable trigger matching_run_stays_solved`;
    await alter(kept(`replace(result, 'evenhand-allocation/3', 'evenhand-allocation/0')`));
    try {
      expect(await answered('hr_auditor', 'replay')).toMatchObject({
        state: 'different',
        difference: expect.stringContaining('evenhand-allocation/0') as string,
      });
    } finally {
      await alter(kept(`replace(result, 'evenhand-allocation/0', 'evenhand-allocation/3')`));
    }
  });

  it('fails where the frozen input was altered', async () => {
    const kept = (from: string, to: string) => `
      alter table matching_run disable trigger all;
      update matching_run set snapshot = replace(snapshot, '"seed":"${from}"', '"seed":"${to}"');
      alter table matching_run enable trigger all`;
    await alter(kept('evenhand', 'chosen'));
    try {
      expect(await answered('hr_auditor', 'replay')).toMatchObject({
        state: 'failed',
        failure: { code: 'snapshot.altered' },
      });
    } finally {
      await alter(kept('chosen', 'evenhand'));
    }
  });
});

interface Preview extends Standing {
  readonly rules: { readonly seed: string; readonly floor: number };
  readonly change: {
    readonly matched: { readonly before: number; readonly after: number };
    readonly gained: readonly string[];
    readonly lost: readonly string[];
    readonly groups: readonly {
      readonly path: string;
      readonly asked: number;
      readonly matched: { readonly before: number; readonly after: number };
      readonly accessRate: { readonly before: readonly number[]; readonly after: readonly number[] };
    }[];
  };
}

describe('a preview', () => {
  it('tells who would gain and who would lose a match, and how groups would fare', async () => {
    const result = (await bodyOf(
      coordinator().get(`matching-rounds/${known.roundId}/result`).expect(200),
    )) as { matches: { requestId: string }[]; unmatched: { requestId: string }[] };
    const preview = await answered<Preview>('coordinator', 'preview', {
      rules: { objectives: ['coverage', 'score'] },
    });
    expect(preview).toMatchObject({ state: 'answered', rules: { seed: 'evenhand', floor: 3_500 } });
    const { matched, gained, lost, groups } = preview.change;
    expect(matched).toEqual({ before: result.matches.length, after: result.matches.length });
    expect(gained.length).toBeGreaterThan(0);
    expect(gained).toHaveLength(lost.length);
    const have = new Set(result.matches.map(({ requestId }) => requestId));
    const haveNot = new Set(result.unmatched.map(({ requestId }) => requestId));
    expect(gained.filter((request) => !haveNot.has(request))).toEqual([]);
    expect(lost.filter((request) => !have.has(request))).toEqual([]);
    const net = groups.reduce((sum, group) => sum + group.matched.after - group.matched.before, 0);
    expect(net).toBe(gained.length - lost.length);
    expect(groups.every((one) => one.accessRate.after.join() === `${one.matched.after},${one.asked}`)).toBe(
      true,
    );
  });

  it('changes nothing where nothing is changed', async () => {
    const preview = await answered<Preview>('coordinator', 'preview', { rules: {} });
    expect(preview.change).toMatchObject({ gained: [], lost: [] });
  });

  it.each([
    ['an unknown rule', { rules: { luck: 1 } }, 400, 'body.rules.luck'],
    ['a rule out of its range', { rules: { floor: -1 } }, 400, 'body.rules.floor'],
    ['no rules', {}, 400, 'body.rules'],
  ])('refuses %s', async (_, body, status, where) => {
    const answer = refusalOf(await coordinator().post(`matching-rounds/${known.roundId}/preview`, body));
    expect(answer).toMatchObject({ status, code: 'request.invalid', problems: [{ where }] });
  });

  it('refuses rules that cannot be, and says which', async () => {
    const body = { rules: { weights: { place: 0 } } };
    const answer = refusalOf(await coordinator().post(`matching-rounds/${known.roundId}/preview`, body));
    expect(answer).toMatchObject({ status: 422, detail: expect.stringContaining('weights') as string });
  });

  it('is not for those who audit: it names requests', async () => {
    const asking = service.as('hr_auditor').post(`matching-rounds/${known.roundId}/preview`, { rules: {} });
    expect(await refused(asking)).toEqual([403, 'access.forbidden']);
  });
});

describe('the frontier of equity', () => {
  it('tells what each degree of evenness gives and costs, without naming anybody', async () => {
    interface Frontier extends Standing {
      readonly points: readonly {
        readonly levels: readonly number[];
        readonly matched: number;
        readonly score: number;
        readonly lowest: { readonly rate: readonly [number, number] };
        readonly waitingDays: number;
        readonly price: Readonly<
          Record<'waitingDays' | 'score', { readonly lost: number; readonly of: number }>
        >;
      }[];
    }
    const { state, points } = await answered<Frontier>('hr_auditor', 'frontier');
    expect(state).toBe('answered');
    expect(points.map(({ levels }) => levels)).toEqual([[], [1], [1, 2]]);
    expect(new Set(points.map(({ matched }) => matched)).size).toBe(1);
    const [unweighted, ...even] = points;
    expect(unweighted!.price).toEqual({
      waitingDays: { lost: 0, of: unweighted!.waitingDays, percent: 0 },
      score: { lost: 0, of: unweighted!.score, percent: 0 },
    });
    for (const { score, price, lowest } of even) {
      expect(price.score).toMatchObject({ lost: unweighted!.score - score, of: unweighted!.score });
      // Whoever has waited longest comes first by the rules of the round, so that evenness can only cost days.
      expect(price.waitingDays.lost).toBeGreaterThanOrEqual(0);
      const [[count, of], [least, ofLeast]] = [lowest.rate, unweighted!.lowest.rate];
      expect(count * ofLeast).toBeGreaterThanOrEqual(least * of);
    }
  });
});
