import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { ControlAccount } from './plan-open-items.js';

const FIND: Statement = {
  name: 'find_control_accounts',
  text: `
    SELECT id, code, control FROM accounting.account
    WHERE organization_id = $1 AND legal_entity_id = $2 AND control IN ('receivable', 'payable') ORDER BY code`,
};

/** The accounts of books that control what parties owe and are owed. */
@Injectable()
export class ControlAccountsRepository {
  find(transaction: Transaction, legalEntityId: string): Promise<ControlAccount[]> {
    return transaction.rows<ControlAccount & object>(FIND, [transaction.organizationId, legalEntityId]);
  }
}
