import { isIdentifier } from '@evenhand/kernel';
import {
  type AllocationMentee,
  type AllocationMentor,
  type AllocationProblem,
  type Objective,
  OBJECTIVES,
  type PriorAccess,
  TOP_CAPACITY,
  LONGEST_SEED,
  TOP_PRIOR,
  TOP_PRIORITY,
  TOP_SCORE,
} from '../problem';
import {
  addCountFaults,
  isQuotaName,
  type ProblemWithQuotas,
  type Quota,
  QUOTA_NAME_RULE,
} from '../quotas/quota';
import { CompactPairs } from './compact-pairs';
import { Faults, shown } from './faults';

/** The name and version that a problem file gives itself. */
export const PROBLEM_FORMAT = 'evenhand.problem/1';
/** The most pairs that a problem file may list. */
export const MOST_EDGES = 5_000_000;
/** The most quotas that a problem file may list. */
export const MOST_QUOTAS = 1_000;
/** The most mentees, and the most mentors, that a problem file may list. */
export const MOST_PEOPLE = 100_000;

const CODE = '1 to 64 letters, digits, dots, underscores or hyphens';

/** An allocation problem whose pairs came with it, held in memory. */
export interface ExchangedProblem extends ProblemWithQuotas {
  readonly pairs: CompactPairs;
}

type Members = Readonly<Record<string, unknown>>;
type Equity = AllocationProblem['equity'];

/**
 * Checks what a problem file holds (`evenhand.problem/1`) and takes it over, with defaults filled in.
 *
 * @param value what JSON.parse made of the file
 * @param name the file's name, which starts every line of a refusal
 * @throws InputRefused with every fault found: the first hundred in words, the number of the others
 */
export function parseProblem(value: unknown, name: string): ExchangedProblem {
  const faults = new Faults(name);
  if (!isObject(value)) {
    faults.add('', `a problem is an object, not ${shown(value)}`);
    faults.refuseIfAny();
  }
  const file = value as Members;
  refuseWhatIsNotWorthReading(file, faults);
  checkMembers(
    file,
    '',
    ['format', 'seed', 'mentees', 'mentors', 'edges'],
    ['objectives', 'equity', 'quotas'],
    faults,
  );
  const seed = readSeed(file['seed'], faults);
  const mentees = readPeople(file['mentees'], 'mentees', readMentee, faults);
  const mentors = readPeople(file['mentors'], 'mentors', readMentor, faults);
  const indexable = Array.isArray(file['mentees']) && Array.isArray(file['mentors']);
  // Where nobody is listed, that is the one fault, not every single pair.
  const edges = indexable || !Array.isArray(file['edges']) ? file['edges'] : [];
  const pairs = readEdges(edges, mentees.length, mentors.length, faults);
  const objectives = readObjectives(file['objectives'], faults);
  const equity = readEquity(file['equity'], faults);
  const quotas = readQuotas(file['quotas'], mentees, faults);
  faults.refuseIfAny();
  return { seed, mentees, mentors, pairs, objectives, equity, ...(quotas && { quotas }) };
}

/** Another format cannot be judged by the rules of this one, and a list beyond its limit is not worth walking. */
function refuseWhatIsNotWorthReading(file: Members, faults: Faults): void {
  const format = file['format'];
  if (format !== undefined && format !== PROBLEM_FORMAT) {
    faults.add('format', `${shown(format)} is not "${PROBLEM_FORMAT}"`);
  }
  const limits = [
    ['edges', MOST_EDGES],
    ['mentees', MOST_PEOPLE],
    ['mentors', MOST_PEOPLE],
    ['quotas', MOST_QUOTAS],
  ] as const;
  for (const [member, most] of limits) {
    const list = file[member];
    if (Array.isArray(list) && list.length > most) {
      faults.add(member, `there are ${grouped(list.length)}; a problem file holds at most ${grouped(most)}`);
    }
  }
  faults.refuseIfAny();
}

function readSeed(value: unknown, faults: Faults): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= LONGEST_SEED) {
    // Half of a surrogate pair has no UTF-8, so neither tie keys nor the hash of the problem would be defined.
    if (/\p{Surrogate}/u.test(value)) {
      faults.add('seed', 'it holds half of a surrogate pair, which is no character');
    }
    return value;
  }
  if (value !== undefined) {
    faults.add('seed', `${shown(value)} is not a text of 1 to ${LONGEST_SEED} characters`);
  }
  return '';
}

function readPeople<Person extends { readonly id: string }>(
  value: unknown,
  member: string,
  readPerson: (value: unknown, where: string, faults: Faults) => Person,
  faults: Faults,
): readonly Person[] {
  const people = readList(value, member, faults).map((item, place) =>
    readPerson(item, `${member}[${place}]`, faults),
  );
  const placeOf = new Map<string, number>();
  people.forEach(({ id }, place) => {
    const earlier = placeOf.get(id);
    if (earlier === undefined) {
      placeOf.set(id, place);
    } else if (id !== '') {
      faults.add(`${member}[${place}].id`, `"${id}" is already the id of ${member}[${earlier}]`);
    }
  });
  return people;
}

function readMentee(value: unknown, where: string, faults: Faults): AllocationMentee {
  const members = readMembers(value, where, ['id', 'group'], ['priority'], faults);
  return {
    id: readId(members['id'], `${where}.id`, faults),
    group: readGroup(members['group'], `${where}.group`, faults),
    priority: readWhole(
      members['priority'],
      `${where}.priority`,
      TOP_PRIORITY,
      'a whole number of days',
      faults,
    ),
  };
}

function readMentor(value: unknown, where: string, faults: Faults): AllocationMentor {
  const members = readMembers(value, where, ['id', 'capacity'], [], faults);
  return {
    id: readId(members['id'], `${where}.id`, faults),
    capacity: readWhole(
      members['capacity'],
      `${where}.capacity`,
      TOP_CAPACITY,
      'a whole number of places',
      faults,
    ),
  };
}

function readId(value: unknown, where: string, faults: Faults): string {
  if (typeof value === 'string' && isIdentifier(value)) {
    return value;
  }
  if (value !== undefined) {
    faults.add(where, `${shown(value)} is not an id: ${CODE}`);
  }
  return '';
}

function readGroup(value: unknown, where: string, faults: Faults): AllocationMentee['group'] {
  if (value === undefined) {
    return [''];
  }
  if (!Array.isArray(value) || value.length < 1 || value.length > 2) {
    const found = Array.isArray(value) ? `a list of ${value.length}` : shown(value);
    faults.add(where, `${found} is not [group] or [group, profession]`);
    return [''];
  }
  value.forEach((code: unknown, place) => {
    if (!isGroupCode(code)) {
      faults.add(`${where}[${place}]`, `${shown(code)} is not a code: ${CODE}`);
    }
  });
  return value as [string] | [string, string];
}

/** Group paths become members of objects, where `__proto__` is a trap in any language that reads them. */
function isGroupCode(value: unknown): boolean {
  return typeof value === 'string' && isIdentifier(value) && value !== '__proto__';
}

function readEdges(value: unknown, menteeCount: number, mentorCount: number, faults: Faults): CompactPairs {
  const edges = readList(value, 'edges', faults);
  const mentees = new Int32Array(edges.length);
  const mentors = new Int32Array(edges.length);
  const scores = new Int32Array(edges.length);
  const positions = new Int32Array(edges.length);
  let count = 0;
  for (let position = 0; position < edges.length; position++) {
    const edge = edges[position];
    if (!Array.isArray(edge) || edge.length !== 3) {
      faults.add(`edges[${position}]`, `${shown(edge)} is not [mentee, mentor, score]`);
      continue;
    }
    const [mentee, mentor, score] = edge as [unknown, unknown, unknown];
    if (isWhole(mentee, menteeCount - 1) && isWhole(mentor, mentorCount - 1) && isWhole(score, TOP_SCORE)) {
      mentees[count] = mentee;
      mentors[count] = mentor;
      scores[count] = score;
      positions[count] = position;
      count++;
    } else {
      addEdgeFaults(edge, position, menteeCount, mentorCount, faults);
    }
  }
  const columns = {
    mentees: mentees.subarray(0, count),
    mentors: mentors.subarray(0, count),
    scores: scores.subarray(0, count),
  };
  return CompactPairs.fromColumns(columns, menteeCount, mentorCount, (earlier, later) =>
    faults.add(
      `edges[${positions[later]!}]`,
      `mentee ${mentees[later]!} and mentor ${mentors[later]!} are already paired in edges[${positions[earlier]!}]`,
    ),
  );
}

function addEdgeFaults(
  [mentee, mentor, score]: readonly unknown[],
  position: number,
  menteeCount: number,
  mentorCount: number,
  faults: Faults,
): void {
  const where = `edges[${position}]`;
  if (!isWhole(mentee, menteeCount - 1)) {
    faults.add(where, `mentee ${shown(mentee)} is not there: there are ${menteeCount}`);
  }
  if (!isWhole(mentor, mentorCount - 1)) {
    faults.add(where, `mentor ${shown(mentor)} is not there: there are ${mentorCount}`);
  }
  if (!isWhole(score, TOP_SCORE)) {
    faults.add(where, `score ${shown(score)} is not a whole number from 0 to ${TOP_SCORE}`);
  }
}

function readObjectives(value: unknown, faults: Faults): readonly Objective[] {
  if (value === undefined) {
    return OBJECTIVES;
  }
  const known = OBJECTIVES.join(', ');
  const names = readList(value, 'objectives', faults);
  const ranks = names.map((name) => (OBJECTIVES as readonly unknown[]).indexOf(name));
  if (ranks.includes(-1)) {
    names.forEach((name, place) => {
      if (ranks[place] === -1) {
        faults.add(`objectives[${place}]`, `${shown(name)} is no objective: ${known}`);
      }
    });
  } else if (ranks.some((rank, place) => place > 0 && rank <= ranks[place - 1]!)) {
    faults.add('objectives', `they come in the order ${known}, each at most once`);
  } else if (Array.isArray(value) && names.length === 0) {
    faults.add('objectives', `at least one is needed of ${known}`);
  } else if (names.includes('equity') && !names.includes('coverage')) {
    faults.add('objectives', 'equity needs coverage before it');
  }
  return names as readonly Objective[];
}

function readEquity(value: unknown, faults: Faults): Equity {
  const members = value === undefined ? {} : readMembers(value, 'equity', [], ['levels', 'prior'], faults);
  return { levels: readLevels(members['levels'], faults), prior: readPrior(members['prior'], faults) };
}

function readLevels(value: unknown, faults: Faults): Equity['levels'] {
  if (value === undefined) {
    return [1, 2];
  }
  const levels = Array.isArray(value) && value.length <= 2 ? `[${value.map(shown).join(',')}]` : shown(value);
  if (levels !== '[1]' && levels !== '[1,2]') {
    faults.add('equity.levels', `${levels} is neither [1] nor [1,2]`);
  }
  return levels === '[1]' ? [1] : [1, 2];
}

function readPrior(value: unknown, faults: Faults): Equity['prior'] {
  // Without a prototype: a group called `constructor` has no prior unless one is given.
  const prior = Object.create(null) as Record<string, PriorAccess>;
  if (value === undefined) {
    return prior;
  }
  if (!isObject(value)) {
    faults.add('equity.prior', `${shown(value)} is not an object`);
    return prior;
  }
  for (const [path, access] of Object.entries(value)) {
    const codes = path.split('/');
    if (codes.length > 2 || !codes.every(isGroupCode)) {
      faults.add('equity.prior', `${shown(path)} is neither a group nor group/profession`);
      continue;
    }
    const where = `equity.prior[${JSON.stringify(path)}]`;
    const members = readMembers(access, where, ['asked', 'matched'], [], faults);
    const asked = readWhole(members['asked'], `${where}.asked`, TOP_PRIOR, 'a whole number', faults);
    const matched = readWhole(members['matched'], `${where}.matched`, TOP_PRIOR, 'a whole number', faults);
    if (members['asked'] === asked && matched > asked) {
      faults.add(where, `${matched} matched is more than ${asked} asked`);
    }
    prior[path] = { asked, matched };
  }
  return prior;
}

/** Quotas name mentees by id; a problem without the member has none. */
function readQuotas(
  value: unknown,
  mentees: readonly AllocationMentee[],
  faults: Faults,
): readonly Quota[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  const menteeOf = new Map(mentees.map(({ id }, mentee) => [id, mentee]));
  const placeOf = new Map<string, number>();
  const quotas = readList(value, 'quotas', faults).map((item, place) => {
    const where = `quotas[${place}]`;
    const members = readMembers(item, where, ['name', 'mentees', 'atLeast'], [], faults);
    const name = readQuotaName(members['name'], where, place, placeOf, faults);
    return { name, ...readFloor(members, where, menteeOf, faults) };
  });
  if (Array.isArray(value) && quotas.length === 0) {
    faults.add('quotas', 'at least one is needed, or the member is left out');
  }
  return quotas;
}

function readQuotaName(
  value: unknown,
  where: string,
  place: number,
  placeOf: Map<string, number>,
  faults: Faults,
): string {
  if (!isQuotaName(value)) {
    if (value !== undefined) {
      faults.add(`${where}.name`, `${shown(value)} is not ${QUOTA_NAME_RULE}`);
    }
    return '';
  }
  const earlier = placeOf.get(value);
  if (earlier !== undefined) {
    faults.add(`${where}.name`, `"${value}" is already the name of quotas[${earlier}]`);
  }
  placeOf.set(value, earlier ?? place);
  return value;
}

function readFloor(
  members: Members,
  where: string,
  menteeOf: ReadonlyMap<string, number>,
  faults: Faults,
): Pick<Quota, 'mentees' | 'atLeast'> {
  const ids = readList(members['mentees'], `${where}.mentees`, faults);
  const placeOf = new Map<unknown, number>();
  const mentees = ids.map((id, at) => {
    const mentee = typeof id === 'string' ? menteeOf.get(id) : undefined;
    if (mentee === undefined) {
      faults.add(`${where}.mentees[${at}]`, `${shown(id)} is not the id of a mentee`);
    } else if (placeOf.has(id)) {
      faults.add(`${where}.mentees[${at}]`, `${shown(id)} is already mentees[${placeOf.get(id)!}]`);
    }
    placeOf.set(id, placeOf.get(id) ?? at);
    return mentee ?? -1;
  });
  const atLeast = members['atLeast'];
  if (Array.isArray(members['mentees']) && atLeast !== undefined) {
    addCountFaults(where, ids.length, atLeast, faults);
  }
  return { mentees, atLeast: typeof atLeast === 'number' ? atLeast : 0 };
}

/** A missing number is 0: by default where it may be missing, and otherwise the missing member has been named. */
function readWhole(value: unknown, where: string, top: number, kind: string, faults: Faults): number {
  if (isWhole(value, top)) {
    return value;
  }
  if (value !== undefined) {
    faults.add(
      where,
      Number.isInteger(value)
        ? `${shown(value)} is not between 0 and ${top}`
        : `${shown(value)} is not ${kind}`,
    );
  }
  return 0;
}

function isWhole(value: unknown, top: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= top && Number.isInteger(value);
}

function readList(value: unknown, where: string, faults: Faults): readonly unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  if (value !== undefined) {
    faults.add(where, `${shown(value)} is not a list`);
  }
  return [];
}

function readMembers(
  value: unknown,
  where: string,
  required: readonly string[],
  optional: readonly string[],
  faults: Faults,
): Members {
  if (!isObject(value)) {
    faults.add(where, `${shown(value)} is not an object`);
    return {};
  }
  checkMembers(value, where, required, optional, faults);
  return value;
}

function checkMembers(
  value: Members,
  where: string,
  required: readonly string[],
  optional: readonly string[],
  faults: Faults,
): void {
  for (const member of required) {
    if (value[member] === undefined) {
      faults.add(where, `"${member}" is missing`);
    }
  }
  for (const member of Object.keys(value)) {
    if (!required.includes(member) && !optional.includes(member)) {
      faults.add(where, `unknown member ${shown(member)}`);
    }
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `5,000,000` */
function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}
