import { addDays } from '#kernel/calendar-date.js';
import { type Decimal, sum } from '#kernel/decimal.js';
import { Chance } from './chance.js';
import { exportCustomer, retailers, TERM } from './customers.js';
import { cents, credit, debit, type DemoEntry, type DemoItem, type DemoLine, euros, vatOf } from './demo-entry.js';
import { dayOf, type DemoMonth } from './demo-month.js';

const lamps = [
  { code: 'HAFEN', description: 'Pendelleuchte Hafen', price: euros(149) },
  { code: 'KRAN', description: 'Schreibtischleuchte Kran', price: euros(219) },
  { code: 'DOCK', description: 'Wandleuchte Dock', price: euros('89.50') },
  { code: 'MOLE', description: 'Stehleuchte Mole', price: euros(325) },
] as const;

/** Goods cost about three fifths of what they sell for. */
const costOf = (net: Decimal, chance: Chance): Decimal => cents(net.times(chance.between(57, 62)).div(100));

/** What leaves the stock, beside the invoice. */
const delivery = (date: DemoEntry['date'], reference: string, cost: Decimal): DemoEntry => ({
  date,
  journal: 'SALES',
  description: `Goods of ${reference}`,
  lines: goodsOut(cost, 'WHOLESALE'),
});

const goodsOut = (cost: Decimal, costCentre: 'WEB' | 'WHOLESALE'): DemoLine[] => [
  debit('5000', cost, costCentre),
  credit('1330', cost),
];

/** Invoices to retailers on account, with what the goods cost, what comes back broken, and payments. */
export function wholesale(month: DemoMonth): DemoEntry[] {
  const chance = new Chance(`wholesale ${month.first}`);
  const count = month.season.times(9).round().toNumber();
  return Array.from({ length: count }, (_, index) => {
    const customer = chance.oneOf(retailers).name;
    const date = dayOf(month, chance.between(1, 28));
    const reference = `S-${month.first.slice(0, 4)}${month.first.slice(5, 7)}-${String(index + 1).padStart(3, '0')}`;
    const items = itemsOf(chance);
    const net = netOf(items);
    const gross = net.plus(vatOf(net));
    const invoice: DemoEntry = {
      date,
      journal: 'SALES',
      description: `Invoice to ${customer}`,
      reference,
      document: { kind: 'invoice', customer, taxCode: 'VAT-STD', items },
      lines: [
        { ...debit('1100', gross), party: customer, dueOn: addDays(date, TERM) },
        ...items.map(({ account, quantity, price }) => credit(account, cents(price.times(quantity)), 'WHOLESALE')),
        credit('2100', vatOf(net)),
      ],
    };
    const returned = chance.onceIn(9) ? [returnOf(invoice, items, chance)] : [];
    const owed = gross.minus(sum(returned.map(({ lines }) => lines.at(-1)!.amount.negated())));
    const out = delivery(date, reference, costOf(net, chance));
    return [invoice, out, ...returned, ...paymentsOf(invoice, customer, owed, chance)];
  }).flat();
}

function itemsOf(chance: Chance): DemoItem[] {
  const wanted = chance.between(1_400, 8_600);
  const [first, second] = [chance.oneOf(lamps), chance.oneOf(lamps)];
  const sold = (lamp: (typeof lamps)[number], quantity: number): DemoItem => ({ ...lamp, quantity, account: '4000' });
  return [
    sold(first, first.price.pow(-1).times(wanted).ceil().toNumber()),
    ...(chance.onceIn(2) && second !== first ? [sold(second, chance.between(2, 8))] : []),
    ...(chance.onceIn(3)
      ? [{ description: 'Versand', quantity: 1, price: euros(49), account: '4040' } satisfies DemoItem]
      : []),
  ];
}

const netOf = (items: readonly DemoItem[]) => sum(items.map(({ quantity, price }) => cents(price.times(quantity))));

/** One lamp arrives broken: what it cost is given back, with the difference that it makes to the tax. */
function returnOf({ date, reference, lines }: DemoEntry, items: readonly DemoItem[], chance: Chance): DemoEntry {
  const net = netOf(items);
  const { price, account } = items[0]!;
  const tax = vatOf(net).minus(vatOf(net.minus(price)));
  const on = addDays(date, chance.between(4, 8));
  return {
    date: on,
    journal: 'SALES',
    description: `Credit note for ${reference}`,
    reference: `${reference}-C`,
    document: { kind: 'credit', invoice: reference!, reason: 'Glas beim Versand zerbrochen' },
    lines: [
      debit(account, price, 'WHOLESALE'),
      debit('2100', tax),
      { ...credit('1100', price.plus(tax)), party: lines[0]!.party!, dueOn: on },
    ],
  };
}

/** Most pay at once, two to seven weeks later; some in halves, some late, some in part, and some keep one waiting for good. */
function paymentsOf({ date, reference }: DemoEntry, customer: string, owed: Decimal, chance: Chance): DemoEntry[] {
  const paid = (amount: Decimal, days: number): DemoEntry => ({
    date: addDays(date, days),
    journal: 'BANK',
    description: `Payment of ${customer} for ${reference}`,
    document: { kind: 'payment', customer, invoice: reference!, amount },
    lines: [debit('1010', amount), { ...credit('1100', amount), party: customer }],
  });
  const half = cents(owed.div(2));
  if (chance.onceIn(28)) return [];
  if (chance.onceIn(18)) return [paid(half, chance.between(30, 50))];
  if (chance.onceIn(8)) return [paid(half, chance.between(20, 30)), paid(owed.minus(half), chance.between(45, 60))];
  return [paid(owed, chance.onceIn(12) ? chance.between(70, 100) : chance.between(14, 48))];
}

/** An export each quarter, invoiced in dollars at the rate of its day and paid at that of another. */
export function exports(month: DemoMonth, next: DemoMonth | undefined): DemoEntry[] {
  if (month.index % 3 !== 1) return [];
  const chance = new Chance(`export ${month.first}`);
  const dollars = euros(chance.between(7_000, 16_000));
  const inDollars = (account: string, amount: Decimal, exchangeRate: Decimal): DemoLine => ({
    account,
    amount,
    currency: 'USD',
    exchangeRate,
  });
  const customer = exportCustomer.name;
  const reference = `EX-${month.first.slice(0, 7)}`;
  const date = dayOf(month, 12);
  const sold = { description: 'Consignment of lamps, FOB Hamburg', quantity: 1, price: dollars, account: '4020' };
  const rated = { currency: 'USD', exchangeRate: month.dollar };
  const invoice: DemoEntry = {
    date,
    journal: 'SALES',
    description: `Export invoice to ${customer}`,
    reference,
    document: { kind: 'invoice', customer, taxCode: 'VAT-EXPORT', ...rated, items: [sold] },
    lines: [
      { ...inDollars('1100', dollars, month.dollar), party: customer, dueOn: addDays(date, TERM) },
      { ...inDollars('4020', dollars.negated(), month.dollar), costCentre: 'WHOLESALE' },
    ],
  };
  const out = delivery(date, reference, costOf(cents(dollars.times(month.dollar)), chance));
  if (!next) return [invoice, out];
  const difference = cents(dollars.times(next.dollar)).minus(cents(dollars.times(month.dollar)));
  const payment: DemoEntry = {
    date: dayOf(next, 9),
    journal: 'BANK',
    description: `Payment of ${customer} for ${reference}`,
    document: {
      kind: 'payment',
      customer,
      invoice: reference,
      amount: dollars,
      currency: 'USD',
      exchangeRate: next.dollar,
    },
    lines: [
      inDollars('1030', dollars, next.dollar),
      { ...inDollars('1100', dollars.negated(), month.dollar), party: customer },
      ...(difference.isZero()
        ? []
        : [
            difference.isPositive()
              ? credit('4820', difference, 'ADMIN')
              : debit('5820', difference.negated(), 'ADMIN'),
          ]),
    ],
  };
  return [invoice, out, payment];
}

/** What the web shop sold week by week, and what the payment provider pays out three days later, less its fee. */
export function webShop(month: DemoMonth): DemoEntry[] {
  const chance = new Chance(`web ${month.first}`);
  return [7, 14, 21, 28].flatMap((day) => {
    const date = dayOf(month, day);
    const net = cents(month.season.times(chance.between(4_100, 6_300)));
    const gross = net.plus(vatOf(net));
    const fee = cents(gross.times('0.019'));
    return [
      {
        date,
        journal: 'SALES',
        description: 'Web shop, sales of the week',
        reference: `WEB-${date}`,
        lines: [
          debit('1080', gross),
          credit('4000', net, 'WEB'),
          credit('2100', vatOf(net)),
          ...goodsOut(costOf(net, chance), 'WEB'),
        ],
      },
      {
        date: addDays(date, 3),
        journal: 'BANK',
        description: 'Payout of the payment provider, less its fee',
        lines: [debit('1010', gross.minus(fee)), debit('5390', fee, 'WEB'), credit('1080', gross)],
      },
    ];
  });
}
