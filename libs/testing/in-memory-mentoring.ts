import { Conflict, type Limits, type Page, type PageRequest } from '@evenhand/kernel';
import {
  type Championing,
  type ChampioningFilter,
  ChampioningRepository,
  Colleagues,
  type MentoringRelationship,
  MentoringRelationshipRepository,
  type NamedColleague,
  PLACE_KEEPING_STATES,
  type RelationshipFilter,
} from '@evenhand/mentoring';
import { idKey, type RegisteredPerson } from '@evenhand/people';
import { isWithin, pageOf, type Restorable, Rows } from './rows-in-memory';

/** Mentoring relationships in memory. */
export class InMemoryMentoringRelationships extends MentoringRelationshipRepository implements Restorable {
  readonly #rows = new Rows<MentoringRelationship>('mentoring relationship');

  remember(): () => void {
    return this.#rows.remember();
  }

  /** In the order in which they began. */
  get all(): readonly MentoringRelationship[] {
    return this.#rows.all;
  }

  /** Whether the mentoring that followed from a proposal is over. */
  isOver(proposalId: string): boolean {
    const found = this.#rows.all.find((one) => one.proposalId === proposalId);
    return found !== undefined && !PLACE_KEEPING_STATES.includes(found.state);
  }

  override add(relationship: MentoringRelationship): Promise<void> {
    this.#rows.add(relationship);
    return Promise.resolve();
  }

  override save(relationship: MentoringRelationship): Promise<MentoringRelationship> {
    return Promise.resolve().then(() => this.#rows.save(relationship));
  }

  override byId(id: string): Promise<MentoringRelationship | undefined> {
    return Promise.resolve(this.#rows.byId(id));
  }

  override lock(id: string): Promise<MentoringRelationship | undefined> {
    return this.byId(id);
  }

  override list(
    limits: Limits | undefined,
    { programmeId, personId, state }: RelationshipFilter,
    page: PageRequest,
  ): Promise<Page<MentoringRelationship>> {
    const found = this.#rows.all.filter(
      (one) =>
        isWithin(limits, one.programmeId, [one.menteeId, one.mentorId]) &&
        (programmeId === undefined || one.programmeId === programmeId) &&
        (personId === undefined || [one.menteeId, one.mentorId].includes(personId)) &&
        (state === undefined || one.state === state),
    );
    return Promise.resolve(pageOf(found, page));
  }
}

/** Who named whom as their champion, in memory. */
export class InMemoryChampionings extends ChampioningRepository implements Restorable {
  readonly #rows = new Rows<Championing>('championing');

  remember(): () => void {
    return this.#rows.remember();
  }

  override add(championing: Championing): Promise<void> {
    const { personId, championPersonId } = championing;
    const isNamed = this.#rows.all.some(
      (one) =>
        one.state === 'named' && one.personId === personId && one.championPersonId === championPersonId,
    );
    if (isNamed) {
      return Promise.reject(new Conflict('championing.already-named', 'You named this champion already.'));
    }
    this.#rows.add(championing);
    return Promise.resolve();
  }

  override save(championing: Championing): Promise<Championing> {
    return Promise.resolve().then(() => this.#rows.save(championing));
  }

  override byId(id: string): Promise<Championing | undefined> {
    return Promise.resolve(this.#rows.byId(id));
  }

  override lock(id: string): Promise<Championing | undefined> {
    return this.byId(id);
  }

  override list(
    limits: Limits | undefined,
    { programmeId, state }: ChampioningFilter,
    page: PageRequest,
  ): Promise<Page<Championing>> {
    const found = this.#rows.all.filter(
      (one) =>
        isWithin(limits, one.programmeId, [one.personId, one.championPersonId ?? '']) &&
        (programmeId === undefined || one.programmeId === programmeId) &&
        (state === undefined || one.state === state),
    );
    return Promise.resolve(pageOf(found, page));
  }
}

/** Colleagues among people in memory. */
export class InMemoryColleagues extends Colleagues {
  constructor(private readonly persons: ReadonlyMap<string, RegisteredPerson>) {
    super();
  }

  override find(programmeId: string, named: NamedColleague): Promise<RegisteredPerson | undefined> {
    const ofProgramme = [...this.persons.values()].filter((person) => person.programmeId === programmeId);
    return Promise.resolve(
      ofProgramme.find(({ id, reference }) =>
        'personId' in named ? id === named.personId : idKey(reference) === idKey(named.reference),
      ),
    );
  }
}
