import fc from 'fast-check';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal, zero } from '#kernel/decimal.js';
import { planSalesPosting } from './plan-sales-posting.js';
import type { SalesDocument } from './sales-document.js';
import { salesDocument, salesLine, salesTax } from './sales-document.fixture.js';

const accounts = { receivables: 'receivables', paymentDifferences: 'differences', taxes: ['output', 'output'] };
const shown = (document: SalesDocument) =>
  planSalesPosting(document, accounts).lines.map(({ accountId, debit, credit }) =>
    debit === undefined ? `${accountId} -${credit}` : `${accountId} ${debit}`,
  );
const stockholm = [{ dimensionCode: 'CC', valueCode: 'STO' }];

it('charges the customer and gives the rest its accounts', () => {
  expect(shown(salesDocument())).toEqual(['receivables 125', 'output -25', 'revenue -100']);
});

it('has the other sides in a credit note', () => {
  expect(shown(salesDocument({ kind: 'credit_note' }))).toEqual(['receivables -125', 'output 25', 'revenue 100']);
});

it('posts what falls due apart, for the customer, with its day', () => {
  const on = (dueOn: string, amount: string) => ({
    dueOn: dueOn as CalendarDate,
    amount: new Decimal(amount),
    discounts: [],
  });
  const { lines } = planSalesPosting(
    salesDocument({ instalments: [on('2026-04-01', '75'), on('2026-05-01', '50')] }),
    accounts,
  );
  expect(lines.slice(0, 2)).toEqual([
    { accountId: 'receivables', partyId: 'customer', dueOn: '2026-04-01', debit: '75' },
    { accountId: 'receivables', partyId: 'customer', dueOn: '2026-05-01', debit: '50' },
  ]);
});

it('sums what has one account and one set of dimensions, and leaves out what comes to nothing', () => {
  const { lines, sources } = planSalesPosting(
    salesDocument({
      lines: [
        salesLine({ net: '60' }),
        salesLine({ net: '30' }, { dimensions: stockholm }),
        salesLine({ net: '50' }, { accountId: 'services' }),
        salesLine({ net: '-50' }, { accountId: 'services' }),
        salesLine({ net: '10' }, { kind: 'charge' }),
        salesLine({ net: '-3' }, { kind: 'allowance', accountId: 'discounts' }),
      ],
    }),
    accounts,
  );
  expect(lines.slice(2)).toEqual([
    { accountId: 'revenue', dimensions: [], credit: '70' },
    { accountId: 'revenue', dimensions: stockholm, credit: '30' },
    { accountId: 'discounts', dimensions: [], debit: '3' },
  ]);
  expect(sources).toEqual(['/partyId', '/lines', '/lines/0', '/lines/1', '/adjustments/1']);
});

it('tells the journal line of each tax, and of none where nothing is charged', () => {
  const taxes = [salesTax('50', '0'), salesTax('100', '25')];
  expect(planSalesPosting(salesDocument({ taxes }), accounts).taxLines).toEqual([null, 2]);
});

it('posts a rounding where the payment differences are', () => {
  const totals = { ...salesDocument().totals, rounding: new Decimal('-0.02'), payable: new Decimal('124.98') };
  const instalments = [{ ...salesDocument().instalments[0]!, amount: totals.payable }];
  expect(shown(salesDocument({ totals, instalments }))).toEqual([
    'receivables 124.98',
    'output -25',
    'differences 0.02',
    'revenue -100',
  ]);
});

it('balances, whatever the lines', () => {
  const cents = fc.integer({ min: -99_999, max: 99_999 }).map((units) => new Decimal(units).div(100));
  const line = fc.record({ net: cents, accountId: fc.constantFrom('one', 'two') });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), cents, cents, fc.boolean(), (given, own, rounding, isCredit) => {
      const net = given.reduce((sum, one) => sum.plus(one.net), zero);
      const payable = net.plus(own).plus(rounding);
      const { lines } = planSalesPosting(
        salesDocument({
          kind: isCredit ? 'credit_note' : 'invoice',
          lines: given.map(({ net: amount, accountId }) => salesLine({ net: amount.toFixed() }, { accountId })),
          taxes: [salesTax('0', own.toFixed())],
          totals: { ...salesDocument().totals, net, tax: own, rounding, payable },
          instalments: [{ ...salesDocument().instalments[0]!, amount: payable }],
        }),
        accounts,
      );
      const total = lines.reduce((sum, { debit = 0, credit = 0 }) => sum.plus(debit).minus(credit), zero);
      expect(total.toFixed()).toBe('0');
    }),
  );
});
