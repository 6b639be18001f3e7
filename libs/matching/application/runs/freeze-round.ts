import { DEFAULT_DISCLOSURE_POLICY, isSamePolicy } from '@evenhand/disclosure';
import {
  canonicalJsonInParts,
  Clock,
  inParts,
  type JsonValue,
  keyedHash,
  Random,
  sha256,
} from '@evenhand/kernel';
import { WorkforceRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun, RunKind } from '../../domain/lifecycle/matching-run';
import type { MentoringRequest } from '../../domain/lifecycle/mentoring-request';
import { PLACE_USING_STATES, type Proposal } from '../../domain/lifecycle/proposal';
import type { PairDecision } from '../../domain/override/pair-decision';
import type { MatchingRules } from '../../domain/rules';
import { type Snapshot, SNAPSHOT_FORMAT } from '../../domain/snapshot';
import { overridesHeldBy } from './overrides-of-round';
import { MatchingRunRepository, type PseudonymLink } from '../ports/matching-run.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
import { type Naming, type PeopleOfProgramme, ReadPeopleOfProgramme } from './people-of-programme';

/** A run as it is frozen, before it is kept. */
export interface FrozenRun {
  readonly run: MatchingRun;
  readonly snapshot: Snapshot;
  /** Its canonical bytes, as text. */
  readonly text: string;
  readonly links: readonly PseudonymLink[];
  /** The requests that take part, held for this transaction. */
  readonly requests: readonly MentoringRequest[];
}

/** 80 bits: no two people of a programme will ever share them, and should they, more are taken. */
const PSEUDONYM_DIGITS = 20;

/** Freezes what a run is made from. Who freezes holds the programme and the round. */
@Injectable()
export class FreezeRound {
  constructor(
    private readonly readPeople: ReadPeopleOfProgramme,
    private readonly workforce: WorkforceRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly runs: MatchingRunRepository,
    private readonly proposals: ProposalRepository,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Everybody in scope who asks, with everybody who offers: mentors without a free place too, for the reasons' sake. */
  async whole(round: MatchingRound): Promise<FrozenRun> {
    const submitted = await this.requests.lockSubmitted(round.programmeId);
    const people = await this.readPeople.run(round.programmeId);
    const asking = submitted.filter(
      ({ personId }) => mayBeMatched(people, personId) && people.inScope(personId, round.scope),
    );
    return this.#freeze(round, 'whole', round.attempt + 1, people, asking, mentorsOf(people), round.rules);
  }

  /**
   * Those of the round who wait again or still, with the places that are free.
   *
   * The proposals that stand, offered or confirmed, are pinned: their mentees are left out and their places are in use.
   * In the rules, each of them counts as one who asked and was matched before this run. A group's rate is matched ÷
   * asked with what was before in both, so it is the very fraction that it would be if everybody were solved again with
   * those pairs given; pairs that are given add the same to every other objective, whatever is chosen beside them.
   */
  async refill(round: MatchingRound): Promise<FrozenRun> {
    const [latest] = await this.runs.ofRound(round.id);
    const tookPart = (await this.runs.links(round.runId!)).flatMap(({ requestId }) => requestId ?? []);
    const held = await this.requests.lock([...tookPart].sort());
    const people = await this.readPeople.run(round.programmeId);
    const waiting = held.filter(
      ({ state, personId }) =>
        state === 'submitted' && mayBeMatched(people, personId) && people.inScope(personId, round.scope),
    );
    const withPlaces = mentorsOf(people).filter((id) => people.freePlaces(id) > 0);
    const rules = pinned(round.rules, await this.proposals.ofRound(round.id), people);
    const forbidden = await this.#forbiddenPairs(round);
    return this.#freeze(round, 'refill', latest!.attempt + 1, people, waiting, withPlaces, rules, forbidden);
  }

  /** What somebody decided against stays so; whoever was pinned has a proposal, or declined it. */
  async #forbiddenPairs({ id, runId }: MatchingRound): Promise<readonly PairDecision[]> {
    const runs = await this.runs.ofRound(id);
    const held = overridesHeldBy(
      runs.find((run) => run.id === runId)!,
      runs,
    );
    return held
      .filter(({ override }) => override.kind === 'forbid')
      .map(({ override: { kind, mentee, mentor } }) => ({ kind, mentee, mentor }));
  }

  async #freeze(
    round: MatchingRound,
    kind: RunKind,
    attempt: number,
    people: PeopleOfProgramme,
    requests: readonly MentoringRequest[],
    mentorIds: readonly string[],
    rules: MatchingRules,
    forbidden: readonly PairDecision[] = [],
  ): Promise<FrozenRun> {
    const naming = await pseudonyms(round.pseudonymKey, people.ids);
    const headcounts = await this.workforce.read(round.programmeId);
    const snapshot: Snapshot = {
      ...{ format: SNAPSHOT_FORMAT, round: round.id, attempt, kind, onDate: people.day, rules },
      ...(isSamePolicy(round.policy, DEFAULT_DISCLOSURE_POLICY) ? {} : { policy: round.policy }),
      catalogue: this.catalogue.content.version,
      ...(await people.named(requests, mentorIds, naming)),
      headcounts: Object.fromEntries(headcounts),
      ...(forbidden.length === 0 ? {} : { decided: { decisions: forbidden } }),
    };
    // Interfaces have no index signature, which is all that keeps this plain data from being a JsonValue.
    const text = await canonicalJsonInParts(snapshot as unknown as Readonly<Record<string, JsonValue>>);
    const run: MatchingRun = {
      ...{ id: this.random.uuid(), roundId: round.id, kind, attempt, state: 'queued', deliveries: 0 },
      progress: { stage: 'waiting', done: 0, total: 1 },
      snapshotSha256: sha256(text),
      frozenAt: this.clock.now(),
    };
    const requestOf = new Map(requests.map(({ personId, id }) => [personId, id]));
    const links = [...new Set([...requestOf.keys(), ...mentorIds])].map((personId): PseudonymLink => {
      const requestId = requestOf.get(personId);
      const link = { pseudonym: naming.person(personId), personId };
      return requestId === undefined ? link : { ...link, requestId };
    });
    return { run, snapshot, text, links, requests };
  }
}

function mayBeMatched(people: PeopleOfProgramme, personId: string): boolean {
  return people.takesPart(personId) && people.isMentee(personId);
}

function mentorsOf(people: PeopleOfProgramme): readonly string[] {
  return people.ids.filter((id) => people.takesPart(id) && people.isMentor(id));
}

/** Counts what is pinned into the rules, by group and by profession. */
function pinned(
  rules: MatchingRules,
  proposals: readonly Proposal[],
  people: PeopleOfProgramme,
): MatchingRules {
  const prior = new Map(Object.entries(rules.prior));
  for (const { menteeId } of proposals.filter(({ state }) => PLACE_USING_STATES.includes(state))) {
    const background = people.person(menteeId)?.background;
    for (const path of background === undefined
      ? []
      : [background.group, `${background.group}/${background.profession}`]) {
      const { asked, matched } = prior.get(path) ?? { asked: 0, matched: 0 };
      prior.set(path, { asked: asked + 1, matched: matched + 1 });
    }
  }
  return { ...rules, prior: Object.fromEntries(prior) };
}

/** The same key gives a person the same pseudonym in every run of a round, and another round's says nothing of it. */
async function pseudonyms(key: string, personIds: readonly string[]): Promise<Naming> {
  const hashes = new Map(await inParts(personIds, (id) => [id, keyedHash(key, id)] as const));
  let digits = PSEUDONYM_DIGITS;
  while (new Set([...hashes.values()].map((hash) => hash.slice(0, digits))).size < hashes.size) {
    digits++;
  }
  return {
    person: (id) => hashes.get(id)!.slice(0, digits),
    stranger: (reference) => keyedHash(key, `reference:${reference}`).slice(0, digits),
  };
}
