import type { Board, BoardSeat, SeatRole } from './board';

/** How much a rule binds: by law, by a code that asks for an explanation of whoever departs from it, or as advice. */
export type RuleForce = 'law' | 'code' | 'advice';

/** Whether a rule holds. `not_decided` where that takes more than is known here, or a lawyer. */
export type RuleOutcome = 'kept' | 'broken' | 'not_decided';

/** What a rule on boards comes to for one board. */
export interface BoardFinding {
  readonly rule: string;
  readonly force: RuleForce;
  readonly outcome: RuleOutcome;
  /** Where the rule stands. */
  readonly source: string;
  /** What was found, a sentence. */
  readonly words: string;
}

/** Seats that somebody could come to. */
export interface OpenSeats {
  /** Titles of seats that nobody holds. */
  readonly vacant: readonly string[];
  /** Executive seats that the law would still allow; null where it sets no number, or none that is decided here. */
  readonly executivesToAdd: number | null;
  readonly nonExecutivesToAdd: number | null;
  /**
   * Executives of whom the law asks no role or profession and whom it still allows: beyond the four that it asks for, less
   * those whom the board has already. Null as above.
   */
  readonly executivesOfAnyBackground: number | null;
}

/** A board held against the law, and who is missing from it. */
export interface BoardComposition {
  readonly findings: readonly BoardFinding[];
  readonly openSeats: OpenSeats;
  /** Codes of professional groups that nobody on the board comes from, in the catalogue's order. */
  readonly absentGroups: readonly string[];
  /** The same of professions. */
  readonly absentProfessions: readonly string[];
}

/** The professions and their groups, as the catalogue has them. */
export interface Backgrounds {
  readonly groups: readonly { readonly code: string; readonly clinical: boolean }[];
  readonly professions: readonly { readonly code: string; readonly group: string }[];
}

const TRUST_RULES =
  'National Health Service Trusts (Membership and Procedure) Regulations 1990, regulation 2, in Clinical leadership – a framework for action (2019)';
const FOUNDATION_RULES =
  'National Health Service Act 2006, schedule 7, in Clinical leadership – a framework for action (2019)';
const FOUNDATION_CODE =
  'Foundation Trust Code of Governance, in Clinical leadership – a framework for action (2019)';

const MOST_DIRECTORS = 12;
const MOST_NON_EXECUTIVES = 7;
const MOST_EXECUTIVES = 5;
/** Chief executive, finance, a doctor or dentist, a nurse or midwife. */
const NAMED_EXECUTIVES = 4;

/**
 * Holds a board against what the law asks of it. Of an NHS trust: at most 12 directors beside the chair, at most 7 of them
 * non-executive and 5 executive. Of both kinds of trust: executives among whom are a chief executive, a finance director, a
 * registered doctor or dentist, and a registered nurse or midwife. Of a foundation trust, whose numbers are its own: at
 * least half of the non-executives independent, and a clinician among them of value. Boards of other kinds are not decided
 * here. It is no legal advice.
 */
export function checkComposition(
  { kind, seats }: Pick<Board, 'kind' | 'seats'>,
  backgrounds: Backgrounds,
): BoardComposition {
  return {
    findings: findingsOf(kind, new Seats(seats, backgrounds)),
    openSeats: openSeatsOf(kind, new Seats(seats, backgrounds)),
    ...absentFrom(seats, backgrounds),
  };
}

/** Seats as the rules speak of them. */
class Seats {
  readonly executives: readonly BoardSeat[];
  readonly nonExecutives: readonly BoardSeat[];
  private readonly groupOf: ReadonlyMap<string, string>;
  private readonly clinical: ReadonlySet<string>;

  constructor(
    readonly all: readonly BoardSeat[],
    { groups, professions }: Backgrounds,
  ) {
    this.executives = all.filter(({ role }) => EXECUTIVES.includes(role));
    this.nonExecutives = all.filter(({ role }) => role === 'non_executive');
    this.groupOf = new Map(professions.map(({ code, group }) => [code, group]));
    this.clinical = new Set(groups.filter((group) => group.clinical).map(({ code }) => code));
  }

  /** Whether whoever holds the seat is registered in one of the groups. */
  isRegisteredIn({ heldBy }: BoardSeat, groups: readonly string[]): boolean {
    return (
      heldBy !== undefined &&
      heldBy.registration !== 'not_registered' &&
      groups.includes(this.groupOf.get(heldBy.profession) ?? '')
    );
  }

  isClinician({ heldBy }: BoardSeat): boolean {
    return heldBy !== undefined && this.clinical.has(this.groupOf.get(heldBy.profession) ?? '');
  }
}

const EXECUTIVES: readonly SeatRole[] = ['chief_executive', 'finance_director', 'executive'];

function findingsOf(kind: Board['kind'], seats: Seats): readonly BoardFinding[] {
  switch (kind) {
    case 'nhs_trust':
      return [...numbersOf(seats), ...namedExecutives(seats, TRUST_RULES)];
    case 'foundation_trust':
      return [...namedExecutives(seats, FOUNDATION_RULES), independence(seats), clinicalNonExecutive(seats)];
    case 'other':
      return [
        {
          rule: 'other_board',
          force: 'law',
          outcome: 'not_decided',
          source: TRUST_RULES,
          words:
            'Mental health, care, ambulance and other trusts outside of the rule have exceptions of their own, which are not decided here.',
        },
      ];
  }
}

function numbersOf({ executives, nonExecutives }: Seats): readonly BoardFinding[] {
  const limit = (rule: string, count: number, most: number, what: string): BoardFinding => ({
    rule,
    force: 'law',
    outcome: count <= most ? 'kept' : 'broken',
    source: TRUST_RULES,
    words: `There are ${count} ${what}; at most ${most} are allowed.`,
  });
  const directors = executives.length + nonExecutives.length;
  return [
    limit('most_directors', directors, MOST_DIRECTORS, 'directors beside the chair'),
    limit('most_non_executives', nonExecutives.length, MOST_NON_EXECUTIVES, 'non-executive directors'),
    limit('most_executives', executives.length, MOST_EXECUTIVES, 'executive directors'),
  ];
}

function namedExecutives(seats: Seats, source: string): readonly BoardFinding[] {
  return [
    ofRole(seats, 'chief_executive', 'chief executive', source),
    ofRole(seats, 'finance_director', 'finance director', source),
    ofProfession(seats, ['doctor'], {
      rule: 'doctor_or_dentist',
      who: 'a registered doctor or dentist',
      source,
    }),
    ofProfession(seats, ['nurse', 'midwife'], {
      rule: 'nurse_or_midwife',
      who: 'a registered nurse or midwife',
      source,
    }),
  ];
}

function ofRole({ executives }: Seats, role: SeatRole, what: string, source: string): BoardFinding {
  const seats = executives.filter((executive) => executive.role === role);
  const held = seats.some(({ heldBy }) => heldBy !== undefined);
  return {
    rule: role,
    force: 'law',
    outcome: held ? 'kept' : 'broken',
    source,
    words: held
      ? `There is a ${what}.`
      : seats.length === 0
        ? `There is no seat of a ${what}.`
        : `Nobody holds the seat of the ${what}.`,
  };
}

function ofProfession(
  seats: Seats,
  groups: readonly string[],
  { rule, who, source }: { readonly rule: string; readonly who: string; readonly source: string },
): BoardFinding {
  const found = seats.executives.filter((seat) => seats.isRegisteredIn(seat, groups));
  const finding = (outcome: RuleOutcome, words: string): BoardFinding => ({
    ...{ rule, force: 'law' as const, outcome, source, words },
  });
  if (found.length === 0) {
    return finding('broken', `No executive director is ${who}.`);
  }
  return found.some(({ role }) => role === 'executive')
    ? finding('kept', `An executive director is ${who}.`)
    : finding(
        'not_decided',
        `The only executive director who is ${who} is chief executive or finance director; whether one person can count for both is not decided here.`,
      );
}

/** Those of whom it is not known could be either. */
function independence({ nonExecutives }: Seats): BoardFinding {
  const known = (independent: boolean) =>
    nonExecutives.filter((seat) => seat.independent === independent).length;
  const [independent, dependent, all] = [known(true), known(false), nonExecutives.length];
  const decided: RuleOutcome =
    2 * independent >= all ? 'kept' : 2 * (all - dependent) < all ? 'broken' : 'not_decided';
  return {
    rule: 'half_independent',
    force: 'code',
    outcome: all === 0 ? 'not_decided' : decided,
    source: FOUNDATION_CODE,
    words: `Of ${all} non-executive directors ${independent} are independent and ${dependent} are not; at least half should be.`,
  };
}

function clinicalNonExecutive(seats: Seats): BoardFinding {
  const count = seats.nonExecutives.filter((seat) => seats.isClinician(seat)).length;
  return {
    rule: 'clinical_non_executive',
    force: 'advice',
    outcome: count > 0 ? 'kept' : 'broken',
    source: FOUNDATION_CODE,
    words:
      count > 0
        ? 'A non-executive director has a clinical background.'
        : 'No non-executive director has a clinical background; one is of value, and nothing obliges the trust.',
  };
}

/** How many executives there are beside those whom the law asks for. */
function beyondNamed(seats: Seats): number {
  const others = seats.executives.filter(({ role, heldBy }) => role === 'executive' && heldBy !== undefined);
  const professions = [['doctor'], ['nurse', 'midwife']];
  const named = professions.filter((groups) => others.some((seat) => seats.isRegisteredIn(seat, groups)));
  return others.length - named.length;
}

function openSeatsOf(kind: Board['kind'], seats: Seats): OpenSeats {
  const { all, executives, nonExecutives } = seats;
  const vacant = all.filter(({ heldBy }) => heldBy === undefined).map(({ title }) => title);
  if (kind !== 'nhs_trust') {
    return { vacant, executivesToAdd: null, nonExecutivesToAdd: null, executivesOfAnyBackground: null };
  }
  // Twelve is no more than seven and five, so that each limit stands by itself.
  return {
    vacant,
    executivesToAdd: Math.max(0, MOST_EXECUTIVES - executives.length),
    nonExecutivesToAdd: Math.max(0, MOST_NON_EXECUTIVES - nonExecutives.length),
    executivesOfAnyBackground: Math.max(0, MOST_EXECUTIVES - NAMED_EXECUTIVES - beyondNamed(seats)),
  };
}

function absentFrom(
  seats: readonly BoardSeat[],
  { groups, professions }: Backgrounds,
): Pick<BoardComposition, 'absentGroups' | 'absentProfessions'> {
  const present = new Set(seats.flatMap(({ heldBy }) => heldBy?.profession ?? []));
  const presentGroups = new Set(
    professions.filter(({ code }) => present.has(code)).map(({ group }) => group),
  );
  return {
    absentGroups: groups.map(({ code }) => code).filter((code) => !presentGroups.has(code)),
    absentProfessions: professions.map(({ code }) => code).filter((code) => !present.has(code)),
  };
}
