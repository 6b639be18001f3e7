import type { Person } from '@evenhand/people';

/** What counts of somebody who is not to be paired: whose lines of management run through them, and whom they exclude. */
export interface Colleague {
  readonly id: string;
  /** Ids of their line managers, over all posts. */
  readonly managers: readonly string[];
  /** Ids of people whom they must not be paired with. */
  readonly exclude: readonly string[];
}

/** As much of a person as counts where they are not to be paired. */
export function colleagueOf({ id, posts, exclude }: Person): Colleague {
  const managers = posts.flatMap(({ lineManager }) => lineManager ?? []);
  return { id, managers, exclude };
}
