import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { aMentee, aMentor, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import { CancelMatchingRound } from './cancel-matching-round';
import { ChangeMatchingRound } from './change-matching-round';
import { ListTransparentRounds } from './list-transparent-rounds';
import { PublishMatchingRound } from './publish-matching-round';
import { ReadLatestPublishedRound } from './read-latest-published-round';
import { ReadTransparentRound } from './read-transparent-round';
import { ReopenMatchingRound } from './reopen-matching-round';
import { roundStatement } from './round-statement';

describe('What the public may know of a round', () => {
  let programme: MatchingProgramme;

  beforeEach(async () => {
    programme = await MatchingProgramme.open();
  });

  it('are its rules, seed and scope, from the draft on', async () => {
    const { id, rules } = await programme.draft({
      rules: { seed: 'autumn' },
      scope: { regions: ['london'] },
    });
    expect(await programme.use(ReadTransparentRound).run(id)).toEqual({
      ...{ id, name: 'Autumn', programme: 'Leaders of the North', state: 'draft', rules },
      ...{ scope: { regions: ['london'], organisations: [] }, catalogue: 'draft-2025-09-04' },
      ...{ rulesFixedAt: programme.clock.now(), policy: DEFAULT_DISCLOSURE_POLICY },
    });
    expect(rules.seed).toBe('autumn');
  });

  it('is the hash of its input once it is frozen, and no count until it is published', async () => {
    await programme.mentee(aMentee({ id: 'ada' }));
    const { id, runId } = await programme.solved();
    const { snapshotSha256, frozenAt } = (await programme.runs.byId(runId!))!;
    const open = await programme.use(ReadTransparentRound).run(id);
    expect(open).toMatchObject({ state: 'solved', snapshotSha256, frozenAt });
    for (const untold of ['rows', 'totals', 'engine', 'publishedAt']) {
      expect(open).not.toHaveProperty(untold);
    }
    expect(await programme.use(ReadLatestPublishedRound).run()).toBeUndefined();
  });

  it('is no hash of an input that its rules no longer belong to', async () => {
    const { id, runId } = await programme.queued();
    const { snapshotSha256 } = (await programme.runs.byId(runId!))!;
    const seen = async () => {
      const { items } = await programme.use(ListTransparentRounds).run({ limit: 10 });
      return [await programme.use(ReadTransparentRound).run(id), items[0]!];
    };
    for (const open of await seen()) {
      expect(open).toMatchObject({ state: 'queued', snapshotSha256 });
    }
    const untold = async (state: string) => {
      for (const open of await seen()) {
        expect(open.state).toBe(state);
        expect(open).not.toHaveProperty('snapshotSha256');
        expect(open).not.toHaveProperty('frozenAt');
      }
    };
    await programme.use(CancelMatchingRound).run(EVERYWHERE, id);
    await untold('cancelled');
    const { version } = await programme.use(ReopenMatchingRound).run(EVERYWHERE, id);
    await untold('draft');
    await programme.use(ChangeMatchingRound).run(EVERYWHERE, id, version, { rules: { seed: 'another' } });
    await untold('draft');
  });

  it.each([
    [
      { asked: 0, matched: 0 },
      { asked: null, matched: null },
    ],
    [
      { asked: 9, matched: 4 },
      { asked: null, matched: null },
    ],
    [
      { asked: 13, matched: 9 },
      { asked: 15, matched: null },
    ],
    [
      { asked: 123, matched: 10 },
      { asked: 125, matched: 10 },
    ],
  ])('are access before it in released counts alone: %j is %j', async (prior, released) => {
    const { id } = await programme.draft({ rules: { prior: { 'ahp/dietitian': prior } } });
    const read = await programme.use(ReadTransparentRound).run(id);
    const { items } = await programme.use(ListTransparentRounds).run({ limit: 10 });
    for (const open of [read, items[0]!]) {
      expect(open.rules.prior).toEqual({ 'ahp/dietitian': released });
    }
  });

  it('are as coarse as the installation says', async () => {
    const policy = { base: 50, smallest: 100, smallestForExtremes: 200 };
    const coarse = await MatchingProgramme.open(14, policy);
    const { id } = await coarse.draft({ rules: { prior: { 'ahp/dietitian': { asked: 130, matched: 99 } } } });
    const { rules } = await coarse.use(ReadTransparentRound).run(id);
    expect(rules.prior).toEqual({ 'ahp/dietitian': { asked: 150, matched: null } });
  });

  it('stay as coarse as they were told, though the installation tells others otherwise by now', async () => {
    for (let at = 0; at < 33; at++) {
      await programme.mentee(aMentee({ id: `nurse${at}` }));
    }
    programme.mentor(aMentor({ id: 'cy', capacity: 23 }));
    const { id } = await programme.published({
      rules: { prior: { 'ahp/dietitian': { asked: 13, matched: 9 } } },
    });
    const before = await programme.use(ReadTransparentRound).run(id);
    programme.disclosure.policy = { base: 10, smallest: 30, smallestForExtremes: 50 };
    expect(await programme.use(ReadTransparentRound).run(id)).toEqual(before);
    expect(before).toMatchObject({ policy: DEFAULT_DISCLOSURE_POLICY, totals: { asked: 35 } });
    const { id: next } = await programme.draft({
      rules: { prior: { 'ahp/dietitian': { asked: 33, matched: 29 } } },
    });
    expect(await programme.use(ReadTransparentRound).run(next)).toMatchObject({
      policy: programme.disclosure.policy,
      rules: { prior: { 'ahp/dietitian': { asked: 30, matched: null } } },
    });
  });

  it('is access by group once it is published, rounded, and withheld where few are counted', async () => {
    for (let at = 0; at < 33; at++) {
      await programme.mentee(aMentee({ id: `nurse${at}` }));
    }
    for (let at = 0; at < 3; at++) {
      await programme.mentee(aMentee({ id: `ahp${at}`, background: 'ahp/dietitian' }));
    }
    programme.mentor(aMentor({ id: 'cy', capacity: 23 }));
    const { id } = await programme.published();
    const open = await programme.use(ReadLatestPublishedRound).run();
    expect(open).toMatchObject({ id, state: 'published', engine: 'evenhand-allocation/3' });
    const row = (path: string) => open!.rows!.find((one) => one.path === path);
    expect(row('ahp')).toMatchObject({ asked: null, matched: null, accessRate: null });
    expect(row('nurse')!.asked).not.toBe(33);
    const told = [...open!.rows!, open!.totals!].flatMap(({ places, asked, matched }) => [
      ...[places, asked, matched],
    ]);
    for (const count of told) {
      expect(count === null || (count >= 10 && count % 5 === 0)).toBe(true);
    }
    expect(told.some((count) => count !== null)).toBe(true);
  });

  it('can be stated for a signature once it is published: what was frozen, the rules, the engine and the verdict', async () => {
    await programme.mentee(aMentee({ id: 'ada' }));
    programme.mentor(aMentor({ id: 'cy', capacity: 1 }));
    const { id } = await programme.solved({ rules: { seed: 'autumn' } });
    expect(roundStatement(await programme.use(ReadTransparentRound).run(id))).toBeUndefined();
    await programme.use(PublishMatchingRound).run(EVERYWHERE, id);
    const open = await programme.use(ReadTransparentRound).run(id);
    const { rules, catalogue, engine, verdict, snapshotSha256 } = open;
    expect(JSON.parse(roundStatement(open)!)).toEqual({
      ...{ format: 'evenhand.round-verdict/1', round: id },
      ...{ rules, catalogue, engine, verdict, snapshotSha256 },
    });
    expect(rules.seed).toBe('autumn');
  });

  it('may be that nobody took part', async () => {
    const { id } = await programme.published();
    expect(await programme.use(ReadTransparentRound).run(id)).toMatchObject({
      ...{ rows: [], totals: { places: null, asked: null, matched: null } },
    });
  });

  it('is listed, the newest first, without what came of it', async () => {
    const { id: older } = await programme.published();
    programme.clock.pass(1);
    const { id: newer } = await programme.draft();
    const list = programme.use(ListTransparentRounds);
    const { items } = await list.run({ limit: 10 });
    expect(items).toMatchObject([
      { id: newer, state: 'draft' },
      { id: older, state: 'published', publishedAt: new Date('2026-10-01T09:00:00Z') },
    ]);
    expect(items[1]).not.toHaveProperty('rows');
    expect(await list.run({ limit: 1 })).toMatchObject({ items: [{ id: newer }], next: '1' });
  });

  it('is the round that was published last', async () => {
    const first = await programme.solved();
    const second = await programme.published();
    programme.clock.pass(1);
    expect((await programme.use(ReadLatestPublishedRound).run())?.id).toBe(second.id);
    await programme.use(PublishMatchingRound).run(EVERYWHERE, first.id);
    expect((await programme.use(ReadLatestPublishedRound).run())?.id).toBe(first.id);
  });

  it('is that there is none', async () => {
    await expect(programme.use(ReadTransparentRound).run('none')).rejects.toThrow(
      'There is no matching round none.',
    );
  });
});
