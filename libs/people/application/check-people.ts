import { lineManagerCycles } from '../domain/line-manager-cycles';
import { idKey, type Person } from '../domain/person';
import { quoted } from '../domain/quoted';
import type { SheetRow } from './people-sheet';

/** A person, and where they were read. */
export interface ReadPerson<Kind extends Person = Person> {
  readonly person: Kind;
  readonly row: SheetRow;
}

/** A circle of more people than this is told by its beginning. */
const MOST_NAMED = 12;

/** What no row can show alone. Cells that could not be read take no part: they have been told. */
export function checkPeople(mentees: readonly ReadPerson[], mentors: readonly ReadPerson[]): void {
  refuseRepeatedIds(mentees);
  refuseRepeatedIds(mentors);
  refuseTwoAccounts(mentees, mentors);
  const everybody = [...mentees, ...mentors];
  refuseIdsAlikeButForCase(everybody);
  refuseSharedEmails(everybody);
  refuseLineManagerCycles(everybody);
}

function refuseRepeatedIds(people: readonly ReadPerson[]): void {
  const firstRows = new Map<string, number>();
  for (const { person, row } of people) {
    const first = firstRows.get(person.id);
    if (person.id === '') {
      continue;
    }
    if (first === undefined) {
      firstRows.set(person.id, row.number);
    } else {
      row.refuse('id', `${quoted(person.id)} is already the id of row ${first}`);
    }
  }
}

/** `M1` and `m1` are one person or a slip of the keyboard; whoever excludes either cannot be understood. */
function refuseIdsAlikeButForCase(people: readonly ReadPerson[]): void {
  const firsts = new Map<string, ReadPerson>();
  for (const each of people) {
    const { id } = each.person;
    const first = firsts.get(idKey(id));
    if (first === undefined) {
      firsts.set(idKey(id), each);
    } else if (first.person.id !== id) {
      const other = `${quoted(first.person.id)} in ${first.row.place}`;
      each.row.refuse('id', `${quoted(id)} differs from ${other} only in case`);
    }
  }
}

/** Somebody may ask for a mentor and be one: then the two files must speak of the same person. */
function refuseTwoAccounts(mentees: readonly ReadPerson[], mentors: readonly ReadPerson[]): void {
  const menteesById = new Map(mentees.map((mentee) => [mentee.person.id, mentee]));
  for (const { person, row } of mentors) {
    const asMentee = person.id === '' ? undefined : menteesById.get(person.id);
    if (asMentee === undefined) {
      continue;
    }
    const { email, background, posts } = asMentee.person;
    const who = `${quoted(person.id)} has in ${asMentee.row.place}`;
    if (email !== undefined && person.email !== undefined && emailKey(email) !== emailKey(person.email)) {
      row.refuse('email', `${quoted(person.email)} is not the e-mail address that ${who}`);
    }
    const { profession } = person.background;
    if (profession !== '' && background.profession !== '' && profession !== background.profession) {
      row.refuse(
        'profession',
        `${quoted(profession)} is not the profession that ${who}: ${quoted(background.profession)}`,
      );
    }
    const { stage } = person.posts[0];
    if (stage !== '' && posts[0].stage !== '' && stage !== posts[0].stage) {
      row.refuse('stage', `${quoted(stage)} is not the stage that ${who}: ${quoted(posts[0].stage)}`);
    }
  }
}

function refuseSharedEmails(people: readonly ReadPerson[]): void {
  const owners = new Map<string, ReadPerson>();
  for (const each of people) {
    const { id, email } = each.person;
    if (email === undefined || id === '') {
      continue;
    }
    const owner = owners.get(emailKey(email));
    if (owner === undefined) {
      owners.set(emailKey(email), each);
    } else if (owner.person.id !== id) {
      const whose = `${quoted(owner.person.id)} in ${owner.row.place}`;
      each.row.refuse('email', `${quoted(email)} is also the e-mail address of ${whose}`);
    }
  }
}

function refuseLineManagerCycles(people: readonly ReadPerson[]): void {
  const managersOf = new Map<string, string[]>();
  const rowOf = new Map<string, SheetRow>();
  for (const { person, row } of people) {
    const { lineManager } = person.posts[0];
    if (person.id !== '' && lineManager !== undefined && lineManager !== person.id) {
      managersOf.set(person.id, [...new Set([...(managersOf.get(person.id) ?? []), lineManager])]);
      rowOf.set(person.id, rowOf.get(person.id) ?? row);
    }
  }
  for (const cycle of lineManagerCycles(managersOf)) {
    const [first] = cycle as [string];
    const named = cycle.length > MOST_NAMED ? [...cycle.slice(0, MOST_NAMED), '…'] : cycle;
    const size = cycle.length > MOST_NAMED ? ` (${cycle.length} people)` : '';
    rowOf
      .get(first)!
      .refuse('line_manager', `these people manage one another${size}: ${[...named, first].join(' -> ')}`);
  }
}

function emailKey(email: string): string {
  return email.toLowerCase();
}
