import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type ApprovableSubject,
  ApprovableSubjects,
  type ApprovedRequest,
  type Asked,
  type SubmittedSubject,
} from '#platform/approvals/approvable-subjects.js';
import type { Transaction } from '#platform/database/transaction.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { DraftPostingService } from '../drafts/draft-posting.service.js';
import { linesOfPlanned, taxesOfPlanned } from '../journal/journal-entry-views.js';
import type { PlannedEntry, PostingRights } from '../journal/planned-entry.js';
import { rightsOf } from '../journal/posting-rights.js';
import { ENTRY_APPROVAL } from '../accounting.approval-kinds.js';

/** Drafts of entries that are posted by their approval. */
@Injectable()
export class EntryApprovals implements OnModuleInit {
  constructor(
    private readonly subjects: ApprovableSubjects,
    private readonly posting: DraftPostingService,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  onModuleInit(): void {
    const subject: ApprovableSubject = {
      kind: ENTRY_APPROVAL,
      words: 'a journal entry',
      title: { en: 'Journal entry', de: 'Buchung' },
      submit: accountingPermissions.manageDrafts,
      hasAmount: true,
      makesResult: true,
      needsReason: false,
      requireLegalEntity: async (id) => void (await this.legalEntity.resolve(id)),
      load: (transaction, id, asked) => this.load(transaction, id, asked),
      release: (transaction, request) => this.release(transaction, request),
    };
    this.subjects.add(subject);
  }

  /** The entry as the ledger would take it from the maker: approvers pass on no rights of theirs, and need none. */
  private async load(transaction: Transaction, id: string, { context }: Asked): Promise<SubmittedSubject> {
    const rights = context === undefined ? rightsOf(transaction.acting) : rightsIn(context);
    const entry = await this.posting.holdForApproval(transaction, id, rights);
    const { postToControlAccounts, passSoftClose } = rights;
    return {
      title: `Entry of ${entry.entryDate}: ${entry.description}`.slice(0, 500),
      amount: entry.total.toFixed(entry.functionalCurrency.minorUnits),
      currency: entry.functionalCurrency.code,
      legalEntityId: entry.legalEntityId,
      content: contentOf(entry),
      recordType: 'accounting.journal_entry_draft',
      context: { postToControlAccounts, passSoftClose },
    };
  }

  private async release(transaction: Transaction, { subjectId, context, resultId }: ApprovedRequest): Promise<void> {
    await this.posting.postApproved(transaction, subjectId, rightsIn(context), resultId!);
  }
}

const rightsIn = (context: ApprovedRequest['context']): PostingRights => ({
  postToControlAccounts: context.postToControlAccounts === true,
  passSoftClose: context.passSoftClose === true,
});

/** All that the entry will say, but its number: accounts, amounts and rates as they are posted. */
function contentOf(entry: PlannedEntry): SubmittedSubject['content'] {
  return {
    legalEntityId: entry.legalEntityId,
    journalCode: entry.journal.code,
    entryDate: entry.entryDate,
    adjustment: entry.period.isAdjustment,
    kind: entry.kind,
    description: entry.description,
    reference: entry.reference,
    externalSource: entry.externalSource,
    externalId: entry.externalId,
    functionalCurrency: entry.functionalCurrency.code,
    total: entry.total.toFixed(entry.functionalCurrency.minorUnits),
    softCloseReason: entry.softCloseReason,
    reversesOn: entry.reversesOn,
    lines: linesOfPlanned(entry).map(({ dimensions, ...line }) => ({
      ...line,
      dimensions: dimensions.map((dimension) => ({ ...dimension })),
    })),
    ...(entry.taxes.length === 0 ? {} : { taxes: taxesOfPlanned(entry).map((tax) => ({ ...tax })) }),
  };
}
