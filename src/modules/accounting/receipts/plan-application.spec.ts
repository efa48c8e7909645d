import type { OpenItemView } from '../open-items/open-items.dto.js';
import { planApplication } from './plan-application.js';

const item = (id: string, change: Partial<OpenItemView>): OpenItemView => ({
  id,
  legalEntityId: 'entity',
  partyId: 'party',
  partyNumber: '1',
  partyName: 'Nordlicht GmbH',
  control: 'receivable',
  accountCode: '1100',
  entryId: 'entry',
  lineNumber: 1,
  description: 'Invoice',
  reference: null,
  entryDate: '2026-03-01',
  dueOn: null,
  currency: 'EUR',
  amount: '60.00',
  openAmount: '60.00',
  functionalAmount: '60.00',
  functionalOpenAmount: '60.00',
  status: 'open',
  dunningLevel: 0,
  lastRemindedOn: null,
  updatedAt: '2026-03-01T00:00:00.000Z',
  ...change,
});
const ofDeposit = { accountCode: '2450', amount: '-100.00', openAmount: '-80.00', entryDate: '2026-02-01' };
const deposit = item('deposit', ofDeposit);
const scope = { legalEntityId: 'entity', partyId: 'party', partyName: 'Nordlicht GmbH' };
const plan = (charges: Partial<OpenItemView>[], amounts: string[], change: object = {}, appliedOn = '2026-03-10') => {
  const items = [item('deposit', { ...ofDeposit, ...change }), ...charges.map((one, at) => item(`charge${at}`, one))];
  const allocations = amounts.map((amount, at) => ({ openItemId: `charge${at}`, amount }));
  const wish = { depositItemId: 'deposit', appliedOn, allocations };
  return planApplication(wish, scope, new Map(items.map((one) => [one.id, one])));
};

describe('a deposit', () => {
  it('pays several charges, as far as it goes', () => {
    const planned = plan([{}, { accountCode: '1110' }], ['60', '20']);
    if (planned.errors) throw new Error(planned.errors[0]!.message);
    expect(planned.deposit).toEqual(deposit);
    expect(planned.amount.toString()).toBe('80');
    expect(planned.payments.map(({ item: { id }, amount }) => [id, amount.toString()])).toEqual([
      ['charge0', '60'],
      ['charge1', '20'],
    ]);
  });

  it.each<[string, ReturnType<typeof plan>, string, string]>([
    ['more than is left', plan([{}, {}], ['60', '20.01']), '/allocations', 'over_allocated'],
    ['more than the charge', plan([{}], ['60.01']), '/allocations/0/amount', 'over_allocated'],
    ['parts of a cent', plan([{}], ['1.001']), '/allocations/0/amount', 'amount_scale'],
    ['before it was paid', plan([{}], ['1'], { entryDate: '2026-03-11' }), '/depositItemId', 'applied_too_early'],
    ['before the charge', plan([{ entryDate: '2026-03-11' }], ['1']), '/allocations/0/openItemId', 'applied_too_early'],
    ['on one account', plan([{ accountCode: '2450' }], ['1']), '/allocations/0/openItemId', 'same_account'],
    ['that is a charge', plan([{}], ['1'], { amount: '100.00' }), '/depositItemId', 'wrong_side'],
    ['of another customer', plan([{}], ['1'], { partyId: 'other' }), '/depositItemId', 'other_party'],
    ['to a credit', plan([{ amount: '-60.00' }], ['1']), '/allocations/0/openItemId', 'wrong_side'],
    ['to another currency', plan([{ currency: 'USD' }], ['1']), '/allocations/0/openItemId', 'other_currency'],
    ['to what is not there', plan([], ['1']), '/allocations/0/openItemId', 'unknown_item'],
  ])('%s is refused', (_, { errors }, pointer, code) => {
    expect(errors).toMatchObject([{ pointer, code }]);
  });

  it('and its charges are spoken of each as what they are', () => {
    const messageOf = ({ errors }: ReturnType<typeof plan>) => errors?.map(({ message }) => message);
    expect(messageOf(plan([{}, {}], ['60', '20.01']))).toEqual(['The deposit has 80.00 EUR open.']);
    expect(messageOf(plan([{}], ['60.01']))).toEqual(['The item has 60.00 EUR open.']);
    expect(messageOf(plan([{ currency: 'USD' }], ['1']))).toEqual(['The item is in USD, the document in EUR.']);
  });
});
