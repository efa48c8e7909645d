import { type Actor, newActor } from '../support/actor.js';

// Amounts that the numbers of JavaScript cannot hold to the cent, on every way in and out.

const AMOUNT = '900719925474099.31';
const TWICE = '1801439850948198.62';
const csv = { Accept: 'text/csv' };

let actor: Actor;
beforeAll(async () => {
  actor = await newActor();
  await actor.openBooks();
});

it('are kept and told to the cent', async () => {
  const posted = await actor.postEntry('1000', '3000', AMOUNT);
  const [debit, credit] = posted.lines;
  expect([debit.debit, credit.credit, posted.total]).toEqual([AMOUNT, AMOUNT, AMOUNT]);
  const { body: read } = await actor.get(`/v1/accounting/journal-entries/${posted.id}`);
  expect(read).toEqual(posted);
  const entry = (amount: string) => ({
    entryDate: '2026-03-05',
    description: 'Once more',
    lines: [
      { accountCode: '1000', debit: amount },
      { accountCode: '3000', credit: amount },
    ],
  });
  const imported = await actor.post('/v1/accounting/imports/json', { entries: [entry(AMOUNT)] });
  expect(imported.status).toBe(200);

  const { body: balances } = await actor.get('/v1/accounting/reports/trial-balance?asOf=2026-12-31');
  expect(
    balances.lines.map((line: { accountCode: string; closing: string }) => [line.accountCode, line.closing]),
  ).toEqual([
    ['1000', TWICE],
    ['3000', `-${TWICE}`],
  ]);
  expect(balances.totals).toMatchObject({ debit: TWICE, credit: TWICE, closing: '0.00' });
  const { text } = await actor.get('/v1/accounting/reports/trial-balance?asOf=2026-12-31', csv);
  expect(text).toContain(`,${TWICE},`);
  const { text: list } = await actor.get('/v1/accounting/journal-entries', csv);
  expect(list.split(AMOUNT).length - 1).toBeGreaterThanOrEqual(2);
});

it('are drafted, posted and taken back to the cent', async () => {
  const lines = [
    { accountCode: '1000', debit: AMOUNT },
    { accountCode: '3000', credit: AMOUNT },
  ];
  const draft = { entryDate: '2026-04-01', description: 'Drafted', lines };
  const { body: drafted } = await actor.post('/v1/accounting/journal-entry-drafts', draft);
  expect(drafted.lines).toMatchObject(lines);
  const headers = { 'If-Match': `"${drafted.version}"` };
  const { body: posted } = await actor.post(`/v1/accounting/journal-entry-drafts/${drafted.id}/post`, {}, headers);
  expect(posted.total).toBe(AMOUNT);
  const { body: reversal } = await actor.post(`/v1/accounting/journal-entries/${posted.id}/reverse`, {});
  expect(reversal.lines.map((line: { credit: string; debit: string }) => [line.debit, line.credit])).toEqual([
    ['0.00', AMOUNT],
    [AMOUNT, '0.00'],
  ]);
  const { body: checks } = await actor.get('/v1/accounting/integrity-checks');
  expect(JSON.stringify(checks)).not.toContain('"failed"');
});
