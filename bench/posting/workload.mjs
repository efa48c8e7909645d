/** What is posted: entries of two lines on ten accounts and the days of one month, the same for every driver. */

export const fiscalYear = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
export const currency = 'EUR';
export const journalCode = 'GENERAL';

/** @type {readonly { code: string, name: string, type: string }[]} */
export const accounts = [
  { code: '1000', name: 'Cash', type: 'asset' },
  { code: '1100', name: 'Prepaid expenses', type: 'asset' },
  { code: '1200', name: 'Office equipment', type: 'asset' },
  { code: '2000', name: 'Accrued expenses', type: 'liability' },
  { code: '2100', name: 'Value added tax', type: 'liability' },
  { code: '3000', name: 'Sales of goods', type: 'income' },
  { code: '3100', name: 'Sales of services', type: 'income' },
  { code: '4000', name: 'Cost of goods', type: 'expense' },
  { code: '5000', name: 'Rent', type: 'expense' },
  { code: '6000', name: 'Travel', type: 'expense' },
];

const days = 28;

/** The entries repeat after so many; a number that twenty divides, so that entities and entries keep step. */
export const cycle = accounts.length * days;

/**
 * @param {number} index any; the same index is the same entry
 * @returns {{ entryDate: string, description: string, debited: string, credited: string, amount: string }} accounts by code
 */
function entryAt(index) {
  const position = index % cycle;
  const day = 1 + (position % days);
  return {
    entryDate: `2026-03-${String(day).padStart(2, '0')}`,
    description: `Transfer ${String(position).padStart(4, '0')}`,
    debited: accounts[position % accounts.length].code,
    credited: accounts[(position * 3 + 1) % accounts.length].code,
    amount: `${100 + position}.25`,
  };
}

/** The entries of one command. @param {number} command @param {number} size */
export function entriesOf(command, size) {
  return Array.from({ length: size }, (_, offset) => entryAt(command * size + offset));
}

/** The entry as the API takes it. */
export function bodyOf({ entryDate, description, debited, credited, amount }, legalEntityId) {
  const lines = [
    { accountCode: debited, debit: amount },
    { accountCode: credited, credit: amount },
  ];
  return { legalEntityId, journalCode, entryDate, description, lines };
}
