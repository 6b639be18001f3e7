import { type Authority, Forbidden, InputRefused, NotFound } from '@evenhand/kernel';

/**
 * The person who the caller is, in the programme that they name, or in the only one where they are anybody.
 *
 * @throws NotFound where they are nobody in that programme, Forbidden where they are nobody anywhere, InputRefused where
 *   they have to say which
 */
export function ownPerson({ reaches }: Authority, programmeId: string | undefined): string {
  const own = new Map(
    reaches.flatMap((reach) =>
      reach.programmeId === undefined || reach.personId === undefined
        ? []
        : [[reach.programmeId, reach.personId]],
    ),
  );
  if (programmeId === undefined && own.size > 1) {
    throw new InputRefused(['programme: you are somebody in several programmes; say in which']);
  }
  const personId = programmeId === undefined ? [...own.values()][0] : own.get(programmeId);
  if (personId === undefined) {
    throw programmeId === undefined
      ? new Forbidden('You are nobody in any programme, and so nothing is your own.')
      : new NotFound('programme', programmeId);
  }
  return personId;
}
