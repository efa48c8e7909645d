import { type Actor, newActor } from '../support/actor.js';
import { charge, newCustomer, openReceivables, pay } from '../support/receivables.js';

const aging = '/v1/accounting/reports/aging';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openReceivables(actor);
  customer = await newCustomer(actor);
});

const amounts = ({ notDue, overdue, withoutDueDate, credits, total }: Record<string, unknown>) => ({
  notDue,
  overdue,
  withoutDueDate,
  credits,
  total,
});

it('tells what is open by age, and equals the control account at every date', async () => {
  const other = await newCustomer(actor, 'Abendrot KG');
  const late = await charge(actor, customer, { amount: '100.00', entryDate: '2026-01-10', dueOn: '2026-02-09' });
  await charge(actor, customer, { amount: '10.00', entryDate: '2026-03-10', dueOn: '2026-04-09' });
  await charge(actor, customer, { amount: '50.00', entryDate: '2026-03-15', currency: 'USD', rate: '0.90' });
  await charge(actor, other, { amount: '7.00', entryDate: '2026-02-20', dueOn: '2026-03-31' });
  const paid = await pay(actor, customer, { amount: '60.00', entryDate: '2026-03-20' });
  const pairs = [{ debitItemId: late.id, creditItemId: paid.id, amount: '45.00' }];
  await actor.post('/v1/accounting/allocations', { pairs, effectiveOn: '2026-04-02' });

  const march = await actor.get(`${aging}?asOf=2026-03-31`);
  expect(march.status).toBe(200);
  expect(
    march.body.lines.map((line: { partyName: string; itemCurrency: string }) => ({
      ...line,
      ...amounts(line as never),
    })),
  ).toMatchObject([
    { partyName: 'Abendrot KG', itemCurrency: 'EUR', notDue: '7.00', total: '7.00' },
    {
      partyName: 'Nordlicht GmbH',
      itemCurrency: 'EUR',
      notDue: '10.00',
      overdue: ['0.00', '100.00', '0.00', '0.00'],
      credits: '-60.00',
      total: '50.00',
    },
    { itemCurrency: 'USD', withoutDueDate: '45.00', total: '45.00', totalInItemCurrency: '50.00' },
  ]);
  expect(march.body).toMatchObject({ unattributed: '0.00', controlBalance: '102.00', totals: { total: '102.00' } });

  const april = await actor.get(`${aging}?asOf=2026-04-30&days=75,10&partyId=${customer}`);
  expect(april.body.ages).toEqual([
    { fromDays: 1, toDays: 10 },
    { fromDays: 11, toDays: 75 },
    { fromDays: 76, toDays: null },
  ]);
  expect(amounts(april.body.lines[0])).toEqual({
    notDue: '0.00',
    overdue: ['0.00', '10.00', '55.00'],
    withoutDueDate: '0.00',
    credits: '-15.00',
    total: '50.00',
  });
  expect(april.body).toMatchObject({ unattributed: null, controlBalance: null });

  for (const asOf of ['2026-01-09', '2026-01-10', '2026-03-19', '2026-04-01', '2026-04-02', '2026-12-31']) {
    const { body } = await actor.get(`${aging}?asOf=${asOf}`);
    const balance = await actor.get(
      `/v1/accounting/reports/account-statement?accountCode=1100&from=2026-01-01&to=${asOf}`,
    );
    expect([asOf, body.totals.total]).toEqual([asOf, balance.body.account.closing]);
  }
});

it('counts what is owed to vendors positive', async () => {
  const vendor = await newCustomer(actor, 'Lieferant');
  await actor.post('/v1/accounting/journal-entries', {
    entryDate: '2026-03-05',
    description: 'Bill',
    post: true,
    lines: [
      {
        accountCode: '4000',
        debit: '80.00',
      },
      {
        accountCode: '2100',
        credit: '80.00',
        partyId: vendor,
        dueOn: '2026-03-25',
      },
    ],
  });
  const { body } = await actor.get(`${aging}?asOf=2026-03-31&control=payable`);
  expect(body).toMatchObject({
    lines: [
      {
        partyName: 'Lieferant',
        overdue: ['80.00', '0.00', '0.00', '0.00'],
      },
    ],
    totals: { total: '80.00' },
    controlBalance: '80.00',
  });
});

it.each(['text/csv', 'application/pdf', 'image/svg+xml'])('leaves as %s', async (type) => {
  await charge(actor, customer, { amount: '100.00', dueOn: '2026-02-09' });
  const answer = await actor.get(`${aging}?asOf=2026-03-31`, { Accept: type });
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': expect.stringContaining(type) } });
});

it.each(['receivable', 'payable'])('leads from each line of what is %s to its items on that day', async (control) => {
  const account = control === 'receivable' ? '1100' : '2100';
  const post = async (partyId: string, side: string, of: { amount: string; entryDate: string; dueOn?: string }) => {
    const { amount, entryDate, dueOn } = of;
    const other = side === 'debit' ? 'credit' : 'debit';
    const answer = await actor.post('/v1/accounting/journal-entries', {
      entryDate,
      description: 'Of a party',
      post: true,
      lines: [
        { accountCode: account, [side]: amount, partyId, ...(dueOn && { dueOn }) },
        { accountCode: '1000', [other]: amount },
      ],
    });
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    return (await actor.get(`/v1/accounting/open-items?entryId=${answer.body.id}`)).body.data[0].id as string;
  };
  const [charged, settled] = control === 'receivable' ? ['debit', 'credit'] : ['credit', 'debit'];
  const invoice = await post(customer, charged!, { amount: '100.00', entryDate: '2026-01-10', dueOn: '2026-02-09' });
  await post(customer, charged!, { amount: '10.00', entryDate: '2026-03-10', dueOn: '2026-04-09' });
  const payment = await post(customer, settled!, { amount: '60.00', entryDate: '2026-03-20' });
  const [debitItemId, creditItemId] = control === 'receivable' ? [invoice, payment] : [payment, invoice];
  // Settled after the day: on it, both were open.
  const pairs = [{ debitItemId, creditItemId, amount: '45.00' }];
  const allocated = await actor.post('/v1/accounting/allocations', { pairs, effectiveOn: '2026-04-02' });
  expect(allocated.status).toBe(201);
  const sign = control === 'receivable' ? 1 : -1;

  for (const [asOf, days] of [
    ['2026-03-31', [50, 0, 0]],
    ['2026-04-30', [80, 21, 0]],
  ] as const) {
    const [line] = (await actor.get(`${aging}?asOf=${asOf}&control=${control}`)).body.lines;
    const { status, body } = await actor.get(line.drillDown);
    expect([asOf, status, body.control, body.partyId]).toEqual([asOf, 200, control, customer]);
    const [{ currency, openItems }] = body.sections;
    expect(currency).toBe(line.itemCurrency);
    expect(openItems.map(({ daysOverdue }: { daysOverdue: number }) => daysOverdue)).toEqual(days);
    const open = openItems.map(({ openAmount }: { openAmount: string }) => sign * Number(openAmount));
    expect(open.reduce((all: number, one: number) => all + one, 0).toFixed(2)).toBe(line.total);
    expect([open[0].toFixed(2), open[2].toFixed(2)]).toEqual([line.overdue[asOf < '2026-04-01' ? 1 : 2], line.credits]);
  }
});
