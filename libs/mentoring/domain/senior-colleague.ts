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

/** Whether somebody can open doors for a colleague: a line manager, or whoever stands at a higher stage. */
export function mayChampion(
  champion: RegisteredPerson,
  person: RegisteredPerson,
  day: string,
  order: StageOrder,
): boolean {
  return manages(champion, person, day) || stage(champion, day, order) > stage(person, day, order);
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
