import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import { newId } from '#kernel/id.js';
import type { EventDeclaration } from '../events/event-declaration.js';
import type { Acting } from './acting.js';
import { isOfAborted } from './database-errors.js';
import { sendTogether } from './send-together.js';

/** A statement that each connection prepares once, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /**
   * Not prepared: the best plan depends on the values. After a few executions PostgreSQL plans a prepared statement for any
   * values, and an optional filter or the day of a report then costs as if nobody knew it.
   */
  readonly plan?: 'by values';
}

/** The last statement of a command, sent together with COMMIT so that its locks are held for one round trip only. */
export interface LastStatement<T> {
  /** Statements that were sent before it, in their order, and that nobody has waited for: each has to succeed. */
  readonly sent?: readonly Promise<unknown>[];
  readonly statement: Statement;
  readonly values: readonly unknown[];
  readonly toResult: (rows: QueryResultRow[]) => T;
}

/** Behind a statement that failed, all others of its transaction fail because of that: whoever asks is told the reason. */
class Failures {
  private first: unknown;

  async told<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      this.first ??= error;
      throw isOfAborted(error) ? this.first : error;
    }
  }
}

/** Something that is done once for all that a command did, as the last of it. */
export interface Gathering<Item> {
  atEnd(transaction: Transaction, gathered: readonly Item[]): Promise<void>;
}

/** What is shared by all who work in one transaction for one organization. */
class Shared {
  readonly gathered = new Map<Gathering<unknown>, unknown[]>();

  constructor(readonly failures = new Failures()) {}
}

/** A running transaction: its ORM manager, its plain statements and its events. */
export class Transaction {
  constructor(
    readonly acting: Acting,
    readonly manager: EntityManager,
    private readonly client: PoolClient,
    /** The database's time of this transaction: the timestamp of record of all that it writes. */
    readonly startedAt: Promise<Date>,
    private readonly known?: Map<string, Promise<QueryResultRow[]>>,
    private readonly shared = new Shared(),
  ) {}

  get organizationId(): string {
    return this.acting.organizationId;
  }

  /** The same transaction, for what is done as somebody else. */
  as(acting: Acting): Transaction {
    const isElsewhere = acting.organizationId !== this.organizationId;
    const shared = isElsewhere ? new Shared(this.shared.failures) : this.shared;
    return new Transaction(acting, this.manager, this.client, this.startedAt, this.known, shared);
  }

  /** The same transaction for work that reads facts and changes none: what others commit meanwhile is not seen. */
  askingOnce(): Transaction {
    return new Transaction(this.acting, this.manager, this.client, this.startedAt, new Map(), this.shared);
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.manager.getRepository(entity);
  }

  async rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    sendTogether(this.client);
    const { name, text, plan } = statement;
    const prepared = plan === 'by values' ? { text } : { name, text };
    return this.shared.failures.told(this.client.query<Row>({ ...prepared, values: [...values] }).then(rowsOf));
  }

  /**
   * The same for facts that others decide. Where the command changes none of them (`askingOnce`), each is asked for once,
   * whoever needs it again.
   */
  facts<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    if (!this.known) return this.rows(statement, values);
    const key = JSON.stringify([statement.name, values]);
    const asked = this.known.get(key) ?? this.rows(statement, values);
    this.known.set(key, asked);
    return asked as Promise<Row[]>;
  }

  /** Text that differs from call to call (lists): not prepared. */
  async query<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.shared.failures.told(this.client.query<Row>(text, [...values]).then(rowsOf));
  }

  /** Keeps items for what is done with all of them at once, when everything else of the command is done. */
  gather<Item>(gathering: Gathering<Item>, items: readonly Item[]): void {
    const key = gathering as Gathering<unknown>;
    const gathered = this.shared.gathered.get(key) ?? [];
    gathered.push(...items);
    this.shared.gathered.set(key, gathered);
  }

  get hasGathered(): boolean {
    return this.shared.gathered.size > 0;
  }

  /** Does what waits for the end. */
  async endGathered(): Promise<void> {
    const { gathered } = this.shared;
    for (const [gathering, items] of gathered) {
      gathered.delete(gathering);
      await gathering.atEnd(this, items);
    }
  }

  /**
   * Writes an event into the outbox; it leaves after the commit.
   *
   * @param subject the id of what it happened to; events of one subject are delivered in order
   * @returns the id of the event
   */
  async publish<Data extends object>(
    { type }: EventDeclaration<Data>,
    subject: string,
    data: NoInfer<Data>,
  ): Promise<string> {
    const id = newId();
    await this.rows(PUBLISH, [this.organizationId, id, type, subject, JSON.stringify(data)]);
    return id;
  }

  /** The same for many, in one statement. */
  async publishAll<Data extends object>(
    { type }: EventDeclaration<Data>,
    events: readonly { subject: string; data: NoInfer<Data> }[],
  ): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map(({ subject, data }) => ({ id: newId(), subject, data }));
    await this.rows(PUBLISH_ALL, [this.organizationId, type, JSON.stringify(rows)]);
  }
}

/**
 * Takes the rows out of the driver's result. What refers to results lives on until old memory is collected: rows of a long file
 * would pile up there, long after they were sent.
 */
function rowsOf<Row extends QueryResultRow>(result: QueryResult<Row>): Row[] {
  const { rows } = result;
  result.rows = [];
  return rows;
}

const PUBLISH: Statement = {
  name: 'publish_event',
  text: 'INSERT INTO platform.outbox_event (organization_id, id, type, subject, data) VALUES ($1, $2, $3, $4, $5)',
};
const PUBLISH_ALL: Statement = {
  name: 'publish_events',
  text: `
    INSERT INTO platform.outbox_event (organization_id, id, type, subject, data)
    SELECT $1, e.id, $2, e.subject, e.data FROM json_to_recordset($3::json) AS e (id uuid, subject text, data jsonb)`,
};
