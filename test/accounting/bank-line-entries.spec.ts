import { type Actor, newActor } from '../support/actor.js';
import { addStatement, bankLedgerLines, bankMatches, openBank, statusOf } from '../support/bank-matching.js';
import { mt940, statementImports, statementLines } from '../support/bank-statements.js';
import { charge, itemNow, newCustomer } from '../support/receivables.js';

let actor: Actor;
let bank: { id: string };

beforeEach(async () => {
  actor = await newActor();
  bank = await openBank(actor);
});

const lineOf = async (amount: string, closing: string) =>
  (await addStatement(actor, { closing, lines: [['2026-03-20', amount, 'Invoice 17', 'B-1']] }))[0]!;
const createEntry = (line: { id: string }, body: object, headers?: Record<string, string>) =>
  actor.post('/v1/accounting/bank-line-entries', { statementLineId: line.id, ...body }, headers);
const undo = (id: string, body: object = { reason: 'Wrong' }) => actor.post(`${bankMatches}/${id}/undo`, body);
const entry = async (id: string) => (await actor.get(`/v1/accounting/journal-entries/${id}`)).body;

it('posts a payment with a charge of the bank, settles the invoice in part and matches the line', async () => {
  const partyId = await newCustomer(actor);
  const invoice = await charge(actor, partyId, { amount: '260.00' });
  const line = await lineOf('247.50', '347.50');
  const settles = [{ openItemId: invoice.id }];
  const lines = [
    { amount: '-2.50', accountCode: '4000', description: 'Charge' },
    { amount: '250.00', partyId, settles },
  ];
  const made = await createEntry(line, { lines });
  expect(made).toMatchObject({
    status: 201,
    body: { method: 'entry', status: 'active', amount: '247.50', statementLines: [{ statementLineId: line.id }] },
  });
  expect(await entry(made.body.entryId)).toMatchObject({
    entryDate: '2026-03-20',
    description: 'Invoice 17',
    reference: 'B-1',
    origin: { type: 'bank_match', id: made.body.id },
    lines: [
      { accountCode: '1940', debit: '247.50' },
      { accountCode: '1100', credit: '250.00', partyId },
      { accountCode: '4000', debit: '2.50', description: 'Charge' },
    ],
  });
  expect(await itemNow(actor, invoice.id)).toMatchObject({ openAmount: '10.00' });
  const [allocation] = (await actor.get(`/v1/accounting/allocations?groupId=${made.body.allocationGroupId}`)).body.data;
  expect(allocation).toMatchObject({ amount: '250.00', effectiveOn: '2026-03-20' });
  expect(await statusOf(actor, line)).toBe('matched');
  const reversal = await actor.post(`/v1/accounting/journal-entries/${made.body.entryId}/reverse`, {});
  expect(reversal).toMatchObject({ status: 422, body: { errors: [{ code: 'belongs_to_document' }] } });

  const undone = await undo(made.body.id);
  expect(undone).toMatchObject({ status: 201, body: { status: 'undoing' } });
  expect(await itemNow(actor, invoice.id)).toMatchObject({ openAmount: '260.00' });
  expect(await statusOf(actor, line)).toBe('unmatched');
  expect((await entry(made.body.entryId)).reversedBy).not.toBeNull();
  // The entry and its reversal are on the bank account, and nobody looks for a line of the bank for them.
  const open = await actor.get(`${bankLedgerLines}?bankAccountId=${bank.id}&status=unmatched`);
  expect(open.body.data).toEqual([]);
  expect((await actor.get(`${bankMatches}?method=reversal`)).body.data).toMatchObject([{ status: 'active' }]);
  expect(await createEntry(line, { lines })).toMatchObject({ status: 201 });
});

it('settles several items, also of a vendor, and leaves the rest on account', async () => {
  const partyId = await newCustomer(actor);
  const [one, other] = [
    await charge(actor, partyId, { amount: '30.00' }),
    await charge(actor, partyId, { amount: '50.00' }),
  ];
  const line = await lineOf('100.00', '200.00');
  const settles = [{ openItemId: one.id }, { openItemId: other.id, amount: '20.00' }];
  const made = await createEntry(line, { lines: [{ amount: '100.00', partyId, settles }] });
  expect(made.status).toBe(201);
  expect(await itemNow(actor, one.id)).toMatchObject({ openAmount: '0.00' });
  expect(await itemNow(actor, other.id)).toMatchObject({ openAmount: '30.00' });
  const { data } = (await actor.get(`/v1/accounting/open-items?entryId=${made.body.entryId}`)).body;
  expect(data).toMatchObject([{ amount: '-100.00', openAmount: '-50.00' }]);
  // Somebody settles what was left on account: that is undone before the match.
  const pairs = [{ debitItemId: other.id, creditItemId: data[0].id, amount: '5.00' }];
  const later = await actor.post('/v1/accounting/allocations', { pairs, effectiveOn: '2026-03-21' });
  expect(await undo(made.body.id)).toMatchObject({ status: 409, body: { code: 'items_settled' } });
  expect(await itemNow(actor, one.id)).toMatchObject({ openAmount: '0.00' });
  await actor.post(`/v1/accounting/allocations/${later.body.allocations[0].id}/undo`, { effectiveOn: '2026-03-21' });
  expect(await undo(made.body.id, { reason: 'Wrong', entryDate: '2026-03-25' })).toMatchObject({ status: 201 });

  const [out] = await addStatement(actor, {
    number: '2',
    opening: '200.00',
    closing: '160.00',
    lines: [['2026-03-22', '-40.00', 'To a vendor']],
  });
  const paid = await createEntry(out!, { lines: [{ amount: '-40.00', partyId, control: 'payable' }] });
  expect((await entry(paid.body.entryId)).lines).toMatchObject([
    { accountCode: '1940', credit: '40.00' },
    { accountCode: '2100', debit: '40.00' },
  ]);
});

it('realises what exchange rates made of an item in dollars, and takes that back', async () => {
  const iban = 'NL91ABNA0417164300';
  const ledger = { code: '1960', name: 'Dollars', type: 'asset', control: 'bank', currency: 'USD' };
  expect((await actor.post('/v1/accounting/accounts', ledger)).status).toBe(201);
  const body = { name: 'USD', accountCode: '1960', startsOn: '2026-01-01', openingBalance: '0', iban };
  expect((await actor.post('/v1/accounting/bank-accounts', body)).status).toBe(201);
  const partyId = await newCustomer(actor);
  const invoice = await charge(actor, partyId, { amount: '100.00', currency: 'USD', rate: '0.90' });
  const file = mt940('1', '0.00', '100.00', [['2026-03-20', '100.00', 'USD', 'U-1']], iban).toString();
  const answer = await actor.upload(statementImports, Buffer.from(file.replaceAll('EUR', 'USD')));
  expect(answer.status).toBe(200);
  const [line] = (await actor.get(`${statementLines}?bankReference=U-1`)).body.data;
  const made = await createEntry(line, {
    exchangeRate: '0.95',
    exchangeRateSource: 'Bank',
    lines: [{ amount: '100.00', partyId, settles: [{ openItemId: invoice.id, amount: '100.00' }] }],
  });
  expect(made.status).toBe(201);
  const allocations = `/v1/accounting/allocations?groupId=${made.body.allocationGroupId}`;
  expect((await actor.get(allocations)).body.data).toMatchObject([{ exchangeDifference: '5.00' }]);
  expect(await itemNow(actor, invoice.id)).toMatchObject({ openAmount: '0.00', functionalOpenAmount: '0.00' });
  expect(await undo(made.body.id)).toMatchObject({ status: 201 });
  expect(await itemNow(actor, invoice.id)).toMatchObject({ openAmount: '100.00', functionalOpenAmount: '90.00' });
});

it('does it once for one key, and once for a line', async () => {
  const line = await lineOf('5.00', '105.00');
  const body = { lines: [{ amount: '5.00', accountCode: '3000' }] };
  const key = { 'Idempotency-Key': 'the-same' };
  const [first, again] = [await createEntry(line, body, key), await createEntry(line, body, key)];
  expect(again.body).toEqual(first.body);
  expect(await createEntry(line, body)).toMatchObject({ status: 409, body: { code: 'bank_line_status' } });
  const [next] = await addStatement(actor, {
    number: '2',
    opening: '105.00',
    closing: '110.00',
    lines: [['2026-03-22', '5.00', 'x']],
  });
  const answers = await Promise.all(Array.from({ length: 10 }, () => createEntry(next!, body)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201,
    ...Array.from({ length: 9 }, () => 409),
  ]);
  const entries = await actor.get('/v1/accounting/journal-entries?entryDate=2026-03-22');
  expect(entries.body.data).toHaveLength(1);
});

it('tells what is wrong of the lines as they were sent, and keeps nothing', async () => {
  const partyId = await newCustomer(actor);
  const invoice = await charge(actor, partyId, { amount: '30.00' });
  const stranger = await newCustomer(actor, 'Stranger');
  const line = await lineOf('50.00', '150.00');
  const refused = async (lines: object[], more: object = {}) => {
    const { status, body } = await createEntry(line, { lines, ...more });
    return [status, body.code, ...body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)];
  };
  const settles = [{ openItemId: invoice.id, amount: '40.00' }];
  expect(await refused([{ amount: '49.00', accountCode: '3000' }])).toEqual([
    422,
    'bank_match_refused',
    '/lines sums_differ',
  ]);
  expect(await refused([{ amount: '50.00' }])).toEqual([
    422,
    'bank_match_refused',
    '/lines/0/accountCode account_required',
  ]);
  expect(await refused([{ amount: '50.001', accountCode: '3000' }])).toEqual([
    422,
    'bank_match_refused',
    '/lines/0/amount amount_scale',
  ]);
  expect(await refused([{ amount: '50.00', partyId, settles }])).toEqual([
    422,
    'bank_match_refused',
    '/lines/0/settles/0/amount over_allocated',
  ]);
  expect(await refused([{ amount: '50.00', partyId: stranger, settles }])).toEqual([
    422,
    'bank_match_refused',
    '/lines/0/settles/0/openItemId other_party',
  ]);
  expect(
    await refused([
      { amount: '80.00', accountCode: '3000' },
      { amount: '-30.00', partyId, settles: [{ openItemId: invoice.id }] },
    ]),
  ).toEqual([422, 'bank_match_refused', '/lines/1/settles/0/openItemId wrong_side']);
  // What the ledger refuses, after lines of parties were put first.
  const others = [
    { amount: '20.00', accountCode: '9999' },
    { amount: '30.00', partyId },
  ];
  expect(await refused(others)).toEqual([422, 'entry_refused', '/lines/0/accountCode unknown_account']);
  expect(await refused([{ amount: '50.00', accountCode: '3000' }], { entryDate: '2031-01-01' })).toEqual([
    422,
    'entry_refused',
    '/entryDate no_fiscal_period',
  ]);
  expect(await statusOf(actor, line)).toBe('unmatched');
  expect((await actor.get(`/v1/accounting/journal-entries?entryDate=2026-03-20`)).body.data).toEqual([]);
});
