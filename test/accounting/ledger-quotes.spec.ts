import { newId } from '#kernel/id.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase, noSuchRow } from '../support/ledger-database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { addReceivables, type Receivables } from '../support/ledger-open-items.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself keeps what was sent, said and made of a quote.

let ledger: LedgerDatabase;
let own: Receivables;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
});
afterAll(() => ledger?.close());

const run = (text: string, values: unknown[] = []) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => ledger.app.query(text, values));
const organization = () => ledger.books.organizationId;

let drawn = 0;
async function write({
  number = (drawn += 1),
  validUntil = '2026-04-30',
}: { number?: number | null; validUntil?: string } = {}) {
  const id = newId();
  const values = [organization(), id, ledger.books.legalEntityId, own.parties.first, number, validUntil];
  await run(
    `INSERT INTO accounting.quote (organization_id, id, legal_entity_id, party_id, number, valid_until, content, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, '{"note": "As written"}', $2)`,
    values,
  );
  return id;
}
const send = (id: string, change: { revision?: number; content?: string; sentOn?: string } = {}) =>
  run(
    `INSERT INTO accounting.quote_revision
       (organization_id, id, quote_id, revision, legal_entity_id, party_id, sent_on, valid_until, currency, net, tax, payable,
        content, printed, actor_id)
     SELECT q.organization_id, gen_random_uuid(), q.id, $3, q.legal_entity_id, q.party_id, $4::date, q.valid_until, 'EUR', 100,
            25, 125, $5, '{}', q.id
     FROM accounting.quote q WHERE q.organization_id = $1 AND q.id = $2`,
    [
      organization(),
      id,
      change.revision ?? 1,
      change.sentOn ?? '2026-03-05',
      change.content ?? '{"note": "As written"}',
    ],
  );
const answer = (id: string, said: string, answeredOn = '2026-03-20', revision = 1) =>
  run(
    `INSERT INTO accounting.quote_answer
       (organization_id, quote_id, revision, legal_entity_id, answer, answered_on, actor_id)
     VALUES ($1, $2, $3, $4, $5, $6, $2)`,
    [organization(), id, revision, ledger.books.legalEntityId, said, answeredOn],
  );
const convert = (id: string, documentId: string | null = null, legalEntityId = ledger.books.legalEntityId) =>
  run(
    `INSERT INTO accounting.quote_conversion
       (organization_id, quote_id, revision, legal_entity_id, document_id, draft_id, actor_id)
     VALUES ($1, $2, 1, $3, $4, CASE WHEN $4::uuid IS NULL THEN gen_random_uuid() END, $2)`,
    [organization(), id, legalEntityId, documentId],
  );
const change = (id: string, text: string) => run(text, [id]);

it('what is sent is what the quote says, numbered without a gap, once for each revision', async () => {
  const id = await write();
  await expectRefusal(send(id, { content: '{"note": "Something else"}' }), { code: 'BU601' });
  await expectRefusal(send(id, { revision: 2 }), { code: 'BU601' });
  await expectRefusal(send(id, { sentOn: '2026-05-01' }), brokenCheck('quote_revision_valid'));
  await expectRefusal(send(await write({ number: null })), { code: 'BU601' });
  await expectRefusal(send(await write({ number: 900 })), { code: 'BU601' });
  await expectRefusal(write({ number: 900 }), { code: '23505', constraint: 'quote_number_key' });
  await expectAccepted(send(id));
  await expectRefusal(send(id), { code: '23505', constraint: 'quote_revision_key' });
});

it.each([
  ['changes', `UPDATE accounting.quote SET content = '{}' WHERE id = $1`],
  ['goes to somebody else', 'UPDATE accounting.quote SET party_id = gen_random_uuid() WHERE id = $1'],
  ['is valid for longer', "UPDATE accounting.quote SET valid_until = '2026-12-31' WHERE id = $1"],
  ['gets another number', 'UPDATE accounting.quote SET number = 5000 WHERE id = $1'],
  ['leaves out a revision', 'UPDATE accounting.quote SET revision = 3 WHERE id = $1'],
  ['goes away', 'DELETE FROM accounting.quote WHERE id = $1'],
])('nothing that was sent %s', async (_, text) => {
  const id = await write();
  await send(id);
  await expectRefusal(change(id, text), { code: 'BU600' });
});

it('another revision follows one that was sent, until it is converted', async () => {
  const id = await write();
  const revise = 'UPDATE accounting.quote SET revision = revision + 1 WHERE id = $1';
  await expectRefusal(change(id, revise), { code: 'BU600' });
  await send(id);
  await expectAccepted(change(id, revise));
  await expectAccepted(change(id, `UPDATE accounting.quote SET content = '{"note": "Anew"}' WHERE id = $1`));
  await expectRefusal(answer(id, 'accepted'), { code: 'BU602' });
  await expectAccepted(send(id, { revision: 2, content: '{"note": "Anew"}' }));
  const converted = await write();
  await send(converted);
  await answer(converted, 'accepted');
  await convert(converted);
  await expectRefusal(change(converted, revise), { code: 'BU600' });
});

it('a revision is answered once, not before it was sent, and accepted while it is valid', async () => {
  const id = await write();
  await expectRefusal(answer(id, 'accepted'), { code: 'BU602' });
  await send(id);
  await expectRefusal(answer(id, 'accepted', '2026-03-04'), { code: 'BU602' });
  await expectRefusal(answer(id, 'accepted', '2026-05-01'), { code: 'BU602' });
  await expectRefusal(answer(id, 'perhaps'), brokenCheck('quote_answer_answer_check'));
  await expectAccepted(answer(id, 'declined', '2026-05-01'));
  await expectRefusal(answer(id, 'accepted'), { code: '23505', constraint: 'quote_answer_pkey' });
});

it('what was accepted is converted, once, to an invoice that there is', async () => {
  const id = await write();
  await send(id);
  await expectRefusal(convert(id), { code: 'BU603' });
  await answer(id, 'accepted');
  await expectRefusal(convert(id, newId()), { code: 'BU603' });
  await expectRefusal(convert(id, null, ledger.sister.legalEntityId), { code: 'BU603' });
  await expectAccepted(convert(id));
  await expectRefusal(convert(id), { code: '23505', constraint: 'quote_conversion_pkey' });
  const declined = await write();
  await send(declined);
  await answer(declined, 'declined');
  await expectRefusal(convert(declined), { code: 'BU603' });
});

it.each([
  'UPDATE accounting.quote_revision SET payable = payable',
  'DELETE FROM accounting.quote_revision',
  'UPDATE accounting.quote_answer SET answer = answer',
  'DELETE FROM accounting.quote_answer',
  'UPDATE accounting.quote_conversion SET revision = revision',
  'DELETE FROM accounting.quote_conversion',
])('facts stay: %s', async (text) => {
  await expectRefusal(run(text), { code: '42501' });
});

it('is to a customer of its own legal entity', async () => {
  const insert = `
    INSERT INTO accounting.quote (organization_id, id, legal_entity_id, party_id, content, created_by)
    VALUES ($1, gen_random_uuid(), $2, $3, '{}', gen_random_uuid())`;
  const values = [organization(), ledger.books.legalEntityId, own.parties.ofSister];
  await expectRefusal(run(insert, values), noSuchRow('quote_party_fk'));
});
