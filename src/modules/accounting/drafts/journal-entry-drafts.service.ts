import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { Approvals } from '#platform/approvals/approvals.service.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { ENTRY_APPROVAL } from '../accounting.approval-kinds.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { JournalEntriesRepository } from '../journal/journal-entries.repository.js';
import { BesideDraft } from './beside-draft.service.js';
import { copyOfEntry } from './copy-entry.js';
import { contentWith, emptyContent } from './draft-content.js';
import type {
  CopyJournalEntry,
  CreateJournalEntryDraft,
  JournalEntryDraftView,
  UpdateJournalEntryDraft,
} from './journal-entry-drafts.dto.js';
import { JournalEntryDraftsRepository } from './journal-entry-drafts.repository.js';

const MANAGE = accountingPermissions.manageDrafts.name;

/** Entries that are being written: kept as typed, whatever they lack. */
@Injectable()
export class JournalEntryDraftsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: JournalEntryDraftsRepository,
    private readonly entries: JournalEntriesRepository,
    private readonly legalEntity: NamedLegalEntity,
    private readonly beside: BesideDraft,
    private readonly approvals: Approvals,
  ) {}

  list(request: ListRequest): Promise<Page<JournalEntryDraftView>> {
    return this.unitOfWork.read((transaction) => this.drafts.list(transaction, request));
  }

  find(id: string): Promise<JournalEntryDraftView> {
    return this.unitOfWork.read((transaction) => this.drafts.get(transaction, id));
  }

  create({ legalEntityId: named, ...body }: CreateJournalEntryDraft): Promise<JournalEntryDraftView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      const key = { id: newId(), legalEntityId, copyOf: null };
      await this.drafts.insert(transaction, key, contentWith(emptyContent, body));
      return this.drafts.get(transaction, key.id);
    });
  }

  /**
   * Whoever was asked to approve it was asked about something else: the request is void.
   *
   * @throws Problem draft_posted
   */
  update(id: string, expectedVersion: number, body: UpdateJournalEntryDraft): Promise<JournalEntryDraftView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const asked = await this.approvals.holdPending(transaction, ENTRY_APPROVAL, id);
      const draft = await this.drafts.hold(transaction, id);
      requireUnposted(draft);
      requireVersion(draft.version, expectedVersion);
      if (asked) await this.approvals.void(transaction, asked, 'The draft was changed.');
      await this.drafts.update(transaction, id, contentWith(draft, body));
      return this.drafts.get(transaction, id);
    });
  }

  /** @throws Problem draft_posted */
  delete(id: string, expectedVersion: number): Promise<void> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const asked = await this.approvals.holdPending(transaction, ENTRY_APPROVAL, id);
      const draft = await this.drafts.hold(transaction, id);
      requireUnposted(draft);
      requireVersion(draft.version, expectedVersion);
      if (asked) await this.approvals.void(transaction, asked, 'The draft was deleted.');
      await this.beside.release(transaction, id);
      await this.drafts.delete(transaction, id);
    });
  }

  copy(entryId: string, { entryDate, description }: CopyJournalEntry): Promise<JournalEntryDraftView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const entry = await this.entries.get(transaction, entryId);
      const legalEntityId = await this.legalEntity.resolveActive(entry.legalEntityId, '');
      const key = { id: newId(), legalEntityId, copyOf: entry.id };
      await this.drafts.insert(transaction, key, copyOfEntry(entry, entryDate, description));
      return this.drafts.get(transaction, key.id);
    });
  }
}

/** A posted draft is answered as what it became, before its version is looked at. */
export function requireUnposted({ entryId }: JournalEntryDraftView): void {
  if (entryId === null) return;
  throw accountingProblems.draft_posted(`The draft was posted as the entry ${entryId} and never changes again.`);
}
