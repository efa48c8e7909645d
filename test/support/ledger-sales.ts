import { newId } from '#kernel/id.js';
import type { LedgerDatabase } from './ledger-database.js';
import { type EntryDraft, insertEntries } from './ledger-entries.js';
import { inOrganization } from './ledger-fixture.js';
import { draftOfParty, type Receivables, turned } from './ledger-open-items.js';

type Row = Record<string, unknown>;

/** An invoice or credit note of one line of 100.00 with its entry, as it is sent by SQL alone. */
export interface SalesDraft {
  entry: EntryDraft;
  document: Row;
  lines: Row[];
  taxes: Row[];
}

const DOCUMENT = `
  INSERT INTO accounting.sales_document
    (organization_id, id, legal_entity_id, kind, number, entry_id, party_id, seller, buyer, issued_on, tax_point_on, currency,
     prices_include_tax, rounding_policy, external_source, external_id, instalments, line_net, net, tax, gross, rounding, payable,
     prepaid, credits_id, reason, actor_id)
  SELECT organization_id, id, legal_entity_id, kind, number, entry_id, party_id, '{}', '{}', issued_on, issued_on, currency, false,
         'group', external_source, external_id, '[]', line_net, net, tax, gross, rounding, payable,
         coalesce(prepaid, 0), credits_id, reason, actor_id
  FROM json_populate_record(NULL::accounting.sales_document, $1)`;
const LINES = `
  INSERT INTO accounting.sales_document_line
    (organization_id, document_id, legal_entity_id, position, kind, description, quantity, unit, unit_price, adjustments, tax_codes,
     tax_positions, amount, net, tax, account_id, dimensions, credits_position, service_from, service_through, deferral,
     deferred_account_id, deferred_line_number)
  SELECT organization_id, document_id, legal_entity_id, position, kind, 'Chair', 1, 'C62', net, '[]', '{}', '{}', net, net, tax,
         account_id, '[]', credits_position, service_from, service_through, deferral, deferred_account_id, deferred_line_number
  FROM json_populate_recordset(NULL::accounting.sales_document_line, $1)`;
const TAXES = `
  INSERT INTO accounting.sales_document_tax
    (organization_id, document_id, legal_entity_id, position, tax_code_id, kind, category, computation, rate, on_top_of,
     is_reverse_charge, base, tax)
  SELECT organization_id, document_id, legal_entity_id, position, tax_code_id, 'vat', 'S', 'percentage', 0.25, '{}', false, base, tax
  FROM json_populate_recordset(NULL::accounting.sales_document_tax, $1)`;

/** @param credits the invoice that a credit note takes back */
export async function draftDocument(
  ledger: LedgerDatabase,
  { accounts, parties }: Receivables,
  credits?: SalesDraft,
): Promise<SalesDraft> {
  const { organizationId: organization_id, legalEntityId: legal_entity_id, accounts: chart } = ledger.books;
  const kind = credits ? 'credit_note' : 'invoice';
  const id = newId();
  const entry = await draftOfParty(ledger, accounts.receivable, parties.first, { origin: kind, origin_id: id });
  if (credits) turned(entry);
  const { header } = entry;
  const amounts = { line_net: '100.00', net: '100.00', tax: '0', gross: '100.00', rounding: '0', payable: '100.00' };
  const document = {
    organization_id,
    id,
    legal_entity_id,
    kind,
    ...amounts,
    number: `${credits ? 'CN' : 'INV'}-2026-${String(header.number).padStart(6, '0')}`,
    entry_id: header.id,
    party_id: parties.first,
    issued_on: header.entry_date,
    currency: 'EUR',
    credits_id: credits?.document.id ?? null,
    actor_id: header.actor_id,
  };
  const place = { organization_id, document_id: id, legal_entity_id, position: 1 };
  const line = { ...place, kind: 'item', net: '100.00', tax: '0', account_id: chart['3000'] };
  return { entry, document, lines: [line], taxes: [] };
}

export const insertDocument = (ledger: LedgerDatabase, draft: SalesDraft) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => writeDocument(ledger, draft));

/** In the running transaction. */
export async function writeDocument({ app }: LedgerDatabase, { entry, document, lines, taxes }: SalesDraft) {
  await insertEntries(app, entry);
  await app.query(DOCUMENT, [JSON.stringify(document)]);
  await app.query(LINES, [JSON.stringify(lines)]);
  await app.query(TAXES, [JSON.stringify(taxes)]);
}

/** Adds lines and taxes in a transaction of their own. */
export const insertParts = (ledger: LedgerDatabase, { lines, taxes }: Pick<SalesDraft, 'lines' | 'taxes'>) =>
  inOrganization(ledger.app, ledger.books.organizationId, async () => {
    await ledger.app.query(LINES, [JSON.stringify(lines)]);
    await ledger.app.query(TAXES, [JSON.stringify(taxes)]);
  });
