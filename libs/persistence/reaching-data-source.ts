import { DataSource, type QueryRunner, type ReplicationMode } from 'typeorm';
import { RowReach } from './row-reach';

type Query = QueryRunner['query'];

/** As much of the driver's connection as is needed to be rid of it. */
interface Connection {
  end(): Promise<void>;
}

/** Statements about a transaction and not about rows. */
const OF_TRANSACTION = /^(?:START TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE SAVEPOINT)\b/;
/** What TypeORM says last before the first statement about rows. */
const LAST_OF_BEGINNING = /^SET TRANSACTION\b/;

/**
 * Connections that tell the database, before every statement, whose rows it may reach. Nothing that is written here or in
 * a repository can forget it: it is the only way to the database.
 */
export class ReachingDataSource extends DataSource {
  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const runner = super.createQueryRunner(mode);
    const plain: Query = runner.query.bind(runner);
    const within = inTransaction(plain);
    const alone = onItsOwn(plain, () => runner.connect() as Promise<Connection>);
    let before: Promise<unknown> = Promise.resolve();
    // One after the other, whatever is done at once: nothing comes between what is said of a statement and the statement.
    const query = (...statement: Parameters<Query>): Promise<unknown> => {
      const reach = RowReach.current();
      const answer = before.then(() =>
        runner.isTransactionActive ? within(reach, statement) : alone(reach, statement),
      );
      before = answer.catch(() => undefined);
      return answer;
    };
    return Object.assign(runner, { query: query as Query });
  }
}

/** Within a transaction the reach is told when it changes. */
function inTransaction(plain: Query) {
  let told: RowReach | undefined;
  return async (said: RowReach | undefined, statement: Parameters<Query>): Promise<unknown> => {
    const [sql] = statement;
    if (OF_TRANSACTION.test(sql)) {
      // What was told ends with the transaction, or is taken back with what came after a savepoint.
      told = undefined;
      return plain(...statement);
    }
    const reach = said ?? (told && RowReach.NOTHING);
    if (reach === told || reach === undefined) return plain(...statement);
    told = reach;
    if (LAST_OF_BEGINNING.test(sql)) return plain(`${sql}; ${reach.statement}`);
    await plain(reach.statement);
    return plain(...statement);
  };
}

/** Without a transaction each statement gets one of its own, which holds the reach no longer than the statement takes. */
function onItsOwn(plain: Query, connect: () => Promise<Connection>) {
  return async (reach: RowReach | undefined, statement: Parameters<Query>): Promise<unknown> => {
    if (reach === undefined) return plain(...statement);
    try {
      await plain(`START TRANSACTION; ${reach.statement}`);
      const answer: unknown = await plain(...statement);
      await plain('COMMIT');
      return answer;
    } catch (error) {
      await plain('ROLLBACK').catch(async () => (await connect()).end().catch(() => undefined));
      throw error;
    }
  };
}
