import { type AllocationProblem, problemSha256, solveAround, verify } from '@evenhand/allocation';
import { matchPeople, pairKey, type Snapshot } from '@evenhand/matching';
import { healthAndCare } from '@evenhand/taxonomy';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Response } from 'supertest';
import { useService } from '../harness/service';
import { refusalOf } from './refusal';
import { bodyOf, solvedProgramme, untilAnswered } from './round-over-http';

const service = useService();
const coordinator = () => service.as('coordinator');
const auditor = () => service.as('hr_auditor');
const known = {} as { programmeId: string; roundId: string };

interface Pair {
  readonly requestId: string;
  readonly mentorId: string;
}

interface Result {
  readonly matches: readonly (Pair & { readonly score: number })[];
  readonly unmatched: readonly { readonly requestId: string; readonly eligibleMentors: number }[];
  readonly overrides: readonly (Pair & {
    readonly id: string;
    readonly kind: string;
    readonly reason: string;
  })[];
}

interface Preview {
  readonly state: string;
  readonly alternatives: readonly {
    readonly mentorId: string;
    readonly score: number;
    readonly present: boolean;
  }[];
  readonly effect: {
    readonly moves: readonly {
      readonly requestId: string;
      readonly fromMentorId: string | null;
      readonly toMentorId: string | null;
    }[];
    readonly countsKept: boolean;
    readonly change: { readonly groups: readonly { readonly matched: object }[] };
  };
}

beforeAll(async () => {
  Object.assign(known, await solvedProgramme(coordinator(), 'Decided'));
}, 120_000);

const at = (what: string): string => `matching-rounds/${known.roundId}/${what}`;
const result = async () => (await bodyOf(coordinator().get(at('result')).expect(200))) as Result;
const version = async (): Promise<number> => {
  const read = await coordinator().get(`matching-rounds/${known.roundId}`).expect(200);
  return Number(/\d+/.exec(read.headers['etag']!)![0]);
};
const decide = async (body: object, ofVersion?: number) =>
  coordinator()
    .post(at('overrides'), body)
    .set('If-Match', `"v${ofVersion ?? (await version())}"`);
const preview = async (body: object): Promise<Preview> => {
  const asked = await coordinator().post(at('override-preview'), body).expect(202);
  return (await untilAnswered(coordinator(), asked.headers['location']!)).body as Preview;
};
const refused = (answer: Response): unknown[] => {
  const { status, code } = refusalOf(answer);
  return [status, code];
};

/** Waits until an override no longer waits or runs. */
async function untilDecided(address: string): Promise<{ readonly state: string; readonly change: object }> {
  for (;;) {
    const { body } = (await coordinator().get(address).expect(200)) as {
      body: { state: string; change: object };
    };
    if (!['queued', 'running'].includes(body.state)) return body;
    await pause(50);
  }
}

/** The problem that an overridden round proves, made anew from what was frozen by whoever audits it. */
async function provenProblem(): Promise<AllocationProblem> {
  const database = new Client({ connectionString: service.databaseUrl });
  await database.connect();
  try {
    const { rows } = await database.query<{ snapshot: string }>(
      'select snapshot from matching_run where round_id = $1 order by attempt desc limit 1',
      [known.roundId],
    );
    const frozen = JSON.parse(rows[0]!.snapshot) as Snapshot;
    const { decisions, held } = frozen.decided!;
    let problem: AllocationProblem | undefined;
    matchPeople({
      ...{ mentees: frozen.mentees, mentors: frozen.mentors, colleagues: frozen.colleagues },
      ...{ catalogue: healthAndCare, rules: frozen.rules, onDate: frozen.onDate },
      earlierPairs: new Set(frozen.earlierPairs.map(([mentee, mentor]) => pairKey(mentee, mentor))),
      decidedAgainst: new Set(
        decisions.flatMap(({ kind, mentee, mentor }) => (kind === 'forbid' ? [pairKey(mentee, mentor)] : [])),
      ),
      solve(whole) {
        const positions = decisions.flatMap(({ kind, mentee, mentor }) =>
          kind === 'forbid'
            ? []
            : [
                [
                  whole.mentees.findIndex(({ id }) => id === mentee),
                  whole.mentors.findIndex(({ id }) => id === mentor),
                ] as const,
              ],
        );
        const around = solveAround(whole, positions, held);
        ({ problem } = around);
        return { ...around.certified, mentorOf: around.mentorOf };
      },
    });
    return problem!;
  } finally {
    await database.end();
  }
}

describe('an override', () => {
  it('is previewed, carried out with a reason, told and proven', async () => {
    const before = await result();
    const without = before.unmatched.find(({ eligibleMentors }) => eligibleMentors > 0)!;
    const taken = before.matches[0]!;
    const shown = await preview({
      requestId: taken.requestId,
      decision: { kind: 'forbid', mentorId: taken.mentorId },
    });
    const {
      alternatives,
      effect: { moves },
    } = shown;
    expect(alternatives.find(({ present }) => present)).toMatchObject({
      mentorId: taken.mentorId,
      score: taken.score,
    });
    expect(alternatives.map(({ score }) => score)).toEqual(
      alternatives.map(({ score }) => score).sort((a, b) => b - a),
    );
    expect(moves.map(({ requestId }) => requestId)).toContain(taken.requestId);
    expect(await result()).toEqual(before);

    const reason = 'The two share an office,\nand asked not to be paired.';
    const forbid = { kind: 'forbid', requestId: taken.requestId, mentorId: taken.mentorId, reason };
    const asked = await decide(forbid);
    expect(asked.status).toBe(202);
    expect(asked.body).toMatchObject({ ...forbid, state: 'queued', decidedBy: { role: 'coordinator' } });
    const location = asked.headers['location']!;
    expect(location).toBe(`/api/v1/${at(`overrides/${(asked.body as { id: string }).id}`)}`);
    const { state, change } = await untilDecided(location);
    expect(state).toBe('solved');
    expect(change).toMatchObject({
      countsKept: shown.effect.countsKept,
      groups: shown.effect.change.groups,
    });

    const after = await result();
    const mentorIn = ({ matches }: Result, requestId: string): string | null =>
      matches.find((match) => match.requestId === requestId)?.mentorId ?? null;
    expect(mentorIn(after, taken.requestId)).not.toBe(taken.mentorId);
    for (const { requestId, fromMentorId, toMentorId } of moves) {
      expect([mentorIn(before, requestId), mentorIn(after, requestId)]).toEqual([fromMentorId, toMentorId]);
    }
    expect(after.overrides).toMatchObject([{ ...forbid, state: 'solved' }]);
    expect((await bodyOf(coordinator().get(at('overrides')).expect(200))) as object).toEqual({
      items: after.overrides,
    });
    expect(without.requestId).not.toBe(taken.requestId);
  });

  it('chains: a later one holds an earlier one, and what is proven is the rest', async () => {
    const { unmatched, overrides } = await result();
    const waiting = unmatched.find(({ eligibleMentors }) => eligibleMentors > 0)!;
    const forbidden = overrides[0]!;
    const shown = await preview({ requestId: waiting.requestId });
    expect(shown).not.toHaveProperty('effect');
    const { mentorId } = shown.alternatives[0]!;
    const asked = await decide({ kind: 'pin', requestId: waiting.requestId, mentorId, reason: 'Agreed.' });
    expect(asked.status).toBe(202);
    expect(await untilDecided(asked.headers['location']!)).toMatchObject({ state: 'solved' });
    const after = await result();
    expect(after.matches).toContainEqual(expect.objectContaining({ requestId: waiting.requestId, mentorId }));
    expect(after.matches).not.toContainEqual(
      expect.objectContaining({ requestId: forbidden.requestId, mentorId: forbidden.mentorId }),
    );

    const proof = (await bodyOf(auditor().get(at('certificate')).expect(200))) as {
      problemSha256: string;
      overridden: boolean;
      overrides: readonly { kind: string; mentee: string; mentor: string; reason: string }[];
    };
    expect(proof).toMatchObject({ valid: true, overridden: true });
    expect(proof.overrides.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['forbid', forbidden.reason],
      ['pin', 'Agreed.'],
    ]);
    const document = (await bodyOf(auditor().get(at('result/document')).expect(200))) as {
      assignments: readonly (readonly [string, string])[];
    };
    const pinned = proof.overrides[1]!;
    expect(document.assignments.map(([mentee]) => mentee)).not.toContain(pinned.mentee);
    expect(document.assignments).toHaveLength(after.matches.length - 1);
    const problem = await provenProblem();
    expect(problemSha256(problem)).toBe(proof.problemSha256);
    expect(verify(problem, document, proof.problemSha256)).toEqual({ valid: true });
    const replay = await auditor().post(at('replay')).expect(202);
    const replayed = await untilAnswered(auditor(), replay.headers['location']!);
    expect(replayed.body).toMatchObject({ state: 'identical' });
  });

  it('takes effect once under one Idempotency-Key', async () => {
    const { matches } = await result();
    const { requestId, mentorId } = matches.at(-1)!;
    const [key, ofVersion] = [randomUUID(), await version()];
    const send = async () =>
      coordinator()
        .post(at('overrides'), { kind: 'pin', requestId, mentorId, reason: 'Once.' })
        .set('If-Match', `"v${ofVersion}"`)
        .set('Idempotency-Key', key);
    const [first, again] = [await send(), await send()];
    expect(first.status).toBe(202);
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    await untilDecided(first.headers['location']!);
  });

  it('is refused for what is not as it must be, and says what', async () => {
    const { matches } = await result();
    const { requestId, mentorId } = matches[0]!;
    const whole = { kind: 'forbid', requestId, mentorId, reason: 'Why.' };
    const { reason, ...unreasoned } = whole;
    expect(refusalOf(await decide(unreasoned))).toMatchObject({
      ...{ status: 400, problems: [{ where: 'body.reason' }] },
    });
    expect(refused(await decide({ ...whole, reason: ' ' }))).toEqual([400, 'request.invalid']);
    expect(refused(await decide({ ...whole, kind: 'swap' }))).toEqual([400, 'request.invalid']);
    expect(refused(await decide({ ...whole, mentorId: randomUUID() }))).toEqual([
      409,
      'override.not-in-round',
    ]);
    expect(refused(await decide(whole, 1))).toEqual([412, 'version.stale']);
    expect(refused(await coordinator().post(at('overrides'), whole))).toEqual([428, 'version.required']);
    expect(refused(await auditor().post(at('overrides'), whole))).toEqual([403, 'access.forbidden']);
    expect(refused(await auditor().get(at('overrides')))).toEqual([403, 'access.forbidden']);
    expect(refused(await coordinator().get(at(`overrides/${randomUUID()}`)))).toEqual([
      404,
      'override.not-found',
    ]);
    expect(reason).toBe('Why.');
  });

  it('is no longer possible once the round is published, which the public is told of', async () => {
    const { matches } = await result();
    const { requestId, mentorId } = matches[0]!;
    await coordinator().post(at('publish')).expect(200);
    expect(refused(await decide({ kind: 'forbid', requestId, mentorId, reason: 'Late.' }))).toEqual([
      409,
      'matching-round.cannot-override',
    ]);
    const open = await bodyOf(service.as('public').get(`transparency/rounds/${known.roundId}`).expect(200));
    expect(open).toMatchObject({ verdict: { valid: true, overridden: true } });
  });
});
