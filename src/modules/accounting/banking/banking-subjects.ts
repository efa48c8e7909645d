import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnnotatedSubjects } from '#platform/annotations/annotated-subjects.js';
import type { Statement } from '#platform/database/transaction.js';
import { bankingPermissions } from './banking.permissions.js';

export const BANK_ACCOUNT = 'bank_account';

/** Bank accounts do not go away. */
const FIND_BANK_ACCOUNTS: Statement = {
  name: 'find_annotated_bank_accounts',
  text: 'SELECT id, NULL AS refusal FROM accounting.bank_account WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
};

/** Tags, notes and external ids of bank accounts. */
@Injectable()
export class BankingSubjects implements OnModuleInit {
  constructor(private readonly subjects: AnnotatedSubjects) {}

  onModuleInit(): void {
    this.subjects.add({ type: BANK_ACCOUNT, read: bankingPermissions.readBanking, hold: FIND_BANK_ACCOUNTS });
  }
}
