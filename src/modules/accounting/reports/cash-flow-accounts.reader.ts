import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { cashFlowSectionOf } from '../chart/cash-flow-section.js';
import type { FlowAccount } from './cash-flow-accounts.js';

const FLOW_ACCOUNTS: Statement = {
  name: 'accounts_of_cash_flows',
  text: `
    SELECT a.id, a.code, a.name, a.type, a.is_group AS "isGroup", a.parent_id AS "parentId", a.subtype, a.control,
           a.cash_flow_section AS "cashFlowSection",
           EXISTS (SELECT FROM accounting.posting_account p
                   WHERE p.organization_id = a.organization_id AND p.legal_entity_id = a.legal_entity_id AND p.account_id = a.id
                     AND p.purpose IN ('exchange_gains', 'exchange_losses', 'unrealised_exchange_gains',
                                       'unrealised_exchange_losses')) AS "takesExchangeDifferences"
    FROM accounting.account a
    WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND NOT a.is_group ORDER BY a.code COLLATE "C"`,
};

@Injectable()
export class CashFlowAccountsReader {
  /** All accounts of the legal entity that take postings, by code. */
  async read(transaction: Transaction, legalEntityId: string): Promise<FlowAccount[]> {
    const values = [transaction.organizationId, legalEntityId];
    const accounts = await transaction.rows<Omit<FlowAccount, 'section'> & object>(FLOW_ACCOUNTS, values);
    return accounts.map((account) => ({ ...account, section: cashFlowSectionOf(account) }));
  }
}
