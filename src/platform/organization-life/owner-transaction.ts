import pg from 'pg';
import { newId } from '#kernel/id.js';
import { SYSTEM_ACTOR } from '../database/acting.js';

export interface OwnersWork<T> {
  /** Of the owner of the database. */
  url: string;
  /** As the audit trail names it. */
  action: string;
  /** Whether what was done is kept. */
  isKept?: boolean;
  work: (client: pg.Client) => Promise<T>;
}

const OPEN = `
  SELECT set_config('bureau.action', $1, true), set_config('bureau.actor_id', $2, true),
         set_config('bureau.request_id', $3, true)`;

/** What the operator does: one transaction as the owner of the database, which row security does not bind. */
export async function asOwnerOfDatabase<T>({ url, action, isKept = true, work }: OwnersWork<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'bureau-operator' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(OPEN, [action, SYSTEM_ACTOR, newId()]);
    const result = await work(client);
    const { command } = await client.query(isKept ? 'COMMIT' : 'ROLLBACK');
    if (isKept && command !== 'COMMIT') throw new Error(`The transaction ended with ${command} instead of COMMIT.`);
    return result;
  } finally {
    // A transaction that is open still is taken back with its connection.
    await client.end();
  }
}
