import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { newCustomer } from '../support/receivables.js';
import { chairs, issue, openSales } from '../support/sales.js';

const revenue = '/v1/accounting/reports/revenue';

let actor: Actor;
let customer: string;
let other: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
  other = await newCustomer(actor, 'Abendrot KG');
});

const read = async (query: string) => {
  const answer = await actor.get(`${revenue}?${query}`);
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer.body;
};

const credit = async (id: string, body: object) => {
  const answer = await actor.post(`/v1/accounting/invoices/${id}/credit`, { reason: 'Returned', ...body });
  expect([answer.status, answer.status === 201 ? '' : answer.text]).toEqual([201, '']);
  return answer.body;
};

/** Ten chairs in January, seven of which come back in March; a desk and freight in March to somebody else. */
async function sell() {
  const first = await issue(actor, chairs(customer, { issuedOn: '2026-01-15' }));
  const second = await issue(actor, {
    partyId: other,
    issuedOn: '2026-03-02',
    lines: [
      { description: 'Desk', itemCode: 'DESK-1', quantity: '1', unitPrice: '300', taxCodes: ['VAT25'] },
      { description: 'Chair, used', itemCode: 'CHAIR-7', quantity: '2', unitPrice: '40', taxCodes: ['VAT25'] },
      { description: 'Advice', quantity: '1', unit: 'HUR', unitPrice: '20', taxCodes: ['VAT25'] },
    ],
    adjustments: [{ kind: 'charge', amount: '10', reason: 'Freight', taxCodes: ['VAT25'] }],
  });
  const back = await credit(first.id, { issuedOn: '2026-03-20', lines: [{ position: 1, quantity: '7' }] });
  return { first, second, back };
}

const year = 'from=2026-01-01&to=2026-12-31';

type Line = Record<string, string | null>;
const short = (lines: Line[], ...keys: string[]) => lines.map((line) => keys.map((key) => line[key]));

it('sums by customer, down to the documents', async () => {
  const { first, second, back } = await sell();
  const body = await read(`${year}&by=customer`);
  expect(short(body.lines, 'partyName', 'invoiced', 'credited', 'net', 'quantity', 'documentCount')).toEqual([
    ['Abendrot KG', '410.00', '0.00', '410.00', null, 1],
    ['Nordlicht GmbH', '1000.00', '700.00', '300.00', null, 2],
  ]);
  expect(body.totals).toMatchObject({ invoiced: '1410.00', credited: '700.00', net: '710.00' });
  const net = (document: { totals: { net: string } }) => Number(document.totals.net);
  expect(Number(body.totals.net)).toBe(net(first) + net(second) - net(back));

  const found = async (path: string) => (await actor.get(path)).body.data.map(({ id }: { id: string }) => id);
  const [invoices, notes] = body.lines[1].drillDown;
  expect([await found(invoices), await found(notes)]).toEqual([[first.id], [back.id]]);
  expect((await read(year)).lines).toEqual(body.lines);
});

it('sums by item and unit, with quantities, beside what has no code', async () => {
  await sell();
  const body = await read(`${year}&by=item`);
  expect(short(body.lines, 'itemCode', 'description', 'unit', 'lineKind', 'quantity', 'net')).toEqual([
    ['CHAIR-7', 'Office chair', 'C62', 'item', '5', '380.00'],
    ['DESK-1', 'Desk', 'C62', 'item', '1', '300.00'],
    [null, null, null, 'item', null, '20.00'],
    [null, null, null, 'charge', null, '10.00'],
  ]);
  expect(body.totals.net).toBe('710.00');
  const [drillDown] = body.lines[0].drillDown;
  const { body: customers } = await actor.get(drillDown);
  expect(short(customers.lines, 'partyName', 'net')).toEqual([
    ['Abendrot KG', '80.00'],
    ['Nordlicht GmbH', '300.00'],
  ]);
  const ofOne = await read(`${year}&by=item&partyId=${other}&itemCode=CHAIR-7`);
  expect(short(ofOne.lines, 'quantity', 'net')).toEqual([['2', '80.00']]);
  expect(ofOne.totals.net).toBe('80.00');
});

it('sums by month, also months of nothing, beside other ranges', async () => {
  await sell();
  const body = await read(
    'from=2026-02-10&to=2026-03-19&by=month&compareRanges=2026-01-01/2026-03-31,2026-01-15/2026-01-15',
  );
  const shown = body.lines.map((line: { month: string; net: string; comparisons: { net: string }[] }) => [
    line.month,
    line.net,
    ...line.comparisons.map(({ net }) => net),
  ]);
  expect(shown).toEqual([
    ['2026-02-01', '0.00', '1000.00', '1000.00'],
    ['2026-03-01', '410.00', '0.00', '0.00'],
    [null, '0.00', '-290.00', '0.00'],
  ]);
  expect(body.totals).toMatchObject({ net: '410.00', comparisons: [{ net: '710.00' }, { net: '1000.00' }] });
  const days = body.lines.map(({ drillDown }: { drillDown: string[] }) =>
    drillDown.map((path) => [...new URLSearchParams(path.split('?')[1]).values()].slice(1)),
  );
  expect(days).toEqual([
    [
      ['2026-02-10', '2026-02-28'],
      ['2026-02-10', '2026-02-28'],
    ],
    [
      ['2026-03-01', '2026-03-19'],
      ['2026-03-01', '2026-03-19'],
    ],
    [],
  ]);
  const before = await read('from=2026-03-01&to=2026-03-31&compare=previous_period&compareCount=2');
  expect(before.comparisons).toEqual([
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-01-01', to: '2026-01-31' },
  ]);
  expect(before.totals).toMatchObject({ net: '-290.00', comparisons: [{ net: '0.00' }, { net: '1000.00' }] });
});

it('converts each document once, and shares that among its lines', async () => {
  const line = (itemCode: string) => ({
    description: itemCode,
    itemCode,
    quantity: '1',
    unitPrice: '0.05',
    taxCodes: ['VAT25'],
  });
  const foreign = await issue(actor, {
    partyId: customer,
    issuedOn: '2026-03-05',
    currency: 'USD',
    exchangeRate: '0.90',
    exchangeRateSource: 'agreed',
    lines: ['A', 'B', 'C', 'D'].map(line),
  });
  expect(foreign.totals.net).toBe('0.20');
  // 0.20 at 0.90 is 0.18; 0.05 alone would be 0.05 each, and 0.20 together.
  const body = await read(`${year}&by=item`);
  expect(short(body.lines, 'itemCode', 'net')).toEqual([
    ['A', '0.05'],
    ['B', '0.04'],
    ['C', '0.05'],
    ['D', '0.04'],
  ]);
  expect(body.totals.net).toBe('0.18');
  expect((await read(`${year}&by=month`)).totals.net).toBe('0.18');
  expect((await read(`${year}&itemCode=C`)).totals.net).toBe('0.05');
  const { body: entry } = await actor.get(`/v1/accounting/journal-entries/${foreign.entryId}`);
  const posted = entry.lines.filter(({ accountCode }: { accountCode: string }) => accountCode === '3000');
  expect(posted).toMatchObject([{ functionalCredit: '0.18' }]);
});

it('knows a merged customer as the other, and the report as it was known', async () => {
  await sell();
  const merged = await actor.post(
    `/v1/accounting/parties/${other}/merge`,
    { intoPartyId: customer },
    { 'If-Match': '"1"' },
  );
  expect(merged.status).toBe(200);
  for (const query of [year, `${year}&partyId=${other}`, `${year}&partyId=${customer}`]) {
    expect(short((await read(query)).lines, 'partyId', 'net')).toEqual([[customer, '710.00']]);
  }
  expect(await read(`${year}&knownAt=2024-01-01T00:00:00Z`)).toMatchObject({ lines: [], totals: { net: '0.00' } });
});

it('leaves as a file, with a chart by month', async () => {
  await sell();
  const asked = `${revenue}?${year}&by=item&compareRanges=2026-01-01/2026-01-31`;
  const csv = await actor.get(asked, { Accept: 'text/csv' });
  expect(csv.status).toBe(200);
  expect(csv.text.replace('\uFEFF', '').trim().split(/\r?\n/)).toEqual([
    'itemCode,description,lineKind,unit,quantity,invoiced,credited,net,quantity 2026-01-01/2026-01-31,net 2026-01-01/2026-01-31',
    'CHAIR-7,Office chair,item,C62,5,1080.00,700.00,380.00,10,1000.00',
    'DESK-1,Desk,item,C62,1,300.00,0.00,300.00,0,0.00',
    ',,item,,,20.00,0.00,20.00,,0.00',
    ',,charge,,,10.00,0.00,10.00,,0.00',
  ]);
  for (const by of ['customer', 'item', 'month']) {
    for (const type of ['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']) {
      const file = await actor.get(`${revenue}?${year}&by=${by}`, { Accept: type });
      expect(file).toMatchObject({ status: 200, headers: { 'content-type': type } });
    }
  }
  const chart = await actor.get(`${revenue}?from=2026-01-01&to=2026-03-31&by=item`, { Accept: 'image/svg+xml' });
  expect(chart.status).toBe(200);
  expect(chart.text ?? String(chart.body)).toContain('Revenue: 2026-01 1000.00, 2026-02 0.00, 2026-03 -290.00');
});

it('refuses what cannot be', async () => {
  const refusal = async (query: string) => {
    const { status, body } = await actor.get(`${revenue}?${query}`);
    return [status, body.code, body.errors[0].pointer, body.errors[0].code];
  };
  expect(await refusal('to=2026-03-31')).toEqual([400, 'invalid_parameter', '?from', 'required']);
  const wrong = (pointer: string, code: string) => [400, 'invalid_parameter', pointer, code];
  expect(await refusal('from=2026-04-01&to=2026-03-31')).toEqual(wrong('?to', 'range_reversed'));
  expect(await refusal(`${year}&compareCount=2`)).toEqual(wrong('?compareCount', 'ambiguous_comparison'));
  expect((await refusal(`${year}&by=weekday`)).slice(0, 3)).toEqual([400, 'invalid_parameter', '?by']);
  expect(await refusal(`${year}&partyId=${newId()}`)).toEqual([422, 'party_unknown', '?partyId', 'unknown_party']);
  const role = { code: 'reader', name: 'Reader', permissions: ['accounting.journal_entry.read'] };
  expect((await actor.post('/v1/identity/roles', role)).status).toBe(201);
  const stranger = await colleagueOf(actor, ['reader']);
  expect((await stranger.get(`${revenue}?${year}`)).status).toBe(403);
});
