import type { Authority } from '@evenhand/kernel';

/** Who look into talent pools anyway, and so may read how many people in them are ready, however few. */
const LOOK_INTO_POOLS = ['coordinator', 'talent_board'];

/** Whether somebody is told of people who are ready, as it stands now. Others read of them in what is published of the plan. */
export function seesReadyPeople({ reaches }: Authority, programmeId: string): boolean {
  return reaches.some(
    (reach) =>
      reach.personId === undefined &&
      (reach.programmeId === undefined || reach.programmeId === programmeId) &&
      LOOK_INTO_POOLS.includes(reach.role),
  );
}
