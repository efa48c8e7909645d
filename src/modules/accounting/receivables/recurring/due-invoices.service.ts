import { Injectable } from '@nestjs/common';
import { isRefusal, type Problem } from '#kernel/problem.js';
import { actAs, currentActing } from '#platform/database/acting.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { beginInParts, isAboutKey } from '#platform/idempotency/command-in-parts.js';
import { Notifications } from '#platform/notifications/notifications.service.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { recurrenceOf } from '../../schedules/recurring-state.js';
import { dueDate } from '../../schedules/recurrence.js';
import { receivablesEvents } from '../receivables.events.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { RecurringInvoiceMaking } from './recurring-invoice-making.service.js';
import { DueRun, type KeptDate } from './due-run.js';
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

  /** What one asks for: each date is a command of its own and keeps what came of it, so that the same again goes on there. */
  async run({ through: named, legalEntityId: wanted }: RunRecurringInvoices): Promise<RecurringInvoicesRunView> {
    const command = await beginInParts<KeptDate, RecurringInvoicesRunView>(this.unitOfWork, MOST_DATES_OF_RUN);
    if (command.answer) return command.answer;
    const { kept } = command;
    const scope = await this.unitOfWork.read(async (transaction) => ({
      through: kept[0]?.through ?? named ?? (await this.clock.today(transaction)),
      legalEntityId: wanted === undefined ? undefined : await this.legalEntity.resolve(wanted),
    }));
    const run = new DueRun(scope, ACTION, command, kept);
    const answer = await this.makeAll(run);
    // Then the dates that were done say all of it.
    if (run.isKept) {
      command.markReplayed();
      return answer;
    }
    const { results } = answer;
    // As with other requests, the answer to remember is that of something done: what was refused may be asked for again.
    if (results.length > 0 && results.every(({ outcome }) => outcome === 'refused')) return answer;
    return this.unitOfWork.run(ACTION, () => Promise.resolve(answer));
  }

  /** As the system, up to today. */
  async runDue(): Promise<RecurringInvoicesRunView> {
    const through = await this.unitOfWork.read((transaction) => this.clock.today(transaction));
    return this.makeAll(new DueRun({ through }, SYSTEM_ACTION));
  }

  private async makeAll(run: DueRun): Promise<RecurringInvoicesRunView> {
    const { scope, results } = run;
    const answer = (hasMore: boolean) => ({ through: scope.through, hasMore, results });
    // Where it broke off, further dates of the same may be due.
    if (run.last && !run.isKept && !(await this.makeDatesOf(run, run.last))) return answer(true);
    while (!run.isKept) {
      const page = await this.unitOfWork.read((transaction) =>
        this.recurring.findDue(transaction, scope, run.last, PAGE),
      );
      if (page.length === 0) break;
      for (const place of page) {
        if (run.isKept) break;
        if (!(await this.makeDatesOf(run, place))) return answer(true);
      }
    }
    return answer(false);
  }

  /** @returns false where the run is full */
  private async makeDatesOf(run: DueRun, place: DuePlace): Promise<boolean> {
    run.last = place;
    // What was refused waits for the next run.
    while (!run.isKept && !run.wasRefused(place)) {
      if (run.results.length === MOST_DATES_OF_RUN) return false;
      const result = await run.actAsNext(() => this.makeNext(run, place));
      if (result) run.results.push(result);
      if (!result) break;
    }
    return true;
  }

  /** The next date of one; undefined where none is due (any more). */
  private async makeNext(run: DueRun, place: DuePlace): Promise<DueInvoiceView | undefined> {
    const { action, scope } = run;
    try {
      const kept = await this.unitOfWork.run(action, async (transaction): Promise<KeptDate> => {
        const row = await this.recurring.hold(transaction, place.id);
        const result = isDue(row, scope.through) ? await this.making.make(transaction, row) : undefined;
        const isLast = run.isKeeping && !(await this.hasMore(transaction, scope, place));
        return run.keep(place, result, isLast);
      });
      return run.took(kept);
    } catch (error) {
      if (!isRefusal(error) || isAboutKey(error)) throw error;
      const alone = { ...currentActing(), idempotency: undefined };
      return actAs(alone, () =>
        this.unitOfWork.run(action, (transaction) => this.noteRefusal(transaction, place.id, scope.through, error)),
      );
    }
  }

  /** Whether anything is due behind the next date of the place, which was just done. */
  private async hasMore(transaction: Transaction, scope: DueScope, place: DuePlace): Promise<boolean> {
    if (isDue(await this.recurring.get(transaction, place.id), scope.through)) return true;
    return (await this.recurring.findDue(transaction, scope, place, 1)).length > 0;
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
