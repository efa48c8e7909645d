import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { addStatement, bankMatches, match } from '../support/bank-matching.js';
import { addBankAccount } from '../support/bank-statements.js';
import { asRole, provided } from '../support/database.js';
import { ExpectedBooks } from '../support/expected-withholdings.js';
import { appendEntry, type EntryDraft } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { RECEIPTS } from '../support/receipts.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Receipts for lines of bank statements, around the services, as the application role.

let books: ExpectedBooks;
let app: Client;
let bank: { id: string };
let told: { id: string; amount: string }[];

beforeAll(async () => {
  app = await asRole(provided('TEST_OWNER_URL'), 'bureau_app');
});
afterAll(() => app?.end());
beforeEach(async () => {
  books = await ExpectedBooks.open();
  bank = await addBankAccount(books.actor);
  const lines: [string, string, string][] = [
    ['2026-03-20', '1060.00', 'one'],
    ['2026-03-20', '60.00', 'two'],
  ];
  told = await addStatement(books.actor, { closing: '1220.00', lines });
});

const within = <T>(work: () => Promise<T>) => inOrganization(app, books.actor.organizationId, work);
const insertUndo = (id: string) =>
  within(() =>
    app.query(
      `INSERT INTO accounting.bank_match
         (organization_id, id, legal_entity_id, bank_account_id, method, undoes, reason, actor_id, action, request_id)
       SELECT m.organization_id, gen_random_uuid(), m.legal_entity_id, m.bank_account_id, m.method, m.id, 'x', m.id, 'test', m.id
       FROM accounting.bank_match m WHERE m.id = $1`,
      [id],
    ),
  );

/** Entries of a document as they stand, in the order of posting. */
async function entriesOf(id: string): Promise<EntryDraft[]> {
  const { rows } = await app.query<EntryDraft>(
    `SELECT to_jsonb(e) AS header, (SELECT jsonb_agg(l ORDER BY l.line_number) FROM accounting.journal_line l
                                    WHERE l.entry_id = e.id) AS lines
     FROM accounting.journal_entry e WHERE e.origin_id = $1 AND e.reversal_of IS NULL ORDER BY e.id`,
    [id],
  );
  return rows;
}

/** The same entry once more, or what takes it back. */
function append({ header, lines }: EntryDraft, changes: Partial<EntryDraft['header']>, isReversal = false) {
  const id = changes.id ?? newId();
  const copies = lines.map(({ debit, credit, functional_debit, functional_credit, ...line }) => {
    const own = { debit, credit, functional_debit, functional_credit };
    const swapped = {
      debit: credit,
      credit: debit,
      functional_debit: functional_credit,
      functional_credit: functional_debit,
    };
    return { ...line, ...(isReversal ? swapped : own), entry_id: id };
  });
  return appendEntry(app, { header: { ...header, ...changes, id }, lines: copies } as EntryDraft);
}

/** What a bank line less withholding became: its match, and its receipt. */
async function received() {
  const [item] = await books.itemsOf(await books.issue('1000'));
  const settles = [{ openItemId: item!.id, withholdings: [{ code: 'IRPF' }] }];
  const lines = [{ amount: '1060.00', partyId: books.scene.customer, settles }];
  const made = await books.actor.post('/v1/accounting/bank-line-entries', { statementLineId: told[0]!.id, lines });
  expect(made.status).toBe(201);
  return { matchId: made.body.id as string, receiptId: made.body.receiptIds[0] as string };
}

it('stands and falls with its match', async () => {
  const { matchId, receiptId } = await received();
  await expectRefusal(insertUndo(matchId), { code: 'BU542', message: 'with the receipts' });
  const reverse = () =>
    within(async () => {
      await app.query(
        `INSERT INTO accounting.settlement_reversal
           (organization_id, settlement_id, legal_entity_id, reversed_on, reason, actor_id, action, request_id)
         SELECT s.organization_id, s.id, s.legal_entity_id, s.settled_on, 'x', s.id, 'test', s.id
         FROM accounting.settlement s WHERE s.id = $1`,
        [receiptId],
      );
      await app.query(
        `INSERT INTO accounting.allocation
           (organization_id, id, legal_entity_id, group_id, debit_item_id, credit_item_id, effective_on, amount,
            functional_debit, functional_credit, undoes, actor_id, action, request_id)
         SELECT a.organization_id, gen_random_uuid(), a.legal_entity_id, a.group_id, a.debit_item_id, a.credit_item_id,
                a.effective_on, -a.amount, -a.functional_debit, -a.functional_credit, a.id, a.id, 'test', a.id
         FROM accounting.allocation a WHERE a.group_id = $1`,
        [receiptId],
      );
      for (const entry of await entriesOf(receiptId)) await append(entry, { reversal_of: entry.header.id }, true);
    });
  await expectRefusal(reverse(), { code: 'BU535', message: 'by undoing their match' });
  const update = within(() =>
    app.query('UPDATE accounting.settlement SET bank_match_id = NULL WHERE id = $1', [receiptId]),
  );
  await expectRefusal(update, { code: '42501', message: 'denied' });
  expect((await books.actor.post(`${bankMatches}/${matchId}/undo`, { reason: 'x' })).status).toBe(201);
});

it('comes with the match of what it paid', async () => {
  const { matchId } = await received();
  const { customer: partyId } = books.scene;
  const body = { partyId, receivedOn: '2026-03-20', amount: '60.00', bankAccountId: bank.id };
  const { body: plain } = await books.actor.post(RECEIPTS, body);
  const [line] = (await books.actor.get(`/v1/accounting/bank-ledger-lines?entryId=${plain.entryId}`)).body.data;
  const { body: other } = await match(books.actor, bank.id, [told[1]!], [line]);
  const again = (changes: object) =>
    within(async () => {
      const [id, entryId] = [newId(), newId()];
      const [entry] = await entriesOf(plain.id);
      await append(entry!, { id: entryId, origin_id: id });
      await app.query(
        `INSERT INTO accounting.settlement
           (organization_id, id, legal_entity_id, kind, party_id, settled_on, currency, amount, account_id, bank_account_id,
            bank_match_id, entry_id, actor_id, action, request_id)
         SELECT s.organization_id, $2, s.legal_entity_id, s.kind, s.party_id, s.settled_on, s.currency, s.amount, s.account_id,
                n.bank_account_id, n.bank_match_id, $3, $2, 'test', $2
         FROM accounting.settlement s, json_populate_record(NULL::accounting.settlement, $4) n WHERE s.id = $1`,
        [plain.id, id, entryId, JSON.stringify({ bank_account_id: bank.id, ...changes })],
      );
    });
  const refused = { code: 'BU542', message: 'comes with the match' };
  await expectRefusal(again({ bank_match_id: matchId }), refused);
  await expectRefusal(again({ bank_match_id: other.id }), refused);
  await expectRefusal(again({ bank_match_id: newId() }), { code: '23503', constraint: 'settlement_bank_match_fk' });
  const nowhere = { bank_account_id: null, bank_match_id: matchId };
  await expectRefusal(again(nowhere), { code: '23514', constraint: 'settlement_of_bank_match' });
  await expectAccepted(again({}));
});
