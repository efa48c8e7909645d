import { newId } from '#kernel/id.js';
import type { Actor, Answer } from './actor.js';
import { asOwner } from './owner.js';
import { openReceivables } from './receivables.js';

export const RECEIPTS = '/v1/accounting/receipts';
export const REFUNDS = '/v1/accounting/refunds';
export const WRITE_OFFS = '/v1/accounting/write-offs';

/** Where the money of tests is. */
export interface MoneyPlaces {
  /** A bank account in EUR, with the ledger account 1930. */
  bankAccountId: string;
  /** A clearing account without a currency of its own. */
  clearing: string;
}

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(`/v1/accounting/${path}`, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Books with receivables, accounts for all that happens at payment, a bank account and a clearing account. */
export async function openReceipts(actor: Actor): Promise<MoneyPlaces> {
  await openReceivables(actor);
  const accounts = [
    { code: '1950', name: 'Clearing of the payment provider', type: 'asset' },
    { code: '2610', name: 'Output tax', type: 'liability' },
    { code: '2690', name: 'Reduced output tax', type: 'liability' },
    { code: '2450', name: 'Customer deposits', type: 'liability', control: 'receivable' },
    { code: '3730', name: 'Early-payment discounts', type: 'income' },
    { code: '3740', name: 'Payment differences', type: 'income' },
    { code: '6351', name: 'Bad debts', type: 'expense' },
    { code: '6570', name: 'Bank charges', type: 'expense' },
  ];
  for (const account of accounts) await created(actor, 'accounts', account);
  const purposes = {
    customer_deposits: '2450',
    early_discounts_granted: '3730',
    payment_differences: '3740',
    bad_debts: '6351',
    bank_charges: '6570',
  };
  for (const [purpose, accountCode] of Object.entries(purposes)) {
    await created(actor, 'posting-accounts', { purpose, accountCode });
  }
  const bank = { name: 'Main', accountCode: '1930', currency: 'EUR', startsOn: '2026-01-01', openingBalance: '0' };
  const { id: bankAccountId } = await created(actor, 'bank-accounts', bank);
  const { body } = await actor.get('/v1/accounting/accounts?code=1950');
  return { bankAccountId, clearing: body.data[0].id };
}

/** A line as short as a test reads it: account, debit less credit, and what it is in the functional currency. */
export const linesOf = (answer: Answer, at = 0): string[][] =>
  answer.body.entries[at].lines.map((line: Record<string, string>) => {
    const [side, sign] = line['debit'] === '0.00' ? ['credit', '-'] : ['debit', ''];
    const functional = side === 'debit' ? line['functionalDebit'] : line['functionalCredit'];
    return [line['accountCode'], `${sign}${line[side!]}`, `${sign}${functional}`];
  });

/** Tax codes of 19 and 7 per cent, whose taxes go to 2610 and 2690. */
export async function addTaxCodes(actor: Actor): Promise<{ full: string; reduced: string }> {
  const code = async (name: string, rate: string, outputAccountCode: string): Promise<string> => {
    const rates = [{ validFrom: '2020-01-01', rate }];
    const body = { code: name, name, kind: 'vat', category: 'S', appliesTo: 'sale', outputAccountCode, rates };
    return (await created(actor, 'tax-codes', body)).id;
  };
  return { full: await code('FULL', '0.19', '2610'), reduced: await code('RED', '0.07', '2690') };
}

/** One tax of a sale, and the line of its entry that it is in. */
export interface SaleTax {
  code: string;
  rate: string;
  base: string;
  tax: string;
  account: string;
}

/** A sale with taxes, as documents post it; answers its open item. */
export async function sellTaxed(
  actor: Actor,
  partyId: string,
  of: { net: string; gross: string; taxes: SaleTax[]; currency?: string; rate?: string; entryDate?: string },
) {
  const { net, gross, taxes, currency = 'EUR', rate, entryDate = '2026-03-05' } = of;
  const entry = await created(actor, 'journal-entries', {
    post: true,
    entryDate,
    description: 'Invoice',
    currency,
    ...(rate && { exchangeRate: rate, exchangeRateSource: 'agreed' }),
    lines: [
      { accountCode: '1100', debit: gross, partyId },
      { accountCode: '3000', credit: net },
      ...taxes.map(({ account, tax }) => ({ accountCode: account, credit: tax })),
    ],
  });
  // Tax lines come with their entry, and no document posts both here yet.
  await asOwner(async (owner) => {
    await owner.query('BEGIN');
    await owner.query("SET LOCAL session_replication_role = 'replica'");
    for (const [at, one] of taxes.entries()) {
      await owner.query(
        `INSERT INTO accounting.tax_line
           (organization_id, id, legal_entity_id, entry_id, position, line_number, tax_code_id, rate, category, direction,
            side, tax_point_on, currency, base, tax, functional_base, functional_tax)
         SELECT l.organization_id, $1, l.legal_entity_id, l.entry_id, $2, l.line_number, $3, $4, 'S', 'sale', 'output',
                l.entry_date, l.currency, $5, $6, round($5 * coalesce(l.exchange_rate, 1), 2), l.functional_credit
         FROM accounting.journal_line l WHERE l.entry_id = $7 AND l.line_number = $8`,
        [newId(), at + 1, one.code, one.rate, one.base, one.tax, entry.id, at + 3],
      );
    }
    await owner.query('COMMIT');
  });
  const { body } = await actor.get(`/v1/accounting/open-items?entryId=${entry.id}`);
  return body.data[0];
}
