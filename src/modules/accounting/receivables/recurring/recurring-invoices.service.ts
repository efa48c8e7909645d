import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../../accounting.problems.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { nextDates, passedBefore } from '../../schedules/recurrence.js';
import type { RecurringPreviewView, ResumeRecurringEntry } from '../../schedules/recurring-entries.dto.js';
import { recurrenceOf, standing } from '../../schedules/recurring-state.js';
import { scheduleFaults } from '../../schedules/schedule-faults.js';
import { refuseSale } from '../documents/sales-faults.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { contentFields } from './content-fields.js';
import { contentOfDate, contentSaid, type DatedContent } from './content-of-date.js';
import { RecurringContent } from './recurring-content.service.js';
import type {
  CreateRecurringInvoice,
  RecurringInvoiceRow,
  RecurringInvoiceRunView,
  RecurringInvoiceView,
  UpdateRecurringInvoice,
} from './recurring-invoices.dto.js';
import { RecurringInvoicesRepository, viewOf } from './recurring-invoices.repository.js';

const ACTION = receivablesPermissions.issueSales.name;

/** Invoices that come back: set up, changed, paused, ended and looked ahead. Runs make them. */
@Injectable()
export class RecurringInvoicesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recurring: RecurringInvoicesRepository,
    private readonly legalEntity: NamedLegalEntity,
    private readonly content: RecurringContent,
    private readonly clock: OrganizationClock,
  ) {}

  list(request: ListRequest): Promise<Page<RecurringInvoiceView>> {
    return this.unitOfWork.read((transaction) => this.recurring.list(transaction, request));
  }

  listRuns(request: ListRequest): Promise<Page<RecurringInvoiceRunView>> {
    return this.unitOfWork.read((transaction) => this.recurring.listRuns(transaction, request));
  }

  find(id: string): Promise<RecurringInvoiceView> {
    return this.unitOfWork.read((transaction) => this.view(transaction, id));
  }

  preview(id: string, count: number): Promise<RecurringPreviewView> {
    return this.unitOfWork.read(async (transaction) => {
      const row = await this.recurring.get(transaction, id);
      return { dates: row.status === 'ended' ? [] : nextDates(recurrenceOf(row), row.passed, count) };
    });
  }

  /** @throws Problem recurrence_refused, sales_document_refused, tax_calculation_refused, posting_account_missing */
  create(body: CreateRecurringInvoice): Promise<RecurringInvoiceView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
      const id = newId();
      await this.setUp(transaction, { id, legalEntityId, passed: 0 }, body);
      return this.view(transaction, id);
    });
  }

  /**
   * Within the running command, with dates behind it that were invoiced elsewhere.
   *
   * @throws Problem as `create`
   */
  async setUp(
    transaction: Transaction,
    { id, legalEntityId, passed }: { id: string; legalEntityId: string; passed: number },
    body: CreateRecurringInvoice,
  ): Promise<void> {
    const { name, mode, dating = 'due_date', frequency, startsOn } = body;
    const { monthEnd = false, endsOn = null, occurrences = null } = body;
    const said = { name, mode, dating, frequency, startsOn, monthEnd, endsOn, occurrences };
    const content = { content: contentFields(body), contentPassed: passed };
    const fields = { ...said, ...content, ...standing(said, passed, 'active') };
    await this.requireRight(transaction, legalEntityId, fields);
    const row = { ...fields, id, legalEntityId, partyId: body.partyId, ...responsible(transaction) };
    await this.recurring.insert(transaction, row);
  }

  /** What was made stays; the changed content is that of all dates to come. Whoever changes it answers for it. */
  update(id: string, expectedVersion: number, body: UpdateRecurringInvoice): Promise<RecurringInvoiceView> {
    return this.change(id, expectedVersion, async (row, transaction) => {
      const { name = row.name, mode = row.mode, dating = row.dating } = body;
      const { endsOn = row.endsOn, occurrences = row.occurrences } = body;
      const { content, contentPassed } = contentSaid(row, body);
      const said = {
        ...row,
        name,
        mode,
        dating,
        endsOn,
        occurrences,
        content,
        contentPassed,
        partyId: content.partyId,
      };
      const changed = { ...said, ...standing(said, row.passed, row.status) };
      await this.requireRight(transaction, row.legalEntityId, changed);
      return { ...changed, ...responsible(transaction) };
    });
  }

  pause(id: string, expectedVersion: number): Promise<RecurringInvoiceView> {
    return this.change(id, expectedVersion, (row) => ({ ...row, status: 'paused' }));
  }

  resume(id: string, expectedVersion: number, { missed }: ResumeRecurringEntry): Promise<RecurringInvoiceView> {
    return this.change(id, expectedVersion, async (row, transaction) => {
      if (missed === 'catch_up') return { ...row, status: 'active' };
      const passed = passedBefore(recurrenceOf(row), row.passed, await this.clock.today(transaction));
      return { ...row, ...standing(row, passed, 'active') };
    });
  }

  end(id: string, expectedVersion: number): Promise<RecurringInvoiceView> {
    return this.change(id, expectedVersion, (row) => ({ ...row, status: 'ended', nextOn: null }));
  }

  /** @throws Problem schedule_settled where it has ended */
  private change(
    id: string,
    expectedVersion: number,
    decide: (row: RecurringInvoiceRow, transaction: Transaction) => RecurringInvoiceRow | Promise<RecurringInvoiceRow>,
  ): Promise<RecurringInvoiceView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const row = await this.recurring.hold(transaction, id);
      if (row.status === 'ended') {
        throw accountingProblems.schedule_settled('The recurring invoice has ended; set up another one.');
      }
      requireVersion(row.version, expectedVersion);
      // What was refused is looked at anew.
      const changed = { ...(await decide(row, transaction)), refusalCode: null, refusal: null, refusedAt: null };
      await this.recurring.update(transaction, changed);
      return this.view(transaction, id);
    });
  }

  /** Schedule and content are such that the next date can be invoiced, as far as can be known now. */
  private async requireRight(
    transaction: Transaction,
    legalEntityId: string,
    fields: Parameters<typeof scheduleFaults>[0] & DatedContent & { nextOn: CalendarDate | null },
  ): Promise<void> {
    const faults = scheduleFaults(fields);
    if (faults.length > 0) throw refusal(faults);
    const { content, faults: ofServices } = contentOfDate(fields);
    refuseSale(ofServices);
    const wanted = { ...content, issuedOn: fields.nextOn ?? fields.startsOn };
    await this.content.requireRight(transaction, legalEntityId, wanted);
  }

  private async view(transaction: Transaction, id: string): Promise<RecurringInvoiceView> {
    return viewOf(await this.recurring.get(transaction, id));
  }
}

/** Who answers for what is made of it from now on. */
const responsible = ({ acting: { actorId, personId } }: Transaction) => ({
  responsibleId: actorId,
  responsiblePersonId: personId ?? null,
});

function refusal(errors: ProblemError[]) {
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  return accountingProblems.recurrence_refused(detail, errors);
}
