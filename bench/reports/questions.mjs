import { accounts } from './ledger.mjs';

/**
 * What is asked of the ledger, in turn with other dates and accounts, so that no answer is the one before.
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {string} name
 * @property {(turn: number, books: import('../posting/books.mjs').Books) => string} path
 * @property {number} [wanted] milliseconds of the median, at every size
 */

/** @type {readonly Question[]} */
export const questions = [
  {
    id: 'floor',
    name: 'one account (the floor)',
    path: (turn, { entities: [{ accountIds }] }) => `/v1/accounting/accounts/${accountIds[codeAt(turn)]}`,
  },
  {
    id: 'trial-balance',
    name: 'trial balance',
    path: (turn, { entities: [{ id }] }) =>
      `/v1/accounting/reports/trial-balance?legalEntityId=${id}&asOf=${dateAt(turn)}`,
    wanted: 15,
  },
  {
    id: 'ledger-page',
    name: 'general ledger, a page',
    path: (turn, { entities: [{ id }] }) =>
      `/v1/accounting/reports/general-ledger?legalEntityId=${id}&accountCode=${codeAt(turn)}` +
      `&from=2025-01-01&to=${dateAt(turn)}&limit=50`,
    wanted: 10,
  },
];

const codeAt = (turn) => accounts[(turn * 7) % accounts.length].code;

/** Days of all months of the last year, most of them within a month, where days are summed besides months. */
function dateAt(turn) {
  const month = 1 + (turn % 12);
  const day = 1 + ((turn * 11) % 28);
  return `2025-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
