import { bankAccountFaults, type BankAccountFacts, ledgerAccountFault } from './bank-account-faults.js';

const account: BankAccountFacts = {
  currency: 'EUR',
  openingBalance: '0.00',
  iban: 'DE02120300000000202051',
  bic: 'BYLADEM1001',
  csvMappings: [],
};
const mapping = {
  name: 'A',
  delimiter: 'comma',
  dateFormat: 'compact',
  decimalSeparator: 'point',
  lineOrder: 'oldest_first',
  columns: { bookingDay: 'Day', amounts: 'Amount' },
} as const;

it.each<[string, Partial<BankAccountFacts>, string[]]>([
  ['what is right', { csvMappings: [mapping] }, []],
  ['an IBAN with wrong check digits', { iban: 'DE03120300000000202051' }, ['/iban invalid_iban']],
  ['an IBAN with the length of another country', { iban: 'NL02120300000000202051' }, ['/iban invalid_iban']],
  ['decimals that the currency lacks', { currency: 'JPY', openingBalance: '1.5' }, ['/openingBalance amount_scale']],
  ['two mappings of one name', { csvMappings: [mapping, mapping] }, ['/csvMappings/1/name name_taken']],
  [
    'a mapping that contradicts itself',
    { csvMappings: [{ ...mapping, columns: { bookingDay: 'Day', amounts: 'A', debits: 'D', side: 'S' } }] },
    ['/csvMappings/0/columns amount_columns', '/csvMappings/0/debitWord debit_word'],
  ],
  [
    'names where there is no header',
    { csvMappings: [{ ...mapping, hasHeader: false }] },
    ['/csvMappings/0/columns/bookingDay column_number', '/csvMappings/0/columns/amounts column_number'],
  ],
  [
    'separators that are one',
    { csvMappings: [{ ...mapping, groupSeparator: 'point' }] },
    ['/csvMappings/0/groupSeparator separators_equal'],
  ],
])('judges %s', (_, more, expected) => {
  expect(bankAccountFaults({ ...account, ...more }).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
});

const ledger = { code: '1930', type: 'asset', control: 'bank', currency: null, isGroup: false, status: 'active' };

it.each([
  [{}, undefined],
  [{ type: 'liability', control: 'none' }, undefined],
  [{ currency: 'EUR' }, undefined],
  [{ control: 'none' }, 'account_of_no_bank'],
  [{ type: 'income', control: 'none' }, 'account_of_no_bank'],
  [{ type: 'liability', control: 'none', isGroup: true }, 'account_of_no_bank'],
  [{ currency: 'USD' }, 'currency_differs'],
  [{ status: 'inactive' }, 'account_inactive'],
])('asks of a ledger account %j', (more, code) => {
  expect(ledgerAccountFault({ ...ledger, ...more }, 'EUR')?.code).toBe(code);
});
