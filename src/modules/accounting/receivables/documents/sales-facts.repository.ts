import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { AccountControl } from '../../chart/account-type.js';
import type { TermsOfPayment } from '../../parties/due-dates.js';
import { type BuyerFact, printedBuyer } from './printed-parties.js';
import type { PrintedParty } from './sales-document.js';

const TAX_CODES: Statement = {
  name: 'find_tax_codes_of_sale',
  text: `
    SELECT code, id, is_cash_basis AS "isCashBasis", CASE WHEN is_cash_basis THEN cash_basis_account_id ELSE output_account_id END AS "outputAccountId"
    FROM accounting.tax_code
    WHERE organization_id = $1 AND legal_entity_id = $2 AND code = ANY ($3)`,
};
const ACCOUNTS: Statement = {
  name: 'find_accounts_of_sale',
  text: `
    SELECT code, id, control FROM accounting.account
    WHERE organization_id = $1 AND legal_entity_id = $2 AND code = ANY ($3)`,
};
const TERMS: Statement = {
  name: 'find_payment_terms_of_sale',
  text: `
    SELECT instalments, discounts, status FROM accounting.payment_terms
    WHERE organization_id = $1 AND legal_entity_id = $2 AND (code = $3 OR id = $4)`,
};
const BUYER: Statement = {
  name: 'find_buyer',
  text: `
    SELECT p.number, coalesce(p.legal_name, p.name) AS name, p.addresses, p.electronic_address AS "electronicAddress", p.language,
           coalesce((SELECT json_agg(json_build_object('type', t.type, 'country', t.country, 'number', t.number) ORDER BY t.place)
                     FROM accounting.party_tax_id t
                     WHERE t.organization_id = p.organization_id AND t.party_id = p.id), '[]') AS "taxIds"
    FROM accounting.party p WHERE p.organization_id = $1 AND p.id = $2`,
};
/**
 * Who charges a customer with a limit, or reckons what one withholds in a year, waits for whoever else does, by whatever id
 * they name it.
 */
const HOLD_CUSTOMERS: Statement = {
  name: 'hold_customers_of_sale',
  text: `
    SELECT FROM accounting.party p
    WHERE p.organization_id = $1 AND ($3 OR p.credit_limit IS NOT NULL)
      AND p.id IN (SELECT CASE WHEN n.survivor_id IS NULL THEN n.id ELSE n.survivor_id END FROM accounting.party n
                   WHERE n.organization_id = $1 AND n.id = ANY ($2::uuid[]))
    ORDER BY p.id FOR NO KEY UPDATE`,
};
const OVER_LIMIT: Statement = {
  name: 'customers_over_limit',
  text: `
    SELECT p.id, p.name, p.credit_limit::text AS "creditLimit", owed.amount::text AS owed
    FROM accounting.party p
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(i.functional_open), 0) + $3::numeric AS amount FROM accounting.open_item i
      WHERE i.organization_id = p.organization_id AND i.legal_entity_id = p.legal_entity_id AND i.control = 'receivable'
        AND i.party_id = p.id AND i.open_amount <> 0) owed
    WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[]) AND owed.amount > p.credit_limit ORDER BY p.id`,
};
const ACCOUNT_CODES: Statement = {
  name: 'find_account_codes_of_sale',
  text: 'SELECT id, code FROM accounting.account WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
};

export interface TaxCodeOfSale {
  id: string;
  /** Whether it is due when it is paid. */
  isCashBasis: boolean;
  /** Where a document posts what is owed; what is due when it is paid waits on an account of its own. */
  outputAccountId: string | null;
}

export interface AccountOfSale {
  id: string;
  control: AccountControl;
}

export interface OverLimit {
  id: string;
  name: string;
  creditLimit: string;
  owed: string;
}

/** What documents of sale need to know of the legal entity and its customers. */
@Injectable()
export class SalesFactsRepository {
  async taxCodes(
    transaction: Transaction,
    legalEntityId: string,
    codes: readonly string[],
  ): Promise<Map<string, TaxCodeOfSale>> {
    const rows = await transaction.facts<TaxCodeOfSale & { code: string }>(TAX_CODES, [
      transaction.organizationId,
      legalEntityId,
      codes,
    ]);
    return new Map(rows.map(({ code, ...found }) => [code, found]));
  }

  /** The accounts that there are of those that are named, by their codes. */
  async accounts(
    transaction: Transaction,
    legalEntityId: string,
    codes: readonly string[],
  ): Promise<Map<string, AccountOfSale>> {
    if (codes.length === 0) return new Map();
    const values = [transaction.organizationId, legalEntityId, codes];
    const rows = await transaction.facts<AccountOfSale & { code: string }>(ACCOUNTS, values);
    return new Map(rows.map(({ code, ...found }) => [code, found]));
  }

  /** Payment terms by code or id; undefined where there are none. */
  async terms(
    transaction: Transaction,
    legalEntityId: string,
    { code, id }: { code?: string | undefined; id?: string | null },
  ): Promise<(TermsOfPayment & { status: string }) | undefined> {
    const values = [transaction.organizationId, legalEntityId, code ?? null, code === undefined ? id : null];
    return (await transaction.facts<TermsOfPayment & { status: string }>(TERMS, values))[0];
  }

  async buyer(transaction: Transaction, partyId: string): Promise<PrintedParty> {
    const [row] = await transaction.rows<BuyerFact & object>(BUYER, [transaction.organizationId, partyId]);
    return printedBuyer(row!);
  }

  /**
   * Before anything else of the parties is held, so that two who do this wait in one order.
   *
   * @param all whether also those without a credit limit
   */
  async holdCustomers(transaction: Transaction, partyIds: readonly string[], all = false): Promise<void> {
    await transaction.rows(HOLD_CUSTOMERS, [transaction.organizationId, partyIds, all]);
  }

  /**
   * Those who owe more than their limit, by what is posted already.
   *
   * @param charge what each is about to be charged besides, in the functional currency
   */
  overLimit(transaction: Transaction, partyIds: readonly string[], charge = '0'): Promise<OverLimit[]> {
    return transaction.rows<OverLimit & object>(OVER_LIMIT, [transaction.organizationId, partyIds, charge]);
  }

  /** The codes of accounts, by their ids. */
  async accountCodes(transaction: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    const values = [transaction.organizationId, [...new Set(ids)].sort()];
    const rows = await transaction.facts<{ id: string; code: string }>(ACCOUNT_CODES, values);
    return new Map(rows.map(({ id, code }) => [id, code]));
  }
}
