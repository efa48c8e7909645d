import fc from 'fast-check';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal, sum } from '#kernel/decimal.js';
import { emptyTransaction, type ReadLine, type ReadStatement } from '../reading/read-statement.js';
import { StatementFindings } from '../reading/statement-findings.js';
import { findBankAccount, namesAnother } from './find-bank-account.js';
import { planStatements } from './plan-statements.js';
import type { BankAccountFacts } from './planned-statement.js';

const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}` as CalendarDate;
const line = (on: number, amount: string, bankReference: string | null = null): ReadLine => ({
  ...emptyTransaction,
  place: 1,
  bookedOn: day(on),
  valuedOn: null,
  amount,
  currency: 'EUR',
  bankReference,
  transactionCode: null,
  isReversal: false,
  details: [],
});
const range = (lines: ReadLine[]): ReadStatement => ({
  kind: 'statement',
  place: 1,
  reference: null,
  number: null,
  account: { iban: 'DE02120300000000202051', number: null, bank: null, currency: 'EUR' },
  from: null,
  to: null,
  balances: [],
  lines,
});
const empty: BankAccountFacts = {
  id: 'b',
  legalEntityId: 'l',
  name: 'Bank',
  currency: 'EUR',
  startsOn: '2026-01-01',
  openingBalance: new Decimal(0),
  last: undefined,
  digests: new Map(),
  occurrences: new Map(),
};

it('counts every line of ranges that overlap once, however they are cut', () => {
  const lines = fc.array(fc.record({ on: fc.integer({ min: 1, max: 5 }), amount: fc.constantFrom('1', '2', '-3') }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(lines, fc.nat(20), fc.nat(20), (drawn, from, to) => {
      const all = drawn.toSorted((a, b) => a.on - b.on).map(({ on, amount }) => line(on, amount));
      // A day is told whole, as banks do.
      const untilDay = all[to % all.length]!.bookedOn;
      const fromDay = all[from % all.length]!.bookedOn;
      const [first, second] = [
        all.filter((one) => one.bookedOn <= untilDay),
        all.filter((one) => one.bookedOn >= fromDay),
      ];
      const rest = all.filter((one) => one.bookedOn > untilDay);
      const findings = new StatementFindings();
      const outcomes = planStatements('csv', [range(first), range(second), range(rest)], empty, findings);
      const kept = outcomes.flatMap(({ planned }) => planned?.lines ?? []);
      expect(kept).toHaveLength(all.length);
      expect(findings.faults).toEqual([]);
      const last = outcomes
        .flatMap(({ planned }) => planned?.chain ?? [])
        .toSorted((a, b) => a.position - b.position)
        .at(-1)!;
      expect(last.closing.eq(sum(all.map(({ amount }) => new Decimal(amount))))).toBe(true);
    }),
  );
});

it('takes statements of a file in the order of time, each after the one before', () => {
  const stated = (opening: string, closing: string, on: number): ReadStatement => ({
    ...range([line(on, new Decimal(closing).minus(opening).toFixed(), `R${on}`)]),
    balances: [
      { type: 'opening', amount: opening, currency: 'EUR', date: day(on) },
      { type: 'closing', amount: closing, currency: 'EUR', date: day(on) },
    ],
  });
  const findings = new StatementFindings();
  const outcomes = planStatements('camt', [stated('5', '9', 3), stated('0', '5', 2)], empty, findings);
  expect(outcomes.map(({ planned }) => planned?.chain?.position)).toEqual([1, 2]);
  expect(outcomes[1]?.planned?.chain?.previousId).toBe(outcomes[0]?.planned?.id);
  planStatements('camt', [stated('0', '5', 2), stated('6', '9', 3)], empty, findings);
  expect(findings.faults).toMatchObject([{ code: 'does_not_chain' }]);
});

it.each([
  [{ iban: 'DE02120300000000202051', number: null, bank: null }, 'a'],
  [{ iban: null, number: 'DE02120300000000202051', bank: null }, 'a'],
  [{ iban: null, number: '0000202051', bank: '12030000' }, 'a'],
  [{ iban: null, number: '202051', bank: '99999999' }, undefined],
  [{ iban: null, number: '123-4', bank: null }, 'c'],
  [{ iban: 'NL91ABNA0417164300', number: null, bank: null }, undefined],
])('finds the account that the file names: %j', (named, id) => {
  const accounts = [
    { id: 'a', iban: 'DE02120300000000202051', number: null, currency: 'EUR' },
    { id: 'b', iban: 'DE02120300000000202051', number: null, currency: 'USD' },
    { id: 'c', iban: null, number: '1234', currency: 'EUR' },
  ];
  const statement = { ...range([]), account: { ...named, currency: 'EUR' } };
  expect(findBankAccount(statement, accounts).account?.id).toBe(id);
  // Whoever names the account knows it better than a domestic number that has another form.
  expect(namesAnother(statement, accounts[0]!)).toBe(named.iban !== null && id !== 'a');
});
