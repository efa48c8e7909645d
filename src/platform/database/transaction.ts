import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { Acting } from './acting.js';

/** A statement that each connection prepares once, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export interface OutgoingEvent {
  id: string;
  /** `module.noun.happened.v1` */
  type: string;
  /** The id of what it happened to; events of one subject are delivered in order. */
  subject: string;
  data: object;
}

/** The last statement of a command, sent together with COMMIT so that its locks are held for one round trip only. */
export interface LastStatement<T> {
  readonly statement: Statement;
  readonly values: readonly unknown[];
  readonly toResult: (rows: QueryResultRow[]) => T;
}

/** A running transaction: its ORM manager, its plain statements and its events. */
export class Transaction {
  constructor(
    readonly acting: Acting,
    readonly manager: EntityManager,
    private readonly client: PoolClient,
    /** The database's time of this transaction: the timestamp of record of all that it writes. */
    readonly startedAt: Promise<Date>,
  ) {}

  get organizationId(): string {
    return this.acting.organizationId;
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.manager.getRepository(entity);
  }

  async rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const result: QueryResult<Row> = await this.client.query({ ...statement, values: [...values] });
    return result.rows;
  }

  /** Text that differs from call to call (lists): not prepared. */
  async query<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const result: QueryResult<Row> = await this.client.query(text, [...values]);
    return result.rows;
  }

  /** Writes an event into the outbox; it leaves after the commit. */
  async publish(event: OutgoingEvent): Promise<void> {
    await this.rows(PUBLISH, [this.organizationId, event.id, event.type, event.subject, JSON.stringify(event.data)]);
  }
}

const PUBLISH: Statement = {
  name: 'publish_event',
  text: 'INSERT INTO platform.outbox_event (organization_id, id, type, subject, data) VALUES ($1, $2, $3, $4, $5)',
};
