import type { Ids } from './bodies-with-ids.js';

let count = 0;
const drawn = () => `C${(count += 1)}`;

/** A party of another number each time. */
const newParty = () => ({
  file: `No,Name\n${drawn()},Imported\n`,
  mapping: { columns: { number: 'No', name: 'Name' }, role: 'customer' },
});

/** A file of one contract with the customer, kept under the key. */
export const contract = (key: string, customerNumber: string) => ({
  mode: 'draft',
  allowPastDates: true,
  file: `Key,Party,Next,Text,Price,Account\n${key},${customerNumber},2026-01-31,Chair,50,3000\n`,
  mapping: {
    columns: {
      key: 'Key',
      party: 'Party',
      nextDates: 'Next',
      description: 'Text',
      unitPrices: 'Price',
      accountCode: 'Account',
    },
    frequency: 'monthly',
    dateFormat: 'year_month_day',
    decimalSeparator: 'point',
  },
});

/** Of files of records: bodies that are accepted of us, by operation and place of the id. */
export const cutOverBodies: Record<string, Record<string, (us: Ids) => object>> = {
  importParties: { '/legalEntityId': ({ legalEntity }) => ({ ...newParty(), legalEntityId: legalEntity }) },
  importRecurringInvoices: {
    '/legalEntityId': ({ legalEntity, customerNumber }) => ({
      ...contract(drawn(), customerNumber),
      legalEntityId: legalEntity,
    }),
  },
};
