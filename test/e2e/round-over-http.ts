import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'supertest';
import type { Api } from '../harness/service';
import { csv, PROGRAMME } from './people-rows';

/** Longer than any small round takes on a busy machine. */
const PATIENCE_MILLISECONDS = 180_000;

/** A pair that a published round offers. */
export interface OfferedPair {
  readonly id: string;
  readonly requestId: string;
  readonly menteeId: string;
  readonly mentorId: string;
}

/** What an answer says, of whatever shape. */
export async function bodyOf(asked: PromiseLike<Response>): Promise<unknown> {
  return (await asked).body as unknown;
}

/** Makes a round of a programme and waits until it is solved. @returns its id */
export async function solvedRound(api: Api, programmeId: string): Promise<string> {
  const body = await bodyOf(api.post('matching-rounds', { programmeId, name: 'A round' }).expect(201));
  const { id } = body as { id: string };
  await api.post(`matching-rounds/${id}/run`).expect(202);
  await untilRound(api, id, 'solved');
  return id;
}

/** Imports the people of {@link PROGRAMME} into a new programme, and has a round of it solved. */
export async function solvedProgramme(
  api: Api,
  name: string,
): Promise<{ programmeId: string; roundId: string }> {
  const { id } = (await bodyOf(api.post('programmes', { name }).expect(201))) as { id: string };
  const files = { mentees: csv(PROGRAMME.mentees), mentors: csv(PROGRAMME.mentors) };
  await api.post('imports', { programmeId: id, ...files }).expect(201);
  return { programmeId: id, roundId: await solvedRound(api, id) };
}

/** Makes, solves and publishes a round of a small programme. */
export async function publishedRound(
  api: Api,
  programmeId: string,
): Promise<{ id: string; proposals: readonly OfferedPair[] }> {
  const id = await solvedRound(api, programmeId);
  await api.post(`matching-rounds/${id}/publish`).expect(200);
  const body = await bodyOf(api.get(`proposals?round=${id}&limit=200`).expect(200));
  return { id, proposals: (body as { items: readonly OfferedPair[] }).items };
}

/** Waits until a round has come to a state; any other in which it stands still fails. */
export async function untilRound(api: Api, id: string, wanted: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MILLISECONDS; ;) {
    await pause(50);
    const { body } = (await api.get(`matching-rounds/${id}`).expect(200)) as { body: { state: string } };
    if (body.state === wanted) return;
    if (!['queued', 'running'].includes(body.state) || Date.now() > until) {
      throw new Error(`The round is ${body.state}, not ${wanted}.`);
    }
  }
}

/** Waits until an enquiry is no longer queued or running. @returns the answer that said so */
export async function untilAnswered(api: Api, address: string): Promise<Response> {
  for (const until = Date.now() + PATIENCE_MILLISECONDS; ;) {
    const answer = await api.get(address).expect(200);
    const { state } = answer.body as { state: string };
    if (!['queued', 'running'].includes(state)) return answer;
    if (Date.now() > until) throw new Error(`The enquiry is ${state} still.`);
    await pause(50);
  }
}
