import { Decimal } from '#kernel/decimal.js';
import type { OpenItemView } from '../../open-items/open-items.dto.js';
import type { BankStatementLineView } from '../statements/bank-statement-lines.dto.js';
import type { BankLineEntryLine } from './bank-line-entry.dto.js';
import type { LineEntryFacts } from './line-entry-facts.js';
import { type LineEntryPlan, pairsOf, planLineEntry } from './plan-line-entry.js';

const item = (id: string, openAmount: string, fields: Partial<OpenItemView> = {}) =>
  ({
    id,
    openAmount,
    amount: openAmount,
    partyId: 'party',
    accountCode: '1100',
    currency: 'EUR',
    ...fields,
  }) as OpenItemView;

const line = (amount: string): BankStatementLineView =>
  ({
    amount,
    currency: 'EUR',
    legalEntityId: 'entity',
    bankAccountId: 'account',
    bookedOn: '2026-01-05',
    remittance: 'Invoice 17',
    counterparty: { name: 'Ann', iban: null, number: null, bic: null },
    endToEndReference: null,
    creditorReference: null,
    bankReference: 'B-1',
    transactionCode: null,
  }) as BankStatementLineView;

const facts = (amount: string, items: OpenItemView[] = []): LineEntryFacts => ({
  line: line(amount),
  status: 'unmatched',
  survivors: new Map([['party', 'party']]),
  ledgerAccountId: 'bank',
  items,
  expected: new Map([['withheld', new Map([['IRPF', new Decimal(150)]])]]),
  controlAccounts: { receivable: '1100', payable: undefined },
});
const plan = (amount: string, lines: BankLineEntryLine[], items: OpenItemView[] = []) =>
  planLineEntry('match', { statementLineId: 'line', lines }, facts(amount, items));
/** The plan of what can be planned. */
function accepted(...of: Parameters<typeof plan>) {
  const { errors, ...rest } = plan(...of);
  if (errors) throw new Error(JSON.stringify(errors));
  return rest as Omit<Extract<LineEntryPlan, { receipts: unknown }>, 'errors'>;
}
const faultsOf = (amount: string, lines: BankLineEntryLine[], items: OpenItemView[] = []) =>
  plan(amount, lines, items).errors?.map(({ pointer, code }) => `${pointer} ${code}`);

it('posts the bank against its lines, those of parties first, and knows the place of each', () => {
  const lines = [
    { amount: '-2.5', accountCode: '4000' },
    { amount: '252.5', partyId: 'party', settles: [{ openItemId: 'one' }, { openItemId: 'two' }] },
  ];
  const { request, settlements, order } = accepted('250', lines, [item('one', '200'), item('two', '100')]);
  expect(request).toMatchObject({
    entryDate: '2026-01-05',
    description: 'Ann: Invoice 17',
    reference: 'B-1',
    origin: { type: 'bank_match', id: 'match' },
    lines: [{ accountId: 'bank', debit: '250' }, { accountCode: '1100', credit: '252.5' }, { debit: '2.5' }],
  });
  expect(order).toEqual([1, 0]);
  expect(pairsOf(settlements, (place) => `line ${place}`)).toEqual([
    { debitItemId: 'one', creditItemId: 'line 2', amount: '200' },
    { debitItemId: 'two', creditItemId: 'line 2', amount: '52.5' },
  ]);
});

it('settles what the legal entity owes with what goes out', () => {
  const bill = item('bill', '-40', { accountCode: '2100' });
  const { settlements } = accepted(
    '-40',
    [{ amount: '-40', partyId: 'party', settles: [{ openItemId: 'bill' }] }],
    [bill],
  );
  expect(pairsOf(settlements, () => 'own')).toEqual([{ debitItemId: 'own', creditItemId: 'bill', amount: '40' }]);
});

const pays = (...settles: object[]) => [{ amount: '50', partyId: 'party', settles } as BankLineEntryLine];

it.each<[string, BankLineEntryLine[], string[]]>([
  ['sums that differ', [{ amount: '49', accountCode: '1' }], ['/lines sums_differ']],
  ['no amount', [{ amount: '0', accountCode: '1' }], ['/lines/0/amount zero_amount']],
  ['a part of a cent', [{ amount: '50.001', accountCode: '1' }], ['/lines/0/amount amount_scale']],
  ['no account', [{ amount: '50' }], ['/lines/0/accountCode account_required']],
  [
    'no account of vendors',
    [{ amount: '50', partyId: 'party', control: 'payable' }],
    ['/lines/0/accountCode account_required'],
  ],
  ['nobody', [{ amount: '50', partyId: 'nobody' }], ['/lines/0/partyId unknown_party']],
  [
    'items of nobody',
    [{ amount: '50', accountCode: '1', settles: [{ openItemId: 'one' }] }],
    ['/lines/0/settles party_required'],
  ],
  ['no such item', pays({ openItemId: 'none' }), ['/lines/0/settles/0/openItemId unknown_item']],
  ['more than is open', pays({ openItemId: 'one', amount: '31' }), ['/lines/0/settles/0/amount over_allocated']],
  [
    'the same twice',
    pays({ openItemId: 'one', amount: '20' }, { openItemId: 'one', amount: '20' }),
    ['/lines/0/settles/1/amount over_allocated'],
  ],
  [
    'more than is paid',
    pays({ openItemId: 'one' }, { openItemId: 'two', amount: '21' }),
    ['/lines/0/settles/1/amount more_than_line'],
  ],
  ['another currency', pays({ openItemId: 'dollars' }), ['/lines/0/settles/0/openItemId other_currency']],
  ['a credit', pays({ openItemId: 'credit' }), ['/lines/0/settles/0/openItemId wrong_side']],
  [
    'two accounts',
    pays({ openItemId: 'one' }, { openItemId: 'other' }),
    ['/lines/0/settles/1/openItemId other_account'],
  ],
])('refuses %s', (_name, lines, codes) => {
  const items = [
    item('one', '30'),
    item('two', '30'),
    item('dollars', '30', { currency: 'USD' }),
    item('credit', '-30'),
    item('other', '30', { accountCode: '1190' }),
  ];
  expect(faultsOf('50', lines, items)).toEqual(codes);
});

it('posts nothing for a line of no money', () => {
  const lines = [
    { amount: '1', accountCode: '1' },
    { amount: '-1', accountCode: '2' },
  ];
  expect(faultsOf('0', lines)).toEqual([' zero_line']);
});

describe('a line of which something is withheld', () => {
  const irpf = { code: 'IRPF' };
  const settles = [{ openItemId: 'withheld', withholdings: [irpf] }];
  const paid = (amount: string, of: object[] = settles) => ({
    amount,
    partyId: 'party',
    settles: of as typeof settles,
  });
  const items = [item('withheld', '1210'), item('other', '100')];

  it('is a receipt of what is left to be paid of its items', () => {
    const { request, settlements, receipts } = accepted(
      '1160',
      [paid('1160', [...settles, { openItemId: 'other' }])],
      items,
    );
    expect([request, settlements]).toEqual([undefined, []]);
    const [{ index, receipt }] = receipts as [(typeof receipts)[number]];
    expect(index).toBe(0);
    expect(receipt).toMatchObject({
      legalEntityId: 'entity',
      partyId: 'party',
      receivedOn: '2026-01-05',
      amount: '1160',
      currency: 'EUR',
      bankAccountId: 'account',
      reference: 'B-1',
      note: 'Ann: Invoice 17',
      allocations: [
        { openItemId: 'withheld', amount: '1060', withholdings: [irpf] },
        { openItemId: 'other', amount: '100' },
      ],
    });
  });

  it('stands beside an entry for the other lines, which has what they leave of the line', () => {
    const charge = { amount: '-5', accountCode: '4000' };
    const { request, order, receipts } = accepted('1055', [charge, paid('1060')], items);
    expect(request?.lines).toMatchObject([
      { accountId: 'bank', credit: '5' },
      { accountCode: '4000', debit: '5' },
    ]);
    expect([order, receipts.map(({ index }) => index)]).toEqual([[0], [1]]);
  });

  it.each([
    ['a part', '300', {}, '300'],
    ['an amount that is stated', '1210', { amount: '1000' }, '1000'],
    ['less what is stated to be withheld', '1210', { withholdings: [{ code: 'IRPF', amount: '200' }] }, '1010'],
    ['nothing that was not expected', '1210', { withholdings: [{ code: 'OTHER' }] }, '1210'],
  ])('takes %s of the line', (_name, amount, fields, expected) => {
    const { receipts } = accepted(amount, [paid(amount, [{ ...settles[0], ...fields }])], items);
    expect(receipts[0]!.receipt.allocations).toMatchObject([{ amount: expected }]);
  });

  it.each([
    ['what goes out', '-100', [paid('-100')], ['/lines/0/settles/0/openItemId wrong_side']],
    [
      'more than is open',
      '100',
      [paid('100', [{ ...settles[0]!, withholdings: [{ code: 'IRPF', amount: '1210' }] }])],
      ['/lines/0/settles/0/amount over_allocated'],
    ],
    [
      'others that come to nothing',
      '1060',
      [paid('1060'), { amount: '5', accountCode: '3000' }, { amount: '-5', accountCode: '4000' }],
      ['/lines rest_of_nothing'],
    ],
  ])('is refused for %s', (_name, amount, lines, expected) => {
    expect(faultsOf(amount, lines, items)).toEqual(expected);
  });

  it('is refused for a vendor, whose tax the legal entity itself would withhold', () => {
    expect(faultsOf('-100', [paid('-100')], [item('withheld', '-1210')])).toEqual([
      '/lines/0/settles/0/withholdings withheld_of_outgoing',
    ]);
  });

  it('stands in the journal of receipts', () => {
    const body = { statementLineId: 'line', journalCode: 'GENERAL', lines: [paid('1060')] };
    expect(planLineEntry('match', body, facts('1060', items)).errors).toMatchObject([{ pointer: '/journalCode' }]);
  });
});

it('takes taxes out of what was paid, and none of what parties pay', () => {
  const taxes = { direction: 'purchase' as const, taxCodes: ['VAT'], taxAmount: '25.00' };
  expect(accepted('-125', [{ amount: '-125', accountCode: '4000', taxes }]).request).toMatchObject({
    lines: [
      { accountId: 'bank', credit: '125' },
      { debit: '125', taxes: { ...taxes, amountIs: 'gross' } },
    ],
  });
  expect(faultsOf('-125', [{ amount: '-125', partyId: 'party', accountCode: '1100', taxes }])).toEqual([
    '/lines/0/taxes taxes_of_party',
  ]);
});
