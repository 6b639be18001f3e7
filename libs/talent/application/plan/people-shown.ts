import type { Authority } from '@evenhand/kernel';

/** Who look into talent pools anyway, and so may read how many people in them are ready, however few. */
const LOOK_INTO_POOLS = ['coordinator', 'talent_board'];

/** Who keep the plan, and so write down how many people were let go to posts elsewhere, from where and to where. */
const KEEP_THE_PLAN = ['talent_board'];

/** Whether somebody is told of people who are ready, as it stands now. Others read of them in what is published of the plan. */
export function seesReadyPeople(authority: Authority, programmeId: string): boolean {
  return reachesAs(authority, programmeId, LOOK_INTO_POOLS);
}

/** The same of people let go to posts elsewhere. */
export function seesPeopleLetGo(authority: Authority, programmeId: string): boolean {
  return reachesAs(authority, programmeId, KEEP_THE_PLAN);
}

function reachesAs({ reaches }: Authority, programmeId: string, roles: readonly string[]): boolean {
  return reaches.some(
    (reach) =>
      reach.personId === undefined &&
      (reach.programmeId === undefined || reach.programmeId === programmeId) &&
      roles.includes(reach.role),
  );
}
