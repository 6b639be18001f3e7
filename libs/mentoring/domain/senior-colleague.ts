import { Conflict } from '@evenhand/kernel';
import { idKey, type RegisteredPerson, type RegisteredPost } from '@evenhand/people';

/** The order of stages. */
export interface StageOrder {
  /** Higher for a higher stage. */
  stageRank(code: string): number;
}

/** Whether two people work in one organisation on a day, in any of their posts. */
export function areColleagues(one: RegisteredPerson, other: RegisteredPerson, day: string): boolean {
  const organisations = new Set(postsOn(one, day).map(({ organisationId }) => organisationId));
  return postsOn(other, day).some(({ organisationId }) => organisations.has(organisationId));
}

/**
 * Whether somebody can open doors for a colleague: a line manager, or whoever stands at a higher stage.
 *
 * @throws Conflict `championing.not-senior`, `championing.cannot-name-oneself`
 */
export function refuseUnlessMayChampion(
  person: RegisteredPerson,
  champion: RegisteredPerson,
  day: string,
  order: StageOrder,
): void {
  if (person.id === champion.id) {
    throw new Conflict('championing.cannot-name-oneself', 'Nobody is their own champion: name a colleague.');
  }
  if (!manages(champion, person, day) && stage(champion, day, order) <= stage(person, day, order)) {
    throw new Conflict(
      'championing.not-senior',
      'A champion is your line manager, or a colleague at a higher stage than you.',
    );
  }
}

function manages({ reference }: RegisteredPerson, person: RegisteredPerson, day: string): boolean {
  return postsOn(person, day).some(
    ({ lineManager }) => lineManager !== undefined && idKey(lineManager) === idKey(reference),
  );
}

function stage(person: RegisteredPerson, day: string, order: StageOrder): number {
  return Math.max(...postsOn(person, day).map((post) => order.stageRank(post.stage)));
}

/** Those of the day; whoever is between posts is still the one that their main post says. */
function postsOn({ posts }: RegisteredPerson, day: string): readonly RegisteredPost[] {
  const current = posts.filter(({ from = day, to = day }) => from <= day && day <= to);
  return current.length === 0 ? [posts[0]] : current;
}
