import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import { type NewTaxLine, TaxLinesRepository } from '#modules/accounting/tax/lines/tax-lines.repository.js';
import { Transaction } from '#platform/database/transaction.js';
import { type EntryDraft, insertEntries } from './ledger-entries.js';
import { type Books, inOrganization } from './ledger-fixture.js';

/** The statement of {@link addTaxCode}, for groups: organization, id, legal entity, code, whether a group, four of its nature, reason. */
export const INSERT_TAX_CODE = `
  INSERT INTO accounting.tax_code (organization_id, id, legal_entity_id, code, name, applies_to, is_group, kind, category,
                                   computation, output_account_id, exemption_text)
  VALUES ($1, $2, $3, $4, 'Tax', 'sale', $5, $6, $7, $8, $9, $10)`;

/** A tax code for sales, owed on account 3000. */
export async function addTaxCode(
  client: Client,
  books: Books,
  { category = 'S', account = books.accounts['3000'], reason = null }: TaxCodeFields = {},
): Promise<string> {
  const { organizationId, legalEntityId } = books;
  const id = newId();
  const nature = [false, 'vat', category, 'percentage', account];
  const values = [organizationId, id, legalEntityId, id.slice(-12), ...nature, reason];
  await inOrganization(client, organizationId, () => client.query(INSERT_TAX_CODE, values));
  return id;
}

export interface TaxCodeFields {
  category?: string;
  account?: string;
  reason?: string | null;
}

/** The tax of an entry of `draftEntry`: 100.00 of 400.00, in its second line, on 15 March 2026. */
export const taxLineOf = (
  { header }: EntryDraft,
  taxCodeId: string,
  changed: Partial<NewTaxLine> = {},
): NewTaxLine => ({
  legalEntityId: header.legal_entity_id,
  entryId: header.id,
  lineNumber: 2,
  taxCodeId,
  rate: new Decimal('0.25'),
  category: 'S',
  direction: 'sale',
  side: 'output',
  taxPointOn: header.entry_date,
  currency: 'EUR',
  base: new Decimal(400),
  tax: new Decimal(100),
  functionalBase: new Decimal(400),
  functionalTax: new Decimal(100),
  partyId: null,
  document: { type: 'invoice', id: newId() },
  ...changed,
});

/** By the statement that documents use, in the transaction that the connection is in. */
export function recordTaxLines(client: Client, organizationId: string, lines: readonly NewTaxLine[]): Promise<void> {
  const acting = { organizationId } as never;
  const transaction = new Transaction(acting, {} as EntityManager, client as never, Promise.resolve(new Date()));
  return new TaxLinesRepository().recordTaxLines(transaction, lines);
}

/** An entry with its tax lines, in one transaction. */
export const postTaxed = (client: Client, draft: EntryDraft, lines: readonly NewTaxLine[]): Promise<void> =>
  inOrganization(client, draft.header.organization_id, async () => {
    await insertEntries(client, draft);
    await recordTaxLines(client, draft.header.organization_id, lines);
  });
