/** Whom somebody puts forward: by id, or by the reference that their programme knows them by. */
export type Nominee = { readonly personId: string } | { readonly reference: string };

/** Knows who can be put forward, for nominators, who see of others in the programme nothing else. */
export abstract class Nominees {
  /** The id of the active person of the programme who is meant; undefined where there is none. */
  abstract find(programmeId: string, nominee: Nominee): Promise<string | undefined>;
}
