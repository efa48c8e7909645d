import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { BankRuleAction, MatchRule, RuleConditions, RulePosting } from './bank-match-rule.js';
import type { BankMatchRuleView, BankRulePosting } from './bank-match-rules.dto.js';
import { bankMatchRuleColumns } from './bank-match-rules.list.js';

interface RuleRow extends Omit<BankMatchRuleView, 'action' | 'createdAt' | 'updatedAt'> {
  kind: BankRuleAction;
  postings: BankRulePosting[];
  partyId: string | null;
  reason: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What of a rule people decide, with accounts by id. */
export interface RuleContent {
  name: string;
  priority: number;
  isAutomatic: boolean;
  conditions: RuleConditions;
  action: BankRuleAction;
  postings: readonly RulePosting[];
  partyId: string | null;
  reason: string | null;
  status: 'active' | 'inactive';
}

const FIND: Statement = {
  name: 'find_bank_match_rule',
  text: [
    'SELECT',
    bankMatchRuleColumns,
    'FROM accounting.bank_match_rule AS rule WHERE rule.organization_id = $1 AND rule.id = $2',
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_bank_match_rule',
  text: 'SELECT FROM accounting.bank_match_rule WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const CONTENT: Statement = {
  name: 'find_content_of_bank_match_rule',
  text: `
    SELECT name, priority, is_automatic AS "isAutomatic", conditions, action, postings, party_id AS "partyId", reason, status
    FROM accounting.bank_match_rule WHERE organization_id = $1 AND id = $2`,
};
const ACTIVE: Statement = {
  name: 'find_active_bank_match_rules',
  text: `
    SELECT id, version, is_automatic AS "isAutomatic", party_id AS "partyId", conditions
    FROM accounting.bank_match_rule
    WHERE organization_id = $1 AND legal_entity_id = $2 AND status = 'active'
      AND (bank_account_id IS NULL OR bank_account_id = $3)
    ORDER BY priority, id`,
};
const ACCOUNTS: Statement = {
  name: 'find_accounts_of_bank_match_rule',
  text: `
    SELECT id, code, control, is_group AS "isGroup", status = 'active' AS "isActive"
    FROM accounting.account WHERE organization_id = $1 AND legal_entity_id = $2 AND code = ANY ($3) FOR SHARE`,
};
const PARTY: Statement = {
  name: 'find_party_of_bank_match_rule',
  text: `
    SELECT coalesce(survivor_id, id) AS id FROM accounting.party
    WHERE organization_id = $1 AND legal_entity_id = $2 AND id = $3`,
};
const INSERT: Statement = {
  name: 'insert_bank_match_rule',
  text: `
    INSERT INTO accounting.bank_match_rule
      (organization_id, id, legal_entity_id, bank_account_id, name, priority, is_automatic, conditions, action, postings,
       party_id, reason, status)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};
const UPDATE: Statement = {
  name: 'update_bank_match_rule',
  text: `
    UPDATE accounting.bank_match_rule
    SET name = $3, priority = $4, is_automatic = $5, conditions = $6, action = $7, postings = $8, party_id = $9, reason = $10,
        status = $11, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

/** An account that a rule names. */
export interface RuleAccount {
  id: string;
  code: string;
  control: string;
  isGroup: boolean;
  isActive: boolean;
}

@Injectable()
export class BankMatchRulesRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<BankMatchRuleView>> {
    const rows = await request.rows<RuleRow>(transaction, {
      columns: bankMatchRuleColumns,
      from: 'accounting.bank_match_rule AS rule',
      where: 'rule.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<BankMatchRuleView> {
    const [row] = await transaction.rows<RuleRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no match rule ${id}.`);
    return viewOf(row);
  }

  /** The same, held until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<BankMatchRuleView> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  async content(transaction: Transaction, id: string): Promise<RuleContent> {
    return (await transaction.rows<RuleContent & object>(CONTENT, [transaction.organizationId, id]))[0]!;
  }

  /** Those for lines of a bank account, in the order in which they count. */
  active(transaction: Transaction, bank: { id: string; legalEntityId: string }): Promise<MatchRule[]> {
    return transaction.rows<MatchRule & object>(ACTIVE, [transaction.organizationId, bank.legalEntityId, bank.id]);
  }

  accounts(transaction: Transaction, legalEntityId: string, codes: readonly string[]): Promise<RuleAccount[]> {
    return transaction.rows<RuleAccount & object>(ACCOUNTS, [transaction.organizationId, legalEntityId, codes]);
  }

  /** The party, or the one that it lives on in. */
  async party(transaction: Transaction, legalEntityId: string, id: string): Promise<string | undefined> {
    const values = [transaction.organizationId, legalEntityId, id];
    return (await transaction.rows<{ id: string }>(PARTY, values))[0]?.id;
  }

  async insert(
    transaction: Transaction,
    key: { id: string; legalEntityId: string; bankAccountId: string | null },
    content: RuleContent,
  ): Promise<void> {
    const { status, ...rest } = content;
    const place = [transaction.organizationId, key.id, key.legalEntityId, key.bankAccountId];
    await transaction.rows(INSERT, [...place, ...valuesOf(rest), status]);
  }

  async update(transaction: Transaction, id: string, content: RuleContent): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, ...valuesOf(content), content.status]);
  }
}

function valuesOf(content: Omit<RuleContent, 'status'>): unknown[] {
  const { name, priority, isAutomatic, conditions, action, postings, partyId, reason } = content;
  return [name, priority, isAutomatic, JSON.stringify(conditions), action, JSON.stringify(postings), partyId, reason];
}

function viewOf(row: RuleRow): BankMatchRuleView {
  const { id, legalEntityId, bankAccountId, name, priority, isAutomatic, conditions, status, version } = row;
  const { kind, postings, partyId, reason } = row;
  const action = {
    kind,
    ...(postings.length > 0 && { postings }),
    ...(partyId !== null && { partyId }),
    ...(reason !== null && { reason }),
  };
  const key = { id, legalEntityId, bankAccountId, name, priority, isAutomatic };
  const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
  return { ...key, conditions, action, status, version, ...times };
}
