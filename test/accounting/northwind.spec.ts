import { Decimal, sum } from '#kernel/decimal.js';
import { type Actor, newActor } from '../support/actor.js';
import { bankAccounts, IBAN, statementImports } from '../support/bank-statements.js';
import { camtOfPayments } from '../support/northwind-payments.js';
import { hasNorthwind, type NorthwindOrder, readNorthwind } from '../support/northwind.js';
import { openSales, vat } from '../support/sales.js';

// All orders of a sample company that nobody here wrote, through the call of front offices; half of them are paid by one
// file of the bank.

const sales = '/v1/accounting/sales-documents';

/** What the order comes to by its own rule: each line rounded half-up. */
const netOf = ({ lines }: NorthwindOrder) =>
  sum(
    lines.map(({ price, quantity, discount }) =>
      cents(new Decimal(price).times(quantity).times(new Decimal(1).minus(discount))),
    ),
  );
const cents = (amount: Decimal) => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);

const saleOf = (order: NorthwindOrder, customer: string) => ({
  channelCode: 'northwind',
  externalId: order.id,
  customer: { externalId: order.customerId, name: customer },
  issuedOn: order.orderedOn,
  lines: order.lines.map(({ productId, product, price, quantity, discount }) => ({
    itemCode: productId,
    description: product,
    quantity,
    unitPrice: price,
    taxCodes: ['EXPORT'],
    ...(Number(discount) > 0 && { adjustments: [{ kind: 'allowance', rate: discount, reason: 'Discount' }] }),
  })),
  shipping: { amount: order.freight },
  totals: { gross: netOf(order).plus(order.freight).toFixed(2) },
});

async function openNorthwind(): Promise<Actor> {
  const actor = await newActor();
  await openSales(actor, 1996);
  for (const year of [1997, 1998]) {
    const body = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
    expect(await actor.post('/v1/accounting/fiscal-years', body)).toMatchObject({ status: 201 });
  }
  await actor.post('/v1/accounting/accounts', { code: '3200', name: 'Freight', type: 'income' });
  await actor.post('/v1/accounting/posting-accounts', { purpose: 'shipping_revenue', accountCode: '3200' });
  const outside = { category: 'G', exemptionCode: 'VATEX-EU-G', rates: [{ validFrom: '1990-01-01', rate: '0' }] };
  expect(await actor.post('/v1/accounting/tax-codes', vat('EXPORT', '0', outside))).toMatchObject({ status: 201 });
  await actor.post('/v1/accounting/sales-channels', { code: 'northwind', name: 'Northwind Traders' });
  return actor;
}

async function handOver(actor: Actor, orders: readonly NorthwindOrder[], customers: ReadonlyMap<string, string>) {
  const waiting = [...orders];
  const documents = new Map<string, Sale>();
  await byFour(async () => {
    for (let order = waiting.shift(); order; order = waiting.shift()) {
      const { status, body } = await actor.post(sales, saleOf(order, customers.get(order.customerId)!));
      expect([order.id, status, body.detail]).toEqual([order.id, 200, undefined]);
      documents.set(order.id, body.document);
    }
  });
  return documents;
}

/** Four at once. */
const byFour = (work: () => Promise<void>) => Promise.all(Array.from({ length: 4 }, work));

/** Accepts what is certain of the lines that wait, a hundred at a time, until nothing is; answers how many it were. */
async function acceptCertain(actor: Actor, bankAccountId: string): Promise<number> {
  for (let accepted = 0; ;) {
    const { lines } = (await actor.get(`${bankAccounts}/${bankAccountId}/match-suggestions`)).body;
    const certain = (lines as SuggestedLine[]).filter(({ isCertain }) => isCertain);
    if (certain.length === 0) return accepted;
    accepted += certain.length;
    await byFour(async () => {
      for (let line = certain.shift(); line; line = certain.shift()) {
        const { statementLineId, amount, suggestions } = line;
        const [{ partyId, items }] = suggestions;
        const body = { statementLineId, lines: [{ amount, partyId, settles: items }] };
        const { status, body: made } = await actor.post('/v1/accounting/bank-line-entries', body);
        expect([statementLineId, status, made.detail]).toEqual([statementLineId, 201, undefined]);
      }
    });
  }
}

interface Sale {
  id: string;
  number: string;
  totals: { payable: string };
  lines: { kind: string; net: string }[];
}

interface SuggestedLine {
  statementLineId: string;
  amount: string;
  isCertain: boolean;
  suggestions: [{ partyId: string; items: object[] }];
}

/** The numbers of all invoices of the status, page by page. */
async function numbersOf(actor: Actor, status: string): Promise<string[]> {
  const numbers: string[] = [];
  for (let after = ''; ;) {
    const { body } = await actor.get(`/v1/accounting/invoices?status=${status}&limit=200${after}`);
    numbers.push(...body.data.map(({ number }: { number: string }) => number));
    if (!body.page.hasMore) return numbers.toSorted();
    after = `&after=${body.page.next}`;
  }
}

/** The balance of each account at the end of all years. */
async function balancesOf(actor: Actor): Promise<Map<string, string>> {
  const { body } = await actor.get('/v1/accounting/reports/trial-balance?from=1996-01-01&to=1998-12-31');
  return new Map(body.lines.map((row: { accountCode: string; closing: string }) => [row.accountCode, row.closing]));
}

if (hasNorthwind) {
  it('takes all 830 orders, and the books say what they come to', async () => {
    const { orders, customers } = readNorthwind();
    expect([orders.length, orders.flatMap(({ lines }) => lines).length]).toEqual([830, 2155]);
    const actor = await openNorthwind();
    const documents = await handOver(actor, orders, customers);
    const nets = [...documents.values()].flatMap(({ lines }) =>
      lines.filter(({ kind }) => kind === 'item').map(({ net }) => new Decimal(net)),
    );
    expect([nets.length, sum(nets).toFixed(2)]).toEqual([2155, '1265793.29']);
    const closing = await balancesOf(actor);
    expect(closing.get('3000')).toBe('-1265793.29');
    expect(closing.get('3200')).toBe('-64942.69');
    expect(closing.get('1100')).toBe('1330735.98');
    expect((await actor.get('/v1/accounting/parties?limit=200')).body.data).toHaveLength(
      new Set(orders.map(({ customerId }) => customerId)).size,
    );

    // Every other order is paid, ten days later.
    const bank = { name: 'Bank', accountCode: '1930', startsOn: '1996-01-01', openingBalance: '0', iban: IBAN };
    const { body: account } = await actor.post(bankAccounts, bank);
    const paid = orders.filter((_, index) => index % 2 === 0);
    const payments = paid.map(({ id, customerId, orderedOn }) => ({
      paidOn: new Date(Date.parse(orderedOn) + 10 * 86_400_000).toISOString().slice(0, 10),
      amount: documents.get(id)!.totals.payable,
      payer: customers.get(customerId)!,
      remittance: `Thank you ${documents.get(id)!.number} order ${id}`,
    }));
    const total = sum(payments.map(({ amount }) => new Decimal(amount))).toFixed(2);
    expect([payments.length, total]).toEqual([415, '643771.71']);
    const imported = await actor.upload(statementImports, camtOfPayments(IBAN, payments));
    expect(imported).toMatchObject({ status: 200, body: { status: 'imported', format: 'camt', linesAdded: 415 } });
    expect(await acceptCertain(actor, account.id)).toBe(415);

    const numbers = (some: readonly NorthwindOrder[]) => some.map(({ id }) => documents.get(id)!.number).toSorted();
    expect(await numbersOf(actor, 'paid')).toEqual(numbers(paid));
    expect(await numbersOf(actor, 'issued')).toEqual(numbers(orders.filter((one) => !paid.includes(one))));
    expect(await numbersOf(actor, 'partly_paid')).toEqual([]);
    const after = await balancesOf(actor);
    expect([after.get('1930'), after.get('1100')]).toEqual([total, new Decimal('1330735.98').minus(total).toFixed(2)]);
    const signed = await actor.post('/v1/accounting/bank-reconciliations', {
      bankAccountId: account.id,
      reconciledOn: '1998-12-31',
    });
    expect(signed).toMatchObject({
      status: 201,
      body: { status: 'signed_off', statementBalance: total, bookBalance: total, outstandingPayments: '0.00' },
    });
  }, 240_000);
} else {
  it('checks nothing: the orders of Northwind are not here', () => expect(hasNorthwind).toBe(false));
}
