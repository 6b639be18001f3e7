import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../harness/service';
import { useService } from '../harness/service';

const DEMONSTRATION = join(__dirname, '..', '..', 'apps', 'embedded', 'demonstration');
const file = (name: string): string => readFileSync(join(DEMONSTRATION, name), 'utf8');

interface Round {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly run?: { readonly attempt: number; readonly snapshotSha256: string };
}

interface Proposal {
  readonly id: string;
  readonly requestId: string;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly state: string;
}

interface List<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/** Asks again until it holds, as whoever waits for a queued job does. */
async function eventually<Value>(
  look: () => Promise<Value>,
  holds: (value: Value) => boolean,
): Promise<Value> {
  for (const until = Date.now() + 60_000; ;) {
    const value = await look();
    if (holds(value)) return value;
    if (Date.now() > until) throw new Error(`It never came true: ${JSON.stringify(value).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function everyPage<Item>(api: Api, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const { body } = (await api
      .get(`${path}&limit=200${cursor === undefined ? '' : `&cursor=${cursor}`}`)
      .expect(200)) as { body: List<Item> };
    items.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return items;
}

describe('a matching round over HTTP', () => {
  const service = useService();
  const seen = {} as { programmeId: string; round: Round; proposals: Proposal[]; asked: number };
  const coordinator = (): Api => service.as('coordinator');
  const themselves = async (personId: string): Promise<Api> => {
    const { body } = (await coordinator().get(`people/${personId}`).expect(200)) as {
      body: { email: string };
    };
    return service.asHolderOf(body.email);
  };
  const readRound = async (): Promise<Round> =>
    ((await coordinator().get(`matching-rounds/${seen.round.id}`).expect(200)) as { body: Round }).body;
  const proposals = (state?: string): Promise<Proposal[]> =>
    everyPage(
      coordinator(),
      `proposals?round=${seen.round.id}${state === undefined ? '' : `&state=${state}`}`,
    );

  it('imports a programme, and changes nothing when the same is imported again', async () => {
    const made = await coordinator().post('programmes', { name: 'Over HTTP' }).expect(201);
    seen.programmeId = (made.body as { id: string }).id;
    expect(made.headers['location']).toBe(`/api/v1/programmes/${seen.programmeId}`);
    const files = {
      programmeId: seen.programmeId,
      mentees: file('mentees.csv'),
      mentors: file('mentors.csv'),
      workforce: file('workforce.csv'),
    };
    const first = await coordinator().post('imports', files).expect(201);
    const again = await coordinator().post('imports', files).expect(201);
    expect(first.body).toMatchObject({ menteeProfiles: { created: 520 }, mentorProfiles: { created: 210 } });
    for (const kind of ['organisations', 'persons', 'menteeProfiles', 'mentorProfiles'] as const) {
      expect((again.body as Record<string, unknown>)[kind]).toMatchObject({ created: 0, changed: 0 });
    }
    expect(again.body).toMatchObject({ requestsSubmitted: 0 });
  });

  it('makes its rules public before anybody is matched by them', async () => {
    const made = await coordinator()
      .post('matching-rounds', {
        programmeId: seen.programmeId,
        name: 'Autumn',
        rules: { seed: 'drawn in public' },
      })
      .expect(201);
    seen.round = made.body as Round;
    expect(made.headers).toMatchObject({
      location: `/api/v1/matching-rounds/${seen.round.id}`,
      etag: '"v1"',
    });
    const known = await service.as('public').get(`transparency/rounds/${seen.round.id}`).expect(200);
    expect(known.body).toMatchObject({ state: 'draft', rules: { seed: 'drawn in public' } });
    expect(known.body).not.toHaveProperty('rows');
  });

  it('is queued, and tells how far it has come until it is solved', async () => {
    const queued = await coordinator().post(`matching-rounds/${seen.round.id}/run`).expect(202);
    expect(queued.headers['location']).toBe(`/api/v1/matching-rounds/${seen.round.id}`);
    expect(queued.body).toMatchObject({ state: 'queued', run: { attempt: 1 } });
    // Asked for a second time at once it is refused: the first is on its way.
    const twice = await coordinator().post(`matching-rounds/${seen.round.id}/run`);
    expect([twice.status, (twice.body as { code: string }).code]).toEqual([
      409,
      'matching-round.cannot-queue',
    ]);

    const events = await coordinator().get(`matching-rounds/${seen.round.id}/progress`).expect(200);
    expect(events.headers['content-type']).toContain('text/event-stream');
    const told = [...events.text.matchAll(/^data: (.*)$/gm)].map(
      ([, data]) => JSON.parse(data!) as { state: string },
    );
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toMatchObject({ state: 'solved' });

    const none = await coordinator().get(`matching-rounds/${randomUUID()}/progress`).expect(404);
    expect((none.body as { code: string }).code).toBe('matching-round.not-found');
  });

  it('shows who is matched, why, and access by group, as the command does for the same files', async () => {
    const result = await coordinator().get(`matching-rounds/${seen.round.id}/result`).expect(200);
    const { totals, matches, unmatched } = result.body as {
      totals: Record<string, number>;
      matches: { requestId: string; score: number; points: { points: number }[] }[];
      unmatched: { requestId: string; sentence: string }[];
    };
    expect(totals).toEqual({
      asked: 505,
      matched: 391,
      mentors: expect.any(Number) as number,
      places: expect.any(Number) as number,
    });
    expect(matches).toHaveLength(391);
    expect(unmatched).toHaveLength(114);
    for (const { score, points } of matches) {
      expect(points.reduce((sum, { points: some }) => sum + some, 0)).toBe(score);
    }
    const access = await service.as('hr_auditor').get(`matching-rounds/${seen.round.id}/access`).expect(200);
    const { groups } = access.body as { groups: { asked: number; matched: number; askRate: number[] }[] };
    expect(groups.reduce((sum, { matched }) => sum + matched, 0)).toBe(391);
    expect(groups.every(({ asked, askRate }) => asked === 0 || askRate[0] === asked)).toBe(true);

    const why = await coordinator()
      .get(`matching-rounds/${seen.round.id}/explanations/${matches[0]!.requestId}`)
      .expect(200);
    expect(why.body).toMatchObject({ kind: 'matched', match: { score: matches[0]!.score } });
    const whyNot = await coordinator()
      .get(`matching-rounds/${seen.round.id}/explanations/${unmatched[0]!.requestId}`)
      .expect(200);
    expect(whyNot.body).toMatchObject({ kind: 'unmatched', reason: { sentence: unmatched[0]!.sentence } });
  });

  it('says nothing to the public before it is published, and rounded counts afterwards', async () => {
    const before = await service.as('public').get(`transparency/rounds/${seen.round.id}`).expect(200);
    expect(before.body).not.toHaveProperty('rows');
    const published = await coordinator().post(`matching-rounds/${seen.round.id}/publish`).expect(200);
    expect(published.body).toMatchObject({ state: 'published' });
    const after = await service.as('public').get(`transparency/rounds/${seen.round.id}`).expect(200);
    const { rows, totals, snapshotSha256 } = after.body as {
      rows: { asked: number | null; matched: number | null; places: number | null }[];
      totals: { asked: number };
      snapshotSha256: string;
    };
    expect(snapshotSha256).toBe((await readRound()).run?.snapshotSha256);
    // A total of everybody would give away the one group that is withheld.
    expect(totals.asked).toBe(rows.reduce((sum, { asked }) => sum + (asked ?? 0), 0));
    seen.asked = totals.asked;
    const counts = rows.flatMap(({ asked, matched, places }) => [asked, matched, places]);
    expect(counts.filter((count) => count !== null && (count % 5 !== 0 || count < 10))).toEqual([]);
    expect(counts).toContain(null);
  });

  it('offers every match once, to both of its people', async () => {
    seen.proposals = await proposals('offered');
    expect(seen.proposals).toHaveLength(391);
    expect(new Set(seen.proposals.map(({ requestId }) => requestId)).size).toBe(391);
    const places = new Map(
      (
        await everyPage<{ personId: string; capacity: number }>(
          coordinator(),
          `mentor-profiles?programme=${seen.programmeId}`,
        )
      ).map(({ personId, capacity }) => [personId, capacity]),
    );
    const inUse = new Map<string, number>();
    for (const { mentorId } of seen.proposals) inUse.set(mentorId, (inUse.get(mentorId) ?? 0) + 1);
    expect([...inUse].filter(([mentor, used]) => used > places.get(mentor)!)).toEqual([]);
  });

  it('confirms a match when both have said yes, in either order, once', async () => {
    const { id, requestId, menteeId, mentorId } = seen.proposals[0]!;
    const [mentee, mentor] = [await themselves(menteeId), await themselves(mentorId)];
    for (const answer of ['accept', 'decline', 'ask']) {
      await coordinator().post(`proposals/${id}/${answer}`, { by: 'mentee' }).expect(403);
    }
    await mentee.post(`proposals/${id}/ask`, { text: 'When do we meet?' }).expect(200);
    const half = await mentor.post(`proposals/${id}/accept`).expect(200);
    expect(half.body).toMatchObject({ state: 'offered' });
    const twice = await mentor.post(`proposals/${id}/accept`, { by: 'mentor' }).expect(409);
    expect(twice.body).toMatchObject({ code: 'proposal.already-accepted' });
    const whole = await mentee.post(`proposals/${id}/accept`).expect(200);
    expect(whole.body).toMatchObject({ state: 'confirmed' });
    const request = await coordinator().get(`mentoring-requests/${requestId}`).expect(200);
    expect(request.body).toMatchObject({ state: 'matched' });
  });

  it('fills a declined place again, never with the same pair', async () => {
    const declined = seen.proposals.slice(1, 6);
    for (const { id, mentorId } of declined) {
      const mentor = await themselves(mentorId);
      await mentor.post(`proposals/${id}/decline`, { reason: 'no_time', note: 'A busy winter.' }).expect(200);
    }
    const known = new Set(seen.proposals.map(({ id }) => id));
    const now = await eventually(
      () => proposals('offered'),
      (offered) => offered.some(({ id }) => !known.has(id)),
    );
    const pairs = new Set(declined.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`));
    const fresh = now.filter(({ id }) => !known.has(id));
    expect(fresh.filter(({ menteeId, mentorId }) => pairs.has(`${menteeId} ${mentorId}`))).toEqual([]);
    // Nobody else lost what they were offered.
    const still = new Set(now.map(({ id }) => id));
    expect(seen.proposals.slice(6).filter(({ id }) => !still.has(id))).toEqual([]);
    expect(await readRound()).toMatchObject({ state: 'published' });
  });

  it('never changes once it is published', async () => {
    const { version } = await readRound();
    const renamed = await coordinator().patch(`matching-rounds/${seen.round.id}`, { name: 'Other' }, version);
    expect([renamed.status, (renamed.body as { code: string }).code]).toEqual([
      409,
      'matching-round.cannot-change',
    ]);
    for (const move of ['run', 'cancel', 'publish', 'discard', 'reopen']) {
      await coordinator().post(`matching-rounds/${seen.round.id}/${move}`).expect(409);
    }
  });

  it('is on the first page, with the rounded figures', async () => {
    const page = await service
      .as('public')
      .get('/')
      .expect(200)
      .expect('content-type', /text\/html/);
    expect(page.text).toContain('Autumn');
    expect(page.text).toContain(String(seen.asked));
  });
});
