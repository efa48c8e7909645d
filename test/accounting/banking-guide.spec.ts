import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { newActor } from '../support/actor.js';
import { bankLedgerLines, bankMatches } from '../support/bank-matching.js';
import { matchLines, suggestionsOf } from '../support/bank-suggestions.js';
import { bankAccounts, mt940, statementImports, statementLines } from '../support/bank-statements.js';
import { openReceipts, RECEIPTS } from '../support/receipts.js';
import { charge, itemNow, newCustomer, openReceivables } from '../support/receivables.js';

let own: OwnApp;
beforeAll(async () => {
  own = await startOwnApp();
});
afterAll(() => own?.stop());

const guide = readFileSync(join(__dirname, '../../docs/banking.md'), 'utf8');
const [, afterwards = ''] = guide.split('\n## Discounts and small differences\n');
const [discounts = ''] = afterwards.split('\n## ');
const blocks = (language: string, of = guide.replace(discounts, '')) =>
  [...of.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);

it('does what the walk-through of docs/banking.md says', async () => {
  const actor = await newActor();
  await openReceivables(actor);
  const [account, bank, imported, line, opening, ledgerLine, begin, payment, fee, rent, day, proof, looked, rule] =
    blocks('json').map((text) => JSON.parse(text));
  const [file = ''] = blocks('text');
  expect(await actor.post('/v1/accounting/accounts', account)).toMatchObject({ status: 201 });
  const added = await actor.post(bankAccounts, bank);
  expect(added).toMatchObject({ status: 201, body: bank });
  const bankAccountId = added.body.id;
  expect((await actor.upload(statementImports, Buffer.from(file))).body).toMatchObject(imported);
  const lines = (await actor.get(`${statementLines}?sort=bookedOn`)).body.data;
  expect(lines[0]).toMatchObject(line);

  expect(await actor.post('/v1/accounting/journal-entries', opening)).toMatchObject({ status: 201 });
  const waiting = (await actor.get(`${bankLedgerLines}?bankAccountId=${bankAccountId}&status=unmatched`)).body.data;
  expect(waiting).toMatchObject([ledgerLine]);
  const begun = await actor.post(bankMatches, { ...begin, bankAccountId, ledgerLineIds: [waiting[0].id] });
  expect(begun).toMatchObject({ status: 201 });

  const partyId = await newCustomer(actor);
  const invoice = await charge(actor, partyId, { amount: '260.00', entryDate: '2026-01-02' });
  const [paid] = payment.lines;
  const settles = [{ ...paid.settles[0], openItemId: invoice.id }];
  const entries = '/v1/accounting/bank-line-entries';
  const settled = await actor.post(entries, { statementLineId: lines[0].id, lines: [{ ...paid, partyId, settles }] });
  expect(settled).toMatchObject({ status: 201 });
  expect(await actor.post(entries, { ...fee, statementLineId: lines[1].id })).toMatchObject({ status: 201 });
  expect(await actor.post('/v1/accounting/journal-entries', rent)).toMatchObject({ status: 201 });
  const signed = await actor.post('/v1/accounting/bank-reconciliations', { ...day, bankAccountId });
  expect(signed).toMatchObject({ status: 201, body: proof });

  // Two more lines: one that the rule of the guide knows, and one that names an invoice.
  expect(await actor.post('/v1/accounting/bank-match-rules', rule)).toMatchObject({ status: 201, body: rule });
  await charge(actor, partyId, { amount: '30.00', entryDate: '2026-02-02', reference: 'INV-2026-0030' });
  const february = mt940('2/1', '1237.50', '1255.00', [
    ['2026-02-27', '-12.50', 'Account keeping February'],
    ['2026-02-27', '30.00', 'inv 2026 0030'],
  ]);
  expect(await actor.upload(statementImports, february)).toMatchObject({ status: 200 });
  expect(await matchLines(own, actor, bankAccountId)).toMatchObject(looked);
  expect(await suggestionsOf(actor)).toMatchObject([{ score: 90, amount: '30.00', isCertain: true }]);
});

it('takes discounts and small differences as docs/banking.md says', async () => {
  const actor = await newActor();
  await openReceipts(actor);
  const [account, bank] = blocks('json').map((text) => JSON.parse(text));
  expect(await actor.post('/v1/accounting/accounts', account)).toMatchObject({ status: 201 });
  expect(await actor.post(bankAccounts, bank)).toMatchObject({ status: 201 });
  const march = mt940('1/1', '1000.00', '2479.97', [
    ['2026-03-10', '980.00', 'Invoice 21'],
    ['2026-03-10', '499.97', 'Invoice 22'],
  ]);
  expect(await actor.upload(statementImports, march)).toMatchObject({ status: 200 });
  const lines = (await actor.get(`${statementLines}?sort=bookedOn`)).body.data;
  const partyId = await newCustomer(actor);
  const parts = blocks('json', discounts).map((text) => JSON.parse(text));
  for (const [index, total] of ['1000.00', '500.00'].entries()) {
    const item = await charge(actor, partyId, { amount: total, entryDate: '2026-03-05' });
    const steps = [{ untilOn: '2026-03-15', percentage: '2' }];
    const offered = await actor.post(`/v1/accounting/open-items/${item.id}/early-discounts`, { steps });
    expect(offered).toMatchObject({ status: 201 });
    const [{ lines: wanted }, recorded] = parts.slice(index * 2);
    const [paid] = wanted;
    const { id } = lines.find(({ amount }: { amount: string }) => amount === paid.amount);
    const settles = [{ ...paid.settles[0], openItemId: item.id }];
    const body = { statementLineId: id, lines: [{ ...paid, partyId, settles }] };
    const made = await actor.post('/v1/accounting/bank-line-entries', body);
    expect(made).toMatchObject({ status: 201, body: { entryId: null } });
    expect((await actor.get(`${RECEIPTS}/${made.body.receiptIds[0]}`)).body).toMatchObject(recorded);
    expect((await itemNow(actor, item.id)).openAmount).toBe('0.00');
  }
  expect(parts).toHaveLength(4);
});
