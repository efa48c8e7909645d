import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import {
  type AttachableRecord,
  AttachableSubjects,
  type Retention,
} from '#platform/files/attachments/attachable-subjects.js';
import { AttachmentsService } from '#platform/files/attachments/attachments.service.js';
import { RetentionClasses } from '#platform/files/attachments/retention-classes.js';
import { accountingPermissions } from '../accounting.permissions.js';

const ENTRY = 'journal_entry';
const DRAFT = 'journal_entry_draft';

/** What proves an entry is kept with the books. */
export const RECORDS = 'accounting_record';
/** Common in Europe, and not the law everywhere: organizations set their own. */
const STANDARD_YEARS = 10;

const YEAR_OF_ENTRY: Statement = {
  name: 'fiscal_year_of_entry',
  text: `
    SELECT y.ends_on FROM accounting.journal_entry e
    JOIN accounting.fiscal_year y ON y.organization_id = e.organization_id AND y.id = e.fiscal_year_id
    WHERE e.organization_id = $1 AND e.id = $2`,
};
const END_OF_YEAR: Statement = {
  name: 'end_of_fiscal_year',
  text: 'SELECT ends_on FROM accounting.fiscal_year WHERE organization_id = $1 AND id = $2',
};
/** Waits for a posting of the draft, and makes one wait. */
const HOLD_DRAFT: Statement = {
  name: 'hold_draft_for_attachment',
  text: `
    SELECT entry_id AS "entryId" FROM accounting.journal_entry_draft
    WHERE organization_id = $1 AND id = $2 FOR SHARE`,
};

/** Files that belong to journal entries and their drafts. */
@Injectable()
export class EntryAttachments implements OnModuleInit {
  constructor(
    private readonly subjects: AttachableSubjects,
    private readonly attachments: AttachmentsService,
    private readonly retention: RetentionClasses,
  ) {}

  onModuleInit(): void {
    this.retention.add(RECORDS, STANDARD_YEARS);
    const { readEntries, attachToEntries, manageDrafts } = accountingPermissions;
    this.subjects.add({ type: ENTRY, read: readEntries, attach: attachToEntries, find: findEntry });
    this.subjects.add({ type: DRAFT, read: manageDrafts, attach: manageDrafts, find: findDraft });
  }

  /** What is attached to a draft belongs to the entry from now on. */
  async carry(transaction: Transaction, draftId: string, entryId: string, fiscalYearId: string): Promise<void> {
    const old = { subjectType: DRAFT, subjectId: draftId };
    const next = { subjectType: ENTRY, subjectId: entryId };
    await this.attachments.carry(transaction, old, next, async () =>
      retentionOf(transaction, END_OF_YEAR, fiscalYearId),
    );
  }

  async release(transaction: Transaction, draftId: string): Promise<void> {
    await this.attachments.release(transaction, { subjectType: DRAFT, subjectId: draftId }, 'The draft was deleted');
  }
}

async function retentionOf(transaction: Transaction, statement: Statement, id: string): Promise<Retention | undefined> {
  const values = [transaction.organizationId, id];
  const [year] = await transaction.rows<{ ends_on: CalendarDate }>(statement, values);
  return year && { retentionClass: RECORDS, from: year.ends_on };
}

async function findEntry(transaction: Transaction, id: string): Promise<AttachableRecord | undefined> {
  const retention = await retentionOf(transaction, YEAR_OF_ENTRY, id);
  return retention && { retention };
}

async function findDraft(transaction: Transaction, id: string): Promise<AttachableRecord | undefined> {
  const values = [transaction.organizationId, id];
  const [draft] = await transaction.rows<{ entryId: string | null }>(HOLD_DRAFT, values);
  if (!draft) return undefined;
  if (draft.entryId === null) return {};
  return { refusal: `The draft was posted as the entry ${draft.entryId}: attach the file to that.` };
}
