/** What reports need to know of this installation. */
export abstract class ReportSettings {
  /** Days that what is over is kept on people; a whole number from 1 up. */
  abstract readonly closedRecordDays: number;
}
