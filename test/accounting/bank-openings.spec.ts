import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { bankAccounts, statementImports } from '../support/bank-statements.js';
import { addStatement, bankLedgerLines, bankMatches, book, matchOpening, openBank } from '../support/bank-matching.js';

// What a bank account began with, and what the books had from before.

let actor: Actor;
let bank: { id: string };

beforeEach(async () => {
  actor = await newActor();
  bank = await openBank(actor);
  await addStatement(actor, { closing: '160.00', lines: [['2026-01-05', '60.00', 'one']] });
});

const undo = (id: string) => actor.post(`${bankMatches}/${id}/undo`, { reason: 'Wrong' });

it('matches the balance of the beginning with what the books had then', async () => {
  const opening = (body: object) => actor.post(`${bankAccounts}/${bank.id}/match-opening`, body);
  expect(await opening({})).toMatchObject({ status: 409, body: { errors: [{ code: 'nothing_to_match' }] } });
  const first = await book(actor, '100.00', { date: '2026-01-01', against: '2000' });
  expect(await matchOpening(actor, bank.id, [])).toMatchObject({ status: 422 });
  const made = await matchOpening(actor, bank.id, [first]);
  expect(made).toMatchObject({ status: 201, body: { method: 'opening', includesStart: true, amount: '100.00' } });
  expect(await matchOpening(actor, bank.id, [first])).toMatchObject({ status: 409 });
  const other = await book(actor, '100.00', { date: '2026-01-01', against: '2000' });
  expect(await matchOpening(actor, bank.id, [other])).toMatchObject({
    status: 409,
    body: { code: 'bank_match_conflict' },
  });
  const start = { openingBalance: '120.00' };
  const [{ id: importId }] = (await actor.get(statementImports)).body.data;
  await actor.post(`${statementImports}/${importId}/undo`, undefined, { 'If-Match': '"1"' });
  const change = () => actor.patch(`${bankAccounts}/${bank.id}`, start, '"1"');
  expect(await change()).toMatchObject({ status: 409, body: { code: 'bank_account_started' } });
  await undo(made.body.id);
  expect(await change()).toMatchObject({ status: 200 });
});

it('takes ordinary entries of the first day where they are named, and none from later', async () => {
  const opening = (...alsoLedgerLineIds: string[]) =>
    actor.post(`${bankAccounts}/${bank.id}/match-opening`, { alsoLedgerLineIds });
  const brought = await book(actor, '100.00', { date: '2026-01-01', against: '2000' });
  const later = await book(actor, '100.00', { date: '2026-01-02' });
  expect(await opening(brought.id, later.id)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/alsoLedgerLineIds/1', code: 'after_start' }] },
  });
  // A line of another organization is as unknown as one that there is not.
  const stranger = await newActor();
  await openBank(stranger);
  const foreign = await book(stranger, '100.00', { date: '2026-01-01', against: '2000' });
  for (const id of [foreign.id, newId()]) {
    expect(await opening(id)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/alsoLedgerLineIds/0', code: 'unknown_line' }] },
    });
  }
  const made = await opening(brought.id);
  expect(made).toMatchObject({ status: 201, body: { amount: '100.00', ledgerLines: [{ ledgerLineId: brought.id }] } });
});

it('takes what was posted before there was a bank account, and refuses other currencies on it', async () => {
  const entry = await actor.post('/v1/accounting/accounts', {
    code: '1950',
    name: 'Savings',
    type: 'asset',
    control: 'bank',
  });
  expect(entry.status).toBe(201);
  const lines = [
    { accountCode: '1950', debit: '70.00' },
    { accountCode: '2000', credit: '70.00' },
  ];
  const post = (more: object) =>
    actor.post('/v1/accounting/journal-entries', {
      post: true,
      entryDate: '2026-01-02',
      description: 'x',
      lines,
      ...more,
    });
  await post({});
  const savings = await actor.post(bankAccounts, {
    name: 'Savings',
    accountCode: '1950',
    startsOn: '2026-01-03',
    openingBalance: '70.00',
  });
  expect(savings.status).toBe(201);
  const opening = (body: object) => actor.post(`${bankAccounts}/${savings.body.id}/match-opening`, body);
  const [early] = (await actor.get(`${bankLedgerLines}?bankAccountId=${savings.body.id}`)).body.data;
  expect(await opening({ exceptLedgerLineIds: [early.id] })).toMatchObject({
    status: 409,
    body: { code: 'bank_opening_differs' },
  });
  expect(await opening({ exceptLedgerLineIds: [bank.id] })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/exceptLedgerLineIds/0', code: 'unknown_line' }] },
  });
  expect(await opening({})).toMatchObject({ status: 201, body: { ledgerLines: [{ ledgerLineId: early.id }] } });
  const dollars = await post({ currency: 'USD', exchangeRate: '0.9', exchangeRateSource: 'agreed' });
  expect(dollars).toMatchObject({ status: 422, body: { code: 'entry_refused' } });
});
