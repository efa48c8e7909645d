import fc from 'fast-check';
import { Decimal } from '#kernel/decimal.js';
import type { OpenItemView } from './open-items.dto.js';
import { planAllocations } from './plan-allocations.js';
import { proposePairs } from './propose-pairs.js';

const legalEntityId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12';

/** Below zero a payment, in the order in which they fall due. */
function items(amounts: readonly string[], currencies: readonly string[] = []): OpenItemView[] {
  return amounts.map((amount, index) => ({
    id: `0199d1a0-7c1e-7b3a-9c55-${String(index).padStart(12, '0')}`,
    legalEntityId,
    partyId: legalEntityId,
    partyNumber: '1001',
    partyName: 'Nordlicht GmbH',
    control: 'receivable',
    accountCode: '1100',
    entryId: legalEntityId,
    lineNumber: 1,
    description: 'Invoice',
    reference: null,
    entryDate: '2026-01-31',
    dueOn: null,
    currency: currencies[index] ?? 'EUR',
    amount,
    openAmount: amount,
    functionalAmount: amount,
    functionalOpenAmount: amount,
    status: 'open',
    dunningLevel: 0,
    lastRemindedOn: null,
    updatedAt: '2026-01-31T08:30:00.000Z',
  }));
}

const cases: [what: string, amounts: string[], pairs: string[]][] = [
  ['nothing', [], []],
  ['charges alone', ['10.00', '20.00'], []],
  ['the oldest first', ['10.00', '20.00', '-15.00'], ['0-2 10', '1-2 5']],
  ['equal amounts first', ['10.00', '20.00', '-20.00'], ['1-2 20']],
  ['an overpayment as far as it goes', ['10.00', '-25.00'], ['0-1 10']],
  ['several payments', ['30.00', '-10.00', '-10.00', '-20.00'], ['0-1 10', '0-2 10', '0-3 10']],
];

it.each(cases)('proposes %s', (_, amounts, pairs) => {
  const found = items(amounts);
  const place = (id: string) => found.findIndex((item) => item.id === id);
  const proposed = proposePairs(found).map(
    ({ debitItemId, creditItemId, amount }) => `${place(debitItemId)}-${place(creditItemId)} ${amount}`,
  );
  expect(proposed).toEqual(pairs);
});

it('keeps currencies apart', () => {
  expect(proposePairs(items(['10.00', '-10.00'], ['EUR', 'USD']))).toEqual([]);
});

it('proposes what can be settled, and all of it', () => {
  const cents = fc.integer({ min: -50_000, max: 50_000 }).filter((value) => value !== 0);
  fc.assert(
    fc.property(fc.array(cents, { maxLength: 30 }), (amounts) => {
      const found = items(amounts.map((amount) => new Decimal(amount).div(100).toFixed(2)));
      const pairs = proposePairs(found);
      if (pairs.length === 0) return;
      const { allocations, errors } = planAllocations(pairs, found, 'EUR');
      expect(errors).toBeUndefined();
      const settled = allocations!.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
      const charged = amounts.filter((amount) => amount > 0).reduce((total, amount) => total + amount, 0);
      const paid = amounts.filter((amount) => amount < 0).reduce((total, amount) => total - amount, 0);
      expect(settled.times(100).toNumber()).toBe(Math.min(charged, paid));
    }),
  );
});

const refusals: [what: string, pair: object, code: string][] = [
  ['an item that there is not', { debitItemId: legalEntityId }, 'unknown_item'],
  ['a credit as the charge', { debitItemId: items(['1.00', '-1.00'])[1]!.id }, 'wrong_side'],
  ['more than is open', { amount: '10.01' }, 'over_allocated'],
  ['a part of a cent', { amount: '1.001' }, 'amount_scale'],
];

it.each(refusals)('refuses %s', (_, pair, code) => {
  const found = items(['10.00', '-20.00']);
  const wanted = { debitItemId: found[0]!.id, creditItemId: found[1]!.id, ...pair };
  const { errors } = planAllocations([wanted], found, 'EUR');
  expect(errors!.map((error) => error.code)).toEqual([code]);
});

it.each([
  ['another party', { partyId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a99' }, 'other_party'],
  ['another account', { accountCode: '1110' }, 'other_account'],
  ['another currency', { currency: 'USD' }, 'other_currency'],
  ['another legal entity', { legalEntityId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a99' }, 'other_legal_entity'],
])('refuses an item of %s', (_, change, code) => {
  const [debit, credit] = items(['10.00', '-20.00']) as [OpenItemView, OpenItemView];
  const wanted = { debitItemId: debit.id, creditItemId: credit.id };
  const { errors } = planAllocations([wanted], [debit, { ...credit, ...change }], 'EUR');
  expect(errors!.map((error) => error.code)).toEqual([code]);
});

it('counts what pairs before have settled', () => {
  const found = items(['10.00', '-20.00']);
  const pair = { debitItemId: found[0]!.id, creditItemId: found[1]!.id, amount: '6.00' };
  const { errors } = planAllocations([pair, pair], found, 'EUR');
  expect(errors).toEqual([expect.objectContaining({ code: 'over_allocated', pointer: '/pairs/1/amount' })]);
});
