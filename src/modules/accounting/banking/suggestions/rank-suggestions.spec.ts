import { certainLines, type ItemCandidate, rankSuggestions } from './rank-suggestions.js';

const item = (fields: Partial<ItemCandidate> = {}): ItemCandidate => ({
  lineId: 'line',
  openItemId: 'item',
  partyId: 'party',
  open: '100',
  hasReference: false,
  hasIban: false,
  hasName: false,
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
const best = (...items: ItemCandidate[]) => rankSuggestions(amounts, [], items).get('line')![0]!;

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
  expect(rankSuggestions(amounts, [ledger(fields)], []).get('line')).toMatchObject([{ score, ledgerLineId: 'ledger' }]);
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
  expect(best(item({ hasReference: true, open: '150' })).items).toEqual([{ openItemId: 'item', amount: '100' }]);
});

it('is certain of what is far ahead, and of nothing that two lines may be', () => {
  const sure = rankSuggestions(amounts, [ledger()], [item({ hasReference: true, hasIban: true })]);
  expect([...certainLines(sure)]).toEqual(['line']);
  const close = rankSuggestions(amounts, [ledger({ hasReference: true })], [item({ hasReference: true })]);
  expect([...certainLines(close)]).toEqual([]);
  const weak = rankSuggestions(amounts, [], [item({ hasIban: true })]);
  expect([...certainLines(weak)]).toEqual([]);
  const both = rankSuggestions(
    amounts,
    [],
    [item({ hasReference: true }), item({ hasReference: true, lineId: 'other' })],
  );
  expect([...certainLines(both)]).toEqual([]);
});

it('shows the five most likely, in one order', () => {
  const many = Array.from({ length: 9 }, (_, index) => item({ openItemId: `item-${9 - index}`, hasIban: true }));
  const found = rankSuggestions(amounts, [], many).get('line')!;
  expect(found.map(({ items }) => items[0]!.openItemId)).toEqual(['item-1', 'item-2', 'item-3', 'item-4', 'item-5']);
});
