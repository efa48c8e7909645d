import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { actAs, type Acting, currentActing } from './acting.js';
import { databaseFailureOf } from '../http/sqlstate.js';
import { isReplay, isTransient } from './database-errors.js';
import { type Ending, type Opening, transact } from './transact.js';
import type { LastStatement, Statement, Transaction } from './transaction.js';

const ATTEMPTS = 3;

const logger = new Logger('Database');

const BEGIN_COMMAND: Statement = {
  name: 'begin_command',
  text: 'SELECT platform.begin_command($1, $2, $3, $4, $5, $6) AS started_at',
};
const BEGIN_COMMANDS: Statement = { name: 'begin_commands', text: 'SELECT * FROM platform.begin_commands($1, $2)' };
const BEGIN_QUERY: Statement = {
  name: 'begin_query',
  text: "SELECT set_config('bureau.organization_id', $1, true), now() AS started_at",
};
const ENTER_ORGANIZATION: Statement = {
  name: 'enter_organization',
  text: "SELECT set_config('bureau.organization_id', $1, true)",
};
const STORED_ANSWER: Statement = {
  name: 'stored_answer',
  text: 'SELECT answer FROM platform.idempotency_record WHERE organization_id = $1 AND actor_id = $2 AND key = $3',
};

/** What is known of a command's idempotency key when several commands share a transaction. */
export interface KeyOutcome extends QueryResultRow {
  outcome: 'new' | 'running' | 'answered' | 'reused';
  /** The answer that was given before, where there is one. */
  answer: string | null;
}

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

  /**
   * Runs commands of one organization in one transaction, each under its own key. The work learns what is known of the
   * keys, in the order of the commands, and ends with the statement that does and remembers what is new, if anything.
   */
  runTogether<T>(
    commands: readonly Acting[],
    work: (transaction: Transaction, outcomes: Promise<KeyOutcome[]>) => Promise<Ending<T>>,
  ): Promise<T> {
    const { organizationId, actorId, requestId, legalEntityIds } = commands[0]!;
    if (legalEntityIds && commands.length > 1)
      throw new Error('Who acts for some legal entities shares no transaction.');
    const keys = commands.map((command) => ({
      actor_id: command.actorId,
      key: command.idempotency?.key ?? null,
      request_hash: command.idempotency?.requestHash.toString('hex') ?? null,
    }));
    const opening: Opening = {
      name: 'commands',
      onBehalfOf: commands.map(({ span }) => span),
      // Nobody's permissions: the work asks those of each command.
      acting: { organizationId, actorId, requestId, permissions: new Set(), ...(legalEntityIds && { legalEntityIds }) },
      begin: 'BEGIN',
      statement: BEGIN_COMMANDS,
      values: [organizationId, JSON.stringify(keys)],
      end: 'COMMIT',
    };
    return withRetries(() =>
      transact(this.dataSource, opening, (transaction, opened) => work(transaction, opened as Promise<KeyOutcome[]>)),
    );
  }

  /**
   * Does a part of the running command as `acting` says: in an organization that the command makes. It is kept or taken back
   * with the rest, and so is the answer under the key of the command.
   */
  async runAs<T>(acting: Acting, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const running = this.ambient.getStore();
    if (!running) throw new Error('Only a running command acts in another organization.');
    const part = running.as(acting);
    await part.rows(ENTER_ORGANIZATION, [part.organizationId]);
    const result = await actAs(acting, () => this.ambient.run(part, () => work(part)));
    await part.endGathered();
    await running.rows(ENTER_ORGANIZATION, [running.organizationId]);
    return result;
  }

  /** Does a part of a transaction that serves several for one of them: what it calls joins, as of whom `acting` says. */
  onBehalfOf<T>(transaction: Transaction, acting: Acting, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const part = transaction.as(acting);
    return actAs(acting, () => this.ambient.run(part, () => work(part)));
  }

  /** Runs a command and takes everything back: what `dryRun` answers. */
  async rehearse<T>(action: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    if (this.ambient.getStore()) throw new Error('A dry run cannot be a part of a running command.');
    const opening: Opening = { ...commandOpening(action, false), end: 'ROLLBACK' };
    return this.within(opening, async (transaction) => ({ result: await work(transaction) }));
  }

  /** Reads in one snapshot; several statements see the same state. */
  async read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const joined = this.ambient.getStore();
    if (joined) return work(joined);
    const acting = currentActing();
    const opening: Opening = {
      name: 'read',
      acting,
      begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
      statement: BEGIN_QUERY,
      values: [acting.organizationId],
      end: 'READ',
    };
    return this.within(opening, async (transaction) => ({ result: await work(transaction) }));
  }

  private async command<T>(action: string, work: (transaction: Transaction) => Promise<Ending<T>>): Promise<T> {
    const joined = this.ambient.getStore();
    if (joined) {
      const ending = await work(joined);
      return 'result' in ending ? ending.result : ended(joined, ending.last);
    }
    try {
      return await withRetries(() => this.within(commandOpening(action, true), work));
    } catch (error) {
      if (isReplay(error)) return this.replay<T>();
      throw error;
    }
  }

  private within<T>(opening: Opening, work: (transaction: Transaction) => Promise<Ending<T>>): Promise<T> {
    return transact(this.dataSource, opening, (transaction) => this.ambient.run(transaction, () => work(transaction)));
  }

  private async replay<T>(): Promise<T> {
    const acting = currentActing();
    const [stored] = await this.read((transaction) =>
      transaction.rows<{ answer: string }>(STORED_ANSWER, [
        acting.organizationId,
        acting.actorId,
        acting.idempotency?.key,
      ]),
    );
    acting.replayed = true;
    return JSON.parse(stored!.answer) as T;
  }
}

/** Does what a command ends with where it does not end here. */
export async function ended<T>(transaction: Transaction, last: LastStatement<T>): Promise<T> {
  const { sent = [], statement, values, toResult } = last;
  const outcomes = Promise.all([...sent, transaction.rows(statement, values)]);
  return toResult((await outcomes).at(-1) as QueryResultRow[]);
}

function commandOpening(action: string, withKey: boolean): Opening {
  const acting = currentActing();
  const { organizationId, actorId, requestId, idempotency } = acting;
  const key = withKey ? idempotency : undefined;
  return {
    name: action,
    acting,
    begin: 'BEGIN',
    statement: BEGIN_COMMAND,
    values: [organizationId, actorId, action, requestId, key?.key ?? null, key?.requestHash ?? null],
    end: 'COMMIT',
  };
}

async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let number = 1; ; number++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isTransient(error) || number === ATTEMPTS) throw error;
      logger.log({ msg: 'A transaction is tried again', sqlstate: databaseFailureOf(error)?.code, attempt: number });
      await sleep(Math.random() * 20 * number);
    }
  }
}
