import type { DomainError } from '@evenhand/kernel';
import { QueryFailedError } from 'typeorm';

/**
 * What the database refused, by the name of the constraint or the code of our own: the refusal that it stands for. An id is
 * told where a refusal of our own names one: what a constraint found is not told of rows that are locked.
 */
export type Refusals = Readonly<Record<string, (id: string) => DomainError>>;

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Does the work, and says in words of the field what the database refuses. */
export async function refusing<Result>(refusals: Refusals, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof QueryFailedError) {
      const { constraint, code, detail } = error.driverError as Refused;
      const refusal = refusals[constraint ?? ''] ?? refusals[code ?? ''];
      if (refusal !== undefined) {
        throw refusal(UUID.exec(detail ?? '')?.[0] ?? '');
      }
    }
    throw error;
  }
}

/** What PostgreSQL says of a statement that it refused. */
interface Refused {
  readonly constraint?: string;
  readonly code?: string;
  readonly detail?: string;
}
