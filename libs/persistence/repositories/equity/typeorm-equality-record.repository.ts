import { type EqualityAnswers, type EqualityRecord, EqualityRecordRepository } from '@evenhand/equity';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';

interface StandingRow {
  readonly kind: 'consented' | 'objected';
  readonly since: Date;
  readonly answers: EqualityAnswers;
}

/** Keeps what people say of themselves in the schema `equality`, of which each reaches their own rows alone. */
@Injectable()
export class TypeormEqualityRecordRepository extends EqualityRecordRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async ofPerson(personId: string): Promise<EqualityRecord | undefined> {
    const [standing] = await this.database.query<StandingRow>(
      `select kind, since, (
        select coalesce(json_object_agg(question, answer order by question), '{}') from equality.answer
        where answer.person_id = standing.person_id) as answers
      from equality.standing where person_id = $1`,
      [personId],
    );
    if (standing?.kind !== 'objected') return standing;
    return { kind: standing.kind, since: standing.since };
  }

  override keep(personId: string, answers: EqualityAnswers, at: Date): Promise<boolean> {
    return this.database.run(async () => {
      const consented = await this.database.query(
        `insert into equality.standing (person_id, kind, since) values ($1, 'consented', $2)
        on conflict (person_id) do update set since = excluded.since where standing.kind = 'consented'
        returning person_id`,
        [personId, at],
      );
      if (consented.length === 0) return false;
      await this.database.query('delete from equality.answer where person_id = $1', [personId]);
      await this.database.query(
        `insert into equality.answer (person_id, question, answer)
        select $1, key, value from jsonb_each_text($2::jsonb)`,
        [personId, JSON.stringify(answers)],
      );
      return true;
    });
  }

  override async remove(personId: string): Promise<void> {
    await this.forget(personId, 'consented');
  }

  override object(personId: string, at: Date): Promise<void> {
    return this.database.run(async () => {
      await this.forget(personId, 'consented');
      await this.database.query(
        `insert into equality.standing (person_id, kind, since) values ($1, 'objected', $2)
        on conflict (person_id) do nothing`,
        [personId, at],
      );
    });
  }

  override async takeBackObjection(personId: string): Promise<void> {
    await this.forget(personId, 'objected');
  }

  /** Answers go with what they hang on. */
  private async forget(personId: string, kind: StandingRow['kind']): Promise<void> {
    await this.database.query('delete from equality.standing where person_id = $1 and kind = $2', [
      personId,
      kind,
    ]);
  }
}
