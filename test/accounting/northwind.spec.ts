import { Decimal, sum } from '#kernel/decimal.js';
import { type Actor, newActor } from '../support/actor.js';
import { hasNorthwind, type NorthwindOrder, readNorthwind } from '../support/northwind.js';
import { openSales, vat } from '../support/sales.js';

// All orders of a sample company that nobody here wrote, through the call of front offices.

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
  const documents = new Map<string, { totals: Record<string, string>; lines: { kind: string; net: string }[] }>();
  const clerk = async () => {
    for (let order = waiting.shift(); order; order = waiting.shift()) {
      const { status, body } = await actor.post(sales, saleOf(order, customers.get(order.customerId)!));
      expect([order.id, status, body.detail]).toEqual([order.id, 200, undefined]);
      documents.set(order.id, body.document);
    }
  };
  await Promise.all(Array.from({ length: 4 }, clerk));
  return documents;
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
    const { body } = await actor.get('/v1/accounting/reports/trial-balance?from=1996-01-01&to=1998-12-31');
    const closing = new Map<string, string>(
      body.lines.map((row: { accountCode: string; closing: string }) => [row.accountCode, row.closing]),
    );
    expect(closing.get('3000')).toBe('-1265793.29');
    expect(closing.get('3200')).toBe('-64942.69');
    expect(closing.get('1100')).toBe('1330735.98');
    expect((await actor.get('/v1/accounting/parties?limit=200')).body.data).toHaveLength(
      new Set(orders.map(({ customerId }) => customerId)).size,
    );
  }, 180_000);
} else {
  it('checks nothing: the orders of Northwind are not here', () => expect(hasNorthwind).toBe(false));
}
