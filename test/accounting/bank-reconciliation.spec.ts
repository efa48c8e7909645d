import { type Actor, newActor } from '../support/actor.js';
import { addStatement, bankMatches, book, match, matchOpening, openBank } from '../support/bank-matching.js';
import { statementImports, statementLines } from '../support/bank-statements.js';

const reconciliations = '/v1/accounting/bank-reconciliations';

let actor: Actor;
let bank: { id: string };
let told: { id: string; version: number; amount: string }[];

beforeEach(async () => {
  actor = await newActor();
  bank = await openBank(actor);
  told = await addStatement(actor, {
    closing: '150.00',
    lines: [
      ['2026-01-05', '60.00', 'one'],
      ['2026-01-30', '-10.00', 'two'],
    ],
  });
});

const signOff = (reconciledOn = '2026-01-31', query = '') =>
  actor.post(`${reconciliations}${query}`, { bankAccountId: bank.id, reconciledOn });
const reopen = ({ id, version }: { id: string; version: number }) =>
  actor.post(`${reconciliations}/${id}/reopen`, { reason: 'A wrong match' }, { 'If-Match': `"${version}"` });
const undo = (id: string) => actor.post(`${bankMatches}/${id}/undo`, { reason: 'Wrong' });
const report = async (asOf = '2026-01-31') =>
  (await actor.get(`/v1/accounting/reports/bank-reconciliation?bankAccountId=${bank.id}&asOf=${asOf}`)).body;
const codesOf = ({ body }: { body: { errors: { code: string }[] } }) => body.errors.map(({ code }) => code);

/** The opening, both lines of January, and what is on its way; answers the ids of the matches. */
async function matchJanuary(): Promise<{ opening: string; first: string }> {
  const opening = await book(actor, '100.00', { date: '2026-01-01', against: '2000' });
  const begun = await matchOpening(actor, bank.id, [opening]);
  const first = await match(actor, bank.id, [told[0]!], [await book(actor, '60.00')]);
  await match(actor, bank.id, [told[1]!], [await book(actor, '-10.00', { date: '2026-01-29' })]);
  return { opening: begun.body.id, first: first.body.id };
}

it('says all that is open, and signs nothing off until it is done', async () => {
  expect(codesOf(await signOff('2026-01-20'))).toEqual(['no_statement']);
  const refused = await signOff();
  expect(refused).toMatchObject({ status: 409, body: { code: 'bank_reconciliation_open' } });
  expect(codesOf(refused)).toEqual(['line_unmatched', 'line_unmatched', 'opening_unmatched', 'difference']);
  expect(await report()).toMatchObject({
    status: 'open',
    figures: { statementBalance: '150.00', bookBalance: '0.00', difference: '-150.00' },
    unmatchedLines: [{ amount: '60.00' }, { amount: '-10.00' }],
  });
  await matchJanuary();
  expect(await report()).toMatchObject({ status: 'provable', figures: { difference: '0.00' } });
  expect(await signOff('2026-01-31', '?dryRun=true')).toMatchObject({ status: 201, body: { status: 'signed_off' } });
  expect((await actor.get(reconciliations)).body.data).toEqual([]);
  expect(await signOff()).toMatchObject({
    status: 201,
    body: { statementBalance: '150.00', depositsInTransit: '0.00', outstandingPayments: '0.00', bookBalance: '150.00' },
  });
  expect(codesOf(await signOff())).toEqual(['signed_off_already']);
  expect(codesOf(await signOff('2026-02-10'))).toEqual(['signed_off_already']);
});

it('lists deposits in transit and outstanding payments, also those that a later statement brought', async () => {
  await matchJanuary();
  const deposit = await book(actor, '25.00', { date: '2026-01-31', reference: 'IN-1' });
  const payment = await book(actor, '-7.00', { date: '2026-01-31' });
  const [arrived] = await addStatement(actor, {
    number: '2',
    opening: '150.00',
    closing: '175.00',
    lines: [['2026-02-02', '25.00', 'in']],
  });
  const made = await match(actor, bank.id, [arrived!], [deposit]);
  const signed = await signOff();
  expect(signed).toMatchObject({
    status: 201,
    body: { depositsInTransit: '25.00', outstandingPayments: '7.00', bookBalance: '168.00' },
  });
  const items = [
    { kind: 'deposit_in_transit', amount: '25.00', matchId: made.body.id, reference: 'IN-1', ledgerLineId: deposit.id },
    { kind: 'outstanding_payment', amount: '-7.00', matchId: null, ledgerLineId: payment.id },
  ];
  expect(await report()).toMatchObject({ status: 'signed_off', items: expect.arrayContaining(items.map(containing)) });
  // The match is of a later statement: it may be undone, and the sign-off stays as it was.
  expect(await undo(made.body.id)).toMatchObject({ status: 201 });
  expect((await report()).items).toHaveLength(2);

  // Posted later with an earlier date, it is on its way in the next.
  await book(actor, '3.00', { date: '2026-01-15' });
  expect(await report()).toMatchObject({ status: 'signed_off', figures: { bookBalance: '168.00' } });
  await match(actor, bank.id, [arrived!], [deposit]);
  expect(await signOff('2026-02-28')).toMatchObject({
    status: 201,
    body: { statementBalance: '175.00', depositsInTransit: '3.00', outstandingPayments: '7.00', bookBalance: '171.00' },
  });
});

it('keeps what was matched, excluded and imported until it is reopened, the last one first', async () => {
  const { opening, first } = await matchJanuary();
  const [fee, back] = await addStatement(actor, {
    number: '2',
    opening: '150.00',
    closing: '150.00',
    lines: [
      ['2026-02-01', '-1.00', 'fee'],
      ['2026-02-02', '1.00', 'fee taken back'],
    ],
  });
  for (const { id } of [fee!, back!]) {
    await actor.post(`${statementLines}/${id}/exclude`, { reason: 'In error' }, { 'If-Match': '"1"' });
  }
  const [two, three] = [await book(actor, '4.00'), await book(actor, '-4.00')];
  const cancelled = await match(actor, bank.id, [], [two, three]);
  const january = (await signOff()).body;
  const february = await signOff('2026-02-28');
  expect(february).toMatchObject({ status: 201 });
  for (const id of [opening, first, cancelled.body.id]) {
    expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'bank_reconciliation_fixed' } });
  }
  const include = () => actor.post(`${statementLines}/${fee!.id}/include`, undefined, { 'If-Match': '"2"' });
  expect(await include()).toMatchObject({ status: 409, body: { code: 'bank_reconciliation_fixed' } });
  const [{ id: importId }] = (await actor.get(statementImports)).body.data;
  const undoImport = () => actor.post(`${statementImports}/${importId}/undo`, undefined, { 'If-Match': '"1"' });
  expect(await undoImport()).toMatchObject({ status: 409, body: { code: 'bank_reconciliation_fixed' } });

  expect(codesOf(await reopen(january))).toEqual(['later_sign_off']);
  expect(await reopen(february.body)).toMatchObject({
    status: 200,
    body: { status: 'reopened', reopenReason: 'A wrong match', version: 2 },
  });
  expect(codesOf(await reopen({ ...february.body, version: 2 }))).toEqual(['already_reopened']);
  expect(await undo(first)).toMatchObject({ status: 409 });
  expect(await include()).toMatchObject({ status: 200 });
  expect(await undoImport()).toMatchObject({ status: 200 });
  expect(await reopen({ ...january, version: 9 })).toMatchObject({ status: 412 });
  expect(await reopen(january)).toMatchObject({ status: 200 });
  expect(await undo(first)).toMatchObject({ status: 201 });
  expect(await report()).toMatchObject({ status: 'open' });
});

it('refuses excluded lines that make a sum, and entries of a later day', async () => {
  const opening = await book(actor, '100.00', { date: '2026-01-01', against: '2000' });
  await matchOpening(actor, bank.id, [opening]);
  await actor.post(`${statementLines}/${told[1]!.id}/exclude`, { reason: 'Not ours' }, { 'If-Match': '"1"' });
  await match(actor, bank.id, [told[0]!], [await book(actor, '60.00', { date: '2026-02-01' })]);
  const refused = await signOff();
  expect(codesOf(refused)).toEqual(['booked_later', 'excluded_lines', 'difference']);
  expect(refused.body.errors[0].message).toContain('60.00 EUR');
  expect((await report()).items).toMatchObject([{ bookedLater: true, amount: '-60.00' }]);
});

it('is a file as other reports are', async () => {
  await matchJanuary();
  const path = `/v1/accounting/reports/bank-reconciliation?bankAccountId=${bank.id}&asOf=2026-01-31`;
  const csv = await actor.get(path, { Accept: 'text/csv' });
  expect(csv.text).toContain('Balance of the statement');
  for (const type of ['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']) {
    expect((await actor.get(path, { Accept: type })).status).toBe(200);
  }
  const nobody = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
  expect((await actor.get(path.replace(bank.id, nobody))).status).toBe(422);
  expect(await actor.post(reconciliations, { bankAccountId: nobody, reconciledOn: '2026-01-31' })).toMatchObject({
    status: 422,
    body: { code: 'bank_account_unknown' },
  });
});

it('lets a sign-off and matching at once agree on what was signed', async () => {
  await matchJanuary();
  const [two, three] = [await book(actor, '4.00'), await book(actor, '-4.00')];
  const answers = await Promise.all([
    signOff(),
    match(actor, bank.id, [], [two, three]),
    ...Array.from({ length: 5 }, () => signOff()),
  ]);
  const signed = answers.filter(({ body }) => body.reconciledOn !== undefined);
  expect(signed).toHaveLength(1);
  expect(signed[0]!.body).toMatchObject({ bookBalance: '150.00' });
});

const containing = (fields: object) => expect.objectContaining(fields);
