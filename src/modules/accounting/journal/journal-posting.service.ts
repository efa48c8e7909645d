import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { Problem, ProblemError } from '#kernel/problem.js';
import { LegalEntities } from '#modules/administration/contract/legal-entities.js';
import type { Acting } from '#platform/database/acting.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { LedgerPosting, type PostedEntry, type PostingRequest } from '../contract/ledger-posting.js';
import { appendEntries } from './append-entries.js';
import type { BulkPostingView, BulkResultView } from './bulk-posting.dto.js';
import { ExternalIdsRepository } from './external-ids.repository.js';
import type { CreateJournalEntry, JournalEntryFields, JournalEntryView, PostJournalEntriesInBulk } from './journal-entries.dto.js';
import { viewOfPlanned } from './journal-entry-views.js';
import { type EntryPlan, planEntry } from './plan-entry.js';
import type { PlannedEntry, PostingRights } from './planned-entry.js';
import { PostingFactsRepository } from './posting-facts.repository.js';

const ACTION = accountingPermissions.postEntries.name;

/** Posts entries: by hand, in bulk, and for other modules. All ways share one plan and one statement. */
@Injectable()
export class JournalPostingService extends LedgerPosting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: PostingFactsRepository,
    private readonly externalIds: ExternalIdsRepository,
    private readonly legalEntities: LegalEntities,
  ) {
    super();
  }

  postByHand(body: CreateJournalEntry): Promise<JournalEntryView> {
    if (!body.post) throw refusal([{ pointer: '/post', code: 'post_required', message: 'Entries are posted at once: send post: true.' }]);
    return this.unitOfWork.runToLast(ACTION, async (transaction) => {
      const request = toRequest(body, await this.entityOf(body));
      const [plan] = await this.plan(transaction, [request], rightsOf(transaction.acting), () => '');
      const entry = planned([plan!])[0]!;
      const record = { actorId: transaction.acting.actorId, postedAt: await transaction.startedAt };
      return appendEntries([entry], transaction.acting, ([number]) => viewOfPlanned(entry, number!, record));
    });
  }

  postInBulk({ mode, entries }: PostJournalEntriesInBulk): Promise<BulkPostingView> {
    return this.unitOfWork.runToLast(ACTION, async (transaction) => {
      const entities = await Promise.all(entries.map((entry) => this.entityOf(entry)));
      const requests = entries.map((entry, index) => toRequest(entry, entities[index]!));
      const plans = await this.plan(transaction, requests, rightsOf(transaction.acting), (index) => `/entries/${index}`);
      const accepted = mode === 'atomic' ? planned(plans) : plans.flatMap((plan) => plan.entry ?? []);
      return appendEntries(accepted, transaction.acting, (numbers) => ({ mode, results: resultsOf(plans, numbers) }));
    });
  }

  override post(requests: readonly PostingRequest[]): Promise<PostedEntry[]> {
    return this.unitOfWork.runToLast(ACTION, async (transaction) => {
      // A module answers for what it posts; only people need the rights.
      const rights: PostingRights = { postToControlAccounts: true, passSoftClose: false };
      const entries = planned(await this.plan(transaction, requests, rights, (index) => `/entries/${index}`));
      return appendEntries(entries, transaction.acting, (numbers) =>
        entries.map(({ id, journal }, index) => ({ id, journalCode: journal.code, number: numbers[index]! })),
      );
    });
  }

  private async plan(
    transaction: Transaction,
    requests: readonly PostingRequest[],
    rights: PostingRights,
    pointerOf: (index: number) => string,
  ): Promise<EntryPlan[]> {
    const [facts, taken] = await Promise.all([
      this.facts.load(transaction, requests),
      this.externalIds.findTaken(transaction, requests),
    ]);
    return requests.map((request, index) => {
      const fault = taken.faultOf(request, pointerOf(index));
      return fault ? { errors: [fault] } : planEntry(request, newId(), facts, rights, pointerOf(index));
    });
  }

  private async entityOf(body: JournalEntryFields): Promise<string> {
    return body.legalEntityId?.toLowerCase() ?? this.legalEntities.onlyOne();
  }
}

function toRequest(body: JournalEntryFields, legalEntityId: string): PostingRequest {
  const lines = body.lines.map((line) => ({ ...line, accountId: line.accountId?.toLowerCase() }));
  return { ...body, legalEntityId, entryDate: body.entryDate as CalendarDate, lines };
}

export function rightsOf({ permissions }: Acting): PostingRights {
  return {
    postToControlAccounts: permissions.has(accountingPermissions.postToControlAccounts.name),
    passSoftClose: permissions.has(accountingPermissions.passSoftClose.name),
  };
}

/** All entries, or the refusal of those that cannot be posted. */
function planned(plans: readonly EntryPlan[]): PlannedEntry[] {
  const errors = plans.flatMap((plan) => plan.errors ?? []);
  if (errors.length > 0) throw refusal(errors);
  return plans.flatMap((plan) => plan.entry ?? []);
}

/** One problem for all that is wrong; a closed period or a taken key alone is a conflict, not a fault of the request. */
export function refusal(errors: ProblemError[]): Problem {
  const codes = new Set(errors.map((error) => error.code));
  const factory =
    codes.size > 1
      ? accountingProblems.entry_refused
      : codes.has('period_closed')
        ? accountingProblems.period_closed
        : codes.has('external_id_taken')
          ? accountingProblems.external_id_taken
          : accountingProblems.entry_refused;
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  return factory(detail, errors);
}

function resultsOf(plans: readonly EntryPlan[], numbers: readonly number[]): BulkResultView[] {
  let next = 0;
  return plans.map((plan, index) =>
    plan.entry
      ? {
          index,
          status: 'posted',
          id: plan.entry.id,
          journalCode: plan.entry.journal.code,
          number: numbers[next++]!,
          errors: [],
        }
      : { index, status: 'refused', id: null, journalCode: null, number: null, errors: plan.errors },
  );
}
