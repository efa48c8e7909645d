import { Decimal, zero } from '#kernel/decimal.js';
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

/** Two per cent until the day after the line, one for some days more. */
const offer = {
  steps: [
    { untilOn: '2026-01-06', percentage: '2', amount: null },
    { untilOn: '2026-01-10', percentage: '1', amount: null },
  ],
  granted: zero,
};

const facts = (amount: string, items: OpenItemView[] = []): LineEntryFacts => ({
  line: line(amount),
  status: 'unmatched',
  survivors: new Map([['party', 'party']]),
  ledgerAccountId: 'bank',
  items,
  expected: new Map([['withheld', new Map([['IRPF', new Decimal(150)]])]]),
  discounts: new Map([
    ['early', offer],
    ['withheld', offer],
  ]),
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

  it('stands in the journal of receipts, its taxes on the day of payment', () => {
    const body = { statementLineId: 'line', journalCode: 'GENERAL', taxPointOn: '2026-01-02' };
    const planned = (lines: BankLineEntryLine[]) => planLineEntry('match', { ...body, lines }, facts('1061', items));
    expect(planned([{ ...paid('1060'), amount: '1061' }]).errors).toMatchObject([
      { pointer: '/journalCode', code: 'journal_of_receipts' },
      { pointer: '/taxPointOn', code: 'tax_point_of_receipts' },
    ]);
    expect(planned([paid('1060'), { amount: '1', accountCode: '4000' }]).errors).toBeUndefined();
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

describe('a line of which a discount is taken', () => {
  const paid = (amount: string, of: object, fields: object = {}) => [
    { amount, partyId: 'party', settles: [{ openItemId: 'early', ...of }], ...fields } as BankLineEntryLine,
  ];
  const items = [item('early', '100'), item('withheld', '1210')];
  const allocationsOf = (...of: Parameters<typeof accepted>) => accepted(...of).receipts[0]?.receipt.allocations;
  const withheld = { openItemId: 'withheld', withholdings: [{ code: 'IRPF' }] };

  it.each<[string, string, object, object]>([
    ['what is left to be paid', '98', { takeDiscount: true }, { amount: '98', takeDiscount: true }],
    ['less what is named', '120', { discount: '3', discountReason: 'Why' }, { amount: '97', discount: '3' }],
    ['a part', '50', { takeDiscount: true }, { amount: '50' }],
    ['an amount that is stated', '98', { amount: '49', takeDiscount: true }, { amount: '49' }],
    // 1,210.00 less 2 % and 150.00: what is withheld earns a discount like what is paid.
    ['less what is withheld, too', '2000', { ...withheld, takeDiscount: true }, { amount: '1035.8' }],
  ])('is a receipt of %s', (_name, amount, of, expected) => {
    expect(allocationsOf(amount, paid(amount, of), items)).toMatchObject([expected]);
  });

  it.each([
    ['2026-01-06', '98'],
    ['2026-01-07', '99'],
    ['2026-01-11', '100'],
  ])('takes what holds on the day of the entry, %s', (entryDate, expected) => {
    const body = { statementLineId: 'line', entryDate, lines: paid('120', { takeDiscount: true }) };
    const { receipts } = planLineEntry('match', body, facts('120', items)) as Extract<LineEntryPlan, { order: object }>;
    expect(receipts[0]!.receipt).toMatchObject({ receivedOn: entryDate, allocations: [{ amount: expected }] });
  });

  it('takes no more than is left of the offer', () => {
    const known = {
      ...facts('120', items),
      discounts: new Map([['early', { ...offer, granted: new Decimal('1.5') }]]),
    };
    const lines = paid('120', { takeDiscount: true });
    const { receipts } = planLineEntry('match', { statementLineId: 'line', lines }, known) as ReturnType<
      typeof accepted
    >;
    expect(receipts[0]!.receipt.allocations).toMatchObject([{ amount: '99.5' }]);
  });

  it('is a receipt where a difference is accepted, and an entry where the discount is not taken', () => {
    const [planned] = accepted('99.95', paid('99.95', {}, { differenceTolerance: '0.05' }), items).receipts;
    expect(planned?.receipt).toMatchObject({
      amount: '99.95',
      differenceTolerance: '0.05',
      allocations: [{ amount: '99.95' }],
    });
    expect(accepted('98', paid('98', { takeDiscount: false }), items).receipts).toEqual([]);
  });

  const tolerance = { differenceTolerance: '0.05' };
  it.each<[string, string, BankLineEntryLine[], string]>([
    ['what goes out', '-98', paid('-98', { takeDiscount: true }), 'settles/0/takeDiscount discount_of_outgoing'],
    ['what goes out, named', '-98', paid('-98', { discount: '2' }), 'settles/0/discount discount_of_outgoing'],
    ['a reason alone', '-98', paid('-98', { discountReason: 'Why' }), 'settles/0/discountReason discount_of_outgoing'],
    ['the whole', '98', paid('98', { discount: '100' }), 'settles/0/amount over_allocated'],
    ['a difference of what goes out', '-98', paid('-98', {}, tolerance), 'differenceTolerance difference_of_outgoing'],
    [
      'a difference of no item',
      '98',
      paid('98', {}, { ...tolerance, settles: [] }),
      'differenceTolerance items_required',
    ],
    [
      'a difference of nobody',
      '98',
      [{ amount: '98', accountCode: '4000', ...tolerance }],
      'differenceTolerance party_required',
    ],
  ])('is refused for %s', (_name, amount, lines, expected) => {
    const owed = [item('early', amount.startsWith('-') ? '-100' : '100')];
    expect(faultsOf(amount, lines, owed)).toEqual([`/lines/0/${expected}`]);
  });
});
