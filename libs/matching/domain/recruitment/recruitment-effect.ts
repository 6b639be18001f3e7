import { wholePercent } from '@evenhand/kernel';
import type { Mentee } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import { inFull, isWithheld, type TellCount, toldCount } from '../told-count';

/** How many of a professional group, or of a profession, are matched without the recruited mentors and with them. */
export interface AccessChange {
  /** The group path joined with `/`: `ahp`, `ahp/physiotherapist`. */
  readonly path: string;
  readonly title: string;
  readonly asked: number;
  readonly before: number;
  readonly after: number;
}

/** What so many mentors of a profile would change: computed by solving the round anew with them. */
export interface RecruitmentEffect {
  /** How many mentors are added. */
  readonly mentors: number;
  /** How many more people are matched in all. */
  readonly more: number;
  /** Those whose number changes, in the catalogue's order. */
  readonly groups: readonly AccessChange[];
  readonly professions: readonly AccessChange[];
  /** The same in plain words; who loses is named. */
  readonly sentence: string;
}

/** So many of those that gain most are named. */
const MOST_NAMED = 3;

/**
 * Compares two solves of the same mentees.
 *
 * @param mentors how many mentors the second one had more
 * @param before for each mentee the index of the mentor, or -1
 * @param after the same with the recruited mentors
 * @param tell how counts of people stand in the sentence
 */
export function recruitmentEffect(
  mentors: number,
  mentees: readonly Mentee[],
  before: Int32Array,
  after: Int32Array,
  catalogue: Catalogue,
  tell: TellCount = inFull,
): RecruitmentEffect {
  const { professionalGroups, professions } = catalogue.content;
  const changes = (
    entries: readonly { readonly path: string; readonly title: string }[],
    pathOf: (mentee: Mentee) => string,
  ): AccessChange[] => {
    const counts = new Map(entries.map(({ path }) => [path, { asked: 0, before: 0, after: 0 }]));
    mentees.forEach((mentee, i) => {
      const count = counts.get(pathOf(mentee))!;
      count.asked++;
      count.before += before[i]! < 0 ? 0 : 1;
      count.after += after[i]! < 0 ? 0 : 1;
    });
    return entries
      .map(({ path, title }) => ({ path, title, ...counts.get(path)! }))
      .filter((change) => change.before !== change.after);
  };
  const groups = changes(
    professionalGroups.map(({ code, title }) => ({ path: code, title })),
    ({ background }) => background.group,
  );
  const ofProfessions = changes(
    professionalGroups.flatMap((group) =>
      professions
        .filter((profession) => profession.group === group.code)
        .map(({ code, title }) => ({ path: `${group.code}/${code}`, title })),
    ),
    ({ background }) => `${background.group}/${background.profession}`,
  );
  const more = groups.reduce((sum, change) => sum + change.after - change.before, 0);
  return {
    mentors,
    more,
    groups,
    professions: ofProfessions,
    sentence: inWords(mentors, more, groups, ofProfessions, tell),
  };
}

function inWords(
  mentors: number,
  more: number,
  groups: readonly AccessChange[],
  professions: readonly AccessChange[],
  tell: TellCount,
): string {
  const [who, verb] = mentors === 1 ? ['1 mentor like this', 's'] : [`${mentors} mentors like this`, ''];
  const people = more === 0 ? 'nobody more' : toldCount(tell, more, 'more person', 'more people');
  const matched = `let${verb} ${people} be matched`;
  const raised = gains(groups, 'group', tell);
  const raises = raised.length === 0 ? matched : `${matched}, raise${verb} ${listed(raised)}`;
  const lost = losses(groups, tell);
  const cost =
    lost.length === 0 ? `, and cost${verb} no professional group a match` : `; it costs ${listed(lost)}`;
  return `${who} ${raises}${cost}.${byProfession(professions, tell)}`;
}

/** Within a group that loses nothing a profession still can, and the other way round. */
function byProfession(professions: readonly AccessChange[], tell: TellCount): string {
  const raised = gains(professions, 'profession', tell);
  const lost = losses(professions, tell);
  return (
    (raised.length === 0 ? '' : ` By profession, more are matched of ${listed(raised)}.`) +
    (lost.length === 0 ? ' No profession loses a match.' : ` Fewer are matched of ${listed(lost)}.`)
  );
}

/** Those whose rate rises most first. */
function gains(changes: readonly AccessChange[], what: string, tell: TellCount): string[] {
  const raised = changes
    .filter(({ before, after }) => after > before)
    .sort((a, b) => (b.after - b.before) * a.asked - (a.after - a.before) * b.asked);
  const others = raised.length - MOST_NAMED;
  return [
    ...raised.slice(0, MOST_NAMED).map((change) => fromTo(change, tell)),
    ...(others > 0 ? [`${others} other ${what}${others === 1 ? '' : 's'}`] : []),
  ];
}

function losses(changes: readonly AccessChange[], tell: TellCount): string[] {
  return changes.filter(({ before, after }) => after < before).map((change) => fromTo(change, tell));
}

/** `a`, `a and b`, `a, b and c`. */
function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

/** In percent, or in counts where rounding would hide the change. A share of few people would be a count of them. */
function fromTo({ title, asked, before, after }: AccessChange, tell: TellCount): string {
  if (isWithheld(tell, asked)) {
    return `${title} (${tell(asked)} asked)`;
  }
  const [from, to] = [wholePercent([before, asked]), wholePercent([after, asked])];
  if (from !== to) {
    return `${title} from ${from} to ${to}`;
  }
  const [least, most] = [tell(before), tell(after)];
  return least === most
    ? `${title} by ${tell(Math.abs(after - before))} of ${tell(asked)}`
    : `${title} from ${least} to ${most} of ${tell(asked)}`;
}
