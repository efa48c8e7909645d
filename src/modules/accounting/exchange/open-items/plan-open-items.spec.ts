import fc from 'fast-check';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { PartyFact } from '../../parties/party-facts.js';
import { type CutOver, type ItemSurroundings, planOpenItems } from './plan-open-items.js';
import type { ReadOpenItem } from './read-open-items.js';

const cutOver: CutOver = {
  legalEntityId: 'entity',
  cutOverOn: '2026-01-01' as CalendarDate,
  control: 'receivable',
  contraAccountCode: '2999',
  journalCode: undefined,
  kind: 'regular',
  functionalCurrency: 'EUR',
  expectedTotals: undefined,
  documentColumn: 'Document',
};
const customer = {
  id: 'p',
  number: '10001',
  name: 'Nord',
  isCustomer: true,
  isVendor: false,
  receivableAccountId: null,
};
const surroundings: ItemSurroundings = {
  party: (named) => (named === '10001' ? (customer as PartyFact) : undefined),
  controlAccounts: [
    { id: 'r', code: '1100', control: 'receivable' },
    { id: 's', code: '1110', control: 'receivable' },
    { id: 'v', code: '2100', control: 'payable' },
  ],
  usualAccountCode: '1100',
  importOf: () => undefined,
};
const item = (change: Partial<ReadOpenItem> = {}): ReadOpenItem => ({
  line: 2,
  party: '10001',
  documentNumber: '4711',
  documentOn: undefined,
  dueOn: undefined,
  amount: new Decimal('100'),
  currency: undefined,
  functionalAmount: undefined,
  accountCode: undefined,
  description: undefined,
  ...change,
});
function plan(one: ReadOpenItem, change: Partial<CutOver> = {}, around: Partial<ItemSurroundings> = {}) {
  const errors: ProblemError[] = [];
  const [posting] = planOpenItems([one], { ...cutOver, ...change }, { ...surroundings, ...around }, errors);
  return { request: posting?.request, faults: errors.map(({ code }) => code) };
}

it('posts what a customer owes to the debit of the control account, credits to the other side', () => {
  expect(plan(item({ documentOn: '2025-11-15' as CalendarDate })).request).toMatchObject({
    entryDate: '2026-01-01',
    reference: '4711',
    description: '4711 of 2025-11-15',
    lines: [
      { accountCode: '1100', debit: '100', partyId: 'p' },
      { accountCode: '2999', credit: '100' },
    ],
  });
  expect(plan(item({ amount: new Decimal(-5) })).request?.lines).toMatchObject([{ credit: '5' }, { debit: '5' }]);
});

it('posts what a vendor is owed to the credit', () => {
  const vendor = { ...customer, isVendor: true, payableAccountId: 'v' } as PartyFact;
  const { request } = plan(item(), { control: 'payable' }, { party: () => vendor, usualAccountCode: undefined });
  expect(request?.lines).toMatchObject([{ accountCode: '2100', credit: '100' }, { debit: '100' }]);
});

it('takes the account of the file, else that of the party, else the usual one', () => {
  const own = { ...customer, receivableAccountId: 's' } as PartyFact;
  expect(plan(item(), {}, { party: () => own }).request?.lines[0]?.accountCode).toBe('1110');
  expect(plan(item({ accountCode: '1100' }), {}, { party: () => own }).request?.lines[0]?.accountCode).toBe('1100');
  expect(plan(item({ accountCode: '2100' })).faults).toEqual(['account_control']);
  expect(plan(item(), {}, { usualAccountCode: undefined }).faults).toEqual(['account_missing']);
});

it('refuses parties that there are not, or that have another role', () => {
  expect(plan(item({ party: 'x' })).faults).toEqual(['unknown_party']);
  expect(plan(item(), { control: 'payable' }).faults).toContain('party_role');
});

it('derives a rate that gives the book value to the cent, whatever the amounts', () => {
  const cents = fc.integer({ min: 1, max: 1_000_000_000_000 }).map((number) => new Decimal(number).dividedBy(100));
  fc.assert(
    fc.property(cents, cents, (amount, functionalAmount) => {
      const { request } = plan(item({ amount, currency: 'USD', functionalAmount }));
      const value = amount.times(request!.exchangeRate!).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
      expect(value.toFixed()).toBe(functionalAmount.toFixed());
    }),
  );
});

it('refuses a book value that the currency cannot have or that is another amount in the same currency', () => {
  expect(plan(item({ functionalAmount: new Decimal('99') })).faults).toEqual(['amounts_differ']);
  expect(plan(item({ functionalAmount: new Decimal('100.00') })).request).not.toHaveProperty('exchangeRate');
  expect(plan(item({ currency: 'USD', functionalAmount: new Decimal('99.001') })).faults).toEqual(['amount_scale']);
});

it('compares the sums by currency with what is expected, of all currencies', () => {
  const expectedTotals = [{ currency: 'EUR', amount: '100.00' }];
  expect(plan(item(), { expectedTotals }).faults).toEqual([]);
  expect(plan(item({ currency: 'USD' }), { expectedTotals }).faults).toEqual(['totals_differ', 'totals_differ']);
});

it('refuses what an import brought before, and what two lines bring for parties that became one', () => {
  const importOf = (_party: string, document: string) => (document === '4711' ? 'i-1' : undefined);
  expect(plan(item(), {}, { importOf }).faults).toEqual(['document_imported']);
  expect(plan(item({ documentNumber: '4712' }), {}, { importOf }).faults).toEqual([]);

  const errors: ProblemError[] = [];
  const merged: ItemSurroundings = { ...surroundings, party: () => customer as PartyFact };
  planOpenItems([item(), item({ party: '10009', line: 3 })], cutOver, merged, errors);
  expect(errors).toMatchObject([{ code: 'repeated_document', line: 3 }]);
  expect(errors[0]!.message).toBe(
    '"Document": document "4711" of Nord (10001) stands on line 2 as well; instalments need numbers of their own.',
  );
});
