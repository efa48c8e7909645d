import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ActiveStatus } from '../../chart/account-type.js';
import type { TaxCodeContent, TaxCodeNames, TaxCodeRow, TaxPart, TaxRateRow } from './tax-code.js';
import { taxCodeColumns, taxCodeSource } from './tax-codes.list.js';

const FIND: Statement = {
  name: 'find_tax_code',
  text: ['SELECT', taxCodeColumns, 'FROM', taxCodeSource, 'WHERE tax.organization_id = $1 AND tax.id = $2'].join(' '),
};
const FIND_BY_CODE: Statement = {
  name: 'find_tax_codes_by_code',
  text: [
    'SELECT',
    taxCodeColumns,
    'FROM',
    taxCodeSource,
    'WHERE tax.organization_id = $1 AND tax.legal_entity_id = $2 AND tax.code = ANY ($3)',
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_tax_code',
  text: 'SELECT version FROM accounting.tax_code WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
/** Held, so that they stay active until the code names them. */
const HOLD_ACCOUNTS: Statement = {
  name: 'hold_tax_accounts',
  text: `
    SELECT a.id, a.code, a.is_group AS "isGroup", a.status, a.control FROM accounting.account a
    WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.code = ANY ($3) ORDER BY a.id FOR SHARE`,
};
const INSERT: Statement = {
  name: 'insert_tax_code',
  text: `
    INSERT INTO accounting.tax_code
      (organization_id, id, legal_entity_id, code, name, description, printed_label, country, is_group, applies_to, kind,
       category, computation, is_reverse_charge, is_cash_basis, recoverable_share, exemption_code, exemption_text,
       output_account_id, input_account_id, cash_basis_account_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
};
const INSERT_COMPONENTS: Statement = {
  name: 'insert_tax_code_components',
  text: `
    INSERT INTO accounting.tax_code_component
      (organization_id, legal_entity_id, tax_code_id, id, position, component_id, on_top_of)
    SELECT $1, $2, $3, part.id, part.position, code.id, part.on_top_of::integer[]
    FROM unnest($4::uuid[], $5::integer[], $6::text[], $7::text[]) AS part (id, position, code, on_top_of)
    JOIN accounting.tax_code AS code
      ON code.organization_id = $1 AND code.legal_entity_id = $2 AND code.code = part.code`,
};
const UPDATE: Statement = {
  name: 'update_tax_code',
  text: `
    UPDATE accounting.tax_code
    SET name = $3, description = $4, printed_label = $5, recoverable_share = $6, exemption_code = $7,
        exemption_text = $8, output_account_id = $9, input_account_id = $10, cash_basis_account_id = $11, status = $12,
        version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const INSERT_RATES: Statement = {
  name: 'insert_tax_rates',
  text: `
    INSERT INTO accounting.tax_rate
      (organization_id, legal_entity_id, tax_code_id, id, valid_from, valid_to, rate, currency)
    SELECT $1, $2, $3, r.id, r.valid_from, r.valid_to, r.rate, r.currency
    FROM unnest($4::uuid[], $5::date[], $6::date[], $7::numeric[], $8::text[])
      AS r (id, valid_from, valid_to, rate, currency)`,
};

const HAS_DEFERRED_TAX: Statement = {
  name: 'tax_code_has_deferred_tax',
  text: `
    SELECT EXISTS (SELECT FROM accounting.tax_line
                   WHERE organization_id = $1 AND tax_code_id = $2 AND is_deferred) AS "isUsed"`,
};

export interface TaxAccount {
  id: string;
  code: string;
  isGroup: boolean;
  status: ActiveStatus;
  control: string;
}

/** Ids of the accounts that a tax code names. */
export interface TaxAccountIds {
  output: string | null;
  input: string | null;
  cashBasis: string | null;
}

export type NewTaxRate = Omit<TaxRateRow, 'id'>;

/** Tax codes with their parts and rates. */
@Injectable()
export class TaxCodesRepository {
  async get(transaction: Transaction, id: string): Promise<TaxCodeRow> {
    const [row] = await transaction.rows<TaxCodeRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw noTaxCode(id);
    return row;
  }

  async byCode(
    transaction: Transaction,
    legalEntityId: string,
    codes: readonly string[],
  ): Promise<Map<string, TaxCodeRow>> {
    if (codes.length === 0) return new Map();
    const values = [transaction.organizationId, legalEntityId, codes];
    const rows = await transaction.facts<TaxCodeRow & object>(FIND_BY_CODE, values);
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** Its version; nobody else changes it until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<number> {
    const [row] = await transaction.rows<{ version: number }>(HOLD, [transaction.organizationId, id]);
    if (!row) throw noTaxCode(id);
    return row.version;
  }

  async accounts(
    transaction: Transaction,
    legalEntityId: string,
    codes: readonly string[],
  ): Promise<Map<string, TaxAccount>> {
    const values = [transaction.organizationId, legalEntityId, codes];
    const rows = await transaction.rows<TaxAccount & object>(HOLD_ACCOUNTS, values);
    return new Map(rows.map((account) => [account.code, account]));
  }

  async insert(
    transaction: Transaction,
    legalEntityId: string,
    code: TaxCodeNames & TaxCodeContent & { isGroup: boolean },
    { output, input, cashBasis }: TaxAccountIds,
  ): Promise<string> {
    const id = newId();
    const names = [code.code, code.name, code.description, code.printedLabel, code.country, code.isGroup];
    const nature = [code.appliesTo, code.kind, code.category, code.computation, code.isReverseCharge, code.isCashBasis];
    const more = [code.recoverableShare, code.exemptionCode, code.exemptionText, output, input, cashBasis];
    await transaction.rows(INSERT, [transaction.organizationId, id, legalEntityId, ...names, ...nature, ...more]);
    return id;
  }

  async insertComponents(
    transaction: Transaction,
    legalEntityId: string,
    id: string,
    parts: readonly TaxPart[],
  ): Promise<void> {
    const positions = new Map(parts.map(({ code }, index) => [code, index + 1]));
    const below = parts.map(({ onTopOf }) => `{${onTopOf.map((code) => positions.get(code)).join(',')}}`);
    const codes = parts.map(({ code }) => code);
    const scope = [transaction.organizationId, legalEntityId, id];
    await transaction.rows(INSERT_COMPONENTS, [
      ...scope,
      parts.map(() => newId()),
      [...positions.values()],
      codes,
      below,
    ]);
  }

  async insertRates(
    transaction: Transaction,
    legalEntityId: string,
    id: string,
    rates: readonly NewTaxRate[],
  ): Promise<string[]> {
    const ids = rates.map(() => newId());
    await transaction.rows(INSERT_RATES, [
      transaction.organizationId,
      legalEntityId,
      id,
      ids,
      rates.map(({ validFrom }) => validFrom),
      rates.map(({ validTo }) => validTo),
      rates.map(({ rate }) => rate),
      rates.map(({ currency }) => currency),
    ]);
    return ids;
  }

  /** Whether documents posted tax of the code that was not due. */
  async hasDeferredTax(transaction: Transaction, id: string): Promise<boolean> {
    const rows = await transaction.rows<{ isUsed: boolean }>(HAS_DEFERRED_TAX, [transaction.organizationId, id]);
    return rows[0]!.isUsed;
  }

  async update(transaction: Transaction, code: TaxCodeRow, { output, input, cashBasis }: TaxAccountIds): Promise<void> {
    const names = [code.name, code.description, code.printedLabel, code.recoverableShare];
    const more = [code.exemptionCode, code.exemptionText, output, input, cashBasis, code.status];
    await transaction.rows(UPDATE, [transaction.organizationId, code.id, ...names, ...more]);
  }
}

const noTaxCode = (id: string) => platformProblems.not_found(`There is no tax code ${id}.`);
