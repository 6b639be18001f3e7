import { Conflict, type Limits, type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import {
  COUNTED_MEMBER_STATES,
  type CriteriaVersion,
  type CriticalPost,
  type CriticalPostFilter,
  CriticalPostRepository,
  type DecisionFilter,
  type DecisionReview,
  type DecisionReviewFilter,
  DecisionReviewRepository,
  isShown,
  type MemberFilter,
  type MemberState,
  type PoolDecision,
  PoolDecisionRepository,
  type PoolFilter,
  type PoolMember,
  PoolMemberRepository,
  type PoolPublication,
  PoolPublicationRepository,
  type PoolState,
  type TalentPool,
  TalentPoolRepository,
} from '@evenhand/talent';

/** Talent pools as they are kept for one test. */
export class InMemoryTalentPools extends TalentPoolRepository {
  private readonly pools = new Map<string, TalentPool>();
  private readonly versions = new Map<string, CriteriaVersion[]>();

  override add(pool: TalentPool): Promise<void> {
    this.pools.set(pool.id, pool);
    return Promise.resolve();
  }

  override save(pool: TalentPool): Promise<TalentPool> {
    return saveIn(this.pools, pool, 'talent pool');
  }

  override byId(id: string): Promise<TalentPool | undefined> {
    return Promise.resolve(this.pools.get(id));
  }

  override byIds(ids: readonly string[]): Promise<readonly TalentPool[]> {
    return Promise.resolve([...this.pools.values()].filter(({ id }) => ids.includes(id)));
  }

  override lock(id: string): Promise<TalentPool | undefined> {
    return this.byId(id);
  }

  override list({ programmeId, states, shown }: PoolFilter, request: PageRequest): Promise<Page<TalentPool>> {
    const found = [...this.pools.values()].filter(
      (pool) =>
        (programmeId === undefined || pool.programmeId === programmeId) &&
        (states === undefined || states.includes(pool.state)) &&
        (shown === undefined ||
          shown.programmeIds.includes(pool.programmeId) ||
          (shown.openedIn.includes(pool.programmeId) && pool.state !== 'draft')),
    );
    return pageOf(found, request);
  }

  override idsInStates(states: readonly PoolState[]): Promise<readonly string[]> {
    const found = [...this.pools.values()].filter(({ state }) => states.includes(state));
    return Promise.resolve(found.map(({ id }) => id));
  }

  override addCriteria(poolId: string, criteria: CriteriaVersion): Promise<void> {
    this.versions.set(poolId, [criteria, ...(this.versions.get(poolId) ?? [])]);
    return Promise.resolve();
  }

  override criteria(poolId: string): Promise<readonly CriteriaVersion[]> {
    return Promise.resolve(this.versions.get(poolId) ?? []);
  }
}

/** Members of talent pools as they are kept for one test. */
export class InMemoryPoolMembers extends PoolMemberRepository {
  private readonly members = new Map<string, PoolMember>();

  override add(member: PoolMember): Promise<void> {
    if (this.isThere(member)) return Promise.reject(alreadyThere());
    this.members.set(member.id, member);
    return Promise.resolve();
  }

  override save(member: PoolMember): Promise<PoolMember> {
    return this.isThere(member)
      ? Promise.reject(alreadyThere())
      : saveIn(this.members, member, 'talent pool member');
  }

  override ofPerson(poolId: string, personId: string): Promise<readonly PoolMember[]> {
    const found = [...this.members.values()].filter(
      (member) => member.poolId === poolId && member.personId === personId,
    );
    return Promise.resolve(found);
  }

  /** Whether the person is considered on another membership of the pool, and would be on this one, too. */
  private isThere({ id, poolId, personId, state }: PoolMember): boolean {
    const considered: readonly MemberState[] = COUNTED_MEMBER_STATES;
    return (
      considered.includes(state) &&
      [...this.members.values()].some(
        (other) =>
          other.id !== id &&
          other.poolId === poolId &&
          other.personId === personId &&
          considered.includes(other.state),
      )
    );
  }

  override byId(id: string): Promise<PoolMember | undefined> {
    return Promise.resolve(this.members.get(id));
  }

  override byIds(ids: readonly string[]): Promise<readonly PoolMember[]> {
    return Promise.resolve([...this.members.values()].filter(({ id }) => ids.includes(id)));
  }

  override inStates(poolId: string, states: readonly MemberState[]): Promise<readonly PoolMember[]> {
    const found = [...this.members.values()].filter(
      (member) => member.poolId === poolId && states.includes(member.state),
    );
    return Promise.resolve(found);
  }

  override ofPersons(personIds: readonly string[], request: PageRequest): Promise<Page<PoolMember>> {
    const found = [...this.members.values()].filter(({ personId }) => personIds.includes(personId));
    return pageOf(found, request);
  }

  override list(filter: MemberFilter, request: PageRequest): Promise<Page<PoolMember>> {
    const { poolId, states, shown, nominatedBy } = filter;
    const found = [...this.members.values()].filter(
      (member) =>
        member.poolId === poolId &&
        (states === undefined || states.includes(member.state)) &&
        isShown(member, shown) &&
        (nominatedBy === undefined || member.nomination?.by.personId === nominatedBy),
    );
    return pageOf(found, request);
  }
}

/** Decisions on members of talent pools as they are kept for one test. */
export class InMemoryPoolDecisions extends PoolDecisionRepository {
  private readonly decisions: PoolDecision[] = [];

  constructor(private readonly members: PoolMemberRepository) {
    super();
  }

  override add(decision: PoolDecision): Promise<void> {
    this.decisions.push(decision);
    return Promise.resolve();
  }

  override byId(id: string): Promise<PoolDecision | undefined> {
    return Promise.resolve(this.decisions.find((decision) => decision.id === id));
  }

  override async list({ poolId, shown }: DecisionFilter, request: PageRequest): Promise<Page<PoolDecision>> {
    const ofPool = this.decisions.filter((decision) => decision.poolId === poolId);
    const members = await Promise.all(ofPool.map(({ memberId }) => this.members.byId(memberId ?? '')));
    const found = ofPool.filter((_, at) => {
      const member = members[at];
      return shown === undefined || (member !== undefined && isShown(member, shown));
    });
    return pageOf(found, request);
  }

  override ofPool(poolId: string): Promise<readonly PoolDecision[]> {
    return Promise.resolve(this.decisions.filter((decision) => decision.poolId === poolId));
  }
}

/** Counts of talent pools as they were published in one test. */
export class InMemoryPoolPublications extends PoolPublicationRepository {
  private readonly publications = new Map<string, readonly PoolPublication[]>();

  override async add(poolId: string, publication: PoolPublication): Promise<void> {
    this.publications.set(poolId, [...(await this.ofPool(poolId)), publication]);
  }

  override ofPool(poolId: string): Promise<readonly PoolPublication[]> {
    return Promise.resolve(this.publications.get(poolId) ?? []);
  }

  override async latest(poolId: string): Promise<PoolPublication | undefined> {
    return (await this.ofPool(poolId)).at(-1);
  }
}

/** Critical posts as they are kept for one test. */
export class InMemoryCriticalPosts extends CriticalPostRepository {
  private readonly posts = new Map<string, CriticalPost>();

  override add(post: CriticalPost): Promise<void> {
    this.posts.set(post.id, post);
    return Promise.resolve();
  }

  override save(post: CriticalPost): Promise<CriticalPost> {
    return saveIn(this.posts, post, 'critical post');
  }

  override byId(id: string): Promise<CriticalPost | undefined> {
    return Promise.resolve(this.posts.get(id));
  }

  override lock(id: string): Promise<CriticalPost | undefined> {
    return this.byId(id);
  }

  override listOf(programmeId: string): Promise<readonly CriticalPost[]> {
    return Promise.resolve([...this.posts.values()].filter((post) => post.programmeId === programmeId));
  }

  override ofPool(poolId: string): Promise<readonly CriticalPost[]> {
    return Promise.resolve([...this.posts.values()].filter((post) => post.poolId === poolId));
  }

  override list(
    limits: Limits | undefined,
    { programmeId, states, namesProfession }: CriticalPostFilter,
    request: PageRequest,
  ): Promise<Page<CriticalPost>> {
    const found = [...this.posts.values()].filter(
      (post) =>
        (limits === undefined || limits.programmeIds.includes(post.programmeId)) &&
        (programmeId === undefined || post.programmeId === programmeId) &&
        (states === undefined || states.includes(post.state)) &&
        (namesProfession === undefined || (post.profession !== undefined) === namesProfession),
    );
    return pageOf(found, request);
  }
}

/** Reviews of decisions as they are kept for one test. */
export class InMemoryDecisionReviews extends DecisionReviewRepository {
  private readonly reviews = new Map<string, DecisionReview>();

  override add(review: DecisionReview): Promise<void> {
    const isThere = [...this.reviews.values()].some(
      ({ decisionId, state }) => decisionId === review.decisionId && state === 'open',
    );
    if (isThere) {
      return Promise.reject(new Conflict('pool-decision-review.exists', 'It is asked for already.'));
    }
    this.reviews.set(review.id, review);
    return Promise.resolve();
  }

  override save(review: DecisionReview): Promise<DecisionReview> {
    return saveIn(this.reviews, review, 'decision review');
  }

  override lock(id: string): Promise<DecisionReview | undefined> {
    return Promise.resolve(this.reviews.get(id));
  }

  override list(
    limits: Limits | undefined,
    { programmeId, state }: DecisionReviewFilter,
    request: PageRequest,
  ): Promise<Page<DecisionReview>> {
    const found = [...this.reviews.values()].filter(
      (review) =>
        (limits === undefined ||
          limits.programmeIds.includes(review.programmeId) ||
          limits.personIds.includes(review.personId)) &&
        (programmeId === undefined || review.programmeId === programmeId) &&
        (state === undefined || review.state === state),
    );
    return pageOf(found, request);
  }
}

function saveIn<Thing extends { readonly id: string; readonly version: number }>(
  things: Map<string, Thing>,
  thing: Thing,
  what: string,
): Promise<Thing> {
  if (things.get(thing.id)?.version !== thing.version) {
    return Promise.reject(new StaleVersion(what));
  }
  const saved = { ...thing, version: thing.version + 1 };
  things.set(thing.id, saved);
  return Promise.resolve(saved);
}

/** What was added last comes first; a position is how many items stand before it. */
function pageOf<Item>(found: readonly Item[], { limit, after = '0' }: PageRequest): Promise<Page<Item>> {
  const start = Number(after);
  const items = [...found].reverse().slice(start, start + limit);
  const end = start + items.length;
  return Promise.resolve(end < found.length ? { items, next: `${end}` } : { items });
}

function alreadyThere(): Conflict {
  return new Conflict('talent-pool-member.already-there', 'They are there already.');
}
