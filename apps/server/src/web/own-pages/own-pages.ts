import type { Caller } from '@evenhand/identity';

/** A page about what is somebody's own. */
export interface OwnPage {
  readonly text: string;
  readonly address: string;
}

/** Tells which pages about what is somebody's own concern them. */
export abstract class OwnPages {
  /** None for whoever is not signed in, or is nobody in a programme. */
  abstract of(caller: Caller | undefined): Promise<readonly OwnPage[]>;
}
