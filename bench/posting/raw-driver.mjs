import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { newId } from '../../dist/src/kernel/id.js';
import { entriesOf } from './workload.mjs';

const POST_ENTRY = {
  name: 'post_entry',
  text: 'SELECT bench.post_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) AS number',
};
const POST_ENTRIES = {
  name: 'post_entries',
  text: 'SELECT bench.post_entries($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) AS number',
};
const requestHash = randomBytes(32);

/** Posts by the plain driver: each command is one call of one function, and thereby one transaction. */
export class RawDriver {
  /** @param {{ ownerUrl: string, poolSize: number, books: import('./books.mjs').Books, answers: { single: string, bulk: string } }} options */
  constructor({ ownerUrl, poolSize, books, answers }) {
    Object.assign(this, { ownerUrl, poolSize, books, answers });
  }

  /**
   * @param {import('./series.mjs').Series} series
   * @returns {Promise<{ calls: ((command: number) => Promise<number[]>)[], close: () => Promise<void> | void }>}
   *   one call for each client; it answers the numbers that a command was given
   */
  async open({ clients, entities, size }) {
    const connections = Math.min(clients, this.poolSize);
    const pool = new pg.Pool({ connectionString: this.ownerUrl, max: connections, idleTimeoutMillis: 0 });
    const connected = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
    for (const client of connected) client.release();
    const call = (command) => this.post(pool, command, { entity: command % entities, size });
    return { calls: Array.from({ length: clients }, () => call), close: () => pool.end() };
  }

  async post(pool, command, { entity, size }) {
    const { organizationId, actorId, entities } = this.books;
    const { id, journalId, fiscalYearId, periodId, accountIds } = entities[entity];
    const entries = entriesOf(command, size);
    const columns = [
      entries.map(() => newId()),
      entries.map(({ entryDate }) => entryDate),
      entries.map(({ description }) => description),
      entries.map(({ debited }) => accountIds[debited]),
      entries.map(({ credited }) => accountIds[credited]),
      entries.map(({ amount }) => amount),
    ];
    const answer = size === 1 ? this.answers.single : this.answers.bulk;
    const where = [organizationId, id, journalId, fiscalYearId, periodId, actorId];
    const what = size === 1 ? columns.map(([value]) => value) : columns;
    const values = [...where, ...what, newId(), requestHash, answer];
    const { rows } = await pool.query({ ...(size === 1 ? POST_ENTRY : POST_ENTRIES), values });
    const last = rows[0].number;
    return Array.from({ length: size }, (_, offset) => last - size + 1 + offset);
  }
}
