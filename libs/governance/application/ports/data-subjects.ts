import type { DataSubject } from './personal-data-holder';

/** Knows who is who. */
export abstract class DataSubjects {
  /** A person of one programme; undefined where there is none. Who they are in other programmes is another matter. */
  abstract ofPerson(personId: string): Promise<DataSubject | undefined>;
}
