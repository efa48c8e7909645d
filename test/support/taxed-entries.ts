import type { Client } from 'pg';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { NewTaxLine } from '#modules/accounting/tax/lines/tax-lines.repository.js';
import type { Actor } from './actor.js';
import { appendEntry, type EntryRow, type LineRow } from './ledger-entries.js';
import { inOrganization } from './ledger-fixture.js';
import { recordTaxLines } from './ledger-taxes.js';

/** A document in the books of an actor: what it costs, and its tax. */
export interface TaxedEntry {
  on: string;
  /** The day of the entry where left out. */
  taxPointOn?: string;
  taxCode: string;
  base: string;
  rate: string;
  /** `reverse_charge`: a purchase on which the buyer owes the tax. A sale where left out. */
  kind?: 'sale' | 'purchase' | 'reverse_charge';
}

const FACTS = `
  SELECT j.id AS journal, y.id AS year, p.id AS period,
         (SELECT json_object_agg(a.code, a.id) FROM accounting.account a
          WHERE a.organization_id = $1 AND a.legal_entity_id = $2) AS accounts,
         k.id AS code, k.category, k.output_account_id AS output, k.input_account_id AS input
  FROM accounting.journal j
  JOIN accounting.fiscal_year y ON y.organization_id = $1 AND y.legal_entity_id = $2 AND $3 BETWEEN y.starts_on AND y.ends_on
  JOIN accounting.fiscal_period p ON p.organization_id = $1 AND p.fiscal_year_id = y.id AND NOT p.is_adjustment
    AND $3 BETWEEN p.starts_on AND p.ends_on
  JOIN accounting.tax_code k ON k.organization_id = $1 AND k.legal_entity_id = $2 AND k.code = $4
  WHERE j.organization_id = $1 AND j.legal_entity_id = $2 AND j.code = 'GENERAL'`;

interface Facts {
  journal: string;
  year: string;
  period: string;
  accounts: Record<string, string>;
  code: string;
  category: NewTaxLine['category'];
  output: string | null;
  input: string | null;
}

/** Posts entries with their taxes, one for each document: money, what was sold or bought, and the taxes of it. */
export async function postDocuments(actor: Actor, ...documents: TaxedEntry[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { on, taxPointOn, taxCode, base, rate, kind = 'sale' } of documents) {
    const tax = new Decimal(base).times(rate).toDecimalPlaces(2);
    const paid = (kind === 'reverse_charge' ? new Decimal(base) : tax.plus(base)).toFixed(2);
    const taxes = { direction: kind === 'sale' ? 'sale' : 'purchase', taxCodes: [taxCode] };
    const lines =
      kind === 'sale'
        ? [
            { accountCode: '1000', debit: paid },
            { accountCode: '3000', credit: base, taxes },
          ]
        : [
            { accountCode: '1000', credit: paid },
            { accountCode: '4000', debit: base, taxes },
          ];
    const body = { entryDate: on, taxPointOn, description: 'Document', post: true, lines };
    const answer = await actor.post('/v1/accounting/journal-entries', body);
    if (answer.status !== 201) throw new Error(`The entry was answered with ${answer.status}: ${answer.text}`);
    ids.push(answer.body.id as string);
  }
  return ids;
}

/**
 * One as the services that have documents write it, in a transaction that is held open: what no client can do.
 *
 * @param pause between the tax lines and the commit
 */
export function postDocument(
  client: Client,
  { organizationId, legalEntityId }: Actor,
  document: TaxedEntry,
  pause?: () => Promise<void>,
): Promise<string> {
  return inOrganization(client, organizationId, async () => {
    const values = [organizationId, legalEntityId, document.on, document.taxCode];
    const { rows } = await client.query<Facts>(FACTS, values);
    const { header, lines, taxes } = entryOf({ organizationId, legalEntityId }, document, rows[0]!);
    await appendEntry(client, { header, lines });
    await recordTaxLines(client, organizationId, taxes);
    await pause?.();
    return header.id;
  });
}

function entryOf(
  { organizationId, legalEntityId }: Pick<Actor, 'organizationId' | 'legalEntityId'>,
  { on, taxPointOn = on, base, rate, kind = 'sale' }: TaxedEntry,
  facts: Facts,
) {
  const tax = new Decimal(base).times(rate).toDecimalPlaces(2);
  const gross = kind === 'reverse_charge' ? new Decimal(base) : tax.plus(base);
  // Account, and what is credited to it.
  const amounts: [string, Decimal][] =
    kind === 'sale'
      ? [
          [facts.accounts['1000']!, gross.negated()],
          [facts.accounts['3000']!, new Decimal(base)],
        ]
      : [
          [facts.accounts['1000']!, gross],
          [facts.accounts['4000']!, new Decimal(base).negated()],
        ];
  const taxes: NewTaxLine[] = [];
  const entryId = newId();
  const addTax = (side: NewTaxLine['side']) => {
    if (!tax.isZero())
      amounts.push([(side === 'output' ? facts.output : facts.input)!, side === 'output' ? tax : tax.negated()]);
    taxes.push({
      legalEntityId,
      entryId,
      lineNumber: tax.isZero() ? null : amounts.length,
      taxCodeId: facts.code,
      rate: new Decimal(rate),
      category: facts.category,
      direction: kind === 'sale' ? 'sale' : 'purchase',
      side,
      taxPointOn,
      currency: 'EUR',
      base: new Decimal(base),
      tax,
      functionalBase: new Decimal(base),
      functionalTax: tax,
      partyId: null,
      document: { type: 'invoice', id: entryId },
    });
  };
  if (kind !== 'purchase') addTax('output');
  if (kind !== 'sale') addTax('input');
  const lines = amounts.map(([accountId, credit], index): LineRow => {
    const [debited, credited] = [Decimal.max(credit.negated(), 0).toFixed(2), Decimal.max(credit, 0).toFixed(2)];
    return {
      organization_id: organizationId,
      entry_id: entryId,
      line_number: index + 1,
      legal_entity_id: legalEntityId,
      account_id: accountId,
      entry_date: on,
      currency: 'EUR',
      debit: debited,
      credit: credited,
      functional_debit: debited,
      functional_credit: credited,
      exchange_rate: null,
      exchange_rate_source: null,
      dimension_value_ids: null,
      is_rounding: false,
    };
  });
  const header: EntryRow = {
    organization_id: organizationId,
    id: entryId,
    legal_entity_id: legalEntityId,
    journal_id: facts.journal,
    fiscal_year_id: facts.year,
    period_id: facts.period,
    number: 0,
    entry_date: on,
    kind: 'regular',
    description: 'Document',
    external_source: null,
    external_id: null,
    functional_currency: 'EUR',
    line_count: lines.length,
    total: lines.reduce((total, { debit }) => total.plus(debit), new Decimal(0)).toFixed(2),
    reversal_of: null,
    soft_close_reason: null,
    actor_id: newId(),
    action: 'test',
    request_id: newId(),
  };
  return { header, lines, taxes };
}
