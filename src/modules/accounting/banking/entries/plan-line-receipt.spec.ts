import { Problem } from '#kernel/problem.js';
import { inWordsOfLine } from './plan-line-receipt.js';

it.each([
  ['/allocations/1/withholdings/0/code', '/lines/3/settles/1/withholdings/0/code'],
  ['/allocations', '/lines/3/settles'],
  ['/partyId', '/lines/3/partyId'],
  ['/amount', '/lines/3/amount'],
  ['/differenceTolerance', '/lines/3/differenceTolerance'],
  ['/allocations/0/takeDiscount', '/lines/3/settles/0/takeDiscount'],
  ['/receivedOn', '/entryDate'],
  ['/exchangeRateSource', '/exchangeRateSource'],
  ['/bankAccountId', ''],
  ['', ''],
])('tells %s of a receipt as %s of the lines', (pointer, expected) => {
  const problem = new Problem('refused', 422, 'Refused', 'Why', [{ pointer, code: 'wrong', message: 'Why' }]);
  const told = inWordsOfLine(problem, 3);
  expect(told).toMatchObject({ code: 'refused', status: 422, errors: [{ pointer: expected, code: 'wrong' }] });
});
