import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { DocumentDirection } from '../calculation/tax-document.js';
import type { TaxRuleRow } from './tax-rules.dto.js';
import { taxRuleColumns, taxRuleSource } from './tax-rules.list.js';

const FIND: Statement = {
  name: 'find_tax_rule',
  text: ['SELECT', taxRuleColumns, 'FROM', taxRuleSource, 'WHERE rule.organization_id = $1 AND rule.id = $2'].join(' '),
};
const FIND_ACTIVE: Statement = {
  name: 'find_active_tax_rules',
  text: [
    'SELECT',
    taxRuleColumns,
    'FROM',
    taxRuleSource,
    `WHERE rule.organization_id = $1 AND rule.legal_entity_id = $2 AND rule.direction = $3 AND rule.status = 'active'
       AND (rule.valid_from IS NULL OR rule.valid_from <= $4) AND (rule.valid_to IS NULL OR rule.valid_to >= $4)
     ORDER BY rule.priority`,
  ].join(' '),
};
const FIND_ALL_ACTIVE: Statement = {
  name: 'find_all_active_tax_rules',
  text: [
    'SELECT',
    taxRuleColumns,
    'FROM',
    taxRuleSource,
    "WHERE rule.organization_id = $1 AND rule.legal_entity_id = $2 AND rule.status = 'active'",
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_tax_rule',
  text: 'SELECT version FROM accounting.tax_rule WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const INSERT: Statement = {
  name: 'insert_tax_rule',
  text: `
    INSERT INTO accounting.tax_rule
      (organization_id, id, legal_entity_id, direction, name, priority, party_tax_class, item_tax_class, country,
       subdivision, valid_from, valid_to, tax_code_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};
const UPDATE: Statement = {
  name: 'update_tax_rule',
  text: `
    UPDATE accounting.tax_rule
    SET name = $3, priority = $4, party_tax_class = $5, item_tax_class = $6, country = $7, subdivision = $8,
        valid_from = $9, valid_to = $10, tax_code_id = $11, status = $12, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

type RuleValues = Omit<TaxRuleRow, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'taxCode' | 'status'>;

/** The rules by which lines get their tax codes. */
@Injectable()
export class TaxRulesRepository {
  async get(transaction: Transaction, id: string): Promise<TaxRuleRow> {
    const [row] = await transaction.rows<TaxRuleRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw noTaxRule(id);
    return row;
  }

  /** Those that count on the day, the first to be asked first. */
  active(
    transaction: Transaction,
    legalEntityId: string,
    direction: DocumentDirection,
    on: string,
  ): Promise<TaxRuleRow[]> {
    const values = [transaction.organizationId, legalEntityId, direction, on];
    return transaction.facts<TaxRuleRow & object>(FIND_ACTIVE, values);
  }

  /** Those of any day. */
  allActive(transaction: Transaction, legalEntityId: string): Promise<TaxRuleRow[]> {
    return transaction.rows<TaxRuleRow & object>(FIND_ALL_ACTIVE, [transaction.organizationId, legalEntityId]);
  }

  async hold(transaction: Transaction, id: string): Promise<number> {
    const [row] = await transaction.rows<{ version: number }>(HOLD, [transaction.organizationId, id]);
    if (!row) throw noTaxRule(id);
    return row.version;
  }

  async insert(transaction: Transaction, rule: RuleValues, taxCodeId: string): Promise<string> {
    const id = newId();
    const { legalEntityId, direction } = rule;
    const key = [transaction.organizationId, id, legalEntityId, direction];
    await transaction.rows(INSERT, [...key, ...contentOf(rule), taxCodeId]);
    return id;
  }

  async update(transaction: Transaction, rule: TaxRuleRow, taxCodeId: string): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, rule.id, ...contentOf(rule), taxCodeId, rule.status]);
  }
}

function contentOf(rule: RuleValues): unknown[] {
  const { name, priority, partyTaxClass, itemTaxClass, country, subdivision, validFrom, validTo } = rule;
  return [name, priority, partyTaxClass, itemTaxClass, country, subdivision, validFrom, validTo];
}

const noTaxRule = (id: string) => platformProblems.not_found(`There is no tax rule ${id}.`);
