import {
  brokenCheck,
  createLedgerDatabase,
  expectRefusedUntilMended,
  type Fault,
  type LedgerDatabase,
  type TwoLines,
} from '../support/ledger-database.js';
import { inCurrency, type LineRow } from '../support/ledger-entries.js';

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
});

afterAll(() => ledger?.close());

type Side = 'debit' | 'credit';

const inBothLines = (change: (line: LineRow, side: Side) => unknown) => (draft: TwoLines) => {
  change(draft.lines[0], 'debit');
  change(draft.lines[1], 'credit');
};
/** 100.00 US dollars are 91.50 euros. */
const dollars = (draft: TwoLines) => inCurrency(draft, 'USD', '100.00', '0.915', '91.50');
/** 5 yen are 0.03 euros: 0.0305, rounded. */
const yen = (draft: TwoLines) => inCurrency(draft, 'JPY', '5', '0.0061', '0.03');

describe('an amount has the decimals of its currency', () => {
  const faults: Fault[] = [
    {
      name: 'EUR 0.001',
      fault: (draft) => {
        inBothLines((line, side) => Object.assign(line, { [side]: '0.001', [`functional_${side}`]: '0.001' }))(draft);
        draft.header.total = '0.001';
      },
      refusal: { code: 'BU110' },
    },
    {
      name: 'EUR 100.000',
      fault: inBothLines((line, side) => Object.assign(line, { [side]: '100.000', [`functional_${side}`]: '100.000' })),
      refusal: { code: 'BU110' },
    },
    {
      name: 'JPY 0.5',
      given: (draft) => inCurrency(draft, 'JPY', '1', '0.03', '0.03'),
      fault: inBothLines((line, side) => Object.assign(line, { [side]: '0.5', exchange_rate: '0.06' })),
      refusal: { code: 'BU110' },
    },
    {
      name: 'a functional amount finer than the functional currency',
      given: yen,
      fault: inBothLines((line, side) => (line[`functional_${side}`] = '0.030')),
      refusal: { code: 'BU110' },
    },
    {
      name: 'a currency that ISO 4217 does not know',
      given: dollars,
      fault: inBothLines((line) => (line.currency = 'USX')),
      refusal: { code: 'BU110' },
    },
  ];
  it.each(faults)('refuses $name', (fault) => expectRefusedUntilMended(ledger, fault));
});

describe.each(['NaN', 'Infinity', '-Infinity', '-1.00', '1e18'])('%s is no amount', (amount) => {
  const faults: Fault[] = [
    {
      name: 'debit',
      fault: ({ lines }) => (lines[0].debit = amount),
      refusal: brokenCheck('journal_line_debit_check'),
    },
    {
      name: 'credit',
      fault: ({ lines }) => (lines[1].credit = amount),
      refusal: brokenCheck('journal_line_credit_check'),
    },
    {
      name: 'functional debit',
      fault: ({ lines }) => (lines[0].functional_debit = amount),
      refusal: brokenCheck('journal_line_functional_debit_check'),
    },
    {
      name: 'functional credit',
      fault: ({ lines }) => (lines[1].functional_credit = amount),
      refusal: brokenCheck('journal_line_functional_credit_check'),
    },
    {
      name: 'total',
      fault: ({ header }) => (header.total = amount),
      refusal: brokenCheck('journal_entry_total_check'),
    },
    {
      name: 'exchange rate',
      given: dollars,
      fault: ({ lines }) => (lines[0].exchange_rate = amount),
      refusal: brokenCheck('journal_line_exchange_rate_check'),
    },
  ];
  it.each(faults)('nor as $name', (fault) => expectRefusedUntilMended(ledger, fault));
});

describe('a line has one side, above zero', () => {
  const faults: Fault[] = [
    {
      name: 'both sides',
      fault: ({ lines: [debit] }) => Object.assign(debit, { credit: '100.00', functional_credit: '100.00' }),
      refusal: brokenCheck('journal_line_one_side'),
    },
    {
      name: 'neither side',
      fault: ({ lines: [debit] }) => Object.assign(debit, { debit: '0.00', functional_debit: '0.00' }),
      refusal: brokenCheck('journal_line_one_side'),
    },
    {
      name: 'a debit that is a credit in the functional currency',
      fault: ({ lines: [debit] }) => Object.assign(debit, { functional_debit: '0.00', functional_credit: '100.00' }),
      refusal: brokenCheck('journal_line_one_side'),
    },
    {
      name: 'a foreign amount that is nothing in the functional currency',
      given: yen,
      fault: ({ lines: [debit] }) =>
        Object.assign(debit, { debit: '1', exchange_rate: '0.001', functional_debit: '0.00' }),
      refusal: brokenCheck('journal_line_one_side'),
    },
  ];
  it.each(faults)('refuses $name', (fault) => expectRefusedUntilMended(ledger, fault));
});

describe('the functional amount is the amount times the rate, rounded half-up', () => {
  const functional = (amount: string) => (draft: TwoLines) => {
    inBothLines((line, side) => {
      line[`functional_${side}`] = amount;
      if (line.currency === 'EUR') line[side] = amount;
    })(draft);
    draft.header.total = amount;
  };
  /** Dollars in one line, and in the other what they are in euros. */
  const againstEuros = (draft: TwoLines, euros: 0 | 1) => {
    dollars(draft);
    const side = (['debit', 'credit'] as const)[euros];
    Object.assign(draft.lines[euros], {
      currency: 'EUR',
      [side]: '91.50',
      exchange_rate: null,
      exchange_rate_source: null,
    });
  };
  const faults: Fault[] = [
    {
      name: 'another amount of the debit alone',
      given: (draft) => againstEuros(draft, 1),
      fault: functional('91.51'),
      refusal: { code: 'BU111' },
    },
    {
      name: 'another amount of the credit alone',
      given: (draft) => againstEuros(draft, 0),
      fault: functional('91.51'),
      refusal: { code: 'BU111' },
    },
    {
      name: 'half a cent rounded down',
      given: (draft) => inCurrency(draft, 'USD', '0.50', '0.91', '0.46'),
      fault: functional('0.45'),
      refusal: { code: 'BU111' },
    },
    { name: 'less than half a cent rounded up', given: yen, fault: functional('0.04'), refusal: { code: 'BU111' } },
    {
      name: 'a foreign amount without a rate',
      given: dollars,
      fault: inBothLines((line) => Object.assign(line, { exchange_rate: null, exchange_rate_source: null })),
      refusal: { code: 'BU111' },
    },
    {
      name: 'a rate without its source',
      given: dollars,
      fault: inBothLines((line) => (line.exchange_rate_source = null)),
      refusal: brokenCheck('journal_line_rate_has_source'),
    },
    {
      name: 'a source without a rate',
      fault: inBothLines((line) => (line.exchange_rate_source = 'ECB')),
      refusal: brokenCheck('journal_line_rate_has_source'),
    },
    {
      name: 'a rate for the functional currency itself',
      fault: inBothLines((line) => Object.assign(line, { exchange_rate: '1', exchange_rate_source: 'Test' })),
      refusal: { code: 'BU111' },
    },
    {
      name: 'two amounts in the functional currency',
      fault: inBothLines((line, side) => (line[side] = '90.00')),
      refusal: { code: 'BU111' },
    },
    {
      name: 'no amount in the functional currency beside a functional amount',
      fault: inBothLines((line, side) => (line[side] = '0.00')),
      refusal: { code: 'BU111' },
    },
    {
      name: 'a rate for an adjustment in the functional currency alone',
      given: (draft) => {
        inCurrency(draft, 'USD', '0.00', '1', '91.50');
        inBothLines((line) => Object.assign(line, { exchange_rate: null, exchange_rate_source: null }))(draft);
      },
      fault: inBothLines((line) => Object.assign(line, { exchange_rate: '0.915', exchange_rate_source: 'Test' })),
      refusal: { code: 'BU111' },
    },
  ];
  it.each(faults)('refuses $name', (fault) => expectRefusedUntilMended(ledger, fault));
});
