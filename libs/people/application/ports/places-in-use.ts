/** How many places of its mentors a programme uses. The context that keeps proposals answers this. */
export abstract class PlacesInUse {
  /** Places in use by person id of the mentor, 1 or more each: mentors without any are left out. */
  abstract ofProgramme(programmeId: string): Promise<ReadonlyMap<string, number>>;
}
