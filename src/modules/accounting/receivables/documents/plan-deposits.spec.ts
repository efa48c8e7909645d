import { Decimal } from '#kernel/decimal.js';
import type { OpenItemView } from '../../open-items/open-items.dto.js';
import { planDeposits } from './plan-deposits.js';

const deposit = (change: Partial<OpenItemView> = {}) =>
  ({
    legalEntityId: 'entity',
    partyId: 'party',
    partyName: 'Nordlicht GmbH',
    control: 'receivable',
    accountCode: '2450',
    entryDate: '2026-02-01',
    currency: 'EUR',
    amount: '-100.00',
    openAmount: '-80.00',
    ...change,
  }) as OpenItemView;
const scope = { legalEntityId: 'entity', partyId: 'party', partyName: 'Nordlicht GmbH', receivables: '1100' };
const charged = {
  issuedOn: '2026-03-05',
  currency: 'EUR',
  instalments: ['60.00', '40.00'].map((amount) => ({
    dueOn: '2026-04-01',
    amount: new Decimal(amount),
    discounts: [],
  })),
  totals: { payable: new Decimal('100.00') },
} as never;

const plan = (amounts: readonly string[], change: Partial<OpenItemView> = {}) => {
  const items = amounts.map((_, at) => [`deposit${at}`, deposit({ id: `deposit${at}`, ...change })] as const);
  const wanted = amounts.map((amount, at) => ({ depositItemId: `DEPOSIT${at}`, amount }));
  return planDeposits(wanted, charged, scope, new Map(items));
};

it('pay what falls due first, one after the other', () => {
  const planned = plan(['45', '30']);
  if (planned.errors) throw new Error(planned.errors[0]!.message);
  expect(planned.amount.toString()).toBe('75');
  const parts = planned.deposits.map((one) => one.parts.map(({ instalment, amount }) => [instalment, String(amount)]));
  expect(parts).toEqual([
    [[0, '45']],
    [
      [0, '15'],
      [1, '15'],
    ],
  ]);
});

it('pay all of it at most', () => {
  expect(plan(['60', '40']).errors).toBeUndefined();
  expect(plan(['60', '40.01']).errors).toMatchObject([{ pointer: '/deposits', code: 'deposits_beyond_invoice' }]);
});

it.each<[string, ReturnType<typeof plan>, string, string]>([
  ['more than is left', plan(['80.01']), '/deposits/0/amount', 'over_allocated'],
  ['nothing that is left', plan(['1'], { openAmount: '0.00' }), '/deposits/0/amount', 'over_allocated'],
  ['parts of a cent', plan(['0.001']), '/deposits/0/amount', 'amount_scale'],
  ['before it was paid', plan(['1'], { entryDate: '2026-03-06' }), '/deposits/0/depositItemId', 'deposit_too_late'],
  ['on the account of the charge', plan(['1'], { accountCode: '1100' }), '/deposits/0/depositItemId', 'same_account'],
  ['that is a charge', plan(['1'], { amount: '100.00' }), '/deposits/0/depositItemId', 'wrong_side'],
  ['of a vendor', plan(['1'], { control: 'payable' }), '/deposits/0/depositItemId', 'not_receivable'],
  ['of another customer', plan(['1'], { partyId: 'other' }), '/deposits/0/depositItemId', 'other_party'],
  ['of another company', plan(['1'], { legalEntityId: 'other' }), '/deposits/0/depositItemId', 'other_legal_entity'],
  ['in another currency', plan(['1'], { currency: 'USD' }), '/deposits/0/depositItemId', 'other_currency'],
  ['twice', plan(['1', '1'], { id: 'same' }), '/deposits/1/depositItemId', 'item_named_twice'],
  [
    'that is not there',
    planDeposits([{ depositItemId: 'none', amount: '1' }], charged, scope, new Map()),
    '/deposits/0/depositItemId',
    'unknown_item',
  ],
])('is not taken in %s', (_, { errors }, pointer, code) => {
  expect(errors).toMatchObject([{ pointer, code }]);
});

it('is spoken of as the invoice does', () => {
  const messageOf = ({ errors }: ReturnType<typeof plan>) => errors?.map(({ message }) => message);
  expect(messageOf(plan(['1'], { currency: 'USD' }))).toEqual(['The item is in USD, the invoice in EUR.']);
  expect(messageOf(plan(['80.01']))).toEqual(['The deposit has 80.00 EUR open.']);
});
