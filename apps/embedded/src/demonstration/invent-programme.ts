import { MENTEE_COLUMNS, type MenteeColumn, MENTOR_COLUMNS, type MentorColumn } from '@evenhand/people';
import { Chance } from './chance';
import {
  FAMILY_NAMES,
  GIVEN_NAMES,
  INVENTED_DOMAIN,
  type InventedOrganisation,
  inventOrganisations,
} from './invented-names';
import {
  ACCESS_NEEDS,
  ASKS_BY_RANK,
  EXPERIENCES,
  GAPS_WANTED,
  gradesOf,
  offers,
  OTHER_LANGUAGES,
  PROFESSIONS,
  type ProfessionShape,
  ranksOf,
  STAGES,
  STRENGTHS_OFFERED,
  TOP_RANK,
} from './workforce-shape';

/** How large an invented programme is. */
export interface ProgrammeSize {
  /** The same seed and numbers give the same programme, to the letter. */
  readonly seed: string;
  /** People who ask for a mentor. */
  readonly mentees: number;
  /** People who offer to be one. Some do both. */
  readonly mentors: number;
  /** Places of all mentors together: one to four each. */
  readonly places: number;
  /** Everybody in scope, those who ask or offer among them. */
  readonly people: number;
  /** At least 10: then every profession has somebody to work for. */
  readonly organisations: number;
}

/** Three tables of text, the headings in their first row. */
export interface InventedProgramme {
  readonly mentees: string[][];
  readonly mentors: string[][];
  /** How many are in scope by profession. */
  readonly workforce: string[][];
}

/** Everybody of an invented programme, and which of them do what. */
export interface InventedStaff {
  /** Everybody in scope. */
  readonly employees: readonly Employee[];
  readonly asking: readonly Employee[];
  readonly offering: readonly Employee[];
}

/** Somebody in scope, whether or not they ask or offer. */
export interface Employee {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly shape: ProfessionShape;
  readonly organisation: InventedOrganisation;
  /** Rank of the stage of their post. */
  readonly rank: number;
  readonly grade: string;
  readonly registration: string;
  readonly languages: string;
  readonly mode: string;
  readonly consent: string;
  readonly active: string;
  readonly lineManager: string;
}

/** What either file says of itself, of whoever asks or of whoever offers. */
const OF_EACH_FILE = ['peer', 'exclude', 'accessibility'] as const;
/** A column that says the same of a person in either file. */
export type PersonColumn = Exclude<MenteeColumn & MentorColumn, (typeof OF_EACH_FILE)[number]>;

/** Those columns, in their order. */
export const PERSON_COLUMNS: readonly PersonColumn[] = MENTEE_COLUMNS.filter(
  (column): column is PersonColumn => isIn(MENTOR_COLUMNS, column) && !isIn(OF_EACH_FILE, column),
);

function isIn(columns: readonly string[], column: string): boolean {
  return columns.includes(column);
}

const FIRST_WAITING = Date.UTC(2025, 9, 1);
const DAYS_OF_WAITING = 396;
const MILLISECONDS_A_DAY = 86_400_000;
const MOST_PLACES_EACH = 4;

/**
 * Invents a mentoring programme: everybody in scope first, then, out of them, those who ask and those who offer. Nobody
 * in it exists. People of large professions ask more readily and doctors and managers offer more readily, as in real
 * programmes. Everybody who waits has been waiting since a day from 1 October 2025 to 31 October 2026.
 *
 * @throws RangeError when the numbers cannot be met, such as more places than four for each mentor
 */
export function inventProgramme(size: ProgrammeSize): InventedProgramme {
  const chance = new Chance(size.seed);
  const { asking, offering } = staffBy(chance, size);
  const places = sharePlaces(size, chance);
  return {
    mentees: [[...MENTEE_COLUMNS], ...asking.map((employee) => menteeRow(employee, offering, chance))],
    mentors: [
      [...MENTOR_COLUMNS],
      ...offering.map((employee, at) => mentorRow(employee, places[at]!, asking, chance)),
    ],
    workforce: [
      ['profession', 'headcount'],
      ...headcounts(size.people).map(({ shape, count }) => [shape.profession, String(count)]),
    ],
  };
}

/** Everybody of the programme that {@link inventProgramme} invents for the same size. */
export function inventStaff(size: ProgrammeSize): InventedStaff {
  return staffBy(new Chance(size.seed), size);
}

function staffBy(chance: Chance, size: ProgrammeSize): InventedStaff {
  const employees = inventEmployees(size, chance);
  const asking = chooseAsking(size.mentees, employees, chance);
  const offering = chooseOffering(size.mentors, employees, new Set(asking), chance);
  return { employees, asking, offering };
}

function headcounts(people: number): { shape: ProfessionShape; count: number }[] {
  const counts = apportion(
    people,
    PROFESSIONS.map(({ share }) => ({ weight: share, most: people })),
  );
  return PROFESSIONS.map((shape, at) => ({ shape, count: counts[at]! }));
}

/**
 * Whole parts of a total by weight. Rounding what has been given so far keeps each within one of its due and the sum
 * exact; what a part cannot take goes to those after it.
 */
function apportion(total: number, parts: readonly { weight: number; most: number }[]): number[] {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  let due = 0;
  let given = 0;
  return parts.map(({ weight, most }) => {
    due += weight;
    const part = Math.min(most, Math.round((due * total) / whole) - given);
    given += part;
    return part;
  });
}

function inventEmployees({ people, organisations: count }: ProgrammeSize, chance: Chance): Employee[] {
  const organisations = inventOrganisations(count);
  const employers = new Map(PROFESSIONS.map((shape) => [shape, employersOf(shape, organisations)]));
  const shapes = headcounts(people).flatMap(({ shape, count }) => Array<ProfessionShape>(count).fill(shape));
  const bearers = new Map<string, number>();
  const digits = String(people).length;
  const employees = chance.shuffled(shapes).map((shape, at): Employee => {
    const rank = chance.weighted(ranksOf(shape.group));
    const name = `${chance.pick(GIVEN_NAMES)} ${chance.pick(FAMILY_NAMES)}`;
    const bearer = (bearers.get(name) ?? 0) + 1;
    bearers.set(name, bearer);
    return {
      id: `p${String(at + 1).padStart(digits, '0')}`,
      name,
      email: emailOf(name, bearer),
      shape,
      organisation: chance.pick(employers.get(shape)!),
      rank,
      grade: chance.pick(gradesOf(shape, rank)),
      registration: registrationOf(shape, rank, chance),
      languages: inventLanguages(chance),
      mode: chance.weighted([
        ['either', 70],
        ['remote', 18],
        ['in_person', 12],
      ]),
      consent: yesOrNo(chance.percent(99)),
      active: yesOrNo(chance.percent(99)),
      lineManager: '',
    };
  });
  return withLineManagers(employees, chance);
}

function employersOf(
  { profession, kinds }: ProfessionShape,
  organisations: readonly InventedOrganisation[],
): InventedOrganisation[] {
  const employers = kinds.flatMap((kind) =>
    organisations.filter((organisation) => organisation.kind === kind),
  );
  if (employers.length === 0) {
    throw new RangeError(`none of the organisations (${organisations.length}) employs a ${profession}`);
  }
  return employers;
}

/** `José Ibáñez` becomes `jose.ibanez`; those who share a name are told apart by a number. */
function emailOf(name: string, bearer: number): string {
  const plain = name.normalize('NFD').replace(/[^A-Za-z ]/g, '');
  return `${plain.toLowerCase().replace(' ', '.')}${bearer > 1 ? bearer : ''}@${INVENTED_DOMAIN}`;
}

/** A few clinicians who lead large services have given up their registration, never their background. */
function registrationOf({ group }: ProfessionShape, rank: number, chance: Chance): string {
  if (group === 'manager') {
    return 'not_registered';
  }
  return rank >= 3 && chance.percent(15) ? 'not_practising' : 'registered';
}

function inventLanguages(chance: Chance): string {
  if (chance.percent(86)) {
    return 'en';
  }
  const other = chance.weighted(OTHER_LANGUAGES);
  return chance.percent(15) ? `${other};en` : `en;${other}`;
}

/** Everybody reports to somebody of their organisation at a higher stage, so that nobody can report to themselves. */
function withLineManagers(employees: readonly Employee[], chance: Chance): Employee[] {
  const byPost = new Map<string, Employee[]>();
  const post = ({ name }: InventedOrganisation, rank: number): string => `${rank} ${name}`;
  for (const employee of employees) {
    const key = post(employee.organisation, employee.rank);
    const colleagues = byPost.get(key) ?? [];
    colleagues.push(employee);
    byPost.set(key, colleagues);
  }
  return employees.map((employee) => {
    const above = STAGES.map((_, rank) =>
      rank > employee.rank ? byPost.get(post(employee.organisation, rank)) : [],
    );
    const managers = above.find((colleagues) => colleagues !== undefined && colleagues.length > 0);
    return { ...employee, lineManager: managers === undefined ? '' : chance.pick(managers).id };
  });
}

/** By profession first, so that chance does not make a small one ask more than a large one. */
function chooseAsking(count: number, employees: readonly Employee[], chance: Chance): Employee[] {
  const professions = PROFESSIONS.map((shape) => {
    const members = employees.filter((employee) => employee.shape === shape);
    const able = members.filter(({ rank }) => rank < TOP_RANK);
    return { able, weight: members.length * shape.asks, most: able.length };
  });
  const counts = apportion(count, professions);
  const chosen = professions.flatMap(({ able }, at) =>
    chance.firstInLine(counts[at]!, able, ({ rank }) => ASKS_BY_RANK[rank]!),
  );
  return inOrder(count, chosen, employees, 'mentees');
}

/** Who looks for a mentor is less likely to feel ready to be one, but some are both. */
function chooseOffering(
  count: number,
  employees: readonly Employee[],
  asking: ReadonlySet<Employee>,
  chance: Chance,
): Employee[] {
  const chosen = chance.firstInLine(
    count,
    employees,
    (employee) => offers(employee.shape.group, employee.rank) / (asking.has(employee) ? 4 : 1),
  );
  return inOrder(count, chosen, employees, 'mentors');
}

function inOrder(
  count: number,
  chosen: readonly Employee[],
  employees: readonly Employee[],
  called: string,
): Employee[] {
  if (chosen.length < count) {
    throw new RangeError(
      `among ${employees.length} people there are ${chosen.length} who could be ${called}, not ${count}`,
    );
  }
  const among = new Set(chosen);
  return employees.filter((employee) => among.has(employee));
}

function sharePlaces({ mentors, places }: ProgrammeSize, chance: Chance): number[] {
  if (places < mentors || places > MOST_PLACES_EACH * mentors) {
    throw new RangeError(
      `${mentors} mentors cannot offer ${places} places: each offers 1 to ${MOST_PLACES_EACH}`,
    );
  }
  const each = Array<number>(mentors).fill(1);
  const further = Array.from({ length: mentors * (MOST_PLACES_EACH - 1) }, (_, at) => at % mentors);
  for (const mentor of chance.shuffled(further).slice(0, places - mentors)) {
    each[mentor]!++;
  }
  return each;
}

function menteeRow(employee: Employee, offering: readonly Employee[], chance: Chance): string[] {
  const { rank } = employee;
  const peer = rank >= 2 && chance.percent(6);
  const target = peer ? rank : Math.min(TOP_RANK, rank + (chance.percent(5) ? 2 : 1));
  const cells: Record<MenteeColumn, string> = {
    ...personCells(employee),
    target_stage: STAGES[target]!,
    gaps: inventGaps(employee.shape, target, chance),
    prefer_profession: chance.weighted([
      ['any', 60],
      ['same', 25],
      ['different', 15],
    ]),
    prefer_organisation: chance.weighted([
      ['any', 60],
      ['different', 30],
      ['same', 10],
    ]),
    peer: yesOrNo(peer),
    exclude: inventExclusion(employee, offering, chance),
    waiting_since: day(chance.below(DAYS_OF_WAITING)),
    accessibility: chance.percent(5) ? chance.pick(ACCESS_NEEDS)[0] : '',
  };
  return MENTEE_COLUMNS.map((column) => cells[column]);
}

function mentorRow(
  employee: Employee,
  capacity: number,
  asking: readonly Employee[],
  chance: Chance,
): string[] {
  const cells: Record<MentorColumn, string> = {
    ...personCells(employee),
    strengths: inventStrengths(employee.rank, chance),
    capacity: String(capacity),
    protected_hours: chance.percent(60) ? String(capacity * chance.pick([1, 1.5, 2, 2.5])) : '',
    peer: yesOrNo(chance.percent(20)),
    accessibility: ACCESS_NEEDS.filter(([, percentage]) => chance.percent(percentage))
      .map(([need]) => need)
      .join(';'),
    exclude: inventExclusion(employee, asking, chance),
    listed: yesOrNo(chance.percent(85)),
  };
  return MENTOR_COLUMNS.map((column) => cells[column]);
}

/** What either file says of somebody. */
export function personCells(employee: Employee): Record<PersonColumn, string> {
  const { id, name, email, organisation, shape, registration, grade, rank } = employee;
  const { languages, mode, consent, active, lineManager } = employee;
  return {
    id,
    name,
    email,
    organisation: organisation.name,
    region: organisation.region,
    profession: shape.profession,
    registration,
    grade,
    stage: STAGES[rank]!,
    languages,
    mode,
    line_manager: lineManager,
    consent,
    active,
  };
}

/** Three to five, by rank. Half of the people also say how large each is; some want an experience of the step ahead. */
function inventGaps({ wants = GAPS_WANTED }: ProfessionShape, target: number, chance: Chance): string {
  const topics = chance.several(wants === GAPS_WANTED ? 3 + chance.below(3) : 3, wants);
  const experiences = EXPERIENCES[target];
  if (wants === GAPS_WANTED && experiences !== undefined && chance.percent(35)) {
    topics[chance.below(topics.length)] = chance.weighted(experiences);
  }
  const sized = chance.percent(50);
  return topics
    .map((topic) => {
      const size = chance.weighted([
        [1, 3],
        [2, 4],
        [3, 2],
        [4, 1],
      ]);
      return sized ? `${topic}:${size}` : topic;
    })
    .join(';');
}

/** Five to eight, practised at the mentor's stage or, one in eight, a stage below; some experiences of steps made. */
function inventStrengths(rank: number, chance: Chance): string {
  const topics = chance.several(5 + chance.below(4), STRENGTHS_OFFERED);
  for (const [step, experiences] of Object.entries(EXPERIENCES)) {
    if (rank >= Number(step) && chance.percent(40)) {
      topics[chance.below(topics.length)] = chance.weighted(experiences);
    }
  }
  return topics
    .map((topic) => {
      const isCompetency = !topic.startsWith('T');
      return `${topic}@${STAGES[isCompetency && chance.below(8) === 0 ? rank - 1 : rank]!}`;
    })
    .join(';');
}

/** A few would rather not be paired with somebody. */
function inventExclusion(employee: Employee, others: readonly Employee[], chance: Chance): string {
  const other = others[chance.below(others.length)];
  return chance.percent(3) && other !== undefined && other !== employee ? other.id : '';
}

function day(number: number): string {
  return new Date(FIRST_WAITING + number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
