import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { EntryAttachments } from '../attachments/entry-attachments.js';
import { appendCommand } from '../journal/append-entries.js';
import type { EntryValidationView } from '../journal/entry-validation.dto.js';
import { validationOf } from '../journal/entry-validation.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { viewOfPlanned } from '../journal/journal-entry-views.js';
import type { EntryPlan } from '../journal/plan-entry.js';
import { PostingPlanner } from '../journal/posting-planner.service.js';
import { planned, refusal } from '../journal/posting-refusal.js';
import { rightsOf } from '../journal/posting-rights.js';
import { scheduleReversals } from '../journal/schedule-reversals.js';
import type { Transaction } from '#platform/database/transaction.js';
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
    private readonly attachments: EntryAttachments,
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
      requireVersion(draft.version, expectedVersion);
      const plan = await this.examine(transaction, draft);
      if (plan.errors) throw refusal(plan.errors);
      const [entry] = planned([plan]);
      await this.drafts.markPosted(transaction, id, entry!.id);
      await scheduleReversals(transaction, [entry!]);
      await this.attachments.carry(transaction, id, entry!.id, entry!.period.fiscalYearId);
      const { acting } = transaction;
      const record = { actorId: acting.actorId, postedAt: await transaction.startedAt };
      return appendCommand({
        acting,
        entries: [entry!],
        answer: ([number]) => viewOfPlanned(entry!, number!, record),
      });
    });
  }

  /** What the draft would be posted as, or everything that stands against it. */
  private async examine(transaction: Transaction, draft: JournalEntryDraftView): Promise<EntryPlan> {
    const { request, lacking } = requestOfDraft(draft);
    if (!request) return { errors: lacking };
    const plan = await this.planner.examine(transaction, {
      request,
      rights: rightsOf(transaction.acting),
      pointer: '',
    });
    return lacking.length === 0 ? plan : { errors: [...lacking, ...(plan.errors ?? [])] };
  }
}
