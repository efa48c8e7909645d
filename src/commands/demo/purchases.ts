import { addDays } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import { Chance } from './chance.js';
import { type CostCentre, cents, credit, debit, type DemoEntry, euros, vatOf } from './demo-entry.js';
import { dayOf, type DemoMonth } from './demo-month.js';

const makers = ['Leuchtenbau Kramer', 'Glashütte Weiß', 'Elektro Import Hansa', 'Metallwerk Dölling'];

/** Goods for what the next month will sell, from two to five makers, paid a month later. */
export function merchandise(month: DemoMonth, needed: Decimal): DemoEntry[] {
  const chance = new Chance(`goods ${month.first}`);
  const invoices = chance.between(2, 5);
  return Array.from({ length: invoices }, (_, index) => {
    const net = cents(needed.times(chance.between(96, 106)).div(100).div(invoices));
    const maker = chance.oneOf(makers);
    return boughtOnAccount({
      date: dayOf(month, chance.between(2, 26)),
      supplier: maker,
      what: 'lamps and parts',
      reference: `${maker.slice(0, 2).toUpperCase()}-${month.first.slice(0, 7)}-${index + 1}`,
      account: '1330',
      net,
      days: 30,
    });
  }).flat();
}

interface Overhead {
  account: string;
  supplier: string;
  what: string;
  day: number;
  /** Euros, from and to. */
  range: readonly [number, number];
  costCentre: CostCentre;
  /** Every so many months. */
  every?: number;
}

const overheads: readonly Overhead[] = [
  {
    account: '5200',
    supplier: 'Speicherstadt Immobilien',
    what: 'Rent',
    day: 1,
    range: [3_200, 3_200],
    costCentre: 'ADMIN',
  },
  {
    account: '5210',
    supplier: 'Stadtwerke',
    what: 'Electricity and heating',
    day: 8,
    range: [340, 720],
    costCentre: 'ADMIN',
  },
  {
    account: '5340',
    supplier: 'Telekommunikation Nord',
    what: 'Telephone and internet',
    day: 5,
    range: [139, 151],
    costCentre: 'ADMIN',
  },
  {
    account: '5350',
    supplier: 'Shop Software AG',
    what: 'Shop and office software',
    day: 3,
    range: [389, 389],
    costCentre: 'WEB',
  },
  {
    account: '5300',
    supplier: 'Agentur Fernsicht',
    what: 'Advertising',
    day: 17,
    range: [900, 2_400],
    costCentre: 'WEB',
  },
  {
    account: '5040',
    supplier: 'Spedition Lübbers',
    what: 'Freight',
    day: 24,
    range: [450, 1_150],
    costCentre: 'WHOLESALE',
  },
  {
    account: '5310',
    supplier: 'Reisebüro Kontor',
    what: 'Travel to fairs',
    day: 14,
    range: [380, 1_400],
    costCentre: 'WHOLESALE',
    every: 3,
  },
  {
    account: '5380',
    supplier: 'Steuerberatung Ahrens',
    what: 'Accounting fees',
    day: 20,
    range: [850, 850],
    costCentre: 'ADMIN',
    every: 3,
  },
  {
    account: '5330',
    supplier: 'Papier & Büro',
    what: 'Office supplies',
    day: 11,
    range: [60, 210],
    costCentre: 'ADMIN',
  },
];

/** Rent, power, advertising and the like, paid after two weeks. */
export function overheadsOf(month: DemoMonth): DemoEntry[] {
  const chance = new Chance(`overheads ${month.first}`);
  return overheads
    .filter(({ every = 1 }) => month.index % every === 0)
    .flatMap(({ account, supplier, what, day, range, costCentre }) =>
      boughtOnAccount({
        date: dayOf(month, day),
        supplier,
        what: what.toLowerCase(),
        reference: `${supplier.slice(0, 2).toUpperCase()}-${month.first.slice(0, 7)}-${account}`,
        account,
        net: euros(chance.between(...range)),
        costCentre,
        days: 14,
      }),
    );
}

interface Purchase {
  date: DemoEntry['date'];
  supplier: string;
  what: string;
  reference: string;
  account: string;
  net: Decimal;
  costCentre?: CostCentre;
  /** Until it is paid. */
  days: number;
}

/** A supplier's invoice and its payment. */
export function boughtOnAccount(purchase: Purchase): DemoEntry[] {
  const { date, supplier, what, reference, account, net, costCentre, days } = purchase;
  const gross = net.plus(vatOf(net));
  return [
    {
      date,
      journal: 'PURCHASES',
      description: `Invoice of ${supplier}: ${what}`,
      reference,
      lines: [
        debit(account, net, costCentre),
        debit('1200', vatOf(net)),
        { ...credit('2000', gross), party: supplier, dueOn: addDays(date, days) },
      ],
    },
    {
      date: addDays(date, days),
      journal: 'BANK',
      description: `Payment to ${supplier} for ${reference}`,
      settles: reference,
      lines: [{ ...debit('2000', gross), party: supplier }, credit('1010', gross)],
    },
  ];
}
