import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import { actAs, currentActing } from '#platform/database/acting.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { Notifications } from '#platform/notifications/notifications.service.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { recurrenceOf } from '../../schedules/recurring-state.js';
import { dueDate } from '../../schedules/recurrence.js';
import { receivablesEvents } from '../receivables.events.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { RecurringInvoiceMaking } from './recurring-invoice-making.service.js';
import { recurringInvoiceNotifications } from './recurring-invoices.notifications.js';
import {
  type DueInvoiceView,
  MOST_DATES_OF_RUN,
  type RecurringInvoiceRow,
  type RecurringInvoicesRunView,
  type RunRecurringInvoices,
} from './recurring-invoices.dto.js';
import { type DuePlace, type DueScope, RecurringInvoicesRepository } from './recurring-invoices.repository.js';

const ACTION = receivablesPermissions.issueSales.name;
const SYSTEM_ACTION = 'accounting.recurring_invoice.run';
const PAGE = 50;

/** Makes invoices of the dates that have come, each in a transaction of its own; a refused date holds back those after it. */
@Injectable()
export class DueInvoices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly legalEntity: NamedLegalEntity,
    private readonly recurring: RecurringInvoicesRepository,
    private readonly making: RecurringInvoiceMaking,
    private readonly notifications: Notifications,
  ) {}

  /** What one asks for: each date is a command of its own, the key of the request is that of the answer as a whole. */
  async run({ through: named, legalEntityId: wanted }: RunRecurringInvoices): Promise<RecurringInvoicesRunView> {
    const scope = await this.unitOfWork.read(async (transaction) => ({
      through: named ?? (await this.clock.today(transaction)),
      legalEntityId: wanted === undefined ? undefined : await this.legalEntity.resolve(wanted),
    }));
    const alone = { ...currentActing(), idempotency: undefined };
    const answer = await actAs(alone, () => this.makeAll(ACTION, scope));
    const { results } = answer;
    // As with other requests, the answer to remember is that of something done: what was refused may be asked for again.
    if (results.length > 0 && results.every(({ outcome }) => outcome === 'refused')) return answer;
    return this.unitOfWork.run(ACTION, () => Promise.resolve(answer));
  }

  /** As the system, up to today. */
  async runDue(): Promise<RecurringInvoicesRunView> {
    const through = await this.unitOfWork.read((transaction) => this.clock.today(transaction));
    return this.makeAll(SYSTEM_ACTION, { through });
  }

  private async makeAll(action: string, scope: DueScope): Promise<RecurringInvoicesRunView> {
    const { through } = scope;
    const results: DueInvoiceView[] = [];
    let last: DuePlace | undefined;
    for (;;) {
      const page = await this.unitOfWork.read((transaction) => this.recurring.findDue(transaction, scope, last, PAGE));
      if (page.length === 0) return { through, hasMore: false, results };
      for (const { id } of page) {
        for (;;) {
          if (results.length === MOST_DATES_OF_RUN) return { through, hasMore: true, results };
          const result = await this.makeNext(action, id, through);
          if (result) results.push(result);
          if (result?.outcome !== 'issued' && result?.outcome !== 'drafted') break;
        }
      }
      last = page.at(-1);
    }
  }

  /** The next date of one; undefined where none is due (any more). */
  private async makeNext(action: string, id: string, through: string): Promise<DueInvoiceView | undefined> {
    try {
      return await this.unitOfWork.run(action, async (transaction) => {
        const row = await this.recurring.hold(transaction, id);
        return isDue(row, through) ? this.making.make(transaction, row) : undefined;
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      return this.unitOfWork.run(action, (transaction) => this.noteRefusal(transaction, id, through, error));
    }
  }

  /** Why the date waits, on the recurring invoice; whoever answers for it is told when it is news. */
  private async noteRefusal(transaction: Transaction, id: string, through: string, problem: Problem) {
    const row = await this.recurring.hold(transaction, id);
    // Somebody else has done it, or changed what it says, meanwhile.
    if (!isDue(row, through)) return undefined;
    const { nextOn: dueOn, legalEntityId, partyId } = row;
    const code = problem.code;
    const detail = (problem.errors[0]?.message ?? problem.detail).slice(0, 1000);
    if (row.refusalCode !== code || row.refusal !== detail) {
      const refusedAt = await transaction.startedAt;
      await this.recurring.update(transaction, { ...row, refusalCode: code, refusal: detail, refusedAt });
      const data = { recurringInvoiceId: id, legalEntityId, partyId, dueOn, problemCode: code };
      await transaction.publish(receivablesEvents.recurringInvoiceRefused, id, data);
      const to = row.responsiblePersonId === null ? [] : [row.responsiblePersonId];
      const told = { to, subjectId: id, data: { dueOn, problemCode: code } };
      await this.notifications.notify(transaction, recurringInvoiceNotifications.refused, told);
    }
    const nothing = { documentId: null, number: null, draftId: null };
    const { errors } = problem;
    return { recurringId: id, dueOn, outcome: 'refused' as const, ...nothing, problemCode: code, detail, errors };
  }
}

function isDue(row: RecurringInvoiceRow, through: string): row is RecurringInvoiceRow & { nextOn: string } {
  const next = dueDate(recurrenceOf(row), row.passed);
  return row.status === 'active' && next !== undefined && next <= through;
}
