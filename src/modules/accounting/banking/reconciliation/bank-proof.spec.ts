import { type ProofFacts, proveBankAccount } from './bank-proof.js';

const item = (amount: string, isBookedLater = false) => {
  const of = {
    ledgerLineId: 'l',
    matchId: 'm',
    itemDate: '2026-01-31',
    entryId: 'e',
    description: null,
    reference: null,
  };
  return { ...of, amount, isBookedLater };
};
const facts = (fields: Partial<ProofFacts> = {}): ProofFacts => ({
  bankAccount: { currency: 'EUR', startsOn: '2026-01-01', openingBalance: '100' },
  statement: { id: 's', position: 1, toOn: '2026-01-31', closingBalance: '150' },
  figures: { bookBalance: '150', excludedTotal: '0', isOpeningMatched: true },
  items: [],
  unmatched: [],
  ...fields,
});
const codesOf = (of: Partial<ProofFacts>) => proveBankAccount(facts(of)).open.map(({ code }) => code);
const figures = (fields: object) => ({ figures: { ...facts().figures, ...fields } });

it('is book balance = statement + deposits in transit − outstanding payments', () => {
  const items = [item('20'), item('-7'), item('5')];
  const proof = proveBankAccount(facts({ ...figures({ bookBalance: '168' }), items }));
  expect(proof.open).toEqual([]);
  const { statementBalance, depositsInTransit, outstandingPayments, bookBalance, difference } = proof;
  const texts = [statementBalance, depositsInTransit, outstandingPayments, bookBalance, difference].map(String);
  expect(texts).toEqual(['150', '25', '7', '168', '0']);
});

it.each([
  [{ statement: undefined }, ['no_statement']],
  [figures({ bookBalance: '149.99' }), ['difference']],
  [figures({ excludedTotal: '-1', bookBalance: '151' }), ['excluded_lines', 'difference']],
  [figures({ isOpeningMatched: false }), ['opening_unmatched']],
  [{ items: [item('-50', true)], ...figures({ bookBalance: '100' }) }, ['booked_later']],
])('says of %j what is open', (of, codes) => {
  expect(codesOf(of)).toEqual(codes);
});

it('needs no match of a beginning with nothing', () => {
  const bankAccount = { currency: 'EUR', startsOn: '2026-01-01', openingBalance: '0.00' };
  expect(codesOf({ bankAccount, ...figures({ isOpeningMatched: false }) })).toEqual([]);
});

it('names twenty lines that are not matched, and counts the rest', () => {
  const line = { id: 'l', bookedOn: '2026-01-05', amount: '1', remittance: null, counterpartyName: null };
  const { open } = proveBankAccount(facts({ unmatched: Array.from({ length: 23 }, () => line) }));
  expect(open).toHaveLength(21);
  expect(open.at(-1)!.message).toContain('3 more lines');
});
