/** A post or an opportunity that names professions, and so may keep others out. */
export interface NamedProfessions {
  readonly kind: 'critical_post' | 'opportunity';
  readonly state: 'open' | 'filled' | 'closed';
  /** UUID. */
  readonly id: string;
  readonly title: string;
  readonly organisationId?: string;
  /** Codes of the professions that it names; at least one. */
  readonly professions: readonly string[];
  /** Why it names them, in its owner's words. */
  readonly reason: string;
}

/** Finds what names professions, wherever it is kept. */
export abstract class ProfessionsNamed {
  /** Of what is or was open in a programme: posts before opportunities, each by title. @param today `YYYY-MM-DD` */
  abstract inProgramme(programmeId: string, today: string): Promise<readonly NamedProfessions[]>;
}
