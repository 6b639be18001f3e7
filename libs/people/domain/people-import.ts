/** What came of one kind of row in an import. */
export interface ImportCount {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** An import that was carried out, whole. */
export interface PeopleImport {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly importedAt: Date;
  readonly organisations: ImportCount;
  readonly persons: ImportCount;
  readonly menteeProfiles: ImportCount;
  readonly mentorProfiles: ImportCount;
  /** Requests for a mentor that were submitted because a mentee without one was in the file. */
  readonly requestsSubmitted: number;
  /** Professions whose headcount was set. */
  readonly headcounts: number;
  /** What is worth a look, one line each. */
  readonly notices: readonly string[];
}
