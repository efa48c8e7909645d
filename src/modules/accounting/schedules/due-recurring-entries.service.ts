import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { requestOfContent } from '../drafts/draft-request.js';
import { JournalEntryDraftsRepository } from '../drafts/journal-entry-drafts.repository.js';
import { PostingPlanner } from '../journal/posting-planner.service.js';
import type { EntryTemplateView } from '../templates/entry-templates.dto.js';
import { EntryTemplatesRepository } from '../templates/entry-templates.repository.js';
import { fillTemplate } from '../templates/fill-template.js';
import type { DueOutcome, DueScope } from './due-outcome.js';
import { dueDate } from './recurrence.js';
import type { RecurringEntryRow } from './recurring-entries.dto.js';
import { RecurringEntriesRepository } from './recurring-entries.repository.js';
import { afterRun, recurrenceOf } from './recurring-state.js';

const PAGE = 50;

/** Carries out the dates of recurring entries that have come, of each in order: a refused one holds back those after it. */
@Injectable()
export class DueRecurringEntries {
  constructor(
    private readonly recurring: RecurringEntriesRepository,
    private readonly templates: EntryTemplatesRepository,
    private readonly drafts: JournalEntryDraftsRepository,
    private readonly planner: PostingPlanner,
  ) {}

  async *carryOut(transaction: Transaction, scope: DueScope): AsyncGenerator<DueOutcome> {
    let last: RecurringEntryRow | undefined;
    for (;;) {
      const page = await this.recurring.holdDue(transaction, scope, last, PAGE);
      if (page.length === 0) return;
      const ids = [...new Set(page.map(({ templateId }) => templateId))];
      const templates = new Map((await this.templates.getAll(transaction, ids)).map((one) => [one.id, one]));
      for (const row of page) yield* this.datesOf(transaction, row, templates.get(row.templateId)!, scope.through);
      last = page.at(-1);
    }
  }

  private async *datesOf(
    transaction: Transaction,
    row: RecurringEntryRow,
    template: EntryTemplateView,
    through: CalendarDate,
  ): AsyncGenerator<DueOutcome> {
    for (let passed = row.passed; ; passed += 1) {
      const dueOn = dueDate(recurrenceOf(row), passed);
      if (dueOn === undefined || dueOn > through) return;
      const outcome = await this.attempt(transaction, row, template, dueOn);
      yield outcome;
      if (outcome.result.status === 'refused') return;
    }
  }

  private async attempt(
    transaction: Transaction,
    row: RecurringEntryRow,
    template: EntryTemplateView,
    dueOn: CalendarDate,
  ): Promise<DueOutcome> {
    const result = { kind: 'recurring', id: row.id, dueOn, journalCode: null, number: null, errors: [] } as const;
    const refused = (errors: ProblemError[]): DueOutcome => ({
      recurring: row,
      result: { ...result, status: 'refused', entryId: null, draftId: null, errors },
    });
    if (template.status !== 'active') {
      const message = `The template ${template.code} is inactive.`;
      return refused([{ pointer: '', code: 'template_inactive', message }]);
    }
    const { content, errors } = fillTemplate(template, { entryDate: dueOn, amounts: row.amounts });
    if (errors) return refused(errors);
    if (row.mode === 'draft') {
      const id = newId();
      const draft = { id, content };
      return {
        recurring: row,
        draft,
        result: { ...result, status: 'drafted', entryId: null, draftId: id, errors: [] },
      };
    }
    const { request, lacking } = requestOfContent(row.legalEntityId, content);
    if (!request || lacking.length > 0) return refused(lacking);
    const rights = { postToControlAccounts: row.postsToControlAccounts, passSoftClose: false };
    const plan = await this.planner.examine(transaction, { request, rights, pointer: '' });
    if (!plan.entry) return refused(plan.errors);
    const { entry } = plan;
    const posted = { status: 'posted', entryId: entry.id, draftId: null, journalCode: entry.journal.code } as const;
    return { recurring: row, entry, result: { ...result, ...posted, errors: [] } };
  }

  /** Notes what became of the dates that the run took on, and goes on to the next ones. */
  async settle(transaction: Transaction, outcomes: readonly DueOutcome[]): Promise<void> {
    const byRow = new Map<RecurringEntryRow, DueOutcome[]>();
    for (const outcome of outcomes) {
      const { recurring, draft } = outcome;
      if (!recurring) continue;
      byRow.set(recurring, [...(byRow.get(recurring) ?? []), outcome]);
      const key = { legalEntityId: recurring.legalEntityId, copyOf: null };
      if (draft) await this.drafts.insert(transaction, { ...key, id: draft.id }, draft.content);
    }
    const done = outcomes.filter(({ recurring, result }) => recurring && result.status !== 'refused');
    await this.recurring.insertRuns(
      transaction,
      done.map(({ result: { id: recurringId, dueOn, entryId, draftId } }) => {
        return { id: newId(), recurringId, dueOn, entryId, draftId };
      }),
    );
    const now = await transaction.startedAt;
    const rows = [...byRow].flatMap(([row, ofRow]) => {
      const results = ofRow.map(({ result }) => result);
      return afterRun(row, results, now) ?? [];
    });
    await this.recurring.update(transaction, rows);
  }
}
