import type { EqualityAnswers, EqualityRecord } from '../../domain/answers/equality-record';

/** Keeps what people said of themselves. Nobody reads another person's, through whatever. */
export abstract class EqualityRecordRepository {
  abstract ofPerson(personId: string): Promise<EqualityRecord | undefined>;
  /** In place of all answers before. @returns false where the person objects, and nothing is kept */
  abstract keep(personId: string, answers: EqualityAnswers, at: Date): Promise<boolean>;
  /** Removes every answer and the consent; an objection stays. */
  abstract remove(personId: string): Promise<void>;
  /** Removes every answer and keeps that the person objects, since then or before. */
  abstract object(personId: string, at: Date): Promise<void>;
  abstract takeBackObjection(personId: string): Promise<void>;
}
