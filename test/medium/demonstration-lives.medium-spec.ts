import { DisclosureModule, HostModule, SigningModule } from '@evenhand/config';
import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import {
  BaselineRepository,
  EqualityRecordRepository,
  EquityModule,
  EquitySettingsModule,
  GiveEqualityAnswers,
} from '@evenhand/equity';
import {
  AcceptProposal,
  DeclineProposal,
  MatchingModule,
  OpenJobs,
  type Proposal,
  USUAL_PROPOSAL_DAYS,
  WithdrawMentoringRequest,
} from '@evenhand/matching';
import {
  GiveMentoringFeedback,
  MentoringModule,
  type MentoringRelationship,
  MentoringRelationshipRepository,
} from '@evenhand/mentoring';
import { OrganisationRepository, PeopleModule, PersonRepository, RegisterPerson } from '@evenhand/people';
import { PersistenceModule, RowReach } from '@evenhand/persistence';
import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import {
  answersEqualityQuestions,
  answerTo,
  mentoringOf,
  withdraws,
} from '../../apps/embedded/src/lives/lives';
import { type LivesPlace, TellLives } from '../../apps/embedded/src/lives/tell-lives';
import { programOptionsOf, useMatchingDatabase } from './matching-database';

const kept = useMatchingDatabase();
const DAY_MILLISECONDS = 86_400_000;
/** Of whom many decline: in each group of fewer a step might come to nobody. */
const MENTEES = 48;
const ALL = { limit: 10_000 };
let service: INestApplicationContext;

beforeAll(async () => {
  @Module({
    imports: [
      ...[PersistenceModule.forRoot(programOptionsOf(kept.url)), HostModule, SigningModule.forRoot({})],
      ...[DisclosureModule.forRoot(DEFAULT_DISCLOSURE_POLICY), PeopleModule, MentoringModule, EquityModule],
      MatchingModule.with({ proposalDays: USUAL_PROPOSAL_DAYS }),
      EquitySettingsModule.with({ closedRecordDays: 1_000 }),
    ],
  })
  class Told {}
  service = await NestFactory.createApplicationContext(Told, { logger: false, abortOnError: false });
});
afterAll(() => service.close());

/** The same, in which no worker has anything left to do, and one use case fails at the fifth time that it is called. */
function cutOffAt(failing?: Type<{ run: (...words: never[]) => unknown }>): INestApplicationContext {
  let calls = 0;
  const get = (token: Type): unknown => {
    if (token === OpenJobs) return { list: () => Promise.resolve({ items: [] }) };
    const found: unknown = service.get(token);
    if (token !== failing) return found;
    const useCase = found as { run: (...words: unknown[]) => unknown };
    return {
      run: (...words: unknown[]) => {
        if (++calls === 5) throw new Error('It is cut off.');
        return useCase.run(...words);
      },
    };
  };
  return { get } as unknown as INestApplicationContext;
}

/** People of the programme to whom a round has just proposed mentors, and some who wait. */
async function publishedRound(): Promise<{ roundId: string; proposals: readonly Proposal[] }> {
  const now = Date.now();
  const days = {
    offeredAt: new Date(now - DAY_MILLISECONDS),
    expiresAt: new Date(now + 13 * DAY_MILLISECONDS),
  };
  const proposals = await kept.proposalsTo(await kept.mentor(MENTEES), MENTEES, days);
  await kept.proposals.add(proposals);
  await kept.requests.add(await kept.requestsOf(20));
  const persons = kept.get(PersonRepository);
  const background = { profession: 'physiotherapist', group: 'ahp', registration: 'registered' } as const;
  const everybody = await persons.ofProgramme(kept.programmeId);
  await persons.save(everybody.map((person) => ({ ...person, background })));
  return { roundId: proposals[0]!.roundId, proposals };
}

async function placeOf(roundId: string): Promise<LivesPlace> {
  const { programmeId } = kept;
  const [organisation] = await RowReach.ALL.run(() =>
    kept.get(OrganisationRepository).ofProgramme(programmeId),
  );
  const table = (name: string, columns: string, row: string) => ({
    ...{ name, columns: columns.split(','), rows: [row.split(',')] },
  });
  const post = { organisationId: organisation!.id, region: 'london', grade: 'afc_6', stage: '1' };
  return {
    ...{ programmeId, roundId, coordinatorAccount: randomUUID(), seed: 'a test', left: [] },
    colleagues: Array.from({ length: 7 }, (_, at) => ({
      ...{ reference: `colleague-${at}`, background: { profession: 'midwife' }, posts: [post] },
      ...{ consent: true, active: true },
    })),
    workforce: table('baseline.csv', 'profession,headcount', 'midwife,200'),
    characteristics: table('characteristics.csv', 'question,answer,headcount', 'sex,female,200'),
  };
}

describe('What becomes of the people of the demonstration', () => {
  it('is gone on with wherever it was cut off, and is what was invented of each of them', async () => {
    const { roundId, proposals } = await publishedRound();
    const place = await placeOf(roundId);
    const steps = [
      ...[RegisterPerson, GiveEqualityAnswers, AcceptProposal, DeclineProposal, WithdrawMentoringRequest],
      GiveMentoringFeedback,
    ] as Type<{ run: (...words: never[]) => unknown }>[];
    for (const step of steps) {
      await expect(new TellLives(cutOffAt(step), place).run()).rejects.toThrow('cut off');
    }
    await new TellLives(cutOffAt(), place).run();
    await new TellLives(cutOffAt(), place).run();

    await RowReach.ALL.run(async () => {
      const everybody = await kept.get(PersonRepository).ofProgramme(kept.programmeId);
      const persons = new Map(
        everybody.map(({ id, reference, background: { group } }) => [id, { reference, group }]),
      );
      expect(everybody.filter(({ reference }) => reference.startsWith('colleague'))).toHaveLength(7);
      const baseline = await kept.get(BaselineRepository).read(kept.programmeId);
      expect(baseline).toMatchObject({ version: 1, characteristics: [{ people: 200 }] });

      const now = await kept.proposals.ofRound(roundId);
      expect(now).toHaveLength(proposals.length);
      const STATES = {
        ...{ 'both-accept': 'confirmed', 'mentee-accepts': 'offered', nobody: 'offered' },
        ...{ 'mentee-declines': 'declined', 'mentor-declines': 'declined' },
      };
      for (const { menteeId, state, menteeAcceptedAt, declined } of now) {
        const answer = answerTo(persons.get(menteeId)!);
        expect([answer, state]).toEqual([answer, STATES[answer]]);
        if (answer === 'mentee-accepts') expect(menteeAcceptedAt).toBeInstanceOf(Date);
        if (state === 'declined') expect(answer).toBe(`${declined!.by}-declines`);
      }

      const { items: requests } = await kept.requests.list(undefined, place, ALL);
      const waiting = requests.filter(({ state }) => state === 'submitted');
      const withdrawn = requests.filter(({ state }) => state === 'withdrawn');
      for (const [some, gaveUp] of [
        [waiting, false],
        [withdrawn, true],
      ] as const) {
        expect(some.length).toBeGreaterThan(0);
        for (const { personId } of some) expect(withdraws(persons.get(personId)!)).toBe(gaveUp);
      }

      const { items } = await kept
        .get(MentoringRelationshipRepository)
        .list(undefined, { programmeId: kept.programmeId }, ALL);
      expect(items).toHaveLength(now.filter(({ state }) => state === 'confirmed').length);
      for (const mentoring of items) {
        const { meets, helped, completes } = mentoringOf(persons.get(mentoring.menteeId)!);
        const came: Partial<MentoringRelationship>['state'] = completes
          ? 'completed'
          : meets
            ? 'active'
            : 'starting';
        expect([mentoring.state, mentoring.menteeFeedback?.helped]).toEqual([came, helped]);
      }
      for (const [id, person] of persons) {
        const record = await RowReach.ofSelf([id]).run(() => kept.get(EqualityRecordRepository).ofPerson(id));
        expect(record !== undefined).toBe(answersEqualityQuestions(person));
      }
    });
  });
});
