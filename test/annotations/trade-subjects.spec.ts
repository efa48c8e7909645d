import { type Actor, newActor } from '../support/actor.js';
import { addStatement, openBank } from '../support/bank-matching.js';
import { statementImports, statementLines } from '../support/bank-statements.js';
import { offer, quote, QUOTES } from '../support/quotes.js';
import { charge, newCustomer, pay } from '../support/receivables.js';
import { openReceipts, RECEIPTS, REFUNDS, WRITE_OFFS } from '../support/receipts.js';
import { chairs, issue, openSales } from '../support/sales.js';
import { keepTaxes, openReturn, taxReturns } from '../support/tax-returns.js';
import { uploadPdf } from '../files/some-files.js';
import { createTag, listed, type Named, tag } from './scene.js';

// What stands beside the documents of sales, payments and taxes: tags by which they are listed, notes, ids, files.

type Kind = [subjectType: string, list: string, keepUntil: string | null];

/** All four beside a record: the list narrowed by the tag has it alone, and its file is kept as long as the books. */
async function expectBeside(actor: Actor, { id }: Named, [subjectType, list, keepUntil]: Kind) {
  const subject = { subjectType, subjectId: id };
  const label = await createTag(actor, `To ask about ${subjectType}`);
  expect(await tag(actor, [label], [{ id }], subjectType)).toMatchObject({ status: 200, body: { changedCount: 1 } });
  expect(await listed(actor, `${list}?tagId=${label.id}`)).toEqual([id]);
  expect(await actor.post('/v1/notes', { ...subject, body: 'Who is this?' })).toMatchObject({ status: 201 });
  const externalId = { ...subject, source: 'crm', externalId: `${subjectType}-1` };
  expect(await actor.post('/v1/external-ids', externalId)).toMatchObject({ status: 201 });
  if (keepUntil === null) return;
  const { id: fileId } = (await uploadPdf(actor)).body;
  const attached = await actor.post('/v1/attachments', { ...subject, fileId });
  expect(attached).toMatchObject({ status: 201, body: { keepUntil: keepUntil === 'attached' ? null : keepUntil } });
}

const done = async (actor: Actor, path: string, body: object): Promise<Named> => {
  const answer = await actor.post(path, body);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body as Named;
};

it('receipts, refunds and write-offs', async () => {
  const actor = await newActor();
  const { clearing: accountId } = await openReceipts(actor);
  const partyId = await newCustomer(actor);
  const item = await charge(actor, partyId, { amount: '100.00' });
  const credit = await pay(actor, partyId, { amount: '30.00' });
  const items = (openItemId: string, amount: string) => [{ openItemId, amount }];
  const settledOn = '2026-03-10';
  const receipt = await done(actor, RECEIPTS, {
    partyId,
    receivedOn: settledOn,
    amount: '60.00',
    accountId,
    allocations: items(item.id, '60.00'),
  });
  const refund = await done(actor, REFUNDS, {
    partyId,
    refundedOn: settledOn,
    accountId,
    items: items(credit.id, '30.00'),
  });
  const writeOff = await done(actor, WRITE_OFFS, {
    partyId,
    writtenOffOn: settledOn,
    reason: 'Insolvent',
    items: items(item.id, '40.00'),
  });
  await expectBeside(actor, receipt, ['receipt', RECEIPTS, '2036-12-31']);
  await expectBeside(actor, refund, ['refund', REFUNDS, '2036-12-31']);
  await expectBeside(actor, writeOff, ['write_off', WRITE_OFFS, '2036-12-31']);
  // One is not another, whatever its id.
  const wrong = { subjectType: 'refund', subjectId: receipt.id, body: 'x' };
  expect(await actor.post('/v1/notes', wrong)).toMatchObject({ status: 422, body: { code: 'record_unknown' } });
});

it('invoices, credit notes and quotes; a quote that is deleted lets go of all', async () => {
  const actor = await newActor();
  await openSales(actor);
  const partyId = await newCustomer(actor);
  const { id: other } = await issue(actor, chairs(partyId));
  const invoice = (await issue(actor, chairs(partyId))) as Named;
  await expectBeside(actor, invoice, ['invoice', '/v1/accounting/invoices', '2036-12-31']);
  expect(other).not.toBe(invoice.id);
  const note = await done(actor, '/v1/accounting/credit-notes', { ...chairs(partyId), reason: 'Returned' });
  await expectBeside(actor, note, ['credit_note', '/v1/accounting/credit-notes', '2036-12-31']);

  const offered = await quote(actor, offer(partyId));
  await expectBeside(actor, offered, ['quote', QUOTES, 'attached']);
  expect(await actor.delete(`${QUOTES}/${offered.id}`, '"1"')).toMatchObject({ status: 204 });
  expect(await listed(actor, `/v1/taggings?subjectType=quote&subjectId=${offered.id}`)).toEqual([]);
  const { data } = (await actor.get(`/v1/attachments?subjectType=quote&subjectId=${offered.id}`)).body;
  expect(data).toMatchObject([{ status: 'detached', detachReason: 'The quote was deleted' }]);
});

it('tax returns; one that is discarded lets go of all', async () => {
  const { actor, formId } = await keepTaxes();
  const open = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  await expectBeside(actor, open, ['tax_return', taxReturns, '2034-12-31']);
  expect(await actor.delete(`${taxReturns}/${open.id}`, '"1"')).toMatchObject({ status: 204 });
  expect(await listed(actor, `/v1/taggings?subjectType=tax_return&subjectId=${open.id}`)).toEqual([]);
  const { data } = (await actor.get(`/v1/attachments?subjectType=tax_return&subjectId=${open.id}`)).body;
  expect(data).toMatchObject([{ status: 'detached', detachReason: 'The return was discarded' }]);
});

it('lines of bank statements, while their import stands', async () => {
  const actor = await newActor();
  await openBank(actor);
  const [line] = await addStatement(actor, { closing: '120.00', lines: [['2026-01-05', '20.00', 'Card payment']] });
  await expectBeside(actor, line!, ['bank_statement_line', statementLines, null]);
  const { id, version } = (await actor.get(statementImports)).body.data[0];
  const undo = await actor.post(`${statementImports}/${id}/undo`, undefined, { 'If-Match': `"${version}"` });
  expect(undo).toMatchObject({ status: 200 });
  const late = { subjectType: 'bank_statement_line', subjectId: line!.id, body: 'x' };
  expect(await actor.post('/v1/notes', late)).toMatchObject({ status: 422, body: { code: 'record_unknown' } });
});
