import { Problem } from '#kernel/problem.js';
import { pointerInDocument, tellOfCredit, tellOfDocument } from './tell-of-document.js';

const sources = [['/partyId', '/lines', '/cashRounding', '/lines/1', '/adjustments/0']];

it.each([
  ['/entries/0', ''],
  ['/entries/0/entryDate', '/issuedOn'],
  ['/entries/0/softCloseReason', '/softCloseReason'],
  ['/entries/0/currency', '/currency'],
  ['/entries/0/lines', '/lines'],
  ['/entries/0/lines/0/accountId', '/partyId'],
  ['/entries/0/lines/0/dueOn', '/partyId'],
  ['/entries/0/lines/1/accountId', '/lines'],
  ['/entries/0/lines/2/accountId', '/cashRounding'],
  ['/entries/0/lines/3', '/lines/1'],
  ['/entries/0/lines/3/accountId', '/lines/1/accountCode'],
  ['/entries/0/lines/3/dimensions/0/valueCode', '/lines/1/dimensions/0/valueCode'],
  ['/entries/0/lines/3/credit', '/lines/1'],
  ['/entries/0/lines/4/accountId', '/adjustments/0/accountCode'],
  ['/entries/0/lines/4/dimensions', '/adjustments/0/dimensions'],
  ['/entries/0/lines/0/exchangeRate', '/exchangeRate'],
  ['/entries/0/lines/9/credit', '/lines'],
  ['/legalEntityId', '/legalEntityId'],
])('%s is %s of the document', (pointer, expected) => {
  expect(pointerInDocument(pointer, sources)).toBe(expected);
});

const problem = (code: string, ...pointers: string[]) =>
  new Problem(
    code,
    422,
    'Title',
    'Detail',
    pointers.map((pointer) => ({ pointer, code: 'fault', message: 'Wrong.' })),
  );
const shown = (error: unknown) => {
  const { code, errors } = error as Problem;
  return [code, ...errors.map(({ pointer }) => pointer)];
};

it('a refusal of the entry is one of the document, each fault told once', () => {
  const error = problem('entry_refused', '/entries/0/lines/0/exchangeRate', '/entries/0/lines/3/exchangeRate');
  expect(shown(tellOfDocument(error, sources))).toEqual(['sales_document_refused', '/exchangeRate']);
  const closed = tellOfDocument(problem('period_closed', '/entries/0/entryDate'), sources);
  expect(shown(closed)).toEqual(['period_closed', '/issuedOn']);
});

it('one of a credit note points at nothing that its request has not', () => {
  const error = problem('sales_document_refused', '/issuedOn', '/partyId', '/lines/0/accountCode');
  expect(shown(tellOfCredit(error))).toEqual(['sales_document_refused', '/issuedOn', '']);
});

it('other errors stay what they are', () => {
  const error = new Error('gone');
  expect([tellOfDocument(error, sources), tellOfCredit(error)]).toEqual([error, error]);
});
