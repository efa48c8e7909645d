import { type Actor, newActor } from '../support/actor.js';
import { statementImports, statementLines } from '../support/bank-statements.js';
import {
  addStatement,
  bankLedgerLines,
  bankMatches,
  book,
  match,
  openBank,
  statusOf,
} from '../support/bank-matching.js';

let actor: Actor;
let bank: { id: string };
let told: { id: string; version: number; amount: string }[];

beforeEach(async () => {
  actor = await newActor();
  bank = await openBank(actor);
  told = await addStatement(actor, {
    closing: '190.00',
    lines: [
      ['2026-01-05', '60.00', 'one'],
      ['2026-01-06', '40.00', 'two'],
      ['2026-01-07', '-10.00', 'three'],
    ],
  });
});

const undo = (id: string, body: object = { reason: 'Wrong' }) => actor.post(`${bankMatches}/${id}/undo`, body);

it('matches one line with one, and takes it back with a record of its own', async () => {
  const booked = await book(actor, '60.00');
  const made = await match(actor, bank.id, [told[0]!], [booked]);
  expect(made).toMatchObject({
    status: 201,
    body: {
      method: 'manual',
      status: 'active',
      amount: '60.00',
      currency: 'EUR',
      statementLines: [{ statementLineId: told[0]!.id, amount: '60.00' }],
      ledgerLines: [{ ledgerLineId: booked.id, entryId: booked.entryId, amount: '60.00' }],
    },
  });
  expect((await actor.get(`${statementLines}/${told[0]!.id}`)).body).toMatchObject({
    status: 'matched',
    matchId: made.body.id,
    version: 2,
  });
  expect((await actor.get(`${bankLedgerLines}?matchId=${made.body.id}`)).body.data).toHaveLength(1);
  const undone = await undo(made.body.id);
  expect(undone).toMatchObject({
    status: 201,
    body: { status: 'undoing', undoes: made.body.id, reason: 'Wrong', amount: '60.00' },
  });
  expect(await statusOf(actor, told[0]!)).toBe('unmatched');
  expect((await actor.get(`${bankMatches}/${made.body.id}`)).body).toMatchObject({
    status: 'undone',
    undoneBy: undone.body.id,
  });
  for (const id of [made.body.id, undone.body.id]) {
    expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'bank_match_undone' } });
  }
  expect(await match(actor, bank.id, [told[0]!], [booked])).toMatchObject({ status: 201 });
  const history = await actor.get(`${bankMatches}?statementLineId=${told[0]!.id}&sort=createdAt`);
  expect(history.body.data.map(({ status }: { status: string }) => status)).toEqual(['undone', 'active']);
});

it('matches several with several in equal sums, and lines of one side that cancel each other out', async () => {
  const booked = [
    await book(actor, '99.00'),
    await book(actor, '-9.00'),
    await book(actor, '5.00'),
    await book(actor, '-5.00'),
  ];
  expect(await match(actor, bank.id, told, booked.slice(0, 2))).toMatchObject({
    status: 201,
    body: { amount: '90.00' },
  });
  expect(await match(actor, bank.id, [], booked.slice(2))).toMatchObject({ status: 201, body: { amount: '0.00' } });
  const open = await actor.get(`${bankLedgerLines}?bankAccountId=${bank.id}&status=unmatched`);
  expect(open.body.data).toEqual([]);
});

it('refuses sums that differ, lines of others and lines that are taken, and matches nothing', async () => {
  const booked = await book(actor, '59.99');
  const differ = await match(actor, bank.id, [told[0]!], [booked]);
  expect(differ).toMatchObject({
    status: 422,
    body: { code: 'bank_match_refused', detail: expect.stringContaining('60.00 EUR, the books have 59.99 EUR') },
  });
  expect(await match(actor, bank.id, [told[0]!], [])).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'nothing_to_match' }] },
  });
  const unknown = await match(actor, bank.id, [{ id: booked.id }], [{ id: told[0]!.id }]);
  expect(unknown.body.errors).toMatchObject([
    { pointer: '/statementLineIds/0', code: 'unknown_line' },
    { pointer: '/ledgerLineIds/0', code: 'unknown_line' },
  ]);
  expect(await match(actor, told[0]!.id, told, [booked])).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/bankAccountId', code: 'unknown_bank_account' }] },
  });
  const right = await book(actor, '60.00');
  await match(actor, bank.id, [told[0]!], [right]);
  expect(await match(actor, bank.id, [told[0]!], [right])).toMatchObject({
    status: 409,
    body: { code: 'bank_match_conflict', errors: [{ code: 'taken' }, { code: 'taken' }] },
  });
  const stranger = await newActor();
  expect(await match(stranger, bank.id, [told[1]!], [booked])).toMatchObject({ status: 422 });
});

it('lets one of twenty clients match a line of the books', async () => {
  const lines = await addStatement(actor, {
    number: '2',
    opening: '190.00',
    closing: '290.00',
    lines: Array.from(
      { length: 20 },
      (_, index) => ['2026-01-08', '5.00', `same ${index}`] as [string, string, string],
    ),
  });
  const booked = await book(actor, '5.00');
  const answers = await Promise.all(lines.map((line) => match(actor, bank.id, [line], [booked])));
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
  const waiting = await actor.get(`${statementLines}?status=matched`);
  expect(waiting.body.data).toHaveLength(1);
  const winner = answers.find(({ status }) => status === 201)!.body.id;
  const undone = await Promise.all(Array.from({ length: 10 }, () => undo(winner)));
  expect(undone.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201,
    ...Array.from({ length: 9 }, () => 409),
  ]);
});

it('keeps exclusions, statements and imports in step with matches', async () => {
  const booked = await book(actor, '60.00');
  const made = await match(actor, bank.id, [told[0]!], [booked]);
  const exclude = (version: number) =>
    actor.post(`${statementLines}/${told[0]!.id}/exclude`, { reason: 'None of ours' }, { 'If-Match': `"${version}"` });
  expect(await exclude(2)).toMatchObject({ status: 409, body: { code: 'bank_line_status' } });
  const [{ id: importId }] = (await actor.get(statementImports)).body.data;
  const undoImport = () => actor.post(`${statementImports}/${importId}/undo`, undefined, { 'If-Match': '"1"' });
  expect(await undoImport()).toMatchObject({ status: 409, body: { errors: [{ code: 'lines_matched' }] } });
  await undo(made.body.id);
  expect(await exclude(3)).toMatchObject({ status: 200 });
  expect(await match(actor, bank.id, [told[0]!], [booked])).toMatchObject({ status: 409 });
  expect(await undoImport()).toMatchObject({ status: 200 });
  expect(await match(actor, bank.id, [told[1]!], [booked])).toMatchObject({ status: 422 });
  // What was undone stays to be read.
  expect((await actor.get(`${bankMatches}/${made.body.id}`)).body.statementLines).toHaveLength(1);
});
