import type { Nominator } from '../../domain/pools/pool-member';

/** Whom somebody puts forward: by id, or by the reference that their programme knows them by. */
export type Nominee = { readonly personId: string } | { readonly reference: string };

/** Knows who can be put forward, for nominators, who see of others in the programme nothing else. */
export abstract class Nominees {
  /** The id of the active person of the programme who is meant; undefined where there is none. */
  abstract find(programmeId: string, nominee: Nominee): Promise<string | undefined>;
  /**
   * What somebody is on record as to a person of the programme beside a mentor: the champion, the line manager of a post.
   *
   * @param today `YYYY-MM-DD`; a post that ended before is none
   */
  abstract standsAs(
    programmeId: string,
    nominatorId: string,
    personId: string,
    today: string,
  ): Promise<readonly Exclude<Nominator, 'mentor'>[]>;
}
