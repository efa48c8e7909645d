import { addDays } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import { Chance } from './chance.js';
import { cents, credit, debit, type DemoEntry, type DemoLine, euros, vatOf } from './demo-entry.js';
import { dayOf, type DemoMonth } from './demo-month.js';

const retailers = [
  'Lichthaus Brandt',
  'Möbel Ostermann & Söhne',
  'Nordlicht Einrichtungen',
  'Atelier Seidel',
  'Café Kette Morgenrot',
  'Hotel am Fleet',
  'Wohnwerk Leipzig',
  'Studio Amber',
];
const exportCustomer = 'Harper Home Inc., Portland';
/** Days that customers have to pay. */
const TERM = 30;

/** Goods cost about three fifths of what they sell for. */
const costOf = (net: Decimal, chance: Chance): Decimal => cents(net.times(chance.between(57, 62)).div(100));

const goodsOut = (cost: Decimal, costCentre: 'WEB' | 'WHOLESALE'): DemoLine[] => [
  debit('5000', cost, costCentre),
  credit('1330', cost),
];

/** Invoices to retailers on account, with what the goods cost, and their payments two to seven weeks later. */
export function wholesale(month: DemoMonth): DemoEntry[] {
  const chance = new Chance(`wholesale ${month.first}`);
  const count = month.season.times(9).round().toNumber();
  return Array.from({ length: count }, (_, index) => {
    const date = dayOf(month, chance.between(1, 28));
    const customer = chance.oneOf(retailers);
    const net = euros(chance.between(1_200, 8_900)).plus(euros(chance.between(0, 99)).div(100));
    const freight = chance.onceIn(3) ? euros('49.00') : euros(0);
    const gross = net.plus(freight).plus(vatOf(net.plus(freight)));
    const reference = `RE-${month.first.slice(0, 4)}${month.first.slice(5, 7)}-${String(index + 1).padStart(3, '0')}`;
    const invoice: DemoEntry = {
      date,
      journal: 'SALES',
      description: `Invoice to ${customer}`,
      reference,
      lines: [
        { ...debit('1100', gross), party: customer, dueOn: addDays(date, TERM) },
        credit('4000', net, 'WHOLESALE'),
        ...(freight.isZero() ? [] : [credit('4040', freight, 'WHOLESALE')]),
        credit('2100', vatOf(net.plus(freight))),
        ...goodsOut(costOf(net, chance), 'WHOLESALE'),
      ],
    };
    const payment: DemoEntry = {
      date: addDays(date, chance.between(14, 48)),
      journal: 'BANK',
      description: `Payment of ${customer} for ${reference}`,
      settles: reference,
      lines: [debit('1010', gross), { ...credit('1100', gross), party: customer }],
    };
    // Some customers keep one waiting for good.
    return chance.onceIn(45) ? [invoice] : [invoice, payment];
  }).flat();
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
  const reference = `EX-${month.first.slice(0, 7)}`;
  const date = dayOf(month, 12);
  const invoice: DemoEntry = {
    date,
    journal: 'SALES',
    description: `Export invoice to ${exportCustomer}`,
    reference,
    lines: [
      { ...inDollars('1100', dollars, month.dollar), party: exportCustomer, dueOn: addDays(date, TERM) },
      { ...inDollars('4020', dollars.negated(), month.dollar), costCentre: 'WHOLESALE' },
      ...goodsOut(costOf(cents(dollars.times(month.dollar)), chance), 'WHOLESALE'),
    ],
  };
  if (!next) return [invoice];
  const difference = cents(dollars.times(next.dollar)).minus(cents(dollars.times(month.dollar)));
  const payment: DemoEntry = {
    date: dayOf(next, 9),
    journal: 'BANK',
    description: `Payment of ${exportCustomer} for ${reference}`,
    settles: reference,
    lines: [
      inDollars('1030', dollars, next.dollar),
      { ...inDollars('1100', dollars.negated(), month.dollar), party: exportCustomer },
      ...(difference.isZero()
        ? []
        : [
            difference.isPositive()
              ? credit('4820', difference, 'ADMIN')
              : debit('5820', difference.negated(), 'ADMIN'),
          ]),
    ],
  };
  return [invoice, payment];
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
