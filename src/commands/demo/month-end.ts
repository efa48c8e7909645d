import { addDays, addMonths } from '#kernel/calendar-date.js';
import { Decimal, sum } from '#kernel/decimal.js';
import { cents, credit, debit, type DemoEntry, euros } from './demo-entry.js';
import { dayOf, type DemoMonth } from './demo-month.js';
import { boughtOnAccount } from './purchases.js';

const capital = euros(150_000);
const loan = euros(80_000);
const equipment = euros(18_000);
const van = euros(32_400);
const firstGoods = euros(46_000);
const insurance = euros(4_320);

/** What the company starts with. */
export function founding(month: DemoMonth): DemoEntry[] {
  const bought = (what: string, account: string, net: Decimal, day: number) =>
    boughtOnAccount({
      date: dayOf(month, day),
      supplier: 'Ausstatter Hamburg',
      what,
      reference: `AH-${month.first.slice(0, 7)}-${account}`,
      account,
      net,
      days: 14,
    });
  return [
    {
      date: month.first,
      journal: 'BANK',
      description: 'Share capital paid in',
      lines: [debit('1010', capital), credit('3000', capital)],
    },
    {
      date: month.first,
      journal: 'BANK',
      description: 'Loan of the bank, five years',
      lines: [debit('1010', loan), credit('2500', loan)],
    },
    ...bought('shelves and packing tables', '1540', equipment, 2),
    ...bought('delivery van', '1530', van, 3),
    ...bought('first stock of lamps', '1330', firstGoods, 2),
  ];
}

/** Four people: gross pay, what the employer adds, what goes to whom and when. */
export function payroll(month: DemoMonth): DemoEntry[] {
  const inNovember = month.ofYear === 11 ? new Decimal('1.5') : new Decimal(1);
  const shares = [
    ['WEB', euros(3_350)],
    ['WHOLESALE', euros(3_700)],
    ['ADMIN', euros(4_650)],
  ] as const;
  const gross = shares.map(([centre, amount]) => [centre, cents(amount.times(inNovember))] as const);
  const total = sum(gross.map(([, amount]) => amount));
  const social = gross.map(([centre, amount]) => [centre, cents(amount.times('0.209'))] as const);
  const employers = sum(social.map(([, amount]) => amount));
  const incomeTax = cents(total.times('0.142'));
  const employees = cents(total.times('0.206'));
  const net = total.minus(incomeTax).minus(employees);
  return [
    {
      date: dayOf(month, 25),
      journal: 'PAYROLL',
      description: `Wages and salaries of ${month.first.slice(0, 7)}`,
      lines: [
        ...gross.map(([centre, amount]) => debit('5100', amount, centre)),
        ...social.map(([centre, amount]) => debit('5110', amount, centre)),
        credit('2210', incomeTax),
        credit('2220', employees.plus(employers)),
        credit('2200', net),
      ],
    },
    {
      date: dayOf(month, 28),
      journal: 'BANK',
      description: 'Net wages paid',
      lines: [debit('2200', net), credit('1010', net)],
    },
    {
      date: addDays(addMonths(month.first, 1), 9),
      journal: 'BANK',
      description: 'Income tax and social security of employees paid',
      lines: [
        debit('2210', incomeTax),
        debit('2220', employees.plus(employers)),
        credit('1010', incomeTax.plus(employees).plus(employers)),
      ],
    },
  ];
}

/** Insurance for a year, paid ahead and spread; depreciation straight over four and five years; the loan each quarter. */
export function schedules(month: DemoMonth): DemoEntry[] {
  const isAnniversary = month.index % 12 === 0;
  const spread = cents(insurance.div(12));
  const onEquipment = cents(equipment.div(48));
  const onVan = cents(van.div(60));
  return [
    ...(isAnniversary
      ? [
          {
            date: dayOf(month, 4),
            journal: 'BANK' as const,
            description: 'Insurance for twelve months',
            lines: [debit('1160', insurance), credit('1010', insurance)],
          },
        ]
      : []),
    {
      date: month.last,
      journal: 'GENERAL',
      description: 'Insurance of the month',
      lines: [debit('5360', spread, 'ADMIN'), credit('1160', spread)],
    },
    {
      date: month.last,
      journal: 'GENERAL',
      description: 'Depreciation of the month',
      lines: [
        debit('5600', onEquipment, 'WHOLESALE'),
        debit('5600', onVan, 'WHOLESALE'),
        credit('1549', onEquipment),
        credit('1539', onVan),
      ],
    },
    ...(month.index % 3 === 2 ? [loanInstalment(month)] : []),
  ];
}

function loanInstalment(month: DemoMonth): DemoEntry {
  const paid = loan.div(20).times((month.index - 2) / 3);
  const interest = cents(loan.minus(paid).times('0.048').div(4));
  const instalment = loan.div(20);
  return {
    date: dayOf(month, 30),
    journal: 'BANK',
    description: 'Interest and instalment of the bank loan',
    lines: [debit('2500', instalment), debit('5800', interest, 'ADMIN'), credit('1010', instalment.plus(interest))],
  };
}

/** The month's VAT comes together on one account and is paid, or paid back, on the tenth of the month after next. */
export function vatReturn(month: DemoMonth, entries: readonly DemoEntry[]): DemoEntry[] {
  const ofMonth = entries.filter(({ date }) => date >= month.first && date <= month.last).flatMap(({ lines }) => lines);
  const on = (account: string) => sum(ofMonth.filter((line) => line.account === account).map(({ amount }) => amount));
  const [input, output] = [on('1200'), on('2100').negated()];
  const due = output.minus(input);
  const owed = due.isPositive();
  return [
    {
      date: month.last,
      journal: 'GENERAL',
      description: `VAT return of ${month.first.slice(0, 7)}`,
      lines: [debit('2100', output), credit('1200', input), owed ? credit('2120', due) : debit('2120', due.negated())],
    },
    {
      date: addDays(addMonths(month.first, 2), 9),
      journal: 'BANK',
      description: `VAT of ${month.first.slice(0, 7)} ${owed ? 'paid' : 'paid back'}`,
      lines: owed
        ? [debit('2120', due), credit('1010', due)]
        : [debit('1010', due.negated()), credit('2120', due.negated())],
    },
  ];
}
