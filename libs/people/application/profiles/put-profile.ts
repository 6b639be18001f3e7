import { Conflict, NotFound } from '@evenhand/kernel';

/** A port of either kind of profile, as far as keeping one needs it. */
interface Profiles<Profile> {
  add(profiles: readonly Profile[]): Promise<void>;
  save(profiles: readonly Profile[]): Promise<readonly Profile[]>;
  byPersonId(personId: string): Promise<Profile | undefined>;
}

/** A profile that was put where it belongs, and whether there was none before. */
export interface PutProfile<Profile> {
  readonly profile: Profile;
  readonly created: boolean;
}

/**
 * Adds a profile, or replaces the one that has the expected version.
 *
 * @param kind as a reader calls it: `mentee profile`
 * @throws NotFound, StaleVersion, Conflict `mentee-profile.exists` where no version is expected and there is one
 */
export async function putProfile<Profile extends { readonly personId: string; readonly version: number }>(
  profiles: Profiles<Profile>,
  kind: 'mentee profile' | 'mentor profile',
  profile: Profile,
  expectedVersion: number | undefined,
): Promise<PutProfile<Profile>> {
  const { personId } = profile;
  const before = await profiles.byPersonId(personId);
  if (expectedVersion === undefined) {
    if (before !== undefined) {
      throw new Conflict(
        `${kind.replace(' ', '-')}.exists`,
        `There is a ${kind} of ${personId}: say which version of it you replace.`,
      );
    }
    await profiles.add([profile]);
    return { profile, created: true };
  }
  if (before === undefined) {
    throw new NotFound(kind, personId);
  }
  const [saved] = await profiles.save([{ ...profile, version: expectedVersion }]);
  return { profile: saved!, created: false };
}
