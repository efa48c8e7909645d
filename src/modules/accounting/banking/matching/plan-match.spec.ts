import { planMatch, type WantedMatch } from './plan-match.js';

const told = (id: string, amount: string, fields: object = {}) => {
  return { id, amount, bankAccountId: 'bank', status: 'unmatched', ...fields };
};
const booked = (id: string, amount: string, fields: object = {}) => {
  return { id, amount, bankAccountId: 'bank', matchId: null, ...fields };
};

function wanted(
  statementLines: WantedMatch['statementLines'],
  ledgerLines: WantedMatch['ledgerLines'] = [],
): WantedMatch {
  const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);
  return {
    bankAccount: { id: 'bank', currency: 'EUR' },
    statementLineIds: ids(statementLines),
    ledgerLineIds: ids(ledgerLines),
    statementLines,
    ledgerLines,
  };
}
const codesOf = (of: WantedMatch) => planMatch(of).errors?.map(({ pointer, code }) => `${pointer} ${code}`);

it.each([
  ['one with one', [told('a', '10')], [booked('x', '10.00')]],
  ['one with several', [told('a', '10')], [booked('x', '12'), booked('y', '-2')]],
  ['several with one', [told('a', '4'), told('b', '6')], [booked('x', '10')]],
  ['lines of the bank that cancel each other out', [told('a', '4'), told('b', '-4')], []],
  ['lines of the books that do', [], [booked('x', '4'), booked('y', '-4')]],
])('matches %s', (_name, lines, ledger) => {
  expect(planMatch(wanted(lines, ledger)).parts).toHaveLength(lines.length + ledger.length);
});

it.each([
  ['sums that differ', [told('a', '10')], [booked('x', '10.01')], [' sums_differ']],
  ['a line alone', [told('a', '0')], [], [' nothing_to_match']],
  ['nothing', [], [], [' nothing_to_match']],
  ['an announced line', [told('a', '1', { status: 'announced' })], [], ['/statementLineIds/0 announced']],
  ['an excluded line', [told('a', '1', { status: 'excluded' })], [], ['/statementLineIds/0 taken']],
  ['a matched line of the books', [], [booked('x', '1', { matchId: 'm' })], ['/ledgerLineIds/0 taken']],
  [
    'lines of another bank account',
    [told('a', '1', { bankAccountId: 'other' })],
    [booked('x', '1', { bankAccountId: 'other' })],
    ['/statementLineIds/0 other_bank_account', '/ledgerLineIds/0 other_bank_account'],
  ],
])('refuses %s', (_name, lines, ledger, codes) => {
  expect(codesOf(wanted(lines, ledger))).toEqual(codes);
});

it('refuses lines that there are not', () => {
  const of = { ...wanted([], []), statementLineIds: ['a'], ledgerLineIds: ['x'] };
  expect(codesOf(of)).toEqual(['/statementLineIds/0 unknown_line', '/ledgerLineIds/0 unknown_line']);
});

it('takes the balance of the beginning as a part of the bank', () => {
  const opening = { ...wanted([told('a', '5')], [booked('x', '105')]), openingBalance: '100' };
  expect(planMatch(opening).parts).toContainEqual({ statementLineId: null, ledgerLineId: null, amount: '100' });
  expect(codesOf({ ...opening, openingBalance: '99' })).toEqual([' sums_differ']);
});
