import { Decimal } from '#kernel/decimal.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { planRefund, type RefundFacts } from './plan-refund.js';
import type { RefundedItem } from './refunds.dto.js';

const credit = (change: Partial<OpenItemView> = {}): OpenItemView =>
  ({
    id: 'credit',
    legalEntityId: 'books',
    partyId: 'customer',
    partyName: 'Customer',
    control: 'receivable',
    accountCode: '1100',
    currency: 'EUR',
    amount: '-1000.00',
    openAmount: '-1000.00',
    ...change,
  }) as OpenItemView;
const code = (name: string) => ({ id: name, accountId: 'claim', accountCode: '1690', status: 'inactive' as const });
const plan = (
  wish: Omit<RefundedItem, 'openItemId'>,
  left: Record<string, string> = { IRPF: '150' },
  item = credit(),
) => {
  const facts: RefundFacts = {
    items: new Map([[item.id, item]]),
    withholdingCodes: new Map(['IRPF', 'IIBB'].map((name) => [name, code(name)])),
    takenBack: new Map([[item.id, new Map(Object.entries(left).map(([of, amount]) => [of, new Decimal(amount)]))]]),
    functionalCurrency: 'EUR',
  };
  const made = planRefund(
    [{ openItemId: 'CREDIT', ...wish }],
    { legalEntityId: 'books', partyId: 'customer', partyName: 'Customer' },
    facts,
  );
  if (made.errors) return made.errors.map(({ pointer, code: fault }) => `${pointer} ${fault}`);
  const [{ amount, withheld }] = made.refunded as [(typeof made.refunded)[number]];
  return [amount, ...withheld.map((one) => one.amount)].map((one) => one.toFixed(2));
};
const irpf = { code: 'IRPF' };

it.each<[string, Parameters<typeof plan>, string[]]>([
  ['all that is open', [{}], ['1000.00']],
  ['a part of it', [{ amount: '40' }], ['40.00']],
  ['the rest beside what is taken back', [{ withholding: irpf }], ['850.00', '150.00']],
  ['the rest beside what is said', [{ withholding: { ...irpf, amount: '90' } }], ['910.00', '90.00']],
  ['a part with its share', [{ amount: '425', withholding: irpf }], ['425.00', '75.00']],
  ['a third to the cent', [{ amount: '283.33', withholdings: [irpf] }], ['283.33', '50.00']],
  [
    'beside several codes',
    [{ withholdings: [irpf, { code: 'IIBB' }] }, { IRPF: '150', IIBB: '20' }],
    ['830.00', '150.00', '20.00'],
  ],
  [
    'beside one that is said',
    [{ withholdings: [irpf, { code: 'IIBB', amount: '30' }] }, { IRPF: '150', IIBB: '20' }],
    ['820.00', '150.00', '30.00'],
  ],
])('pays back %s', (_, wish, amounts) => {
  expect(plan(...wish)).toEqual(amounts);
});

it.each<[string, Parameters<typeof plan>, string]>([
  ['more than is open', [{ amount: '1000.01' }], '/items/0/amount over_allocated'],
  [
    'more than is open with what is taken back',
    [{ amount: '900', withholding: { ...irpf, amount: '101' } }],
    '/items/0/withholding over_allocated',
  ],
  [
    'nothing',
    [{ withholding: irpf }, { IRPF: '150' }, credit({ openAmount: '-150.00' })],
    '/items/0/withholding nothing_paid_back',
  ],
  [
    'below nothing',
    [{ withholding: irpf }, { IRPF: '150' }, credit({ openAmount: '-100.00' })],
    '/items/0/withholding nothing_paid_back',
  ],
  ['where nothing is open', [{}, {}, credit({ openAmount: '0.00' })], '/items/0/openItemId over_allocated'],
  ['where nothing is to be taken back', [{ withholding: irpf }, {}], '/items/0/withholding nothing_expected'],
  ['of a charge', [{}, {}, credit({ amount: '1000.00' })], '/items/0/openItemId wrong_side'],
  [
    'in another currency',
    [{ withholding: { ...irpf, amount: '1' } }, {}, credit({ currency: 'USD' })],
    '/items/0/withholding withholding_currency',
  ],
])('never pays back %s', (_, wish, fault) => {
  expect(plan(...wish)).toEqual([fault]);
});
