import { Injectable } from '@nestjs/common';
import { findCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import type { EntryApprovalView } from './entry-approval.dto.js';
import type { EntryTaxView } from './entry-taxes.dto.js';
import type { JournalEntryView } from './journal-entries.dto.js';
import type { JournalLineView, LineDimensionView } from './journal-lines.dto.js';

/** A posted line as the database gives it; amounts are decimal text. */
interface LineRow {
  line_number: number;
  account_id: string;
  account_code: string;
  account_name: string;
  currency: string;
  debit: string;
  credit: string;
  functional_debit: string;
  functional_credit: string;
  exchange_rate: string | null;
  exchange_rate_source: string | null;
  description: string | null;
  dimensions: LineDimensionView[] | null;
  is_rounding: boolean;
  party_id: string | null;
  due_on: string | null;
}

interface EntryRow {
  id: string;
  legal_entity_id: string;
  journal_code: string;
  number: number;
  fiscal_year_id: string;
  period_id: string;
  entry_date: string;
  adjustment: boolean;
  kind: EntryKind;
  description: string;
  reference: string | null;
  external_source: string | null;
  external_id: string | null;
  functional_currency: string;
  total: string;
  reversal_of: string | null;
  reversed_by: string | null;
  soft_close_reason: string | null;
  actor_id: string;
  posted_at: Date;
  approval: EntryApprovalView | null;
  origin: string | null;
  origin_id: string | null;
  lines: LineRow[];
  taxes: EntryTaxView[] | null;
}

const columns = `
  entry.id, entry.legal_entity_id, journal.code AS journal_code, entry.number, entry.fiscal_year_id, entry.period_id,
  entry.entry_date, period.is_adjustment AS adjustment, entry.kind, entry.description, entry.reference, entry.external_source, entry.external_id,
  entry.functional_currency, entry.total, entry.reversal_of, reversal.id AS reversed_by, entry.soft_close_reason,
  entry.actor_id, entry.posted_at, entry.origin, entry.origin_id, line.lines,
  (SELECT json_agg(json_build_object(
     'lineNumber', t.line_number, 'taxCode', k.code, 'rate', trim_scale(t.rate)::text, 'category', t.category,
     'direction', t.direction, 'side', t.side, 'taxPointOn', t.tax_point_on, 'currency', t.currency, 'base', t.base::text,
     'tax', t.tax::text, 'functionalBase', t.functional_base::text, 'functionalTax', t.functional_tax::text,
     'partyId', t.party_id, 'isDeferred', t.is_deferred) ORDER BY t.position)
   FROM accounting.tax_line t
   JOIN accounting.tax_code k ON k.organization_id = t.organization_id AND k.id = t.tax_code_id
   WHERE t.organization_id = entry.organization_id AND t.entry_id = entry.id) AS taxes,
  (SELECT json_build_object('requestId', r.id, 'makerId', r.maker_id, 'approvers', (
     SELECT json_agg(json_build_object('personId', d.person_id, 'onBehalfOf', d.on_behalf_of) ORDER BY d.decided_at, d.id)
     FROM platform.approval_decision d WHERE d.organization_id = r.organization_id AND d.request_id = r.id))
   FROM platform.approval_request r
   WHERE r.organization_id = entry.organization_id AND r.result_id = entry.id) AS approval`;

/** Entries as lists filter and sort them. */
export const listedEntries = `
  accounting.journal_entry AS entry
  JOIN accounting.journal AS journal
    ON journal.organization_id = entry.organization_id AND journal.id = entry.journal_id`;

const from = [
  listedEntries,
  `JOIN accounting.fiscal_period AS period
    ON period.organization_id = entry.organization_id AND period.id = entry.period_id
  LEFT JOIN accounting.journal_entry AS reversal
    ON reversal.organization_id = entry.organization_id AND reversal.reversal_of = entry.id
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object(
      'line_number', l.line_number, 'account_id', l.account_id, 'account_code', a.code, 'account_name', a.name,
      'currency', l.currency, 'debit', l.debit::text, 'credit', l.credit::text,
      'functional_debit', l.functional_debit::text, 'functional_credit', l.functional_credit::text,
      'exchange_rate', l.exchange_rate::text, 'exchange_rate_source', l.exchange_rate_source,
      'description', l.description, 'is_rounding', l.is_rounding, 'party_id', l.party_id, 'due_on', l.due_on,
      'dimensions',
      CASE WHEN l.dimension_value_ids IS NOT NULL THEN (
        SELECT json_agg(json_build_object('dimensionId', d.id, 'dimensionCode', d.code, 'valueId', v.id,
                                          'valueCode', v.code, 'valueName', v.name) ORDER BY d.code)
        FROM unnest(l.dimension_value_ids) AS n (value_id)
        JOIN accounting.dimension_value v ON v.organization_id = l.organization_id AND v.id = n.value_id
        JOIN accounting.dimension d ON d.organization_id = v.organization_id AND d.id = v.dimension_id) END) ORDER BY l.line_number) AS lines
    FROM accounting.journal_line l
    JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
    WHERE l.organization_id = entry.organization_id AND l.entry_id = entry.id) AS line`,
].join(' ');

const SELECT_ENTRY: Statement = {
  name: 'select_journal_entry',
  text: ['SELECT', columns, 'FROM', from, 'WHERE entry.organization_id = $1 AND entry.id = $2'].join(' '),
};

const SELECT_ENTRIES: Statement = {
  name: 'select_journal_entries',
  text: [
    'SELECT',
    columns,
    'FROM',
    from,
    'WHERE entry.organization_id = $1 AND entry.id = ANY ($2) ORDER BY entry.id',
  ].join(' '),
};

/** Reads posted entries; they are written by the posting statement only. */
@Injectable()
export class JournalEntriesRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<JournalEntryView> {
    const [row] = await transaction.rows<EntryRow>(SELECT_ENTRY, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no journal entry ${id}.`);
    return viewOfRow(row);
  }

  /** Those of the ids that there are, in the order of the ids, which is that of posting. */
  async getAll(transaction: Transaction, ids: readonly string[]): Promise<JournalEntryView[]> {
    const rows = await transaction.rows<EntryRow>(SELECT_ENTRIES, [transaction.organizationId, ids]);
    return rows.map(viewOfRow);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<JournalEntryView>> {
    const { organizationId } = transaction;
    const where = 'entry.organization_id = $1';
    // First which entries, then their lines: in one statement the lines of all may be read to sort for a page of them.

    const places = await request.rows<{ id: string }>(transaction, {
      columns: 'entry.id',
      from: listedEntries,
      where,
      parameters: [organizationId],
    });
    const found = await this.getAll(
      transaction,
      places.map(({ id }) => id),
    );
    const views = new Map(found.map((view) => [view.id, view]));
    return request.page(places, ({ id }) => views.get(id)!);
  }
}

function viewOfRow(row: EntryRow): JournalEntryView {
  const functional = (amount: string) => fixed(amount, row.functional_currency);
  return {
    id: row.id,
    legalEntityId: row.legal_entity_id,
    journalCode: row.journal_code,
    number: row.number,
    fiscalYearId: row.fiscal_year_id,
    periodId: row.period_id,
    entryDate: row.entry_date,
    adjustment: row.adjustment,
    kind: row.kind,
    status: row.reversed_by ? 'reversed' : 'posted',
    description: row.description,
    reference: row.reference,
    externalSource: row.external_source,
    externalId: row.external_id,
    functionalCurrency: row.functional_currency,
    total: functional(row.total),
    reversalOf: row.reversal_of,
    reversedBy: row.reversed_by,
    softCloseReason: row.soft_close_reason,
    postedBy: row.actor_id,
    postedAt: row.posted_at.toISOString(),
    approval: row.approval,
    origin: row.origin === null ? null : { type: row.origin, id: row.origin_id! },
    lines: row.lines.map((line) => viewOfLine(line, functional)),
    taxes: (row.taxes ?? []).map((tax) => ({
      ...tax,
      base: fixed(tax.base, tax.currency),
      tax: fixed(tax.tax, tax.currency),
      functionalBase: functional(tax.functionalBase),
      functionalTax: functional(tax.functionalTax),
    })),
  };
}

function viewOfLine(line: LineRow, functional: (amount: string) => string): JournalLineView {
  return {
    lineNumber: line.line_number,
    accountId: line.account_id,
    accountCode: line.account_code,
    accountName: line.account_name,
    currency: line.currency,
    debit: fixed(line.debit, line.currency),
    credit: fixed(line.credit, line.currency),
    functionalDebit: functional(line.functional_debit),
    functionalCredit: functional(line.functional_credit),
    exchangeRate: line.exchange_rate,
    exchangeRateSource: line.exchange_rate_source,
    description: line.description,
    dimensions: line.dimensions ?? [],
    isRounding: line.is_rounding,
    partyId: line.party_id,
    dueOn: line.due_on,
  };
}

/** The database keeps amounts within the scale of their currency, so this pads and never rounds. */
const fixed = (amount: string, currency: string) => new Decimal(amount).toFixed(findCurrency(currency)!.minorUnits);
