import type { Limits } from '@evenhand/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Columns of a query, by alias, that say whose a row is. */
interface BelongsTo {
  readonly programme: string;
  /** Of the people whose own it is. */
  readonly persons?: readonly string[];
}

/** Leaves of a list what somebody may read: of their programmes, and beside it what is their own. */
export function withinLimits<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  limits: Limits | undefined,
  { programme, persons = [] }: BelongsTo,
): SelectQueryBuilder<Row> {
  if (limits === undefined) {
    return query;
  }
  const reached = [
    `${programme} = any(:reachedProgrammes)`,
    ...persons.map((column) => `${column} = any(:reachedPersons)`),
  ];
  return query.andWhere(`(${reached.join(' or ')})`, {
    reachedProgrammes: limits.programmeIds,
    reachedPersons: limits.personIds,
  });
}
