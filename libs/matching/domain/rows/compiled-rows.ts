import type { CompiledPeople } from '../compiled-people';
import type { PointTables } from '../point-tables';
import type { Sets } from '../sets';
import { type Alike, alikeIn, type AlikeInBoth, alikeInBoth } from './alike';
import { BARRED } from './barred';
import { compileGapColumns, type GapColumns, MENTORS_A_WORD } from './gap-columns';
import { compileNeedPoints, type NeedPoints } from './need-points';

/**
 * All that a reader of rows needs: plain arrays of numbers and nothing else, so that it can be handed to a thread. With
 * the catalogue of health and care a mentor takes 300 to 400 bytes, two thirds of them gap columns and practised stages,
 * a mentee some 150, and the tables of all needs at most 2 MB: some 30 MB for 100,000 mentees and 35,000 mentors.
 */
export interface CompiledRows {
  readonly people: CompiledPeople;
  readonly tables: PointTables;
  /** The score under which a pair is no match. */
  readonly floor: number;
  /** Mentors alike in stage, in wishing for peers and in the steps that they have made. */
  readonly standing: Alike;
  /** Mentors alike in the way of meeting and the regions. */
  readonly meeting: Alike;
  /** Mentors alike in profession and group. */
  readonly background: Alike;
  readonly languages: Alike;
  /** Mentors alike in what they can offer to those with access needs. */
  readonly accessibility: Alike;
  readonly standingAndMeeting: AlikeInBoth;
  readonly backgroundAndLanguages: AlikeInBoth;
  /** Points for what a mentor brings to any pair, {@link BARRED} for those who take no part. */
  readonly availability: Int16Array;
  /** By organisation, the mentors who have a post there. */
  readonly mentorsAt: Sets;
  readonly gaps: GapColumns;
  readonly needs: NeedPoints;
}

/** Compiles rows of people who are numbers already, by the points and the floor of a round. */
export function compileRows(people: CompiledPeople, tables: PointTables, floor: number): CompiledRows {
  const { mentors, stageCount } = people;
  const count = mentors.stage.length;
  const stepsMade = (j: number): string =>
    mentors.experienced
      .subarray(j * stageCount, (j + 1) * stageCount)
      .reduce((made, experienced, stage) => (experienced === 1 ? `${made},${stage}` : made), '');
  const standing = alikeIn(count, (j) => `${mentors.stage[j]!} ${mentors.peer[j]!} ${stepsMade(j)}`);
  const meeting = alikeIn(count, (j) => `${mentors.mode[j]!} ${membersOf(mentors.regions, j)}`);
  const background = alikeIn(count, (j) => `${mentors.profession[j]!} ${mentors.group[j]!}`);
  const languages = alikeIn(count, (j) => membersOf(mentors.languages, j));
  const gaps = compileGapColumns(people);
  const places = gaps.words * MENTORS_A_WORD;
  const availability = new Int16Array(places).fill(BARRED);
  availability.set(tables.availability.map((points, j) => (mentors.takesPart[j] === 1 ? points : BARRED)));
  return {
    people,
    tables,
    floor,
    standing,
    meeting,
    background,
    languages,
    accessibility: alikeIn(count, (j) => membersOf(mentors.accessibility, j)),
    standingAndMeeting: alikeInBoth(standing, meeting, places),
    backgroundAndLanguages: alikeInBoth(background, languages, places),
    availability,
    mentorsAt: turnedOver(mentors.organisations),
    gaps,
    needs: compileNeedPoints(people, tables),
  };
}

/** A set as a text, the same in whatever order its members stand. */
function membersOf(sets: Sets, i: number): string {
  return [...new Set(sets.members.subarray(sets.start[i], sets.start[i + 1]))].sort((a, b) => a - b).join();
}

/** For each member, the numbers of the sets that hold it, ascending. */
function turnedOver({ start, members }: Sets): Sets {
  const counts = new Int32Array(members.reduce((most, member) => Math.max(most, member), -1) + 2);
  members.forEach((member) => counts[member + 1]!++);
  const ends = counts.map(
    (
      (sum) => (count) =>
        (sum += count)
    )(0),
  );
  const next = ends.slice();
  const holders = new Int32Array(members.length);
  for (let set = 0; set + 1 < start.length; set++) {
    for (let at = start[set]!; at < start[set + 1]!; at++) {
      holders[next[members[at]!]!++] = set;
    }
  }
  return { start: ends, members: holders };
}
