/** An employer or partner within a programme. */
export interface Organisation {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  /** 1 to 200 characters; no other organisation of the programme has it. */
  readonly name: string;
  /** Code of the Organisation Data Service, 3 to 6 capital letters and digits, where there is one. */
  readonly odsCode?: string;
  readonly version: number;
}
