import { newId } from '#kernel/id.js';
import {
  brokenCheck,
  createLedgerDatabase,
  expectRefusedUntilMended,
  type Fault,
  type LedgerDatabase,
  rowSecurity,
  type TwoLines,
} from '../support/ledger-database.js';
import { inCurrency } from '../support/ledger-entries.js';
import { setPeriod } from '../support/ledger-fixture.js';

// Nothing of the application runs here: the database itself refuses what breaks the books, whoever writes.

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  await setPeriod(ledger.app, ledger.books, '2026-06-01', 'soft_closed');
  await setPeriod(ledger.app, ledger.books, '2026-07-01', 'locked');
});

afterAll(() => ledger?.close());

function onDate(draft: TwoLines, date: string): void {
  draft.header.entry_date = date;
  for (const line of draft.lines) line.entry_date = date;
}

function inPeriod(draft: TwoLines, startsOn: string, reason: string | null): void {
  onDate(draft, startsOn);
  draft.header.period_id = ledger.books.periods[startsOn]!;
  draft.header.soft_close_reason = reason;
}

describe('an entry balances, and is all there', () => {
  const faults: Fault[] = [
    {
      name: 'unbalanced lines',
      fault: ({ lines: [, credit] }) => Object.assign(credit, { credit: '99.99', functional_credit: '99.99' }),
      refusal: { code: 'BU107' },
    },
    {
      name: 'lines that balance in the functional currency but not in their own',
      given: (draft) => inCurrency(draft, 'USD', '100.00', '1', '100.00'),
      fault: ({ lines: [, credit] }) => Object.assign(credit, { credit: '50.00', exchange_rate: '2' }),
      refusal: { code: 'BU107' },
    },
    {
      name: 'a total that its lines do not have',
      fault: ({ header }) => (header.total = '50.00'),
      refusal: { code: 'BU106' },
    },
    {
      name: 'a total of zero',
      fault: ({ header }) => (header.total = '0'),
      refusal: brokenCheck('journal_entry_total_check'),
    },
    {
      name: 'a header that counts more lines',
      fault: ({ header }) => (header.line_count = 3),
      refusal: { code: 'BU106' },
    },
    {
      name: 'a header that counts one line',
      fault: ({ header }) => (header.line_count = 1),
      refusal: brokenCheck('journal_entry_line_count_check'),
    },
    {
      name: 'a hole in the line numbers',
      fault: ({ lines: [, credit] }) => (credit.line_number = 3),
      refusal: { code: 'BU106' },
    },
    {
      name: 'a line number of zero',
      fault: ({ lines: [debit] }) => (debit.line_number = 0),
      refusal: brokenCheck('journal_line_line_number_check'),
    },
    {
      name: 'a line number twice',
      fault: ({ lines: [, credit] }) => (credit.line_number = 1),
      refusal: { code: '23505', constraint: 'journal_line_pkey' },
    },
  ];
  it.each(faults)('refuses $name', (fault) => expectRefusedUntilMended(ledger, fault));
});

describe('an entry belongs into an open period', () => {
  const faults: Fault[] = [
    { name: 'a date before its period', fault: (draft) => onDate(draft, '2026-02-28'), refusal: { code: 'BU101' } },
    { name: 'a date after its period', fault: (draft) => onDate(draft, '2026-04-01'), refusal: { code: 'BU101' } },
    {
      name: 'a period of another year',
      fault: ({ header }, { books }) => (header.period_id = books.periods['2025-03-01']!),
      refusal: { code: 'BU101' },
    },
    {
      name: 'a year that the period is not of',
      fault: ({ header }, { books }) => (header.fiscal_year_id = books.years['2025']!),
      refusal: { code: 'BU101' },
    },
    {
      name: 'a line with another date',
      fault: ({ lines: [, credit] }) => (credit.entry_date = '2026-03-16'),
      refusal: { code: 'BU108' },
    },
    {
      name: 'a softly closed period without a reason',
      given: (draft) => inPeriod(draft, '2026-06-01', 'Agreed with the auditor'),
      fault: ({ header }) => (header.soft_close_reason = null),
      refusal: { code: 'BU102' },
    },
    {
      name: 'a softly closed period with an empty reason',
      given: (draft) => inPeriod(draft, '2026-06-01', 'Agreed with the auditor'),
      fault: ({ header }) => (header.soft_close_reason = ''),
      refusal: brokenCheck('journal_entry_soft_close_reason_check'),
    },
    { name: 'a locked period', fault: (draft) => inPeriod(draft, '2026-07-01', null), refusal: { code: 'BU102' } },
    {
      name: 'a locked period, whatever the reason',
      given: (draft) => inPeriod(draft, '2026-06-01', 'Agreed with the auditor'),
      fault: (draft) => inPeriod(draft, '2026-07-01', 'Agreed with the auditor'),
      refusal: { code: 'BU102' },
    },
  ];
  it.each(faults)('refuses $name', (fault) => expectRefusedUntilMended(ledger, fault));
});

describe('an entry names what is its own', () => {
  const lineOn = (code: string) => (draft: TwoLines) => (draft.lines[0].account_id = ledger.books.accounts[code]!);
  const ofOthers = (whose: 'sister' | 'stranger'): Fault[] => [
    {
      name: `an account of a ${whose}`,
      fault: ({ lines: [debit] }) => (debit.account_id = ledger[whose].accounts['1930']!),
      refusal: { code: 'BU108' },
    },
    {
      name: `a journal of a ${whose}`,
      fault: ({ header }) => (header.journal_id = ledger[whose].journals['GENERAL']!),
      refusal: { code: 'BU104' },
    },
    {
      name: `a fiscal year of a ${whose}`,
      fault: ({ header }) => (header.fiscal_year_id = ledger[whose].years['2026']!),
      refusal: { code: 'BU101' },
    },
    {
      name: `a period of a ${whose}`,
      fault: ({ header }) => (header.period_id = ledger[whose].periods['2026-03-01']!),
      refusal: { code: 'BU101' },
    },
  ];
  const faults: Fault[] = [
    { name: 'a group account', fault: lineOn('1900'), refusal: { code: 'BU109' } },
    { name: 'an inactive account', fault: lineOn('1999'), refusal: { code: 'BU109' } },
    {
      name: 'an account that does not exist',
      fault: ({ lines: [debit] }) => (debit.account_id = newId()),
      refusal: { code: 'BU108' },
    },
    ...ofOthers('sister'),
    ...ofOthers('stranger'),
    {
      name: 'a line of a sister',
      fault: ({ lines: [debit] }, { sister }) =>
        Object.assign(debit, { legal_entity_id: sister.legalEntityId, account_id: sister.accounts['1930'] }),
      refusal: { code: 'BU108' },
    },
    {
      name: 'the legal entity of a stranger in its header',
      fault: ({ header }, { stranger }) => (header.legal_entity_id = stranger.legalEntityId),
      refusal: { code: 'BU108' },
    },
    {
      name: 'the legal entity of a stranger, with its accounts',
      fault: ({ header, lines }, { stranger }) => {
        for (const row of [header, ...lines]) row.legal_entity_id = stranger.legalEntityId;
        for (const line of lines) line.account_id = stranger.accounts['1930']!;
      },
      refusal: { code: 'BU108' },
    },
    {
      name: 'the organization of a stranger in its header',
      fault: ({ header }, { stranger }) => (header.organization_id = stranger.organizationId),
      refusal: rowSecurity,
    },
    {
      name: 'the organization of a stranger in a line',
      fault: ({ lines: [debit] }, { stranger }) => (debit.organization_id = stranger.organizationId),
      refusal: rowSecurity,
    },
    {
      name: 'another functional currency than its books',
      fault: ({ header, lines }) => {
        header.functional_currency = 'USD';
        for (const line of lines) line.currency = 'USD';
      },
      refusal: { code: 'BU112' },
    },
    {
      name: 'nobody who posted it',
      fault: ({ header }) => Object.assign(header, { actor_id: null }),
      refusal: { code: '23502', message: '"actor_id"' },
    },
    {
      name: 'no request that it came with',
      fault: ({ header }) => Object.assign(header, { request_id: null }),
      refusal: { code: '23502', message: '"request_id"' },
    },
  ];
  it.each(faults)('refuses $name', (fault) => expectRefusedUntilMended(ledger, fault));
});
