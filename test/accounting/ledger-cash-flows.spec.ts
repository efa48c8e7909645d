import { Decimal } from '#kernel/decimal.js';
import type { CashFlowRole } from '#modules/accounting/reports/cash-flow-accounts.js';
import { CASH_FLOWS } from '#modules/accounting/reports/cash-flow.repository.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftEntry, type EntryDraft } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';

// Lines in the functional currency alone, which nobody can post by hand: they bring money in other currencies to a rate.

let ledger: LedgerDatabase;
beforeEach(async () => {
  ledger = await createLedgerDatabase();
});
afterEach(() => ledger?.close());

async function flows(roles: Record<string, CashFlowRole>): Promise<Record<string, string>> {
  const { organizationId, accounts } = ledger.books;
  const ids = Object.keys(roles).map((code) => accounts[code]);
  const looked = Object.entries(roles).flatMap(([code, role]) => (role === 'exchange' ? [] : [accounts[code]]));
  const days = ['2026-01-01', '2026-12-31', '2026-12-31'];
  const values = [organizationId, ids, Object.values(roles), looked, ...days, null, '0.01'];
  const { rows } = await inOrganization(ledger.app, organizationId, () =>
    ledger.app.query<{ accountId: string; figure: string; amount: string }>(CASH_FLOWS.text, values),
  );
  const codes = new Map(Object.entries(accounts).map(([code, id]) => [id, code]));
  return Object.fromEntries(
    rows.map(({ accountId, figure, amount }) => [`${codes.get(accountId)} ${figure}`, new Decimal(amount).toFixed(2)]),
  );
}

/** The bank account gains a hundred, in its currency nothing. */
async function revaluation(): Promise<EntryDraft> {
  const draft = await draftEntry(ledger.owner, ledger.books);
  Object.assign(draft.lines[0]!, { currency: 'USD', debit: '0' });
  return draft;
}

it('are what exchange rates made of money', async () => {
  await ledger.post(await revaluation());
  const exchange = { '1930 exchange': '100.00' };
  expect(await flows({ '1930': 'cash' })).toEqual(exchange);
  expect(await flows({ '1930': 'cash', '3000': 'exchange' })).toEqual(exchange);
});

it('stand beside money that came with them', async () => {
  const draft = await revaluation();
  const [adjusted, sales] = draft.lines as [EntryDraft['lines'][0], EntryDraft['lines'][0]];
  const cash = { ...adjusted, line_number: 2, currency: 'EUR', debit: '25.00', functional_debit: '25.00' };
  const both = { ...sales, line_number: 3, credit: '125.00', functional_credit: '125.00' };
  const header = { ...draft.header, line_count: 3, total: '125.00' };
  await ledger.post({ header, lines: [adjusted, cash, both] });
  expect(await flows({ '1930': 'cash' })).toEqual({ '1930 exchange': '100.00', '3000 receipt': '25.00' });
});

it('on accounts that are no money are of their account', async () => {
  await ledger.post(await revaluation());
  expect(await flows({ '1930': 'other' })).toEqual({ '3000 not_cash': '-100.00' });
});

it('has amounts that no floating point keeps', async () => {
  const draft = await draftEntry(ledger.owner, ledger.books);
  const [bank, sales] = draft.lines as [EntryDraft['lines'][0], EntryDraft['lines'][0]];
  const large = '123456789012345678.91';
  Object.assign(bank, { debit: large, functional_debit: large });
  Object.assign(sales, { credit: large, functional_credit: large });
  await ledger.post({ header: { ...draft.header, total: large }, lines: [bank, sales] });
  expect(await flows({ '1930': 'cash' })).toEqual({ '3000 receipt': large });
});
