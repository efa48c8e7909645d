import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { accountingEvents } from '../accounting.events.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { FiscalYear } from '../calendar/fiscal-year.entity.js';
import type { YearStatus } from '../calendar/fiscal-year-status.js';
import { appendCommand } from '../journal/append-entries.js';
import { holdBooks } from '../journal/hold-books.js';
import type { PlannedEntry } from '../journal/planned-entry.js';

const ACTION = accountingPermissions.closeYears.name;

/** What closing and reopening a fiscal year have in common. */
@Injectable()
export class FiscalYearChanges {
  /**
   * The year, while nobody else can change it or post to its books.
   *
   * @throws Problem not_found, precondition_failed, or fiscal_year_transition where it has that status already
   */
  async hold(
    transaction: Transaction,
    id: string,
    seenVersion: number | undefined,
    to: YearStatus,
  ): Promise<FiscalYear> {
    const { organizationId, manager } = transaction;
    const lock = { mode: 'pessimistic_write' } as const;
    const year = await manager.findOne(FiscalYear, { where: { organizationId, id }, lock });
    if (!year) throw platformProblems.not_found(`There is no fiscal year ${id}.`);
    if (seenVersion !== undefined) requireVersion(year.version, seenVersion);
    if (year.status === to) {
      const { startsOn, endsOn } = year;
      throw accountingProblems.fiscal_year_transition(`The fiscal year ${startsOn} to ${endsOn} is ${to} already.`);
    }
    await holdBooks(transaction, year.legalEntityId);
    return year;
  }

  async set(
    transaction: Transaction,
    year: FiscalYear,
    change: Pick<FiscalYear, 'status' | 'statusReason' | 'closingEntryId'>,
  ): Promise<void> {
    const { id, legalEntityId, startsOn, endsOn } = year;
    const closingEntryId = change.closingEntryId ?? year.closingEntryId;
    await transaction.manager.save(Object.assign(year, change));
    const { fiscalYearClosed, fiscalYearReopened } = accountingEvents;
    const happened = change.status === 'closed' ? fiscalYearClosed : fiscalYearReopened;
    await transaction.publish(happened, id, { fiscalYearId: id, legalEntityId, startsOn, endsOn, closingEntryId });
  }

  /** @returns the number that the entry got */
  async append(transaction: Transaction, entry: PlannedEntry): Promise<number> {
    // The answer to remember is that of the whole command, which this posting is a part of.
    const acting = { ...transaction.acting, idempotency: undefined };
    const entries = [entry];
    const append = appendCommand({ acting, action: ACTION, entries, answer: ([number]) => number! });
    return append.toResult(await transaction.rows(append.statement, append.values));
  }
}
