import type { ItemCandidate } from './item-candidate.js';
import { certainLines, rankSuggestions } from './rank-suggestions.js';

const item = (fields: Partial<ItemCandidate> = {}): ItemCandidate => ({
  total: '100',
  lineId: 'line',
  openItemId: 'item',
  partyId: 'party',
  open: '100',
  hasReference: false,
  hasIban: false,
  hasName: false,
  withheld: [],
  ...fields,
});
const ledger = (fields: object = {}) => ({
  lineId: 'line',
  ledgerLineId: 'ledger',
  hasReference: false,
  days: 0,
  ...fields,
});
const amounts = new Map([
  ['line', '100'],
  ['other', '100'],
]);
const best = (...items: ItemCandidate[]) => rankSuggestions(amounts, { ledger: [], items }).get('line')![0]!;

it.each([
  [{ hasReference: true, hasIban: true }, 100, ['reference', 'amount', 'party_iban']],
  [{ hasReference: true }, 90, ['reference', 'amount']],
  [{ hasReference: true, open: '150' }, 55, ['reference']],
  [{ hasIban: true }, 65, ['amount', 'party_iban']],
  [{ hasName: true }, 55, ['amount', 'party_name']],
  [{ hasName: true, hasIban: true }, 65, ['amount', 'party_iban']],
])('gives an item with %j the score %d for %j', (fields, score, reasons) => {
  expect(best(item(fields))).toMatchObject({ score, reasons });
});

it.each([
  [{}, 75],
  [{ days: 6 }, 65],
  [{ hasReference: true }, 100],
])('gives a line of the books with %j the score %d', (fields, score) => {
  expect(rankSuggestions(amounts, { ledger: [ledger(fields)], items: [] }).get('line')).toMatchObject([
    { score, ledgerLineId: 'ledger' },
  ]);
});

it('takes several items of a party together where their references and their sum agree, and no more than is paid', () => {
  const [one, two] = [
    item({ hasReference: true, openItemId: 'one', open: '60' }),
    item({ hasReference: true, openItemId: 'two', open: '40' }),
  ];
  expect(best(one, two)).toMatchObject({
    score: 90,
    items: [{ openItemId: 'one' }, { openItemId: 'two', amount: '40' }],
  });
  expect(best(one, item({ hasReference: true, openItemId: 'two', open: '41' })).items).toHaveLength(1);
  expect(best(one, { ...two, partyId: 'another' }).items).toHaveLength(1);
  expect(best(item({ hasReference: true, open: '150' })).items).toEqual([
    { openItemId: 'item', amount: '100', open: '150', withheld: [] },
  ]);
});

it('is certain of what is far ahead, and of nothing that two lines may be', () => {
  const sure = rankSuggestions(amounts, { ledger: [ledger()], items: [item({ hasReference: true, hasIban: true })] });
  expect([...certainLines(sure)]).toEqual(['line']);
  const close = rankSuggestions(amounts, {
    ledger: [ledger({ hasReference: true })],
    items: [item({ hasReference: true })],
  });
  expect([...certainLines(close)]).toEqual([]);
  const weak = rankSuggestions(amounts, { ledger: [], items: [item({ hasIban: true })] });
  expect([...certainLines(weak)]).toEqual([]);
  const both = rankSuggestions(amounts, {
    ledger: [],
    items: [item({ hasReference: true }), item({ hasReference: true, lineId: 'other' })],
  });
  expect([...certainLines(both)]).toEqual([]);
});

it('shows the five most likely, in one order', () => {
  const many = Array.from({ length: 9 }, (_, index) => item({ openItemId: `item-${9 - index}`, hasIban: true }));
  const found = rankSuggestions(amounts, { ledger: [], items: many }).get('line')!;
  expect(found.map(({ items }) => items[0]!.openItemId)).toEqual(['item-1', 'item-2', 'item-3', 'item-4', 'item-5']);
});

it('takes items of a known payer together where the line names none', () => {
  const [one, two] = [
    item({ openItemId: 'one', open: '60', hasIban: true }),
    item({ openItemId: 'two', open: '40', hasIban: true }),
  ];
  const found = rankSuggestions(amounts, { ledger: [], items: [], ofParties: [one, two] });
  expect(found.get('line')).toMatchObject([{ score: 65, items: [{ openItemId: 'one' }, { openItemId: 'two' }] }]);
  expect([...certainLines(found)]).toEqual([]);
  expect(rankSuggestions(amounts, { ledger: [], items: [], ofParties: [one] }).size).toBe(0);
});

it('puts what a rule says first, and is certain of it unless the books have the line already', () => {
  const rules = [{ lineId: 'line', ruleId: 'rule', ruleVersion: 3, partyId: null }];
  const likely = rankSuggestions(amounts, { ledger: [ledger({ days: 6 })], items: [], rules });
  expect(likely.get('line')).toMatchObject([{ score: 100, reasons: ['rule'], ruleId: 'rule', ruleVersion: 3 }, {}]);
  expect([...certainLines(likely)]).toEqual(['line']);
  const booked = rankSuggestions(amounts, { ledger: [ledger()], items: [], rules });
  expect(booked.get('line')![0]!.ruleId).toBe('rule');
  expect([...certainLines(booked)]).toEqual([]);
});

it('is as if what was rejected had not been found', () => {
  const found = { ledger: [ledger()], items: [item({ hasReference: true })] };
  const left = rankSuggestions(amounts, found, ({ ledgerLineId }) => ledgerLineId !== null);
  expect(left.get('line')).toMatchObject([{ score: 90, partyId: 'party' }]);
  expect([...certainLines(left)]).toEqual(['line']);
});

describe('what is to be withheld', () => {
  const irpf = (amount: string) => [{ code: 'IRPF', amount }];
  const net = item({ hasReference: true, open: '115', withheld: irpf('15') });

  it.each([
    [{ hasReference: true }, 90, ['reference', 'amount', 'withholding']],
    [{ hasReference: true, hasIban: true }, 100, ['reference', 'amount', 'withholding', 'party_iban']],
    [{ hasIban: true }, 65, ['amount', 'withholding', 'party_iban']],
    [{ hasName: true }, 55, ['amount', 'withholding', 'party_name']],
  ])(
    'makes an item with %j that is paid less it as likely as one that is paid wholly: %d',
    (fields, score, reasons) => {
      const found = rankSuggestions(amounts, { ledger: [], items: [{ ...net, hasReference: false, ...fields }] });
      expect(found.get('line')).toMatchObject([
        { score, reasons, items: [{ openItemId: 'item', amount: '100', open: '115', withheld: irpf('15') }] },
      ]);
      expect(certainLines(found).size).toBe(score >= 85 ? 1 : 0);
    },
  );

  it('is taken under all codes, and is not guessed of a part', () => {
    const two = [...irpf('10'), { code: 'IIBB', amount: '5' }];
    expect(best({ ...net, withheld: two }).items).toMatchObject([{ amount: '100', withheld: two }]);
    expect(best({ ...net, open: '215' })).toMatchObject({
      score: 55,
      reasons: ['reference'],
      items: [{ withheld: [] }],
    });
  });

  it('is not taken of an item that is paid wholly', () => {
    expect(best({ ...net, open: '100' })).toMatchObject({ score: 90, reasons: ['reference', 'amount'] });
    expect(best({ ...net, open: '100' }).items).toMatchObject([{ amount: '100', withheld: [] }]);
  });

  it('leaves neither certain where one item is of the amount, and another less it', () => {
    const found = rankSuggestions(amounts, {
      ledger: [],
      items: [net, item({ hasReference: true, openItemId: 'whole' })],
    });
    expect(found.get('line')!.map(({ score }) => score)).toEqual([90, 90]);
    expect([...certainLines(found)]).toEqual([]);
  });

  it('is taken of all items that a line names, and of those that sum up together', () => {
    const [one, two] = [
      item({ hasReference: true, openItemId: 'one', open: '69', withheld: irpf('9') }),
      item({ hasReference: true, openItemId: 'two', open: '40' }),
    ];
    const expected = {
      reasons: ['reference', 'amount', 'withholding'],
      items: [
        { openItemId: 'one', amount: '60', open: '69', withheld: irpf('9') },
        { openItemId: 'two', amount: '40', open: '40', withheld: [] },
      ],
    };
    expect(best(one, two)).toMatchObject({ score: 90, ...expected });
    const ofParties = [one, two].map((each) => ({ ...each, hasReference: false, hasIban: true }));
    const found = rankSuggestions(amounts, { ledger: [], items: [], ofParties }).get('line')!;
    expect(found).toMatchObject([{ score: 65, items: expected.items }]);
  });

  it('shows both where items sum up with and without it', () => {
    const of = (openItemId: string, open: string, withheld: ItemCandidate['withheld'] = []) =>
      item({ openItemId, open, withheld, hasIban: true });
    const ofParties = [of('a', '60'), of('b', '40'), of('c', '50', irpf('10'))];
    const found = rankSuggestions(amounts, { ledger: [], items: [], ofParties }).get('line')!;
    expect(found).toMatchObject([{ score: 65 }]);
    const both = [of('a', '60', irpf('20')), of('b', '40'), of('c', '80', irpf('20'))];
    const ways = rankSuggestions(amounts, { ledger: [], items: [], ofParties: both }).get('line')!;
    expect(ways.map(({ items }) => items.map(({ openItemId }) => openItemId).join())).toEqual(['a,b', 'a,c']);
  });
});

describe('what is kept for paying early', () => {
  const early = item({ hasReference: true, total: '102', open: '102', discount: '2' });
  const irpf = (amount: string) => [{ code: 'IRPF', amount }];
  const ranked = (...items: ItemCandidate[]) => rankSuggestions(amounts, { ledger: [], items });

  it('makes an item that is paid less it as likely as one that is paid wholly', () => {
    const found = ranked(early);
    expect(found.get('line')).toEqual([
      expect.objectContaining({
        score: 90,
        reasons: ['reference', 'amount', 'early_discount'],
        items: [{ openItemId: 'item', amount: '100', open: '102', withheld: [], discount: '2' }],
      }),
    ]);
    expect(certainLines(found).size).toBe(1);
    expect(ranked({ ...early, hasReference: false, hasIban: true }).get('line')).toMatchObject([{ score: 65 }]);
  });

  it('is not taken of an item that is paid wholly or in part', () => {
    const [whole] = ranked({ ...early, open: '100' }).get('line')!;
    expect(whole).toMatchObject({ reasons: ['reference', 'amount'] });
    expect(whole!.items).toEqual([{ openItemId: 'item', amount: '100', open: '100', withheld: [] }]);
    const [part] = ranked({ ...early, open: '200', discount: '4' }).get('line')!;
    expect(part).toMatchObject({ reasons: ['reference'] });
    expect(part!.items[0]).not.toHaveProperty('discount');
  });

  it('goes with what is withheld, and what may be either is certain of neither', () => {
    const both = best({ ...early, open: '117', withheld: irpf('15') });
    expect(both).toMatchObject({ score: 90, reasons: ['reference', 'amount', 'withholding', 'early_discount'] });
    expect(both.items).toMatchObject([{ amount: '100', open: '117', withheld: irpf('15'), discount: '2' }]);
    const either = ranked({ ...early, withheld: irpf('2') });
    expect(either.get('line')!.map(({ reasons }) => reasons[2])).toEqual(['withholding', 'early_discount']);
    expect(certainLines(either).size).toBe(0);
    const another = ranked(early, item({ hasReference: true, openItemId: 'whole' }));
    expect(certainLines(another).size).toBe(0);
  });

  it('is taken of all items that a line names, and of those of a payer that sum up', () => {
    const [one, two] = [
      { ...early, openItemId: 'one', open: '61', discount: '1' },
      item({ hasReference: true, openItemId: 'two', open: '40' }),
    ];
    const items = [
      { openItemId: 'one', amount: '60', open: '61', withheld: [], discount: '1' },
      { openItemId: 'two', amount: '40', open: '40', withheld: [] },
    ];
    expect(best(one, two)).toMatchObject({ score: 90, items });
    const ofParties = [one, two].map((each) => ({ ...each, hasReference: false, hasIban: true }));
    const found = rankSuggestions(amounts, { ledger: [], items: [], ofParties }).get('line')!;
    expect(found).toMatchObject([{ score: 65, reasons: ['amount', 'early_discount', 'party_iban'], items }]);
  });

  it('tells each way of those that sum up once', () => {
    const of = (openItemId: string, open: string, fields: Partial<ItemCandidate> = {}) =>
      item({ openItemId, open, hasIban: true, ...fields });
    const told = (...ofParties: ItemCandidate[]) =>
      rankSuggestions(amounts, { ledger: [], items: [], ofParties })
        .get('line')!
        .map(({ items, reasons }) => [items.map(({ openItemId }) => openItemId).join('+'), ...reasons].join(' '));
    const [one, two] = [of('a', '70', { withheld: irpf('10') }), of('b', '40')];
    // With the discount of the third there is no other way for the two.
    expect(told(one, two, of('c', '500', { discount: '1' }))).toEqual(['a+b amount withholding party_iban']);
    expect(told(one, of('c', '41', { discount: '1' }), of('d', '60'))).toEqual([
      'a+c amount withholding early_discount party_iban',
      'c+d amount early_discount party_iban',
    ]);
  });
});
