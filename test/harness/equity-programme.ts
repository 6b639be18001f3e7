import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A programme of invented people to be written by the database. */
interface InventedProgramme {
  readonly programmeId: string;
  readonly people: number;
  readonly organisations: number;
  /** `YYYY-MM-DD` */
  readonly lastDay: string;
}

type Statements = readonly (readonly [sql: string, values?: unknown[]])[];

/** The statements by which the bench fills a programme: people who asked, were matched and met over two years. */
export const { programmeStatements } = createRequire(__filename)(
  join(__dirname, '..', 'bench', 'instances', 'equity-programme.cjs'),
) as { readonly programmeStatements: (of: InventedProgramme) => Statements };
