import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { charge, newCustomer, pay } from '../support/receivables.js';
import { chairs, issue, openSales } from '../support/sales.js';

const ledger = '/v1/accounting/reports/party-ledger';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
});

const read = async (partyId: string, from: string, to: string, more = '') => {
  const answer = await actor.get(`${ledger}?partyId=${partyId}&from=${from}&to=${to}${more}`);
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  return answer.body;
};

async function controlBalance(to: string, accountCode = '1100'): Promise<string> {
  const asked = `accountCode=${accountCode}&from=2026-01-01&to=${to}`;
  return (await actor.get(`/v1/accounting/reports/account-statement?${asked}`)).body.account.closing;
}

async function cash(): Promise<string> {
  return (await actor.get('/v1/accounting/accounts?code=1000')).body.data[0].id;
}

async function created(path: string, body: object) {
  const answer = await actor.post(path, body);
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return answer.body;
}

const shortLines = (lines: Record<string, unknown>[]) =>
  lines.map(({ entryDate, document, debit, credit, balance }) => {
    const { type, number } = (document ?? {}) as { type?: string; number?: string };
    return [entryDate, type, number, debit, credit, balance].join(' ');
  });

it('tells every line with its document and what stays open', async () => {
  const first = await issue(actor, chairs(customer, { issuedOn: '2026-02-10' }));
  const second = await issue(actor, chairs(customer));
  const credited = await created(`/v1/accounting/invoices/${second.id}/credit`, {
    reason: 'Returned',
    issuedOn: '2026-03-20',
  });
  const { body: items } = await actor.get(`/v1/accounting/open-items?entryId=${first.entryId}`);
  const receipt = await created('/v1/accounting/receipts', {
    partyId: customer,
    receivedOn: '2026-03-25',
    amount: '400.00',
    accountId: await cash(),
    allocations: [{ openItemId: items.data[0].id, amount: '300.00' }],
  });

  const body = await read(customer, '2026-03-01', '2026-03-31');
  expect(body).toMatchObject({
    control: 'receivable',
    partyId: customer,
    partyName: 'Nordlicht GmbH',
    opening: '1250.00',
    debit: '1250.00',
    credit: '1650.00',
    closing: '850.00',
    sections: [{ currency: 'EUR', opening: '1250.00', debit: '1250.00', credit: '1650.00', closing: '850.00' }],
  });
  const [section] = body.sections;
  expect(shortLines(section.lines)).toEqual([
    `2026-03-05 invoice ${second.number} 1250.00 0.00 2500.00`,
    `2026-03-20 credit_note ${credited.number} 0.00 1250.00 1250.00`,
    `2026-03-25 receipt RECEIPTS 1 0.00 400.00 850.00`,
  ]);
  expect(section.lines[2]).toMatchObject({
    entryId: receipt.entryId,
    document: { id: receipt.id },
    accountCode: '1100',
    partyId: customer,
  });
  expect(section.openItems).toMatchObject([
    {
      dueOn: '2026-02-10',
      daysOverdue: 49,
      amount: '1250.00',
      openAmount: '950.00',
      document: { type: 'invoice', number: first.number },
    },
    { dueOn: null, daysOverdue: 0, amount: '-400.00', openAmount: '-100.00', document: { id: receipt.id } },
  ]);

  // The day before it was paid, all of the invoice was open.
  const before = await read(customer, '2026-03-01', '2026-03-24');
  expect(before.sections[0].openItems).toMatchObject([{ openAmount: '1250.00' }]);
  const later = await read(customer, '2026-04-01', '2026-04-30');
  expect(later).toMatchObject({ opening: '850.00', closing: '850.00', sections: [{ lines: [] }] });
});

it('closes with what the control accounts hold of the party on every day, in every currency', async () => {
  const other = await newCustomer(actor, 'Abendrot KG');
  const dollars = await charge(actor, customer, {
    amount: '100.00',
    entryDate: '2026-01-10',
    currency: 'USD',
    rate: '0.90',
  });
  await charge(actor, customer, { amount: '10.00', entryDate: '2026-02-10', dueOn: '2026-03-09' });
  await charge(actor, other, { amount: '7.00', entryDate: '2026-02-20' });
  const paid = await pay(actor, customer, { amount: '60.00', entryDate: '2026-03-20', currency: 'USD', rate: '0.95' });
  const settled = await actor.post('/v1/accounting/allocations', {
    pairs: [{ debitItemId: dollars.id, creditItemId: paid.id, amount: '60.00' }],
    effectiveOn: '2026-03-22',
  });
  expect(settled.status).toBe(201);

  for (const day of ['2026-01-10', '2026-02-28', '2026-03-20', '2026-03-22', '2026-12-31']) {
    const own = await read(customer, '2026-01-10', day);
    const others = await read(other, '2026-01-10', day);
    const both = (Number(own.closing) + Number(others.closing)).toFixed(2);
    expect([day, both]).toEqual([day, await controlBalance(day)]);
    for (const section of own.sections) {
      const open = (key: string) =>
        section.openItems.reduce((all: number, item: Record<string, string>) => all + Number(item[key]), 0).toFixed(2);
      expect([day, open('openAmount'), open('functionalOpenAmount')]).toEqual([
        day,
        section.closing,
        section.functionalClosing,
      ]);
    }
  }

  // What the rates made of the payment is a line in the functional currency alone.
  const { sections } = await read(customer, '2026-03-01', '2026-03-31');
  const [euros, usd] = sections;
  expect([euros.currency, euros.lines, euros.closing]).toEqual(['EUR', [], '10.00']);
  expect(usd).toMatchObject({ opening: '100.00', closing: '40.00', functionalOpening: '90.00' });
  expect(
    usd.lines.map((line: Record<string, string>) => [
      line['balance'],
      line['functionalDebit'],
      line['functionalCredit'],
    ]),
  ).toEqual([
    ['40.00', '0.00', '57.00'],
    ['40.00', '3.00', '0.00'],
  ]);
  expect(usd.functionalClosing).toBe('36.00');
});

it('has the lines of those that were merged into the party, and answers for them', async () => {
  const twin = await newCustomer(actor, 'Nordlicht');
  await charge(actor, twin, { amount: '40.00', entryDate: '2026-02-01' });
  await charge(actor, twin, { amount: '5.00', entryDate: '2026-03-02' });
  await charge(actor, customer, { amount: '1.00', entryDate: '2026-03-03' });
  const merged = await actor.post(
    `/v1/accounting/parties/${twin}/merge`,
    { intoPartyId: customer },
    { 'If-Match': '"1"' },
  );
  expect(merged.status).toBe(200);

  const body = await read(customer, '2026-03-01', '2026-03-31');
  expect(body).toMatchObject({ partyId: customer, opening: '40.00', debit: '6.00', closing: '46.00' });
  expect(body.closing).toBe(await controlBalance('2026-03-31'));
  expect(body.sections[0].lines.map(({ partyId }: { partyId: string }) => partyId)).toEqual([twin, customer]);
  expect(body.sections[0].openItems).toHaveLength(3);
  expect({ ...(await read(twin, '2026-03-01', '2026-03-31')), generatedAt: body.generatedAt }).toEqual(body);
});

it('keeps what a vendor is owed apart, with debits positive', async () => {
  await charge(actor, customer, { amount: '9.00' });
  await created('/v1/accounting/journal-entries', {
    entryDate: '2026-03-05',
    description: 'Bill',
    reference: 'B-77',
    post: true,
    lines: [
      { accountCode: '4000', debit: '80.00' },
      { accountCode: '2100', credit: '80.00', partyId: customer, dueOn: '2026-03-25' },
    ],
  });
  const body = await read(customer, '2026-03-01', '2026-03-31', '&control=payable');
  expect(body).toMatchObject({ control: 'payable', credit: '80.00', closing: '-80.00' });
  expect(body.sections[0].lines).toMatchObject([{ document: null, reference: 'B-77', credit: '80.00' }]);
  expect(body.sections[0].openItems).toMatchObject([{ dueOn: '2026-03-25', daysOverdue: 6, openAmount: '-80.00' }]);
});

it('is empty of whom nothing was posted', async () => {
  const body = await read(customer, '2026-03-01', '2026-03-31');
  expect(body).toMatchObject({ opening: '0.00', closing: '0.00', sections: [] });
});

it('leaves as a file with its lines and what is open', async () => {
  const { number } = await issue(actor, chairs(customer));
  const asked = `${ledger}?partyId=${customer}&from=2026-03-01&to=2026-03-31`;
  const csv = await actor.get(asked, { Accept: 'text/csv' });
  expect(csv.status).toBe(200);
  const rows = csv.text
    .replace('\uFEFF', '')
    .trim()
    .split(/\r?\n/)
    .map((row) => row.split(','));
  const at = (name: string) => rows[0]!.indexOf(name);
  const shown = ['row', 'currency', 'documentNumber', 'debit', 'balance', 'openAmount'];
  expect(rows.slice(1).map((row) => shown.map((name) => row[at(name)]))).toEqual([
    ['opening', 'EUR', '', '', '0.00', ''],
    ['line', 'EUR', number, '1250.00', '1250.00', ''],
    ['closing', 'EUR', '', '', '1250.00', ''],
    ['open', 'EUR', number, '', '', '1250.00'],
  ]);
  for (const type of [
    'application/pdf',
    'image/svg+xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]) {
    const file = await actor.get(asked, { Accept: type });
    expect(file).toMatchObject({ status: 200, headers: { 'content-type': expect.stringContaining(type) } });
  }
});

it('refuses what it cannot be of', async () => {
  const range = 'from=2026-03-01&to=2026-03-31';
  const refusal = async (query: string) => {
    const { status, body } = await actor.get(`${ledger}?${query}`);
    return [status, body.code, body.errors[0].pointer, body.errors[0].code];
  };
  expect(await refusal(range)).toEqual([400, 'invalid_parameter', '?partyId', 'required']);
  expect(await refusal(`${range}&partyId=${newId()}`)).toEqual([422, 'party_unknown', '?partyId', 'unknown_party']);
  expect(await refusal(`partyId=${customer}&from=2026-03-02&to=2026-03-01`)).toEqual([
    400,
    'invalid_parameter',
    '?to',
    'range_reversed',
  ]);
  expect((await refusal(`${range}&partyId=${customer}&control=bank`)).slice(0, 3)).toEqual([
    400,
    'invalid_parameter',
    '?control',
  ]);
  const role = { code: 'reader', name: 'Reader', permissions: ['accounting.sales_document.read'] };
  expect((await actor.post('/v1/identity/roles', role)).status).toBe(201);
  const reader = await colleagueOf(actor, ['reader']);
  expect((await reader.get(`${ledger}?${range}&partyId=${customer}`)).status).toBe(403);
  const stranger = await newActor();
  await stranger.openBooks('2026-01-01', '2026-12-31');
  const foreign = await stranger.get(`${ledger}?${range}&partyId=${customer}`);
  expect(foreign).toMatchObject({ status: 422, body: { code: 'party_unknown' } });
});

it('refuses a range of more lines than a statement has', async () => {
  for (const [count, entryDate] of [
    [4999, '2026-01-05'],
    [4999, '2026-02-05'],
    [3, '2026-03-05'],
  ] as const) {
    await created('/v1/accounting/journal-entries', {
      entryDate,
      description: 'Many',
      post: true,
      lines: [
        ...Array.from({ length: count }, () => ({ accountCode: '1100', debit: '1.00', partyId: customer })),
        { accountCode: '3000', credit: `${count}.00` },
      ],
    });
  }
  const refused = await actor.get(`${ledger}?partyId=${customer}&from=2026-01-01&to=2026-03-31`);
  expect(refused).toMatchObject({
    status: 400,
    body: { code: 'invalid_parameter', errors: [{ pointer: '?to', code: 'too_many_lines' }] },
  });
  const part = await read(customer, '2026-01-01', '2026-02-28');
  expect([part.closing, part.sections[0].lines.length]).toEqual(['9998.00', 9998]);
});
