import { Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';

/** As much of the driver's connection as is needed to be rid of it. */
interface Connection {
  end(): Promise<void>;
}

/** A transaction that is under way. */
interface Underway {
  readonly manager: EntityManager;
  /** What is done at its end, in this order. */
  readonly atEnd: (() => Promise<void>)[];
}

/** The door of every repository to the database: within a transaction all of them write through the same connection. */
@Injectable()
export class Database extends Transaction {
  private readonly current = new AsyncLocalStorage<Underway>();

  constructor(private readonly source: DataSource) {
    super();
  }

  /** Reads and writes within the current transaction, or each statement on its own where there is none. */
  get manager(): EntityManager {
    return this.current.getStore()?.manager ?? this.source.manager;
  }

  override run<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.current.getStore() === undefined ? this.begin(work) : work();
  }

  /** The current transaction, for whoever gathers something for its end; undefined where there is none. */
  get transaction(): object | undefined {
    return this.current.getStore();
  }

  /**
   * Does something as the last thing of the current transaction, and if it fails the transaction does; at once where there
   * is none. For what everybody has to wait for: nobody is kept waiting longer than the commit takes.
   */
  async atEnd(work: () => Promise<void>): Promise<void> {
    const underway = this.current.getStore();
    if (underway === undefined) await work();
    else underway.atEnd.push(work);
  }

  private async begin<Result>(work: () => Promise<Result>): Promise<Result> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as Connection;
    try {
      await runner.startTransaction('READ COMMITTED');
      const underway: Underway = { manager: runner.manager, atEnd: [] };
      const result = await this.current.run(underway, async () => {
        const done = await work();
        for (const last of underway.atEnd) await last();
        return done;
      });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // Where even that gets no answer, nobody knows what the connection will do next: nobody else is to have it.
      await runner.rollbackTransaction().catch(() => client.end().catch(() => undefined));
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** The rows that a statement returns. Values stand beside it, never in it. */
  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const answer = await this.manager.query<Row[] | [changed: Row[], count: number]>(sql, [...values]);
    // For an update or a delete TypeORM puts beside the rows how many were touched. A row is never a list itself.
    const [first] = answer;
    return Array.isArray(first) ? first : (answer as Row[]);
  }
}
