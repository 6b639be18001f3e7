/** Somebody who acts: a person or machine that signed in, or a program of ours that acts by itself. */
export interface Actor {
  readonly kind: 'account' | 'program';
  /** The account's UUID, or the name of the program. */
  readonly id: string;
  /** Who the account's holder is in each programme where they are a person. */
  readonly persons: readonly { readonly programmeId: string; readonly personId: string }[];
}

/**
 * How much is reached where it is less than everything that a reach is over: of a programme what it shows to everybody in
 * it (`commons`), of the service what it runs on, as its accounts and roles, and no person's record (`service`), or nothing
 * but the actor themselves (`account`).
 */
export type Extent = 'commons' | 'service' | 'account';

/** How far one role of somebody's reaches. */
export interface Reach {
  /** The code of the role; of a program its name. */
  readonly role: string;
  /** The programme whose things it reaches; those of every programme where absent. */
  readonly programmeId?: string;
  /** Reaches only what is this person's own. */
  readonly personId?: string;
  /**
   * The organisation whose own auditor this is: it alone shows them true counts, and of what belongs to one organisation
   * each, no other's is reached.
   */
  readonly organisationId?: string;
  /** Everything of it is reached where absent. */
  readonly extent?: Extent;
}

/** Whose a thing is. */
export interface Belonging {
  /** Absent for what stands above all programmes. */
  readonly programmeId?: string;
  /** The people whose own it is. */
  readonly personIds?: readonly string[];
}

/** What a list may hold: things of these programmes, and beside them what is these persons' own. */
export interface Limits {
  readonly programmeIds: readonly string[];
  readonly personIds: readonly string[];
}

/**
 * What a list may hold of things that belong to one organisation each: those of these programmes, and of these
 * organisations, and beside them what is these persons' own.
 */
export interface OrganisationLimits extends Limits {
  readonly organisationIds: readonly string[];
}

/**
 * On whose word something is done, and how far that word reaches. A use case is given one, and what it does not reach is
 * not there: whoever asks gets the answer that a thing gets which never was.
 */
export class Authority {
  /** @param reaches for what is being asked, not for whatever the actor may do elsewhere */
  constructor(
    readonly actor: Actor,
    readonly reaches: readonly Reach[],
  ) {}

  /** A program of ours, which works for every programme. */
  static ofProgram(name: string): Authority {
    return new Authority({ kind: 'program', id: name, persons: [] }, [{ role: name }]);
  }

  /** By which reach the thing is reached; one over the whole programme comes before one's own. Undefined where by none. */
  over({ programmeId, personIds = [] }: Belonging): Reach | undefined {
    return this.#whole().find((reach) => isWithin(reach, programmeId)) ?? this.own({ personIds });
  }

  /** The reach of the actor as one of the people whose own a thing is. */
  own({ personIds = [] }: Belonging): Reach | undefined {
    return this.reaches.find(({ personId }) => personId !== undefined && personIds.includes(personId));
  }

  /** Whether everything of the programme is reached, whoever's own it is. */
  reachesProgramme(programmeId: string): boolean {
    return this.over({ programmeId }) !== undefined;
  }

  /** Whether what the programme shows to everybody in it is reached. */
  reachesCommonsOf(programmeId: string): boolean {
    return this.#common().some((reach) => isWithin(reach, programmeId));
  }

  /** Whether the actor's role holds in every programme, those too that are still to be made. */
  holdsEverywhere(): boolean {
    return this.#common().some(({ programmeId }) => programmeId === undefined);
  }

  /** Whether what the service runs on is reached, as its accounts and its jobs are. */
  reachesService(): boolean {
    return this.reaches.some(
      ({ programmeId, personId, extent }) =>
        programmeId === undefined && personId === undefined && (extent === undefined || extent === 'service'),
    );
  }

  /** The organisations of a programme whose own auditor the actor is. */
  organisationsIn(programmeId: string): readonly string[] {
    return this.#whole()
      .filter((reach) => reach.programmeId === programmeId)
      .flatMap(({ organisationId }) => organisationId ?? []);
  }

  /**
   * Whether what belongs to one organisation of a programme is reached.
   *
   * @param organisationId absent for what belongs to all of them together: no organisation's own auditor reaches that
   */
  reachesOrganisation(programmeId: string, organisationId?: string): boolean {
    return this.#whole().some(
      (reach) =>
        isWithin(reach, programmeId) &&
        (reach.organisationId === undefined || reach.organisationId === organisationId),
    );
  }

  /** Who the actor is in a programme, where they are anybody. */
  personIn(programmeId: string): string | undefined {
    return this.actor.persons.find((person) => person.programmeId === programmeId)?.personId;
  }

  /** Whether this is the actor. */
  is(personId: string): boolean {
    return this.actor.persons.some((person) => person.personId === personId);
  }

  /** To what a list must be limited; undefined where it may hold everything. */
  limits(): Limits | undefined {
    return limitsOf([...this.#whole(), ...this.#own()]);
  }

  /** To what a list of things must be limited that a programme shows to everybody in it. */
  limitsOfCommons(): Limits | undefined {
    return limitsOf(this.#common());
  }

  /** To what a list of things must be limited that belong to one organisation each. */
  limitsByOrganisation(): OrganisationLimits | undefined {
    const whole = this.#whole();
    const limits = limitsOf([
      ...whole.filter(({ organisationId }) => organisationId === undefined),
      ...this.#own(),
    ]);
    return (
      limits && { ...limits, organisationIds: whole.flatMap(({ organisationId }) => organisationId ?? []) }
    );
  }

  /** The reaches over everything of a programme, or of all. */
  #whole(): readonly Reach[] {
    return this.reaches.filter(({ personId, extent }) => personId === undefined && extent === undefined);
  }

  #own(): readonly Reach[] {
    return this.reaches.filter(({ personId }) => personId !== undefined);
  }

  #common(): readonly Reach[] {
    return this.reaches.filter(({ personId, extent }) => personId === undefined && extent !== 'account');
  }
}

function isWithin(reach: Reach, programmeId: string | undefined): boolean {
  return reach.programmeId === undefined || reach.programmeId === programmeId;
}

function limitsOf(reaches: readonly Reach[]): Limits | undefined {
  return reaches.some(({ programmeId, personId }) => programmeId === undefined && personId === undefined)
    ? undefined
    : {
        programmeIds: [
          ...new Set(
            reaches.flatMap(({ programmeId, personId }) =>
              programmeId === undefined || personId !== undefined ? [] : [programmeId],
            ),
          ),
        ],
        personIds: [...new Set(reaches.flatMap(({ personId }) => personId ?? []))],
      };
}
