import { Conflict, Forbidden, InputRefused, NotFound, StaleVersion } from '@evenhand/kernel';
import { authorityOfPerson, EVERYWHERE, PeopleInMemory } from '@evenhand/testing';
import { ChangeOrganisation } from './organisations/change-organisation';
import { CreateOrganisation } from './organisations/create-organisation';
import { ListOrganisations } from './organisations/list-organisations';
import { ReadOrganisation } from './organisations/read-organisation';
import { ChangePerson } from './persons/change-person';
import { ListPeople } from './persons/list-people';
import type { PersonInput } from './persons/person-checks';
import { ReadPerson } from './persons/read-person';
import { RegisterPerson } from './persons/register-person';
import { ListMenteeProfiles } from './profiles/list-mentee-profiles';
import { PutMenteeProfile } from './profiles/put-mentee-profile';
import { PutMentorProfile } from './profiles/put-mentor-profile';
import { ReadMenteeProfile } from './profiles/read-mentee-profile';
import { ReadMentorProfile } from './profiles/read-mentor-profile';
import { ChangeProgramme } from './programmes/change-programme';
import { CreateProgramme } from './programmes/create-programme';
import { ListProgrammes } from './programmes/list-programmes';
import { ReadProgramme } from './programmes/read-programme';
import { ReadWorkforce } from './workforce/read-workforce';
import { SetWorkforce } from './workforce/set-workforce';

const NOBODY = '00000000-0000-4000-8000-999999999999';

let people: PeopleInMemory;
let programmeId: string;
let organisationId: string;

beforeEach(async () => {
  people = await PeopleInMemory.open();
  programmeId = (await people.use(CreateProgramme).run(EVERYWHERE, { name: ' Leaders of the North ' })).id;
  organisationId = (await people.use(CreateOrganisation).run(EVERYWHERE, { programmeId, name: 'Northfield' }))
    .id;
});

function aPerson(parts: Partial<PersonInput> = {}): PersonInput {
  return {
    reference: 'p1',
    background: { profession: 'adult_nurse' },
    posts: [{ organisationId, region: 'london', stage: '1' }],
    consent: true,
    active: true,
    ...parts,
  };
}

const register = (parts: Partial<PersonInput> = {}) =>
  people.use(RegisterPerson).run(EVERYWHERE, programmeId, aPerson(parts));

/** The word of a person of the programme, on what is their own. */
const own = (personId: string) => authorityOfPerson(personId, programmeId);

const managedBy = (lineManager: string): PersonInput['posts'] => [
  { organisationId, region: 'london', stage: '1', lineManager },
];

async function refusalOf(refused: Promise<unknown>): Promise<unknown> {
  return refused.then(
    () => 'not refused',
    (error: unknown) => error,
  );
}

async function problemsOf(refused: Promise<unknown>): Promise<readonly string[]> {
  const error = await refusalOf(refused);
  expect(error).toBeInstanceOf(InputRefused);
  return (error as InputRefused).problems;
}

const memberOf = (problem: string): string => problem.split(': ')[0]!;

describe('A programme', () => {
  it('is open when it is made, under a name without outer spaces', async () => {
    expect(await people.use(ReadProgramme).run(EVERYWHERE, programmeId)).toEqual({
      ...{ id: programmeId, name: 'Leaders of the North', state: 'open', version: 1 },
    });
    expect((await people.use(ListProgrammes).run(EVERYWHERE, { limit: 5 })).items).toHaveLength(1);
    expect(await problemsOf(people.use(CreateProgramme).run(EVERYWHERE, { name: ' ' }))).toEqual([
      'name: it is empty',
    ]);
    await expect(people.use(ReadProgramme).run(EVERYWHERE, NOBODY)).rejects.toBeInstanceOf(NotFound);
  });

  it('is changed only by somebody who has read it as it is', async () => {
    const change = people.use(ChangeProgramme);
    expect(await change.run(EVERYWHERE, programmeId, 1, { name: 'North' })).toMatchObject({
      name: 'North',
      version: 2,
    });
    await expect(change.run(EVERYWHERE, programmeId, 1, { name: 'South' })).rejects.toBeInstanceOf(
      StaleVersion,
    );
    await expect(change.run(EVERYWHERE, NOBODY, 1, {})).rejects.toBeInstanceOf(NotFound);
  });

  it('tells that it closes once, and then takes nothing new until it is opened again', async () => {
    const change = people.use(ChangeProgramme);
    const { id: personId } = await register();
    await change.run(EVERYWHERE, programmeId, 1, { state: 'closed' });
    await change.run(EVERYWHERE, programmeId, 2, { name: 'Closed', state: 'closed' });
    expect(people.closing.programmes).toEqual([programmeId]);

    const gaps = [{ topic: 'SE-1.1' }];
    for (const refused of [
      register({ reference: 'p2' }),
      people.use(CreateOrganisation).run(EVERYWHERE, { programmeId, name: 'Southfield' }),
      people.use(PutMenteeProfile).run(own(personId), personId, { gaps }),
    ]) {
      expect(await refusalOf(refused)).toMatchObject({ code: 'programme.closed' });
    }
    await people.use(ChangePerson).run(EVERYWHERE, personId, 1, aPerson({ active: false }));

    await change.run(EVERYWHERE, programmeId, 3, { state: 'open' });
    await register({ reference: 'p2' });
  });
});

describe('An organisation', () => {
  it('keeps what a change leaves out', async () => {
    const change = people.use(ChangeOrganisation);
    await change.run(EVERYWHERE, organisationId, 1, { odsCode: 'RX1' });
    const renamed = await change.run(EVERYWHERE, organisationId, 2, { name: 'Northfields' });
    expect(renamed).toMatchObject({ name: 'Northfields', odsCode: 'RX1', version: 3 });
    expect(await people.use(ReadOrganisation).run(EVERYWHERE, organisationId)).toEqual(renamed);
    expect((await people.use(ListOrganisations).run(EVERYWHERE, programmeId, { limit: 5 })).items).toEqual([
      renamed,
    ]);
    await expect(change.run(EVERYWHERE, NOBODY, 1, {})).rejects.toBeInstanceOf(NotFound);
    await expect(people.use(ReadOrganisation).run(EVERYWHERE, NOBODY)).rejects.toBeInstanceOf(NotFound);
  });

  it('is refused with every fault', async () => {
    const faulty = { programmeId, name: 'x'.repeat(201), odsCode: 'rx1' };
    expect(await problemsOf(people.use(CreateOrganisation).run(EVERYWHERE, faulty))).toEqual([
      `name: "${'x'.repeat(40)}…" is longer than 200 characters`,
      'odsCode: "rx1" is no ODS code: it has 3 to 6 capital letters and digits',
    ]);
    await expect(
      people.use(CreateOrganisation).run(EVERYWHERE, { programmeId: NOBODY, name: 'Nowhere' }),
    ).rejects.toBeInstanceOf(NotFound);
  });
});

describe('A person', () => {
  it('is registered with the codes of whatever labels were given, and with what is usual', async () => {
    const posts = [{ organisationId, region: 'London', grade: 'Band 8a', stage: 'Stage 2' }];
    const person = await register({ background: { profession: 'Physiotherapists' }, posts });
    expect(person).toMatchObject({
      ...{ programmeId, reference: 'p1', languages: ['en'], mode: 'either', exclude: [], version: 1 },
      background: { profession: 'physiotherapist', group: 'ahp', registration: 'registered' },
      posts: [{ organisationId, region: 'london', grade: 'afc_8a', stage: '2' }],
    });
    expect(await people.use(ReadPerson).run(EVERYWHERE, person.id)).toEqual(person);
    expect((await people.use(ListPeople).run(EVERYWHERE, programmeId, { limit: 5 })).items).toEqual([person]);
  });

  it('is refused with every fault, each naming its member', async () => {
    const posts = [
      {
        organisationId,
        region: 'narnia',
        grade: 'admiral',
        stage: '9',
        staffGroup: 'Pirates',
        lineManager: 'a b',
      },
      { organisationId: NOBODY, region: 'london', stage: '1', from: '2026-02-01', to: '2026-01-01' },
    ];
    const faulty = {
      ...{ reference: 'p 1', email: 'nobody', languages: ['klingon'], exclude: ['p2', '?'] },
      background: { profession: 'astronaut' },
      posts,
    };
    expect((await problemsOf(register(faulty))).map((problem) => problem.split(': ')[0])).toEqual([
      'background.profession',
      'posts[0].region',
      'posts[0].grade',
      'posts[0].stage',
      'posts[0].staffGroup',
      'posts[0].lineManager',
      'posts[1].to',
      'reference',
      'email',
      'languages[0]',
      'exclude[1]',
      'posts[1].organisationId',
    ]);
    expect(people.persons.all).toEqual([]);
  });

  it('has a post', async () => {
    expect(await problemsOf(register({ posts: [] }))).toEqual([
      'posts: it is empty; the first post is the main one',
    ]);
  });

  it('has an organisation of the same programme', async () => {
    const other = await people.use(CreateProgramme).run(EVERYWHERE, { name: 'Another' });
    await expect(people.use(RegisterPerson).run(EVERYWHERE, other.id, aPerson())).rejects.toThrow(
      'posts[0].organisationId',
    );
  });

  it('shares neither reference nor e-mail address with anybody of the programme', async () => {
    const { id } = await register({ email: 'a@example.test' });
    expect(await refusalOf(register({ reference: 'P1' }))).toMatchObject({ code: 'person.reference-taken' });
    expect(await problemsOf(register({ reference: 'p2', email: 'A@example.test' }))).toEqual([
      'email: it is the e-mail address of somebody else in the programme',
    ]);
    await people.use(ChangePerson).run(EVERYWHERE, id, 1, aPerson({ email: 'A@example.test' }));
  });

  it('is named by others as they are registered', async () => {
    await register();
    const posts = managedBy('P1');
    expect(await register({ reference: 'p2', posts, exclude: ['P1', 'x'] })).toMatchObject({
      posts: [{ lineManager: 'p1' }],
      exclude: ['p1', 'x'],
    });
  });

  it('manages nobody above themselves, at however many removes', async () => {
    expect(await problemsOf(register({ posts: managedBy('P1') }))).toEqual([
      'posts[0].lineManager: it names the person themselves',
    ]);
    const { id } = await register();
    await register({ reference: 'p2', posts: managedBy('p1') });
    await register({ reference: 'p3', posts: managedBy('p2') });
    const circle = people.use(ChangePerson).run(EVERYWHERE, id, 1, aPerson({ posts: managedBy('p3') }));
    expect(await problemsOf(circle)).toEqual([
      'posts[0].lineManager: these people manage one another: p1 -> p3 -> p2 -> p1',
    ]);
  });

  it('is, to somebody else who may see only themselves, not there', async () => {
    const { id } = await register();
    const missing = await refusalOf(people.use(ReadPerson).run(EVERYWHERE, NOBODY));
    const hidden = (await refusalOf(people.use(ReadPerson).run(own(NOBODY), id))) as NotFound;
    expect(hidden).toBeInstanceOf(NotFound);
    expect(hidden.message.replace(id, NOBODY)).toBe((missing as NotFound).message);
    await expect(people.use(ChangePerson).run(own(NOBODY), id, 1, aPerson())).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(people.use(ReadPerson).run(own(id), id)).resolves.toMatchObject({ id });
  });

  it('changes what is said of them, but not the reference by which files know them', async () => {
    const { id } = await register();
    const change = people.use(ChangePerson);
    expect(await change.run(own(id), id, 1, aPerson({ consent: false }))).toMatchObject({
      consent: false,
      version: 2,
    });
    await expect(change.run(own(id), id, 2, aPerson({ reference: 'p2' }))).rejects.toBeInstanceOf(Forbidden);
    await expect(change.run(EVERYWHERE, id, 1, aPerson())).rejects.toBeInstanceOf(StaleVersion);
    expect(await change.run(EVERYWHERE, id, 2, aPerson({ reference: 'p2', consent: false }))).toMatchObject({
      reference: 'p2',
    });
  });

  it('cannot find out by changing what is said of them who else is in the programme', async () => {
    const { id } = await register({ email: 'a@example.test' });
    await register({ reference: 'r1', email: 'r@example.test', posts: managedBy('p1') });
    const say = (parts: Partial<PersonInput>) =>
      people.use(ChangePerson).run(own(id), id, 1, aPerson({ email: 'a@example.test', ...parts }));

    for (const [there, elsewhere, what] of [
      [{ email: 'R@example.test' }, { email: 'nobody@example.test' }, 'e-mail address'],
      [{ posts: managedBy('R1') }, { posts: managedBy('z1') }, 'line manager'],
      [{ reference: 'R1' }, { reference: 'z1' }, 'reference'],
    ] as const) {
      const refusal = await refusalOf(say(there));
      expect(refusal).toBeInstanceOf(Forbidden);
      expect(refusal).toEqual(await refusalOf(say(elsewhere)));
      expect((refusal as Forbidden).message).toContain(`their own ${what}`);
    }
    const second = { organisationId, region: 'london', stage: '1', lineManager: 'R1' };
    const said = await say({ exclude: ['R1', 'Z1'], posts: [...aPerson().posts, second] });
    expect(said).toMatchObject({ exclude: ['R1', 'Z1'], posts: [{}, { lineManager: 'R1' }] });
    expect(await people.use(ReadPerson).run(EVERYWHERE, id)).toEqual(said);
  });

  it('says of themselves only what files may say, whoever manages them', async () => {
    const { id } = await register({ posts: managedBy('R1') });
    const change = people.use(ChangePerson);
    const kept = await change.run(own(id), id, 1, aPerson({ posts: managedBy('r1'), name: 'Ana' }));
    expect(kept).toMatchObject({ name: 'Ana', posts: [{ lineManager: 'r1' }] });
    await people.use(PutMenteeProfile).run(own(id), id, { gaps: [{ topic: 'SE-1.1' }] });
    const posts = [{ ...managedBy('r1')[0]!, organisationId: NOBODY, stage: '3' }];
    expect((await problemsOf(change.run(own(id), id, 2, aPerson({ posts })))).map(memberOf)).toEqual([
      'posts[0].organisationId',
      'posts[0].stage',
    ]);
  });

  it('does not outgrow the target of their mentee profile unnoticed', async () => {
    const { id } = await register();
    await people.use(PutMenteeProfile).run(own(id), id, { gaps: [{ topic: 'SE-1.1' }] });
    const posts = [{ organisationId, region: 'london', stage: '3' }];
    expect(await problemsOf(people.use(ChangePerson).run(EVERYWHERE, id, 1, aPerson({ posts })))).toEqual([
      'posts[0].stage: the target stage of their mentee profile no longer fits: "2" is below the present stage, "3"',
    ]);
  });
});

describe('A mentee profile', () => {
  it('aims for the next stage, or with a peer for their own, where nothing is said', async () => {
    const { id } = await register();
    const put = people.use(PutMenteeProfile);
    const gaps = [{ topic: 'SE-1.1' }, { topic: 'MP-1.1', size: 4 }];
    const { profile, created } = await put.run(own(id), id, {
      gaps,
      accessibility: ['Step-free', 'step free'],
    });
    expect(created).toBe(true);
    expect(profile).toEqual({
      ...{ personId: id, targetStage: '2', preferProfession: 'any', preferOrganisation: 'any', peer: false },
      gaps: [
        { topic: 'SE-1.1', size: 2 },
        { topic: 'MP-1.1', size: 4 },
      ],
      accessibility: ['step_free'],
      version: 1,
    });
    expect(await put.run(own(id), id, { gaps, peer: true }, 1)).toMatchObject({
      created: false,
      profile: { targetStage: '1', version: 2 },
    });
    expect((await people.use(ListMenteeProfiles).run(EVERYWHERE, programmeId, { limit: 5 })).items).toEqual([
      await people.use(ReadMenteeProfile).run(EVERYWHERE, id),
    ]);
  });

  it('is refused with every fault', async () => {
    const { id } = await register({ posts: [{ organisationId, region: 'london', stage: '2' }] });
    const gaps = [{ topic: 'SE-9.9', size: 5 }, { topic: 'MP-1.1', size: 1.5 }, { topic: 'MP-1.1' }];
    const faulty = { gaps, targetStage: '1', accessibility: ['none', '?'] };
    expect(await problemsOf(people.use(PutMenteeProfile).run(own(id), id, faulty))).toEqual([
      'targetStage: "1" is below the present stage, "2"',
      'gaps[0].topic: "SE-9.9" is no competency or experience',
      'gaps[0].size: 5 is no whole number from 1 to 4',
      'gaps[1].size: 1.5 is no whole number from 1 to 4',
      'gaps: it names "MP-1.1" twice',
      'accessibility[0]: it says that nothing is needed: leave it out',
      'accessibility[1]: "?" is no access need: write words such as step_free',
    ]);
    const none = people.use(PutMenteeProfile).run(own(id), id, { gaps: [], targetStage: '2' });
    expect(await problemsOf(none)).toEqual([
      'targetStage: "2" is the present stage: only somebody who asks for a peer stays',
      'gaps: it names 0 gaps; a person chooses 1 to 5',
    ]);
  });

  it('is made once, and replaced by somebody who has read it', async () => {
    const { id } = await register();
    const put = people.use(PutMenteeProfile);
    const input = { gaps: [{ topic: 'SE-1.1' }] };
    await expect(put.run(own(id), id, input, 1)).rejects.toBeInstanceOf(NotFound);
    await put.run(own(id), id, input);
    expect(await refusalOf(put.run(own(id), id, input))).toMatchObject({ code: 'mentee-profile.exists' });
    await put.run(own(id), id, input, 1);
    await expect(put.run(own(id), id, input, 1)).rejects.toBeInstanceOf(StaleVersion);
  });

  it('belongs to its person alone', async () => {
    const { id } = await register();
    const input = { gaps: [{ topic: 'SE-1.1' }] };
    await expect(people.use(PutMenteeProfile).run(own(NOBODY), id, input)).rejects.toBeInstanceOf(NotFound);
    await people.use(PutMenteeProfile).run(own(id), id, input);
    await expect(people.use(ReadMenteeProfile).run(own(NOBODY), id)).rejects.toBeInstanceOf(NotFound);
    await expect(people.use(ReadMenteeProfile).run(own(id), id)).resolves.toMatchObject({
      personId: id,
    });
  });
});

describe('A mentor profile', () => {
  it('is listed, with no hours where none are agreed', async () => {
    const { id } = await register();
    const strengths = [{ topic: 'SE-1.1', stage: 'Stage 3' }];
    expect(await people.use(PutMentorProfile).run(own(id), id, { strengths, capacity: 0 })).toEqual({
      created: true,
      profile: {
        ...{ personId: id, capacity: 0, peer: false, listed: true, accessibility: [], version: 1 },
        strengths: [{ topic: 'SE-1.1', stage: '3' }],
      },
    });
    const changed = { strengths, capacity: 2, protectedHours: 1.5, listed: false };
    expect((await people.use(PutMentorProfile).run(own(id), id, changed, 1)).profile).toEqual(
      await people.use(ReadMentorProfile).run(EVERYWHERE, id),
    );
    await expect(people.use(ReadMentorProfile).run(EVERYWHERE, NOBODY)).rejects.toBeInstanceOf(NotFound);
  });

  it('is refused with every fault', async () => {
    const { id } = await register();
    const strengths = [
      { topic: 'SE-1.1', stage: '7' },
      { topic: 'SE-1.1', stage: '2' },
    ];
    const faulty = people
      .use(PutMentorProfile)
      .run(own(id), id, { strengths, capacity: 51, protectedHours: -1 });
    expect((await problemsOf(faulty)).map((problem) => problem.split(': ')[0])).toEqual([
      'strengths[0].stage',
      'strengths',
      'capacity',
      'protectedHours',
    ]);
    const none = people.use(PutMentorProfile).run(own(id), id, { strengths: [], capacity: Number.NaN });
    expect(await problemsOf(none)).toEqual([
      'strengths: it is empty',
      'capacity: NaN is no whole number from 0 to 50',
    ]);
  });
});

describe('Headcounts', () => {
  it('are replaced whole, under the codes of their professions', async () => {
    const set = people.use(SetWorkforce);
    await set.run(EVERYWHERE, programmeId, [{ profession: 'Physiotherapists', headcount: 9 }]);
    await set.run(EVERYWHERE, programmeId, [{ profession: 'adult_nurse', headcount: 40 }]);
    expect([...(await people.use(ReadWorkforce).run(EVERYWHERE, programmeId))]).toEqual([
      ['adult_nurse', 40],
    ]);
    await expect(set.run(EVERYWHERE, NOBODY, [])).rejects.toBeInstanceOf(NotFound);
    await expect(people.use(ReadWorkforce).run(EVERYWHERE, NOBODY)).rejects.toBeInstanceOf(NotFound);
  });

  it('are refused with every fault', async () => {
    const faulty = people.use(SetWorkforce).run(EVERYWHERE, programmeId, [
      { profession: 'physiotherapist', headcount: 1 },
      { profession: 'Physiotherapists', headcount: -1 },
      { profession: 'astronaut', headcount: 2 },
    ]);
    expect((await problemsOf(faulty)).map((problem) => problem.split(': ')[0])).toEqual([
      'headcounts[1].headcount',
      'headcounts[1].profession',
      'headcounts[2].profession',
    ]);
  });
});

it('refuses as a conflict what the state of things does not allow', async () => {
  expect(
    await refusalOf(people.use(CreateProgramme).run(EVERYWHERE, { name: 'Leaders of the North' })),
  ).toBeInstanceOf(Conflict);
});
