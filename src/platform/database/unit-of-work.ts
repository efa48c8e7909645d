import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { currentActing } from './acting.js';
import { isReplay, isTransient } from './database-errors.js';
import { type LastStatement, type Statement, Transaction } from './transaction.js';

const ATTEMPTS = 3;

const BEGIN_COMMAND: Statement = {
  name: 'begin_command',
  text: 'SELECT platform.begin_command($1, $2, $3, $4, $5, $6) AS started_at',
};
const BEGIN_QUERY: Statement = {
  name: 'begin_query',
  text: "SELECT set_config('bureau.organization_id', $1, true), now() AS started_at",
};
const REMEMBER_ANSWER: Statement = { name: 'remember_answer', text: 'SELECT platform.remember_answer($1, $2, $3, $4)' };
const STORED_ANSWER: Statement = {
  name: 'stored_answer',
  text: 'SELECT answer FROM platform.idempotency_record WHERE organization_id = $1 AND actor_id = $2 AND key = $3',
};

type Ending<T> = { result: T } | { last: LastStatement<T> };
type Opening = { begin: string; statement: Statement; values: unknown[] };

/**
 * The one way to the database. A command runs in one transaction together with its audit rows, events and the answer
 * kept under its idempotency key; what the caller sees and what the database holds cannot differ.
 */
@Injectable()
export class UnitOfWork {
  private readonly ambient = new AsyncLocalStorage<Transaction>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Runs a command. Calls inside a running one join it. The work touches nothing but the database: it is tried again
   * when PostgreSQL ends it for the sake of another transaction.
   *
   * @param action the permission-like name of what is done, kept in the audit trail
   */
  run<T>(action: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.command(action, async (transaction) => ({ result: await work(transaction) }));
  }

  /** Runs a command whose last statement leaves together with COMMIT. That statement keeps the answer itself. */
  runToLast<T>(action: string, work: (transaction: Transaction) => Promise<LastStatement<T>>): Promise<T> {
    return this.command(action, async (transaction) => ({ last: await work(transaction) }));
  }

  /** Runs a command and takes everything back: what `dryRun` answers. */
  async rehearse<T>(action: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const joined = this.ambient.getStore();
    if (joined) throw new Error('A dry run cannot be a part of a running command.');
    return this.transact(this.commandOpening(action, false), async (transaction) => ({ result: await work(transaction) }), 'ROLLBACK');
  }

  /** Reads in one snapshot; several statements see the same state. */
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const joined = this.ambient.getStore();
    if (joined) return work(joined);
    const opening: Opening = {
      begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
      statement: BEGIN_QUERY,
      values: [currentActing().organizationId],
    };
    return this.transact(opening, async (transaction) => ({ result: await work(transaction) }), 'COMMIT');
  }

  /** The running command's transaction. @throws Error outside of one: nothing is written but by a command. */
  get transaction(): Transaction {
    const transaction = this.ambient.getStore();
    if (!transaction) throw new Error('No command is running: writes happen inside UnitOfWork.run().');
    return transaction;
  }

  private async command<T>(action: string, work: (transaction: Transaction) => Promise<Ending<T>>): Promise<T> {
    const joined = this.ambient.getStore();
    if (joined) {
      const ending = await work(joined);
      if ('result' in ending) return ending.result;
      return ending.last.toResult(await joined.rows(ending.last.statement, ending.last.values));
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.transact(this.commandOpening(action, true), work, 'COMMIT');
      } catch (error) {
        if (isReplay(error)) return this.replay<T>();
        if (!isTransient(error) || attempt === ATTEMPTS) throw error;
        await sleep(Math.random() * 20 * attempt);
      }
    }
  }

  private commandOpening(action: string, withKey: boolean): Opening {
    const { organizationId, actorId, requestId, idempotency } = currentActing();
    const key = withKey ? idempotency : undefined;
    return {
      begin: 'BEGIN',
      statement: BEGIN_COMMAND,
      values: [organizationId, actorId, action, requestId, key?.key ?? null, key?.requestHash ?? null],
    };
  }

  private async replay<T>(): Promise<T> {
    const acting = currentActing();
    acting.replayed = true;
    const [stored] = await this.read((transaction) =>
      transaction.rows<{ answer: string }>(STORED_ANSWER, [acting.organizationId, acting.actorId, acting.idempotency?.key]),
    );
    return JSON.parse(stored!.answer) as T;
  }

  /** Opens a transaction, works in it and ends it. Opening and first statement share a round trip, so do last and COMMIT. */
  private async transact<T>(
    opening: Opening,
    work: (transaction: Transaction) => Promise<Ending<T>>,
    end: 'COMMIT' | 'ROLLBACK',
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      const begun = client.query(opening.begin);
      const opened = client.query<{ started_at: Date }>({ ...opening.statement, values: opening.values });
      // The ORM must not open a transaction of its own inside this one.
      markTransaction(runner, true);
      const startedAt = opened.then(({ rows }) => rows[0]!.started_at);
      startedAt.catch(() => undefined);
      const transaction = new Transaction(currentActing(), runner.manager, client, startedAt);
      const working = this.ambient.run(transaction, () => work(transaction));
      // Statements behind a refused opening fail as well; the opening's refusal is the one that tells why.
      const [, , ending] = await inOrder([begun, opened, working] as const);
      return end === 'COMMIT' ? await commit(client, transaction, ending) : await rollBack(client, ending);
    } catch (error) {
      await abandon(client);
      throw error;
    } finally {
      await finish(runner);
    }
  }
}

async function commit<T>(client: PoolClient, transaction: Transaction, ending: Ending<T>): Promise<T> {
  const { actorId, idempotency } = transaction.acting;
  if ('last' in ending) {
    const { statement, values, toResult } = ending.last;
    const sent = client.query<QueryResultRow>({ ...statement, values: [...values] });
    const [{ rows }, ended] = await inOrder([sent, client.query('COMMIT')] as const);
    assertCommitted(ended.command);
    return toResult(rows);
  }
  const { result } = ending;
  const remembered = idempotency
    ? client.query({
        ...REMEMBER_ANSWER,
        values: [actorId, idempotency.key, idempotency.requestHash, JSON.stringify(result ?? null)],
      })
    : undefined;
  const [, ended] = await inOrder([remembered, client.query('COMMIT')] as const);
  assertCommitted(ended.command);
  return result;
}

async function rollBack<T>(client: PoolClient, ending: Ending<T>): Promise<T> {
  const result = 'result' in ending ? ending.result : undefined;
  await client.query('ROLLBACK');
  return result as T;
}

/** PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK, and no error. */
function assertCommitted(command: string): void {
  if (command !== 'COMMIT') throw new Error(`The transaction ended with ${command} instead of COMMIT.`);
}

async function abandon(client: PoolClient): Promise<void> {
  // A lost connection has rolled back by itself.
  await client.query('ROLLBACK').catch(() => undefined);
}

function markTransaction(runner: QueryRunner, isActive: boolean): void {
  (runner as { isTransactionActive: boolean }).isTransactionActive = isActive;
}

async function finish(runner: QueryRunner): Promise<void> {
  markTransaction(runner, false);
  await runner.release();
}

/** Waits for all; the first failure in the given order wins, and none is left unhandled. */
async function inOrder<const T extends readonly unknown[]>(promises: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(promises);
  for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
  return settled.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as {
    -readonly [K in keyof T]: Awaited<T[K]>;
  };
}
