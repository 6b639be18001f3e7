/** A row of `workforce_baseline`: one part of the workforce, at its position in the file. */
export interface WorkforceBaselineRow {
  readonly programme_id: string;
  readonly position: number;
  readonly organisation_id: string | null;
  readonly profession: string;
  readonly grade: string | null;
  readonly stage: string | null;
  readonly people: number;
  /** The same in every part of a programme. */
  readonly version: number;
}

/** A row of `workforce_characteristic`. */
export interface WorkforceCharacteristicRow {
  readonly programme_id: string;
  readonly question: string;
  readonly answer: string;
  readonly people: number;
}
