import { AsyncLocalStorage } from 'node:async_hooks';
import {
  compareIdentifiers,
  Conflict,
  type Job,
  type Limits,
  Outbox,
  type Page,
  type PageRequest,
  Transaction,
  type Clock,
} from '@evenhand/kernel';
import {
  type ExplanationReview,
  ExplanationReviewRepository,
  type ReviewFilter,
  type Enquiry,
  type EnquiryAnswer,
  type EnquiryKind,
  EnquiryRepository,
  type MatchingRound,
  MatchingRoundRepository,
  type MatchingRun,
  MatchingRunRepository,
  type MentoringRequest,
  MentoringRequestRepository,
  OPEN_REQUEST_STATES,
  type OpenJob,
  OpenJobs,
  type PartInRound,
  PartInRoundRepository,
  type PersonPair,
  PLACE_USING_STATES,
  type Proposal,
  type ProposalFilter,
  ProposalRepository,
  type PseudonymLink,
  REMINDER_DAYS,
  type RequestFilter,
  type RoundFailure,
  type RoundFilter,
  type RunBottlenecks,
  type RunKind,
  type RunOutcome,
  type RunSummary,
  type RunProgress,
  type SolvedRun,
} from '@evenhand/matching';
import { MentorProfileRepository, type RegisteredPerson } from '@evenhand/people';
import type { InMemoryMentoringRelationships } from './in-memory-mentoring';
import { isWithin, pageOf, type Restorable, Rows } from './rows-in-memory';

/**
 * The transaction that is under way. One storage for all: each that was ever used makes every promise of the process dearer,
 * and a test opens a programme with a transaction of its own.
 */
const inside = new AsyncLocalStorage<InMemoryTransaction>();

/** Takes one transaction at a time, and puts everything back where one fails. One within another joins it. */
export class InMemoryTransaction extends Transaction {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly stores: readonly Restorable[]) {
    super();
  }

  override run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (inside.getStore() === this) {
      return work();
    }
    const done = this.#last.then(() => this.#alone(work));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const restores = this.stores.map((store) => store.remember());
    try {
      return await inside.run(this, work);
    } catch (error) {
      restores.forEach((restore) => restore());
      throw error;
    }
  }
}

/** Requests in memory. */
export class InMemoryMentoringRequests extends MentoringRequestRepository implements Restorable {
  readonly #rows = new Rows<MentoringRequest>('mentoring request');

  remember(): () => void {
    return this.#rows.remember();
  }

  override add(requests: readonly MentoringRequest[]): Promise<void> {
    for (const request of requests) {
      const open = this.#where(({ personId, state }) => personId === request.personId && isOpen(state));
      if (open.length > 0) {
        return Promise.reject(
          new Conflict(
            'mentoring-request.already-open',
            `Person ${request.personId} has an open request already.`,
          ),
        );
      }
      this.#rows.add(request);
    }
    return Promise.resolve();
  }

  override async save(requests: readonly MentoringRequest[]): Promise<readonly MentoringRequest[]> {
    return Promise.resolve().then(() => requests.map((request) => this.#rows.save(request)));
  }

  override byId(id: string): Promise<MentoringRequest | undefined> {
    return Promise.resolve(this.#rows.byId(id));
  }

  override lock(ids: readonly string[]): Promise<readonly MentoringRequest[]> {
    return Promise.resolve(this.#where(({ id }) => ids.includes(id)));
  }

  override lockSubmitted(programmeId: string): Promise<readonly MentoringRequest[]> {
    return Promise.resolve(
      this.#where((one) => one.programmeId === programmeId && one.state === 'submitted'),
    );
  }

  override lockOfRound(roundId: string): Promise<readonly MentoringRequest[]> {
    return Promise.resolve(this.#where((one) => one.roundId === roundId));
  }

  override lockUnanswered(programmeId: string): Promise<readonly MentoringRequest[]> {
    return Promise.resolve(
      this.#where(
        (one) => one.programmeId === programmeId && (one.state === 'draft' || one.state === 'submitted'),
      ),
    );
  }

  override personsWhoAsked(programmeId: string): Promise<ReadonlySet<string>> {
    const asked = this.#where((one) => one.programmeId === programmeId);
    return Promise.resolve(new Set(asked.map(({ personId }) => personId)));
  }

  override list(
    limits: Limits | undefined,
    filter: RequestFilter,
    page: PageRequest,
  ): Promise<Page<MentoringRequest>> {
    const { programmeId, state, personId } = filter;
    const found = this.#where(
      (one) =>
        one.programmeId === programmeId &&
        isWithin(limits, one.programmeId, [one.personId]) &&
        (state === undefined || one.state === state) &&
        (personId === undefined || one.personId === personId),
    );
    const day = ({ firstSubmittedOn = '9999-12-31' }: MentoringRequest): string => firstSubmittedOn;
    return Promise.resolve(
      pageOf(
        [...found].sort((a, b) => compareIdentifiers(day(a), day(b))),
        page,
      ),
    );
  }

  #where(holds: (request: MentoringRequest) => boolean): readonly MentoringRequest[] {
    return this.#rows.all.filter(holds).sort((a, b) => compareIdentifiers(a.id, b.id));
  }
}

/** Rounds in memory. */
export class InMemoryMatchingRounds extends MatchingRoundRepository implements Restorable {
  readonly #rows = new Rows<MatchingRound>('matching round');

  remember(): () => void {
    return this.#rows.remember();
  }

  override add(round: MatchingRound): Promise<void> {
    this.#rows.add(round);
    return Promise.resolve();
  }

  override async save(round: MatchingRound): Promise<MatchingRound> {
    return Promise.resolve().then(() => this.#rows.save(round));
  }

  override byId(id: string): Promise<MatchingRound | undefined> {
    return Promise.resolve(this.#rows.byId(id));
  }

  override lock(id: string): Promise<MatchingRound | undefined> {
    return this.byId(id);
  }

  override list(
    limits: Limits | undefined,
    { programmeId, states }: RoundFilter,
    page: PageRequest,
  ): Promise<Page<MatchingRound>> {
    const found = this.#rows.all.filter(
      (one) =>
        isWithin(limits, one.programmeId) &&
        (programmeId === undefined || one.programmeId === programmeId) &&
        (states === undefined || states.includes(one.state)),
    );
    return Promise.resolve(
      pageOf(
        found.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()),
        page,
      ),
    );
  }

  override latestPublished(): Promise<MatchingRound | undefined> {
    const published = this.#rows.all.filter(({ state }) => state === 'published');
    const [latest] = published.sort((a, b) => b.publishedAt!.getTime() - a.publishedAt!.getTime());
    return Promise.resolve(latest);
  }
}

/** A run with all that is kept of it. */
interface KeptRun {
  readonly run: MatchingRun;
  readonly snapshot: string;
  readonly links: readonly PseudonymLink[];
  readonly solved?: SolvedRun;
}

/** Runs in memory. */
export class InMemoryMatchingRuns extends MatchingRunRepository implements Restorable {
  #kept = new Map<string, KeptRun>();

  remember(): () => void {
    const before = new Map(this.#kept);
    return () => (this.#kept = before);
  }

  override add(run: MatchingRun, snapshot: string, links: readonly PseudonymLink[]): Promise<void> {
    this.#kept.set(run.id, { run, snapshot, links });
    return Promise.resolve();
  }

  override byId(id: string): Promise<MatchingRun | undefined> {
    return Promise.resolve(this.#kept.get(id)?.run);
  }

  override ofRound(roundId: string): Promise<readonly MatchingRun[]> {
    const runs = [...this.#kept.values()].map(({ run }) => run).filter((run) => run.roundId === roundId);
    return Promise.resolve(runs.sort((a, b) => b.attempt - a.attempt));
  }

  override async underWay(roundId: string, kind: RunKind): Promise<boolean> {
    const runs = await this.ofRound(roundId);
    return runs.some((run) => run.kind === kind && (run.state === 'queued' || run.state === 'running'));
  }

  override snapshot(id: string): Promise<string> {
    return Promise.resolve(this.#kept.get(id)!.snapshot);
  }

  override links(id: string): Promise<readonly PseudonymLink[]> {
    return Promise.resolve(this.#kept.get(id)!.links);
  }

  override async summary(id: string): Promise<RunSummary | undefined> {
    const outcome = await this.outcome(id);
    if (outcome === undefined) return undefined;
    const { matches, unmatched, bottlenecks, ...summary } = outcome;
    return summary;
  }

  override async bottlenecks(id: string): Promise<RunBottlenecks | undefined> {
    return (await this.outcome(id))?.bottlenecks;
  }

  override outcome(id: string): Promise<RunOutcome | undefined> {
    return Promise.resolve(this.#kept.get(id)?.solved?.outcome);
  }

  override result(id: string): Promise<string | undefined> {
    return Promise.resolve(this.#kept.get(id)?.solved?.result);
  }

  override async begin(id: string): Promise<MatchingRun | undefined> {
    const run = this.#kept.get(id)?.run;
    const begun = await this.#change(id, ['queued', 'running'], {
      state: 'running',
      deliveries: (run?.deliveries ?? 0) + 1,
    });
    return begun ? this.byId(id) : undefined;
  }

  override async giveBack(id: string): Promise<void> {
    const deliveries = (this.#kept.get(id)?.run.deliveries ?? 0) - 1;
    if (deliveries >= 0) {
      await this.#change(id, ['running'], { deliveries });
    }
  }

  override reportProgress(id: string, progress: RunProgress): Promise<boolean> {
    return this.#change(id, ['running'], { progress });
  }

  override async finish(id: string, solved: SolvedRun, at: Date): Promise<boolean> {
    const finished = await this.#change(id, ['running'], { state: 'solved', solvedAt: at });
    if (finished) {
      this.#kept.set(id, { ...this.#kept.get(id)!, solved });
    }
    return finished;
  }

  override fail(id: string, failure: RoundFailure): Promise<boolean> {
    return this.#change(id, ['queued', 'running'], { state: 'failed', failure });
  }

  override cancel(id: string): Promise<boolean> {
    return this.#change(id, ['queued', 'running'], { state: 'cancelled' });
  }

  /** Alters what is kept of a run behind everybody's back. */
  alter(id: string, change: { readonly snapshot?: string; readonly solved?: SolvedRun }): void {
    this.#kept.set(id, { ...this.#kept.get(id)!, ...change });
  }

  /** Forgets whom the pseudonyms of somebody stand for, as erasing them does. */
  eraseLinks(personId: string): void {
    for (const [id, kept] of this.#kept) {
      this.#kept.set(id, { ...kept, links: kept.links.filter((link) => link.personId !== personId) });
    }
  }

  #change(id: string, from: readonly MatchingRun['state'][], change: Partial<MatchingRun>): Promise<boolean> {
    const kept = this.#kept.get(id);
    if (kept === undefined || !from.includes(kept.run.state)) {
      return Promise.resolve(false);
    }
    this.#kept.set(id, { ...kept, run: { ...kept.run, ...change } });
    return Promise.resolve(true);
  }
}

/** Enquiries in memory. */
export class InMemoryEnquiries extends EnquiryRepository implements Restorable {
  #kept = new Map<string, Enquiry>();

  remember(): () => void {
    const before = new Map(this.#kept);
    return () => (this.#kept = before);
  }

  override add(enquiry: Enquiry): Promise<void> {
    this.#kept.set(enquiry.id, enquiry);
    return Promise.resolve();
  }

  override byId(id: string): Promise<Enquiry | undefined> {
    return Promise.resolve(this.#kept.get(id));
  }

  override underWay(roundId: string): Promise<number> {
    const open = [...this.#kept.values()].filter(
      (one) => one.roundId === roundId && (one.state === 'queued' || one.state === 'running'),
    );
    return Promise.resolve(open.length);
  }

  override latestAnswer<Kind extends EnquiryKind>(
    runId: string,
    kind: Kind,
  ): Promise<Extract<EnquiryAnswer, { kind: Kind }> | undefined> {
    const answers = [...this.#kept.values()].filter(
      (one) => one.runId === runId && one.answer?.kind === kind,
    );
    const [latest] = answers.sort((a, b) => b.answeredAt!.getTime() - a.answeredAt!.getTime());
    return Promise.resolve(latest?.answer as Extract<EnquiryAnswer, { kind: Kind }> | undefined);
  }

  override async begin(id: string): Promise<Enquiry | undefined> {
    const deliveries = (this.#kept.get(id)?.deliveries ?? 0) + 1;
    const begun = await this.#change(id, ['queued', 'running'], { state: 'running', deliveries });
    return begun ? this.byId(id) : undefined;
  }

  override async giveBack(id: string): Promise<void> {
    const deliveries = (this.#kept.get(id)?.deliveries ?? 0) - 1;
    if (deliveries >= 0) {
      await this.#change(id, ['running'], { deliveries });
    }
  }

  override reportProgress(id: string, progress: RunProgress): Promise<boolean> {
    return this.#change(id, ['running'], { progress });
  }

  override finish(id: string, answer: EnquiryAnswer, at: Date): Promise<boolean> {
    return this.#change(id, ['running'], { state: 'answered', answer, answeredAt: at });
  }

  override fail(id: string, failure: RoundFailure): Promise<boolean> {
    return this.#change(id, ['queued', 'running'], { state: 'failed', failure });
  }

  override forgetOver(askedBefore: Date): Promise<number> {
    const old = [...this.#kept.values()].filter(
      ({ state, askedAt }) => (state === 'answered' || state === 'failed') && askedAt < askedBefore,
    );
    for (const { id } of old) this.#kept.delete(id);
    return Promise.resolve(old.length);
  }

  #change(id: string, from: readonly Enquiry['state'][], change: Partial<Enquiry>): Promise<boolean> {
    const kept = this.#kept.get(id);
    if (kept === undefined || !from.includes(kept.state)) {
      return Promise.resolve(false);
    }
    this.#kept.set(id, { ...kept, ...change });
    return Promise.resolve(true);
  }
}

/** Proposals in memory, never more of them than a mentor has places. */
export class InMemoryProposals extends ProposalRepository implements Restorable {
  readonly #rows = new Rows<Proposal>('proposal');

  constructor(
    private readonly rounds: MatchingRoundRepository,
    private readonly mentorProfiles: MentorProfileRepository,
    private readonly persons: ReadonlyMap<string, RegisteredPerson>,
    private readonly relationships: InMemoryMentoringRelationships,
  ) {
    super();
  }

  remember(): () => void {
    return this.#rows.remember();
  }

  override async add(proposals: readonly Proposal[]): Promise<void> {
    for (const proposal of proposals) {
      const { mentorId, requestId } = proposal;
      const used = this.#rows.all.filter((one) => one.mentorId === mentorId && this.#usesPlace(one)).length;
      const offered = (await this.mentorProfiles.byPersonId(mentorId))?.capacity ?? 0;
      if (used >= offered) {
        throw new Conflict('proposal.no-place-left', `Mentor ${mentorId} has no place left.`);
      }
      if (this.#rows.all.some((one) => one.requestId === requestId && one.state === 'offered')) {
        throw new Conflict('proposal.request-has-one', `Request ${requestId} has an open proposal.`);
      }
      this.#rows.add(proposal);
    }
  }

  override async save(proposal: Proposal): Promise<Proposal> {
    return Promise.resolve().then(() => this.#rows.save(proposal));
  }

  override byId(id: string): Promise<Proposal | undefined> {
    return Promise.resolve(this.#rows.byId(id));
  }

  override lock(id: string): Promise<Proposal | undefined> {
    return this.byId(id);
  }

  override lockOpenOfRequest(requestId: string): Promise<Proposal | undefined> {
    return Promise.resolve(
      this.#rows.all.find((one) => one.requestId === requestId && one.state === 'offered'),
    );
  }

  override due(at: Date, most: number): Promise<readonly string[]> {
    const next = ({ offeredAt, expiresAt, remindedAt }: Proposal): number => {
      const days = REMINDER_DAYS[remindedAt.length];
      const reminder = days === undefined ? Infinity : offeredAt.getTime() + days * 86_400_000;
      return Math.min(reminder, expiresAt.getTime());
    };
    const due = this.#rows.all.filter((one) => one.state === 'offered' && next(one) <= at.getTime());
    return Promise.resolve(
      due
        .sort((a, b) => next(a) - next(b))
        .slice(0, most)
        .map(({ id }) => id),
    );
  }

  override ofWhoLeft(most: number): Promise<readonly string[]> {
    const left = (id: string): boolean => {
      const { consent = false, active = false } = this.persons.get(id) ?? {};
      return !(consent && active);
    };
    const offered = this.#rows.all.filter(({ state }) => state === 'offered');
    const found = offered.filter(({ menteeId, mentorId }) => left(menteeId) || left(mentorId));
    return Promise.resolve(found.map(({ id }) => id).slice(0, most));
  }

  override async placesInUse(programmeId: string): Promise<ReadonlyMap<string, number>> {
    const used = new Map<string, number>();
    const using = (await this.#ofProgramme(programmeId)).filter((one) => this.#usesPlace(one));
    for (const { mentorId } of using) {
      used.set(mentorId, (used.get(mentorId) ?? 0) + 1);
    }
    return used;
  }

  override async earlierPairs(programmeId: string): Promise<readonly PersonPair[]> {
    const over = (await this.#ofProgramme(programmeId)).filter(({ state }) => state !== 'offered');
    return over.map(({ menteeId, mentorId }) => ({ menteeId, mentorId }));
  }

  override async roundsWithFreedPlaces(programmeId: string): Promise<readonly string[]> {
    const freed = (await this.#ofProgramme(programmeId)).filter(
      ({ state }) => !PLACE_USING_STATES.includes(state),
    );
    return [...new Set(freed.map(({ roundId }) => roundId))].sort();
  }

  override ofRequest(requestId: string): Promise<readonly Proposal[]> {
    return Promise.resolve(this.#rows.all.filter((one) => one.requestId === requestId));
  }

  override ofRound(roundId: string): Promise<readonly Proposal[]> {
    return Promise.resolve(this.#rows.all.filter((one) => one.roundId === roundId));
  }

  override async list(
    limits: Limits | undefined,
    { roundId, personId, state }: ProposalFilter,
    page: PageRequest,
  ): Promise<Page<Proposal>> {
    const within: Proposal[] = [];
    for (const one of this.#rows.all) {
      const { programmeId } = (await this.rounds.byId(one.roundId))!;
      if (isWithin(limits, programmeId, [one.menteeId, one.mentorId])) within.push(one);
    }
    const found = within.filter(
      (one) =>
        (roundId === undefined || one.roundId === roundId) &&
        (state === undefined || one.state === state) &&
        (personId === undefined || one.menteeId === personId || one.mentorId === personId),
    );
    return pageOf(
      found.sort((a, b) => b.offeredAt.getTime() - a.offeredAt.getTime()),
      page,
    );
  }

  #usesPlace({ id, state }: Proposal): boolean {
    return PLACE_USING_STATES.includes(state) && !this.relationships.isOver(id);
  }

  async #ofProgramme(programmeId: string): Promise<readonly Proposal[]> {
    const found: Proposal[] = [];
    for (const proposal of this.#rows.all) {
      if ((await this.rounds.byId(proposal.roundId))?.programmeId === programmeId) {
        found.push(proposal);
      }
    }
    return found;
  }
}

/** Parts in rounds in memory. */
export class InMemoryPartsInRounds extends PartInRoundRepository implements Restorable {
  #parts = new Map<string, PartInRound>();

  remember(): () => void {
    const before = new Map(this.#parts);
    return () => (this.#parts = before);
  }

  override take(roundId: string, accountId: string, part: PartInRound): Promise<PartInRound> {
    const key = `${roundId} ${accountId}`;
    this.#parts.set(key, this.#parts.get(key) ?? part);
    return Promise.resolve(this.#parts.get(key)!);
  }
}

/** Reviews in memory. */
export class InMemoryExplanationReviews extends ExplanationReviewRepository implements Restorable {
  #kept = new Map<string, ExplanationReview>();

  remember(): () => void {
    const before = new Map(this.#kept);
    return () => (this.#kept = before);
  }

  override add(review: ExplanationReview): Promise<void> {
    const same = [...this.#kept.values()].some(
      ({ requestId, roundId, personId, state }) =>
        state === 'open' &&
        requestId === review.requestId &&
        roundId === review.roundId &&
        personId === review.personId,
    );
    if (same) throw new Conflict('explanation-review.exists', 'There is one.');
    this.#kept.set(review.id, review);
    return Promise.resolve();
  }

  override save(review: ExplanationReview): Promise<ExplanationReview> {
    const saved = { ...review, version: review.version + 1 };
    this.#kept.set(review.id, saved);
    return Promise.resolve(saved);
  }

  override lock(id: string): Promise<ExplanationReview | undefined> {
    return Promise.resolve(this.#kept.get(id));
  }

  override list(
    limits: Limits | undefined,
    { programmeId, state }: ReviewFilter,
    page: PageRequest,
  ): Promise<Page<ExplanationReview>> {
    const found = [...this.#kept.values()].filter(
      (one) =>
        isWithin(limits, one.programmeId, [one.personId]) &&
        (programmeId === undefined || one.programmeId === programmeId) &&
        (state === undefined || one.state === state),
    );
    return Promise.resolve(pageOf(found, page));
  }
}

/** Jobs in memory, those that are not settled. */
export class InMemoryOutbox extends Outbox implements Restorable {
  #jobs: readonly Job[] = [];

  remember(): () => void {
    const before = this.#jobs;
    return () => (this.#jobs = before);
  }

  /** In the order in which they were left. */
  get jobs(): readonly Job[] {
    return this.#jobs;
  }

  override leave(job: Job): Promise<void> {
    if (!this.#jobs.some((one) => isSame(one, job))) {
      this.#jobs = [...this.#jobs, job];
    }
    return Promise.resolve();
  }

  override settle(job: Job): Promise<void> {
    this.#jobs = this.#jobs.filter((one) => !isSame(one, job));
    return Promise.resolve();
  }
}

/** Jobs of an outbox in memory, by their place in it. */
export class InMemoryOpenJobs extends OpenJobs {
  readonly queuedAgain: string[] = [];

  constructor(
    private readonly outbox: InMemoryOutbox,
    private readonly clock: Clock,
  ) {
    super();
  }

  override list(page: PageRequest): Promise<Page<OpenJob>> {
    return Promise.resolve(pageOf(this.#all, page));
  }

  override lock(id: string): Promise<OpenJob | undefined> {
    return Promise.resolve(this.#all.find((job) => job.id === id));
  }

  override queueAgain(job: OpenJob): Promise<OpenJob> {
    this.queuedAgain.push(job.id);
    return Promise.resolve(job);
  }

  get #all(): readonly OpenJob[] {
    return this.outbox.jobs.map((job, at) => ({
      ...job,
      ...{ id: String(at + 1), leftAt: this.clock.now(), deliveries: 0 },
    }));
  }
}

function isSame(a: Job, b: Job): boolean {
  return a.kind === b.kind && a.subject === b.subject && a.attempt === b.attempt;
}

function isOpen(state: MentoringRequest['state']): boolean {
  return OPEN_REQUEST_STATES.includes(state);
}
