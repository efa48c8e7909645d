import { contentOfDate, contentSaid } from './content-of-date.js';
import type { RecurringInvoiceContent } from './recurring-invoices.dto.js';

const line = { description: 'Subscription', quantity: '1', unitPrice: '100' };
const content = (from: string, through: string): RecurringInvoiceContent => ({
  partyId: 'x',
  lines: [{ ...line, service: { from, through } }, line],
  adjustments: [{ kind: 'charge', amount: '1', service: { from, through } }],
});
const services = (
  from: string,
  through: string,
  frequency: 'weekly' | 'monthly' | 'quarterly' | 'yearly',
  n: number,
) => {
  const { content: moved, faults } = contentOfDate({
    content: content(from, through),
    frequency,
    contentPassed: 0,
    passed: n,
  });
  expect(moved.adjustments![0]!.service).toEqual(moved.lines[0]!.service);
  expect(moved.lines[1]).toEqual(line);
  const { service } = moved.lines[0]!;
  return faults.length > 0
    ? faults.map(({ pointer, code }) => `${pointer} ${code}`)
    : `${service!.from} ${service!.through}`;
};

it.each([
  ['2026-01-01', '2026-01-31', 'monthly', 0, '2026-01-01 2026-01-31'],
  ['2026-01-01', '2026-01-31', 'monthly', 1, '2026-02-01 2026-02-28'],
  ['2026-01-01', '2026-01-31', 'monthly', 25, '2028-02-01 2028-02-29'],
  ['2026-01-15', '2026-02-14', 'monthly', 2, '2026-03-15 2026-04-14'],
  ['2026-01-31', '2026-02-27', 'monthly', 2, '2026-03-31 2026-04-27'],
  ['2026-04-01', '2026-06-30', 'quarterly', 3, '2027-01-01 2027-03-31'],
  ['2024-02-29', '2025-02-28', 'yearly', 4, '2028-02-29 2029-02-28'],
  ['2026-01-05', '2026-01-11', 'weekly', 9, '2026-03-09 2026-03-15'],
] as const)('the service %s to %s, %s, of date %i is %s', (from, through, frequency, passed, expected) => {
  expect(services(from, through, frequency, passed)).toBe(expected);
});

it('months of service follow each other without a gap', () => {
  let [, last] = (services('2026-01-01', '2026-01-31', 'monthly', 0) as string).split(' ');
  for (let passed = 1; passed < 60; passed++) {
    const [from, through] = (services('2026-01-01', '2026-01-31', 'monthly', passed) as string).split(' ');
    expect(new Date(from!).getTime() - new Date(last!).getTime()).toBe(86_400_000);
    last = through;
  }
});

it.each([
  ['2199-11-01', '2199-11-30', 2],
  ['2199-11-01', '2199-12-31', 1],
])('a service from %s to %s that moves beyond the calendar is a fault', (from, through, passed) => {
  expect(services(from, through, 'monthly', passed)).toEqual([
    '/lines/0/service out_of_calendar',
    '/adjustments/0/service out_of_calendar',
  ]);
});

describe('what is said anew', () => {
  const dated = {
    content: content('2026-01-01', '2026-01-31'),
    frequency: 'monthly',
    contentPassed: 0,
    passed: 3,
  } as const;
  const later = { service: { from: '2026-04-01', through: '2026-04-30' } };

  it('without services leaves them as they move', () => {
    const { content: said, contentPassed } = contentSaid(dated, { note: 'Thank you' });
    expect(said).toEqual({ ...dated.content, note: 'Thank you' });
    expect(contentPassed).toBe(0);
  });

  it('with lines is of the next date, and so is the rest', () => {
    const { content: said, contentPassed } = contentSaid(dated, { lines: [{ ...line, ...later }] });
    expect(said.lines).toEqual([{ ...line, ...later }]);
    expect(said.adjustments).toMatchObject([later]);
    expect(contentPassed).toBe(3);
  });
});
