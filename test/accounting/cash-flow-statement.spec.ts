import type { CashFlowSectionView } from '#modules/accounting/reports/cash-flow-statement.dto.js';
import { type Actor, newActor } from '../support/actor.js';
import { openFlowBooks } from '../support/flow-books.js';
import { fetchFile } from '../support/raw-files.js';

const statement = '/v1/accounting/reports/cash-flow-statement';
const entriesOf = '/v1/accounting/reports/cash-flow-entries';
const year = 'from=2026-01-01&to=2026-12-31';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await openFlowBooks(actor);
});

type Line = [accountCode: string, amount: string, more?: object];

/** Posts an entry; amounts below zero are credits. */
async function post(entryDate: string, ...lines: Line[]): Promise<string> {
  const { status, text, body } = await actor.post('/v1/accounting/journal-entries', {
    entryDate,
    description: 'Entry',
    post: true,
    lines: lines.map(([accountCode, amount, more = {}]) => ({
      accountCode,
      ...(amount.startsWith('-') ? { credit: amount.slice(1) } : { debit: amount }),
      ...more,
    })),
  });
  if (status !== 201) throw new Error(text);
  return body.id;
}

const read = async (query: string) => {
  const { status, text, body } = await actor.get(`${statement}?${query}`);
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  expect(body.difference.amount).toBe('0.00');
  return body;
};

const short = ({ amount, lines }: CashFlowSectionView) => [
  amount,
  ...lines.filter(({ kind }) => kind !== 'group').map((one) => [one.item, one.accountCode, one.amount]),
];

/** Operating lines by both methods, which sum to the same; and the sections beside them. */
async function both() {
  const [direct, indirect] = [await read(`${year}&method=direct`), await read(year)];
  expect(indirect.operating.amount).toBe(direct.operating.amount);
  const { investing, financing, exchange } = direct;
  return {
    direct: short(direct.operating),
    indirect: short(indirect.operating),
    investing: short(investing),
    financing: short(financing),
    exchange: short(exchange),
  };
}

const none = ['0.00'];

it('shares what was paid in proportion, the largest remainder first', async () => {
  await post('2026-03-01', ['1010', '100.00'], ['4100', '0.02'], ['3000', '-50.01'], ['1100', '-50.01']);
  const { direct, indirect } = await both();
  expect(direct).toEqual([
    '100.00',
    ['receipts_from_customers', '1100', '50.00'],
    ['receipts_from_customers', '3000', '50.00'],
  ]);
  expect(indirect).toEqual(['100.00', ['result', null, '49.99'], ['working_capital', '1100', '50.01']]);
  await post('2026-03-02', ['4000', '1.00'], ['4100', '1.00'], ['4800', '1.00'], ['2000', '-2.00'], ['1010', '-1.00']);
  expect((await both()).direct).toEqual([
    '99.00',
    ['receipts_from_customers', '1100', '50.00'],
    ['receipts_from_customers', '3000', '50.00'],
    ['payments_to_suppliers', '4000', '-0.34'],
    ['payments_to_employees', '4100', '-0.33'],
    ['interest_paid', '4800', '-0.33'],
  ]);
});

it('shows nothing of transfers, of assets bought on loan or on account, and of what closes a year', async () => {
  await post('2026-01-01', ['1010', '500.00'], ['2900', '-500.00']);
  await post('2026-02-01', ['1000', '200.00'], ['1010', '-200.00']);
  await post('2026-03-01', ['1500', '1000.00'], ['2500', '-1000.00']);
  await post('2026-03-02', ['1500', '300.00'], ['2000', '-300.00']);
  await actor.postEntry('2990', '2900', '10.00', { entryDate: '2026-12-31', kind: 'closing' });
  expect(await both()).toEqual({
    direct: none,
    indirect: ['0.00', ['result', null, '0.00']],
    investing: none,
    financing: ['500.00', ['receipts', '2900', '500.00']],
    exchange: none,
  });
});

it('takes depreciation and gains on disposal out of the result', async () => {
  await post('2026-01-05', ['1500', '1000.00'], ['1010', '-1000.00']);
  await post('2026-06-30', ['4500', '600.00'], ['1509', '-600.00']);
  await post('2026-07-01', ['1010', '500.00'], ['1509', '600.00'], ['1500', '-1000.00'], ['3500', '-100.00']);
  expect(await both()).toMatchObject({
    direct: none,
    indirect: [
      '0.00',
      ['result', null, '-500.00'],
      ['not_cash', '4500', '600.00'],
      ['other_sections', '3500', '-100.00'],
    ],
    investing: [
      '-500.00',
      ['receipts', '1500', '454.55'],
      ['receipts', '3500', '45.45'],
      ['payments', '1500', '-1000.00'],
    ],
  });
});

it('keeps the difference of rates with what was paid, and shows that of money by itself', async () => {
  await post('2026-02-01', ['1100', '100.00'], ['3000', '-100.00']);
  await post('2026-03-01', ['1010', '105.00'], ['1100', '-100.00'], ['3900', '-5.00']);
  await post('2026-04-01', ['1010', '50.00'], ['2500', '-50.00']);
  await post('2026-05-01', ['2500', '50.00'], ['4900', '2.00'], ['1010', '-52.00']);
  await post('2026-06-01', ['1030', '9.00'], ['3900', '-9.00']);
  await post('2026-07-01', ['1030', '60.00'], ['1010', '-61.00'], ['4900', '1.00']);
  const { direct, indirect, financing, exchange } = await both();
  expect(direct).toEqual(['105.00', ['receipts_from_customers', '1100', '105.00']]);
  expect(indirect).toEqual([
    '105.00',
    ['result', null, '111.00'],
    ['not_cash', '4900', '2.00'],
    ['exchange_differences', '3900', '-9.00'],
    ['exchange_differences', '4900', '1.00'],
  ]);
  expect(financing).toEqual(['-2.00', ['receipts', '2500', '50.00'], ['payments', '2500', '-52.00']]);
  expect(exchange).toEqual([
    '8.00',
    ['exchange_differences', '3900', '9.00'],
    ['exchange_differences', '4900', '-1.00'],
  ]);
});

it('takes a reversed receipt from the receipts', async () => {
  const id = await post('2026-03-01', ['1010', '80.00'], ['1100', '-80.00']);
  await post('2026-03-02', ['1010', '20.00'], ['1100', '-20.00']);
  await post('2026-03-03', ['1100', '5.00'], ['1010', '-5.00']);
  const reversed = await actor.post(`/v1/accounting/journal-entries/${id}/reverse`, { entryDate: '2026-03-04' });
  expect(reversed.status).toBe(201);
  expect((await both()).direct).toEqual([
    '15.00',
    ['receipts_from_customers', '1100', '20.00'],
    ['payments_to_customers', '1100', '-5.00'],
  ]);
});

it('opens with opening entries, which bring a result without money', async () => {
  const entry = { entryDate: '2025-07-01', description: 'Taken over', kind: 'opening', post: true };
  const lines = [
    { accountCode: '1010', debit: '1000.00' },
    { accountCode: '2900', credit: '700.00' },
    { accountCode: '3000', credit: '300.00' },
  ];
  await actor.post('/v1/accounting/journal-entries', { ...entry, lines });
  const range = 'from=2025-01-01&to=2025-12-31';
  const view = await read(range);
  expect(short(view.operating)).toEqual(['0.00', ['result', null, '300.00'], ['result_taken_over', null, '-300.00']]);
  expect([view.opening.amount, view.change.amount, view.closing.amount]).toEqual(['1000.00', '0.00', '1000.00']);
  const [result] = view.operating.lines;
  expect((await actor.get(result.drillDown[0])).body.result.amount).toBe('300.00');
});

it('compares ranges, and shows the books as they were known', async () => {
  await post('2025-05-01', ['1010', '40.00'], ['2900', '-40.00']);
  const first = await actor.get(`/v1/accounting/journal-entries?sort=-entryDate`);
  const knownAt = first.body.data[0].postedAt as string;
  await post('2026-05-01', ['1010', '2.00'], ['3000', '-2.00']);
  const view = await read(`${year}&compare=previous_year&compareCount=1`);
  expect(view.comparisons).toEqual([{ from: '2025-01-01', to: '2025-12-31' }]);
  expect(view.financing).toMatchObject({ amount: '0.00', comparisons: [{ amount: '40.00', difference: '-40.00' }] });
  expect(view.closing).toMatchObject({ amount: '42.00', comparisons: [{ amount: '40.00', difference: '2.00' }] });
  const known = await read(`${year}&knownAt=${knownAt}`);
  expect([known.opening.amount, known.change.amount, known.closing.amount]).toEqual(['40.00', '0.00', '40.00']);
});

it('an overdraft that is managed as cash is cash', async () => {
  await post('2026-05-01', ['2500', '30.00'], ['1010', '-30.00']);
  expect((await both()).financing).toEqual(['-30.00', ['payments', '2500', '-30.00']]);
  const { body } = await actor.get('/v1/accounting/accounts?code=2500');
  await actor.patch(`/v1/accounting/accounts/${body.data[0].id}`, { cashFlowSection: 'cash' }, '"1"');
  expect((await both()).financing).toEqual(none);
});

it('is the same as a file, and a picture of its columns', async () => {
  await post('2026-05-01', ['1010', '2.00'], ['3000', '-2.00']);
  const query = `${statement}?${year}&method=direct&compare=previous_year`;
  const csv = await fetchFile(actor, query, 'text/csv');
  const rows = csv.body.toString().trimEnd().split('\r\n');
  expect(rows[1]).toBe('operating,group,0,,Receipts from customers,2.00,0.00,2.00');
  expect(rows.at(-1)).toBe('difference,total,,,,0.00,0.00,0.00');
  const svg = (await fetchFile(actor, query, 'image/svg+xml')).body.toString();
  for (const word of ['Operating', 'Investing', 'Financing', 'Cash at the end', '2025', '2026'])
    expect(svg).toContain(word);
});

it('pages its entries, as a file whole', async () => {
  for (const day of ['2026-05-03', '2026-05-01', '2026-05-02']) await post(day, ['1010', '2.00'], ['1100', '-2.00']);
  const [, line] = (await read(`${year}&method=direct`)).operating.lines;
  const first = await actor.get(`${line.drillDown[0]}&limit=2`);
  const days = ({ entries }: { entries: { entryDate: string }[] }) => entries.map(({ entryDate }) => entryDate);
  expect(days(first.body)).toEqual(['2026-05-01', '2026-05-02']);
  const second = await actor.get(`${line.drillDown[0]}&limit=2&after=${first.body.page.next}`);
  expect([days(second.body), second.body.page]).toEqual([['2026-05-03'], { hasMore: false, next: null }]);
  const csv = await fetchFile(actor, line.drillDown[0], 'text/csv');
  expect(csv.body.toString().trimEnd().split('\r\n')).toHaveLength(4);
  expect(await actor.get(`${line.drillDown[0]}&figure=payment`)).toMatchObject({ status: 400 });
  const other = line.drillDown[0].replace('figure=receipt', 'figure=payment');
  expect(await actor.get(`${other}&after=${first.body.page.next}`)).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '?after' }] },
  });
});

it.each([
  [`${statement}?from=2026-02-01&to=2026-01-01`, 400, '?to'],
  [`${statement}?from=2030-01-01&to=2030-12-31`, 422, '?from'],
  [`${statement}?${year}&method=guess`, 400, '?method'],
  [`${statement}?${year}&dimensionCode=A&valueCode=B`, 400, '?dimensionCode'],
  [`${entriesOf}?${year}&figure=receipt&accountId=0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11`, 422, '?accountId'],
  [`${entriesOf}?${year}&figure=irregular&accountId=0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11`, 400, '?figure'],
])('%s is refused', async (path, status, pointer) => {
  const answer = await actor.get(path);
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer]);
});
