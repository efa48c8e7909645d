import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { AnnotatedSubjects } from '#platform/annotations/annotated-subjects.js';
import { AnnotationMoves } from '#platform/annotations/annotation-moves.service.js';
import { accountingPermissions } from '../accounting.permissions.js';

export const ENTRY = 'journal_entry';
export const DRAFT = 'journal_entry_draft';
export const ACCOUNT = 'account';
export const PERIOD = 'fiscal_period';

/** Nothing of the ledger goes away but drafts. */
const FIND_ENTRIES: Statement = {
  name: 'find_annotated_entries',
  text: 'SELECT id, NULL AS refusal FROM accounting.journal_entry WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
};
/** Waits for a posting of a draft, and makes one wait. */
const HOLD_DRAFTS: Statement = {
  name: 'hold_annotated_drafts',
  text: `
    SELECT id, 'The draft was posted as the entry ' || entry_id || ': add it to that.' AS refusal
    FROM accounting.journal_entry_draft WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
};
const FIND_ACCOUNTS: Statement = {
  name: 'find_annotated_accounts',
  text: 'SELECT id, NULL AS refusal FROM accounting.account WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
};
const FIND_PERIODS: Statement = {
  name: 'find_annotated_periods',
  text: 'SELECT id, NULL AS refusal FROM accounting.fiscal_period WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
};
/** By legal entity, as the key of external ids begins. */
const ENTRIES_WITH_EXTERNAL_ID: Statement = {
  name: 'entries_with_external_id',
  text: `
    SELECT e.id FROM administration.legal_entity l
    CROSS JOIN LATERAL (
      SELECT j.id FROM accounting.journal_entry j
      WHERE j.organization_id = l.organization_id AND j.legal_entity_id = l.id AND j.external_source = $2 AND j.external_id = $3
      OFFSET 0
    ) AS e
    WHERE l.organization_id = $1 ORDER BY e.id LIMIT 900`,
};

/** Tags, notes and external ids of what the ledger has. */
@Injectable()
export class AccountingSubjects implements OnModuleInit {
  constructor(
    private readonly subjects: AnnotatedSubjects,
    private readonly moves: AnnotationMoves,
  ) {}

  onModuleInit(): void {
    const { readEntries, readBooks } = accountingPermissions;
    const ownExternalIds = ENTRIES_WITH_EXTERNAL_ID;
    this.subjects.add({ type: ENTRY, read: readEntries, hold: FIND_ENTRIES, ownExternalIds });
    this.subjects.add({ type: DRAFT, read: readEntries, hold: HOLD_DRAFTS });
    this.subjects.add({ type: ACCOUNT, read: readBooks, hold: FIND_ACCOUNTS });
    this.subjects.add({ type: PERIOD, read: readBooks, hold: FIND_PERIODS });
  }

  /** What stands beside a draft stands beside the entry from now on. */
  async carry(transaction: Transaction, draftId: string, entryId: string): Promise<void> {
    const next = { subjectType: ENTRY, subjectId: entryId };
    await this.moves.carry(transaction, { subjectType: DRAFT, subjectId: draftId }, next);
  }

  async release(transaction: Transaction, draftId: string): Promise<void> {
    await this.moves.release(transaction, { subjectType: DRAFT, subjectId: draftId });
  }
}
