import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnnotatedSubjects } from '#platform/annotations/annotated-subjects.js';
import type { Statement } from '#platform/database/transaction.js';
import { bankingPermissions } from './banking.permissions.js';

export const BANK_ACCOUNT = 'bank_account';
export const STATEMENT_LINE = 'bank_statement_line';

/** Bank accounts do not go away. */
const FIND_BANK_ACCOUNTS: Statement = {
  name: 'find_annotated_bank_accounts',
  text: 'SELECT id, NULL AS refusal FROM accounting.bank_account WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
};

/** Lines are facts that stay; one of an import that was undone is no longer there. */
const FIND_STATEMENT_LINES: Statement = {
  name: 'find_annotated_bank_statement_lines',
  text: `
    SELECT line_id AS id, NULL AS refusal FROM accounting.bank_statement_line_state
    WHERE organization_id = $1 AND line_id = ANY ($2::uuid[])`,
};

/** Tags, notes and external ids of bank accounts and of lines of their statements. */
@Injectable()
export class BankingSubjects implements OnModuleInit {
  constructor(private readonly subjects: AnnotatedSubjects) {}

  onModuleInit(): void {
    this.subjects.add({ type: BANK_ACCOUNT, read: bankingPermissions.readBanking, hold: FIND_BANK_ACCOUNTS });
    this.subjects.add({ type: STATEMENT_LINE, read: bankingPermissions.readBanking, hold: FIND_STATEMENT_LINES });
  }
}
