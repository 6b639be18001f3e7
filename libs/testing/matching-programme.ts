import { DEFAULT_DISCLOSURE_POLICY, DisclosureSettings } from '@evenhand/disclosure';
import { AuditTrail, Authority, Clock, type Job, Outbox, Random, Transaction } from '@evenhand/kernel';
import {
  AcceptProposal,
  AnswerEnquiry,
  answerQuestion,
  CreateMatchingRound,
  CreateMentoringRequest,
  type EnquiryAnswer,
  type EnquiryQuestion,
  EnquiryRepository,
  ExplanationReviewRepository,
  type FrozenAndSolved,
  MatchingJobsModule,
  MatchingModule,
  type MatchingRound,
  MatchingRoundRepository,
  MatchingRunRepository,
  MentoringRequestRepository,
  OpenJobs,
  PartInRoundRepository,
  type Proposal,
  ProposalRepository,
  PublishMatchingRound,
  RefillMatchingRound,
  type RunKind,
  type RoundParts,
  RunMatchingRound,
  type Side,
  SolveMatchingRun,
  type Solver,
  SolveRunner,
  solveSnapshot,
  type SolvedRun,
  type SolverWatch,
  SweepProposals,
  type SweptProposals,
} from '@evenhand/matching';
import {
  ChampioningRepository,
  Colleagues,
  MentoringModule,
  type MentoringRelationship,
  MentoringRelationshipRepository,
} from '@evenhand/mentoring';
import {
  type Mentee,
  type MenteeProfile,
  MenteeProfileRepository,
  type Mentor,
  type MentorProfile,
  MentorProfileRepository,
  OrganisationRepository,
  type Person,
  PersonRepository,
  type Programme,
  ProgrammeRepository,
  type RegisteredPerson,
  WorkforceRepository,
} from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { type Abstract, type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { authorityOfPerson, EVERYWHERE, RememberedTrail } from './authorities';
import {
  InMemoryEnquiries,
  InMemoryExplanationReviews,
  InMemoryMatchingRounds,
  InMemoryMatchingRuns,
  InMemoryMentoringRequests,
  InMemoryOpenJobs,
  InMemoryOutbox,
  InMemoryPartsInRounds,
  InMemoryProposals,
  InMemoryTransaction,
} from './in-memory-matching';
import {
  InMemoryChampionings,
  InMemoryColleagues,
  InMemoryMentoringRelationships,
} from './in-memory-mentoring';

const PROGRAMME = 'programme';
const DAY = 86_400_000;
const WORKER = Authority.ofProgram('worker');
const QUIETLY = { logger: false, abortOnError: false } as const;

class SettableClock extends Clock {
  time = new Date('2026-10-01T09:00:00Z');

  override now(): Date {
    return this.time;
  }

  /** Lets whole or broken days pass. */
  pass(days: number): void {
    this.time = new Date(this.time.getTime() + days * DAY);
  }
}

class Counting extends Random {
  #made = 0;

  override uuid(): string {
    return `id-${String(++this.#made).padStart(5, '0')}`;
  }

  override secret(): string {
    return `secret-${++this.#made}`;
  }
}

/** Solves on the spot; a test can do something first, or instead, and let a turn wait. */
class SolveOnTheSpot extends SolveRunner implements Solver {
  /** Until this is done nobody's turn comes. */
  waiting: (() => unknown) | undefined;
  before: (() => unknown) | undefined;

  override async inTurn<Result>(
    signal: AbortSignal,
    work: (solver: Solver) => Promise<Result>,
  ): Promise<Result> {
    await this.waiting?.();
    signal.throwIfAborted();
    return work(this);
  }

  async solve(snapshot: string, _: RunKind, watch: SolverWatch): Promise<SolvedRun> {
    await this.#begin(watch);
    return solveSnapshot(snapshot, healthAndCare, watch);
  }

  async answer(question: EnquiryQuestion, run: FrozenAndSolved, watch: SolverWatch): Promise<EnquiryAnswer> {
    await this.#begin(watch);
    return answerQuestion(question, run, healthAndCare, watch);
  }

  async #begin({ onProgress, signal }: SolverWatch): Promise<void> {
    await this.before?.();
    onProgress({ stage: 'waiting for the test', done: 0, total: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  }
}

/** What matching asks of people, kept in memory. */
class People {
  readonly persons = new Map<string, RegisteredPerson>();
  readonly mentees = new Map<string, MenteeProfile>();
  readonly mentors = new Map<string, MentorProfile>();
  readonly headcounts = new Map<string, number>();
  /** Ids of the people who were held, in the order in which they were. */
  held: readonly string[] = [];
  programme: Programme = { id: PROGRAMME, name: 'Leaders of the North', state: 'open', version: 1 };

  readonly ports = [
    {
      provide: ProgrammeRepository,
      useValue: { byId: this.#programme, lock: this.#programme },
    },
    {
      provide: OrganisationRepository,
      useValue: {
        ofProgramme: () => {
          const posts = [...this.persons.values()].flatMap((person) => person.posts);
          const ids = new Set(['trust', ...posts.map(({ organisationId }) => organisationId)]);
          return Promise.resolve(
            [...ids].map((id) => ({ id, programmeId: PROGRAMME, name: `The ${id}`, version: 1 })),
          );
        },
      },
    },
    {
      provide: PersonRepository,
      useValue: {
        byId: (id: string) => Promise.resolve(this.persons.get(id)),
        byIds: (ids: readonly string[]) => Promise.resolve(ids.flatMap((id) => this.persons.get(id) ?? [])),
        ofProgramme: () => Promise.resolve([...this.persons.values()]),
        lock: (ids: readonly string[]) => {
          this.held = ids;
          return Promise.resolve(ids.flatMap((id) => this.persons.get(id) ?? []));
        },
      },
    },
    { provide: MenteeProfileRepository, useValue: profilesOf(this.mentees) },
    { provide: MentorProfileRepository, useValue: profilesOf(this.mentors) },
    { provide: WorkforceRepository, useValue: { read: () => Promise.resolve(this.headcounts) } },
  ];

  get #programme(): (id: string) => Promise<Programme | undefined> {
    return (id) => Promise.resolve(id === PROGRAMME ? this.programme : undefined);
  }
}

function profilesOf<Profile>(profiles: ReadonlyMap<string, Profile>) {
  return {
    byPersonId: (id: string) => Promise.resolve(profiles.get(id)),
    ofProgramme: () => Promise.resolve([...profiles.values()]),
  };
}

@Module({})
class Ports {}

@Module({})
class Root {}

/** A programme in memory with its people and every use case of matching and of mentoring, wired as in earnest. */
export class MatchingProgramme {
  readonly id = PROGRAMME;
  readonly clock = new SettableClock();
  readonly people = new People();
  readonly requests = new InMemoryMentoringRequests();
  readonly rounds = new InMemoryMatchingRounds();
  readonly runs = new InMemoryMatchingRuns();
  readonly enquiries = new InMemoryEnquiries();
  readonly outbox = new InMemoryOutbox();
  readonly parts = new InMemoryPartsInRounds();
  readonly reviews = new InMemoryExplanationReviews();
  readonly relationships = new InMemoryMentoringRelationships();
  readonly championings = new InMemoryChampionings();
  readonly trail = new RememberedTrail();
  readonly runner = new SolveOnTheSpot();
  readonly proposals: InMemoryProposals;
  /** As it is configured; a test may configure another policy. */
  readonly disclosure = { policy: DEFAULT_DISCLOSURE_POLICY };
  #context: INestApplicationContext | undefined;

  private constructor() {
    const mentors = profilesOf(this.people.mentors) as unknown as MentorProfileRepository;
    this.proposals = new InMemoryProposals(this.rounds, mentors, this.people.persons, this.relationships);
  }

  /** @param proposalDays days that both people have to answer */
  static async open(proposalDays = 14, policy = DEFAULT_DISCLOSURE_POLICY): Promise<MatchingProgramme> {
    const programme = new MatchingProgramme();
    programme.disclosure.policy = policy;
    const { requests, rounds, runs, enquiries, outbox, proposals, parts, reviews, trail } = programme;
    const { relationships, championings } = programme;
    const ports = [
      ...programme.people.ports,
      { provide: Clock, useValue: programme.clock },
      { provide: Random, useValue: new Counting() },
      {
        provide: Transaction,
        useValue: new InMemoryTransaction([
          ...[requests, rounds, runs, enquiries, outbox, proposals],
          ...[parts, reviews, relationships, championings, trail],
        ]),
      },
      { provide: AuditTrail, useValue: trail },
      { provide: MentoringRequestRepository, useValue: requests },
      { provide: MatchingRoundRepository, useValue: rounds },
      { provide: MatchingRunRepository, useValue: runs },
      { provide: EnquiryRepository, useValue: enquiries },
      { provide: ProposalRepository, useValue: proposals },
      { provide: PartInRoundRepository, useValue: parts },
      { provide: ExplanationReviewRepository, useValue: reviews },
      { provide: MentoringRelationshipRepository, useValue: relationships },
      { provide: ChampioningRepository, useValue: championings },
      { provide: Colleagues, useValue: new InMemoryColleagues(programme.people.persons) },
      { provide: Outbox, useValue: outbox },
      { provide: OpenJobs, useValue: new InMemoryOpenJobs(outbox, programme.clock) },
      { provide: SolveRunner, useValue: programme.runner },
      { provide: DisclosureSettings, useValue: programme.disclosure },
    ];
    const exports = ports.map(({ provide }) => provide);
    const root: DynamicModule = {
      module: Root,
      imports: [
        { module: Ports, global: true, providers: ports, exports },
        MatchingModule.with({ proposalDays }),
        MatchingJobsModule,
        MentoringModule,
      ],
    };
    programme.#context = await NestFactory.createApplicationContext(root, QUIETLY);
    return programme;
  }

  /** A use case. */
  use<UseCase>(type: Abstract<UseCase>): UseCase {
    return this.#context!.get(type);
  }

  /** Closes or opens the programme. */
  set state(state: Programme['state']) {
    this.people.programme = { ...this.people.programme, state };
  }

  /** Registers a person, who has the id of the builder as reference, and returns their id. */
  register(
    { id: reference, posts, ...person }: Mentee | Mentor,
    more: Partial<RegisteredPerson> = {},
  ): string {
    const { name = 'A Name', email = 'a.name@example.org', background, languages, mode } = person;
    const [main, ...others] = posts.map(({ organisation, ...post }) => ({
      organisationId: organisation,
      ...post,
    }));
    const id = `person-${reference}`;
    this.people.persons.set(id, {
      ...{ id, programmeId: PROGRAMME, reference, name, email, background, languages, mode },
      ...{ posts: [main!, ...others], exclude: person.exclude },
      ...{ consent: person.consent, active: person.active, version: 1 },
      ...more,
    });
    return id;
  }

  /** Registers a mentee with a profile and, unless told otherwise, a request that waits. */
  async mentee(
    mentee: Mentee,
    { asks = true, ...more }: Partial<RegisteredPerson> & { readonly asks?: boolean } = {},
  ): Promise<{ readonly personId: string; readonly requestId: string }> {
    const personId = this.register(mentee, more);
    const { waitingSince, ...profile } = profileOf(mentee);
    this.people.mentees.set(personId, { ...profile, personId, version: 1 });
    if (!asks) {
      return { personId, requestId: '' };
    }
    const create = this.use(CreateMentoringRequest);
    const { id: requestId } = await create.run(authorityOfPerson(personId, PROGRAMME), {
      programmeId: PROGRAMME,
      personId,
      submit: true,
    });
    return { personId, requestId };
  }

  /** The word of one of the two people of a proposal. */
  async wordOf(side: Side, proposalId: string): Promise<Authority> {
    const { menteeId, mentorId } = (await this.proposals.byId(proposalId))!;
    return authorityOfPerson(side === 'mentee' ? menteeId : mentorId, PROGRAMME);
  }

  /** Registers a mentor with a profile. */
  mentor(mentor: Mentor, more: Partial<RegisteredPerson> = {}): string {
    const personId = this.register(mentor, more);
    this.people.mentors.set(personId, { ...profileOf(mentor), personId, version: 1 });
    return personId;
  }

  /** Changes somebody. */
  changePerson(id: string, change: Partial<RegisteredPerson>): void {
    this.people.persons.set(id, { ...this.people.persons.get(id)!, ...change });
  }

  /** Changes what a mentor offers. */
  changeMentor(id: string, change: Partial<MentorProfile>): void {
    this.people.mentors.set(id, { ...this.people.mentors.get(id)!, ...change });
  }

  /** Makes a draft. */
  draft(parts: RoundParts = {}): Promise<MatchingRound> {
    return this.use(CreateMatchingRound).run(EVERYWHERE, {
      programmeId: PROGRAMME,
      name: 'Autumn',
      ...parts,
    });
  }

  /** Makes a round and queues it. */
  async queued(parts: RoundParts = {}): Promise<MatchingRound> {
    return (await this.use(RunMatchingRound).run(EVERYWHERE, (await this.draft(parts)).id)).round;
  }

  /** Makes a round and has it solved. */
  async solved(parts: RoundParts = {}): Promise<MatchingRound> {
    const { id } = await this.queued(parts);
    await this.work();
    return this.round(id);
  }

  /** Makes a round, has it solved and publishes it. */
  async published(parts: RoundParts = {}): Promise<MatchingRound> {
    return this.use(PublishMatchingRound).run(EVERYWHERE, (await this.solved(parts)).id);
  }

  /** A round as it is now. */
  async round(id: string): Promise<MatchingRound> {
    return (await this.rounds.byId(id))!;
  }

  /** State of a request. */
  async stateOf(requestId: string): Promise<string | undefined> {
    return (await this.requests.byId(requestId))?.state;
  }

  /** Proposals of a round, in the order in which they were made. */
  async offers(roundId: string): Promise<readonly Proposal[]> {
    return this.proposals.ofRound(roundId);
  }

  /** Both say yes to a proposal: their mentoring, as it begins. */
  async began({ id, menteeId, mentorId }: Proposal): Promise<MentoringRelationship> {
    for (const personId of [menteeId, mentorId]) {
      await this.use(AcceptProposal).run(authorityOfPerson(personId, PROGRAMME), { id });
    }
    return this.relationships.all.find(({ proposalId }) => proposalId === id)!;
  }

  /** A worker looks after the proposals. */
  sweep(): Promise<SweptProposals> {
    return this.use(SweepProposals).run(WORKER);
  }

  /** A worker takes the first job that waits. */
  async workOnce(signal = new AbortController().signal): Promise<string | undefined> {
    const [job] = this.outbox.jobs;
    return job && this.workOn(job, signal);
  }

  /** A worker takes a job, whether or not it still waits. */
  workOn(job: Job, signal = new AbortController().signal): Promise<string> {
    switch (job.kind) {
      case 'solve-run':
        return this.use(SolveMatchingRun).run(WORKER, job, signal);
      case 'refill-round':
        return this.use(RefillMatchingRound).run(job);
      case 'answer-enquiry':
        return this.use(AnswerEnquiry).run(job, signal);
      case 'make-equity-report':
        throw new Error('Nothing in matching asks for an equity report.');
    }
  }

  /** A worker does whatever waits, and what comes of it. */
  async work(): Promise<readonly string[]> {
    const done: string[] = [];
    for (let said = await this.workOnce(); said !== undefined; said = await this.workOnce()) {
      done.push(said);
    }
    return done;
  }
}

function profileOf<Profile extends Person>(
  profile: Profile,
): Omit<Profile, Exclude<keyof Person, 'accessibility'>> {
  const { id, name, email, background, posts, languages, mode, exclude, consent, active, ...rest } = profile;
  return rest;
}
