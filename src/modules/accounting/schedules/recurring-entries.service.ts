import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { rightsOf } from '../journal/posting-rights.js';
import { EntryTemplatesRepository } from '../templates/entry-templates.repository.js';
import { amountFaults } from '../templates/fill-template.js';
import { nextDates, passedBefore } from './recurrence.js';
import {
  type CreateRecurringEntry,
  type RecurringEntryRow,
  RecurringEntryView,
  type RecurringPreviewView,
  type RecurringRunView,
  type ResumeRecurringEntry,
  type UpdateRecurringEntry,
} from './recurring-entries.dto.js';
import { RecurringEntriesRepository } from './recurring-entries.repository.js';
import { recurrenceOf, standing } from './recurring-state.js';
import { scheduleFaults } from './schedule-faults.js';

const ACTION = accountingPermissions.postEntries.name;

/** Entries that come back: set up, paused, ended and looked ahead. Runs carry them out. */
@Injectable()
export class RecurringEntriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recurring: RecurringEntriesRepository,
    private readonly templates: EntryTemplatesRepository,
    private readonly clock: OrganizationClock,
  ) {}

  list(request: ListRequest): Promise<Page<RecurringEntryView>> {
    return this.unitOfWork.read((transaction) => this.recurring.list(transaction, request));
  }

  listRuns(request: ListRequest): Promise<Page<RecurringRunView>> {
    return this.unitOfWork.read((transaction) => this.recurring.listRuns(transaction, request));
  }

  find(id: string): Promise<RecurringEntryView> {
    return this.unitOfWork.read((transaction) => this.view(transaction, id));
  }

  preview(id: string, count: number): Promise<RecurringPreviewView> {
    return this.unitOfWork.read(async (transaction) => {
      const row = await this.recurring.get(transaction, id);
      const dates = row.status === 'ended' ? [] : nextDates(recurrenceOf(row), row.passed, count);
      return { dates };
    });
  }

  /** @throws Problem recurrence_refused */
  create({ templateId, ...body }: CreateRecurringEntry): Promise<RecurringEntryView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const [template] = await this.templates.getAll(transaction, [templateId]);
      if (!template) throw refusal([unknownTemplate(templateId)]);
      const { monthEnd = false, endsOn = null, occurrences = null, amounts = [] } = body;
      const fields = { ...body, monthEnd, endsOn, occurrences, amounts };
      const start = { ...fields, ...standing(fields, 0, 'active') };
      requireNone([...scheduleFaults(start), ...amountFaults(template, amounts)]);
      const key = { id: newId(), templateId: template.id, legalEntityId: template.legalEntityId };
      const { postToControlAccounts } = rightsOf(transaction.acting);
      await this.recurring.insert(transaction, { ...start, ...key, postsToControlAccounts: postToControlAccounts });
      return this.view(transaction, key.id);
    });
  }

  /** Whoever changes what is posted answers for it: the rights are those of the last who did. */
  update(id: string, expectedVersion: number, body: UpdateRecurringEntry): Promise<RecurringEntryView> {
    return this.change(id, expectedVersion, async (row, transaction) => {
      const fields = { ...row, ...body };
      const { postToControlAccounts: postsToControlAccounts } = rightsOf(transaction.acting);
      const template = await this.templates.get(transaction, row.templateId);
      requireNone([...scheduleFaults(fields), ...amountFaults(template, fields.amounts)]);
      return { ...fields, postsToControlAccounts, ...standing(fields, row.passed, row.status) };
    });
  }

  pause(id: string, expectedVersion: number): Promise<RecurringEntryView> {
    return this.change(id, expectedVersion, (row) => ({ ...row, status: 'paused' }));
  }

  resume(id: string, expectedVersion: number, { missed }: ResumeRecurringEntry): Promise<RecurringEntryView> {
    return this.change(id, expectedVersion, async (row, transaction) => {
      if (missed === 'catch_up') return { ...row, status: 'active' };
      const passed = passedBefore(recurrenceOf(row), row.passed, await this.clock.today(transaction));
      return { ...row, ...standing(row, passed, 'active') };
    });
  }

  end(id: string, expectedVersion: number): Promise<RecurringEntryView> {
    return this.change(id, expectedVersion, (row) => ({ ...row, status: 'ended', nextOn: null }));
  }

  /** @throws Problem schedule_settled where it has ended */
  private change(
    id: string,
    expectedVersion: number,
    decide: (row: RecurringEntryRow, transaction: Transaction) => RecurringEntryRow | Promise<RecurringEntryRow>,
  ): Promise<RecurringEntryView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const row = await this.recurring.hold(transaction, id);
      if (row.status === 'ended') {
        throw accountingProblems.schedule_settled('The recurring entry has ended; set up another one.');
      }
      requireVersion(row.version, expectedVersion);
      // What was refused is looked at anew.
      const changed = { ...(await decide(row, transaction)), refusalCode: null, refusal: null, refusedAt: null };
      await this.recurring.update(transaction, [changed]);
      return this.view(transaction, id);
    });
  }

  private async view(transaction: Transaction, id: string): Promise<RecurringEntryView> {
    return RecurringEntryView.from(await this.recurring.get(transaction, id));
  }
}

const unknownTemplate = (id: string): ProblemError => ({
  pointer: '/templateId',
  code: 'unknown_template',
  message: `There is no entry template ${id}.`,
});

function requireNone(errors: ProblemError[]): void {
  if (errors.length > 0) throw refusal(errors);
}

function refusal(errors: ProblemError[]) {
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  return accountingProblems.recurrence_refused(detail, errors);
}
