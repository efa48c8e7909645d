import { Injectable } from '@nestjs/common';
import { Approvals } from '#platform/approvals/approvals.service.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { ENTRY_APPROVAL } from '../accounting.approval-kinds.js';
import { appendTaxed } from '../journal/append-taxed-entries.js';
import { EntryTaxes } from '../journal/entry-taxes.js';
import type { EntryValidationView } from '../journal/entry-validation.dto.js';
import { validationOf } from '../journal/entry-validation.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { viewOfPlanned } from '../journal/journal-entry-views.js';
import type { EntryPlan } from '../journal/plan-entry.js';
import type { PlannedEntry, PostingRights } from '../journal/planned-entry.js';
import { PostingPlanner, type PostingWish } from '../journal/posting-planner.service.js';
import { planned } from '../journal/posting-refusal.js';
import { rightsOf } from '../journal/posting-rights.js';
import { scheduleReversals } from '../journal/schedule-reversals.js';
import type { Transaction } from '#platform/database/transaction.js';
import { BesideDraft } from './beside-draft.service.js';
import { requestOfDraft } from './draft-request.js';
import type { JournalEntryDraftView } from './journal-entry-drafts.dto.js';
import { JournalEntryDraftsRepository } from './journal-entry-drafts.repository.js';
import { requireUnposted } from './journal-entry-drafts.service.js';

/** Proves drafts, and posts them: each once. */
@Injectable()
export class DraftPostingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: JournalEntryDraftsRepository,
    private readonly planner: PostingPlanner,
    private readonly beside: BesideDraft,
    private readonly approvals: Approvals,
    private readonly entryTaxes: EntryTaxes,
  ) {}

  /** @throws Problem draft_posted */
  validate(id: string): Promise<EntryValidationView> {
    return this.unitOfWork.read(async (transaction) => {
      const draft = await this.drafts.get(transaction, id);
      requireUnposted(draft);
      return validationOf(await this.examine(transaction, draft));
    });
  }

  /** @throws Problem draft_posted, or the refusal of the entry with pointers into the draft */
  post(id: string, expectedVersion: number): Promise<JournalEntryView> {
    return this.unitOfWork.runToLast(accountingPermissions.postEntries.name, async (transaction) => {
      const draft = await this.drafts.hold(transaction, id);
      requireUnposted(draft);
      await this.approvals.requireNotPending(transaction, ENTRY_APPROVAL, id);
      requireVersion(draft.version, expectedVersion);
      const [entry] = planned([await this.examine(transaction, draft)]);
      await this.settle(transaction, id, entry!);
      const { acting } = transaction;
      const record = { actorId: acting.actorId, postedAt: await transaction.startedAt };
      return appendTaxed(transaction, this.entryTaxes, {
        acting,
        entries: [entry!],
        answer: ([number]) => viewOfPlanned(entry!, number!, record),
      });
    });
  }

  /**
   * What would be posted by an approval, while nobody else can change the draft.
   *
   * @throws Problem not_found, draft_posted, or the refusal of the entry with pointers into the draft
   */
  async holdForApproval(transaction: Transaction, id: string, rights: PostingRights): Promise<PlannedEntry> {
    const draft = await this.drafts.hold(transaction, id);
    requireUnposted(draft);
    return planned([await this.examine(transaction, draft, { rights, isApproved: true })])[0]!;
  }

  /** Posts it under this id, within the command that approved it. */
  async postApproved(transaction: Transaction, id: string, rights: PostingRights, entryId: string): Promise<void> {
    const entry = { ...(await this.holdForApproval(transaction, id, rights)), id: entryId };
    await this.settle(transaction, id, entry);
    // The answer to remember is that of the whole command, which this posting is a part of.
    const acting = { ...transaction.acting, idempotency: undefined };
    const command = { acting, entries: [entry], answer: () => undefined };
    const { statement, values } = await appendTaxed(transaction, this.entryTaxes, command);
    await transaction.rows(statement, values);
  }

  /** What belongs to the draft goes on with the entry. */
  private async settle(transaction: Transaction, id: string, entry: PlannedEntry): Promise<void> {
    await this.drafts.markPosted(transaction, id, entry.id);
    await scheduleReversals(transaction, [entry]);
    await this.beside.carry(transaction, id, entry);
  }

  /** What the draft would be posted as, or everything that stands against it. */
  private async examine(
    transaction: Transaction,
    draft: JournalEntryDraftView,
    wish: Pick<PostingWish, 'rights' | 'isApproved'> = { rights: rightsOf(transaction.acting) },
  ): Promise<EntryPlan> {
    const { request, lacking } = requestOfDraft(draft);
    if (!request) return { errors: lacking };
    const plan = await this.planner.examine(transaction, { ...wish, request, pointer: '' });
    return lacking.length === 0 ? plan : { errors: [...lacking, ...(plan.errors ?? [])] };
  }
}
