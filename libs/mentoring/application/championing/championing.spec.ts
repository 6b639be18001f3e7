import type { Authority } from '@evenhand/kernel';
import type { RegisteredPost } from '@evenhand/people';
import { aMentor, authorityIn, authorityOfPerson, MatchingProgramme } from '@evenhand/testing';
import { ListChampionings } from './list-championings';
import { NameChampion } from './name-champion';
import { PutPersonForward } from './put-person-forward';
import { ReadChampioning } from './read-championing';
import { TakeBackChampion } from './take-back-champion';
import { TakeUpChampioning } from './take-up-championing';

let programme: MatchingProgramme;
let ada: string;
let boss: string;

const as = (personId: string) => authorityOfPerson(personId, programme.id);
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;
const post = (organisationId: string, stage: string, more: Partial<RegisteredPost> = {}): RegisteredPost => ({
  ...{ organisationId, region: 'london', stage, ...more },
});
/** Somebody who has these posts. */
const works = (id: string, ...posts: [RegisteredPost, ...RegisteredPost[]]) =>
  programme.register(aMentor({ id }), { posts });
const PUTTING = { what: 'Chair of the quality board', on: '2026-10-01' };

beforeEach(async () => {
  programme = await MatchingProgramme.open();
  ada = works('ada', post('trust', '2', { lineManager: 'LINE' }));
  boss = works('boss', post('other', '1'), post('trust', '3'));
});

const name = (personId = boss) => programme.use(NameChampion).run(as(ada), programme.id, { personId });

describe('Whom somebody may name', () => {
  it('is a colleague at a higher stage, by id or by the reference that the programme has', async () => {
    const found = await programme.use(NameChampion).run(as(ada), programme.id, { reference: 'BOSS' });
    expect(found).toMatchObject({
      ...{ personId: ada, championPersonId: boss, state: 'named', namedAt: programme.clock.now() },
      person: { personId: ada },
    });
  });

  it('is one’s line manager at whatever stage', async () => {
    const line = works('line', post('trust', '2'));
    expect(await name(line)).toMatchObject({ championPersonId: line });
  });

  it.each(['1', '2'])('is no colleague at stage %s, who is as if they were not there', async (stage) => {
    const peer = works('peer', post('trust', stage));
    await expect(name(peer)).rejects.toThrow(`There is no person ${peer}.`);
  });

  it('is not oneself', async () => {
    await expect(name(ada)).rejects.toThrow(refused('championing.cannot-name-oneself'));
  });

  it('is nobody of another organisation, of another day or who left, who are as if they were not there', async () => {
    const elsewhere = works('far', post('other', '4'));
    const former = works('old', post('other', '4'), post('trust', '4', { to: '2026-09-30' }));
    const left = works('left', post('trust', '4'));
    programme.changePerson(left, { active: false });
    for (const id of [elsewhere, former, left, 'nobody']) {
      await expect(name(id)).rejects.toThrow(`There is no person ${id}.`);
    }
  });

  it('is named by people for themselves, once until they put them forward', async () => {
    const naming = programme.use(NameChampion);
    await expect(naming.run(authorityIn(programme.id), programme.id, { personId: boss })).rejects.toThrow(
      refused('programme.not-found'),
    );
    const { id } = await name();
    await expect(name()).rejects.toThrow(refused('championing.already-named'));
    await programme.use(PutPersonForward).run(as(boss), id, PUTTING);
    expect((await name()).id).not.toBe(id);
  });

  it('is named in an open programme', async () => {
    programme.state = 'closed';
    await expect(name()).rejects.toThrow(refused('programme.closed'));
  });
});

describe('A championing', () => {
  it('is put forward by the champion and taken up by the person, and told to the log', async () => {
    const { id } = await name();
    const put = programme.use(PutPersonForward);
    const take = programme.use(TakeUpChampioning);
    await expect(put.run(as(ada), id, PUTTING)).rejects.toThrow(refused('access.forbidden'));
    expect(await put.run(as(boss), id, PUTTING)).toMatchObject({ state: 'put_forward', putForward: PUTTING });
    await expect(take.run(as(boss), id)).rejects.toThrow(refused('access.forbidden'));
    expect(await take.run(as(ada), id)).toMatchObject({
      ...{ state: 'taken_up', takenUpAt: programme.clock.now() },
    });
    expect(programme.trail.events.map(({ action }) => action)).toEqual([
      ...['championing.named', 'championing.put-forward', 'championing.taken-up'],
    ]);
  });

  it('is its two people’s, their programme’s to read, and nobody else’s', async () => {
    const { id } = await name();
    const attempts = [
      programme.use(ReadChampioning).run(as('bo'), id),
      programme.use(PutPersonForward).run(as('bo'), id, PUTTING),
      programme.use(TakeUpChampioning).run(as('bo'), id),
      programme.use(TakeBackChampion).run(as('bo'), id),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toThrow(`There is no championing ${id}.`);
    const list = programme.use(ListChampionings);
    for (const who of [as(ada), as(boss), authorityIn(programme.id)]) {
      expect(await programme.use(ReadChampioning).run(who, id)).toMatchObject({ id });
      expect((await list.run(who, { state: 'named' }, { limit: 10 })).items).toMatchObject([{ id }]);
    }
    expect((await list.run(as('bo'), {}, { limit: 10 })).items).toEqual([]);
    expect((await list.run(as(ada), { state: 'taken_up' }, { limit: 10 })).items).toEqual([]);
  });

  it('shows the person who their champion is once they were put forward, and not for a name', async () => {
    const { id } = await name();
    const shownTo = async (who: Authority) => {
      const [listed] = (await programme.use(ListChampionings).run(who, {}, { limit: 10 })).items;
      const read = await programme.use(ReadChampioning).run(who, id);
      expect(listed).toEqual(read);
      return [read.person?.personId, read.champion?.personId];
    };
    expect(await shownTo(as(ada))).toEqual([ada, undefined]);
    for (const who of [as(boss), authorityIn(programme.id)]) expect(await shownTo(who)).toEqual([ada, boss]);
    await programme.use(PutPersonForward).run(as(boss), id, PUTTING);
    expect(await shownTo(as(ada))).toEqual([ada, boss]);
  });

  it.each(['person', 'champion'])('is taken back by the %s while nothing was done', async (who) => {
    const { id } = await name();
    const back = programme.use(TakeBackChampion);
    await expect(back.run(authorityIn(programme.id), id)).rejects.toThrow(refused('access.forbidden'));
    await back.run(as(who === 'person' ? ada : boss), id);
    // Whoever was named is to know of it.
    const known = await programme.use(ReadChampioning).run(as(boss), id);
    expect(known).toMatchObject({ state: 'taken_back', takenBackAt: programme.clock.now() });
    expect(known).toMatchObject({ person: { personId: ada } });
    expect(await programme.use(ReadChampioning).run(as(ada), id)).not.toHaveProperty('champion');
    const again = await name();
    await programme.use(PutPersonForward).run(as(boss), again.id, PUTTING);
    await expect(back.run(as(boss), again.id)).rejects.toThrow(refused('championing.cannot-take-back'));
  });
});
