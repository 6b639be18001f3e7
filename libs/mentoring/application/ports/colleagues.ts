import type { RegisteredPerson } from '@evenhand/people';

/** Whom somebody names: by id, or by the reference that their programme knows them by, such as a staff number. */
export type NamedColleague = { readonly personId: string } | { readonly reference: string };

/**
 * Finds somebody of a programme who may be a colleague, although whoever asks reaches only their own record. Who asks
 * makes sure that nothing of it is told but to a colleague.
 */
export abstract class Colleagues {
  abstract find(programmeId: string, named: NamedColleague): Promise<RegisteredPerson | undefined>;
}
