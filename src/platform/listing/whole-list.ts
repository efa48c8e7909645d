import type { QueryResultRow } from 'pg';
import type { Transaction } from '#platform/database/transaction.js';

/** What a page asks for of the whole. */
export interface WholeQuery {
  text: string;
  parameters: readonly unknown[];
}

/**
 * The rows of a whole list, of one query that is planned and begun once: a cursor of the database gives them part by part,
 * each asked for while the one before is written.
 */
export class WholeList {
  /** Whether the query has been begun. */
  private isOpen = false;
  private ahead: Promise<QueryResultRow[]> = Promise.resolve([]);
  /** The row that the page before had beyond its last. */
  private kept: readonly QueryResultRow[] = [];

  /**
   * The rows of the next page, and one beyond it where there are more.
   *
   * @param query the same on each page: the first begins it
   */
  async next(transaction: Transaction, query: WholeQuery, limit: number): Promise<QueryResultRow[]> {
    if (!this.isOpen) this.open(transaction, query, limit);
    const fetched = await this.ahead;
    const rows = [...this.kept, ...fetched];
    const hasMore = rows.length > limit;
    this.kept = hasMore ? rows.slice(limit) : [];
    this.ahead = hasMore ? this.fetch(transaction, limit) : Promise.resolve([]);
    return rows;
  }

  private open(transaction: Transaction, { text, parameters }: WholeQuery, limit: number): void {
    this.isOpen = true;
    const opened = transaction.query(['DECLARE whole_list NO SCROLL CURSOR FOR', text].join(' '), parameters);
    const fetched = this.fetch(transaction, limit + 1);
    this.ahead = Promise.all([opened, fetched]).then(([, rows]) => rows);
    this.ahead.catch(() => undefined);
  }

  private fetch(transaction: Transaction, count: number): Promise<QueryResultRow[]> {
    const fetched = transaction.query(['FETCH', String(count), 'FROM whole_list'].join(' '), []);
    // Nobody may ask for it any more.
    fetched.catch(() => undefined);
    return fetched;
  }
}
