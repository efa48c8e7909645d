import { newId } from '#kernel/id.js';
import {
  addLevels,
  cancelLetter,
  draftLetter,
  insertLetter,
  keepLetter,
  type LetterDraft,
  withFee,
} from '../support/ledger-dunning.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftEntry } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import {
  addReceivables,
  draftOfParty,
  type Item,
  postItem,
  type Receivables,
  turned,
  within,
} from '../support/ledger-open-items.js';
import { expectAccepted, expectRefusal, type Refusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself lets nobody be reminded twice, or of what is not owed.

let ledger: LedgerDatabase;
let own: Receivables;
let levels: string[];
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
  levels = await addLevels(ledger);
});
afterAll(() => ledger?.close());

const charge = async (partyId = own.parties.first): Promise<Item> =>
  postItem(ledger, await draftOfParty(ledger, own.accounts.receivable, partyId));
const letter = async (item?: Item, level = 1) => draftLetter(ledger, own, levels, item ?? (await charge()), level);
const code = (one: string): Refusal => ({ code: one });

describe('a letter', () => {
  it.each<[string, (draft: LetterDraft) => void, Refusal]>([
    ['of another day than its run', ({ row }) => (row.issued_on = '2026-03-21'), code('BU632')],
    ['of more than its items', ({ row }) => (row.overdue_amount = '100.01'), code('BU634')],
    [
      'of interest that no item bears',
      ({ row }) => Object.assign(row, { interest: '1', posts_charges: false }),
      code('BU634'),
    ],
    ['above the level of its items', ({ row }) => Object.assign(row, { level: 2, level_id: levels[2] }), code('BU634')],
    ['about nothing', (draft) => (draft.items = []), code('BU634')],
    ['to another customer', ({ row }) => (row.party_id = own.parties.second), code('BU636')],
    ['in another currency', ({ row }) => (row.currency = 'USD'), code('BU636')],
    [
      'about more than is open',
      ({ row, items }) => (row.overdue_amount = items[0]!.open_amount = '100.01'),
      code('BU636'),
    ],
    ['of another due date', ({ items }) => (items[0]!.due_on = '2026-03-01'), code('BU636')],
    ['at the second level first', ({ items }) => (items[0]!.level = 2), code('BU633')],
    ['of nothing less credits', ({ row }) => (row.credit_amount = '100'), brokenCheck('dunning_letter_is_owed')],
    ['to be paid before it is written', ({ row }) => (row.pay_by = '2026-03-19'), brokenCheck('dunning_letter_pay_by')],
    ['whose fee is not posted', ({ row }) => (row.fee = '5'), brokenCheck('dunning_letter_charges')],
    [
      'with a level of another place',
      ({ row }) => (row.level_id = levels[2]!),
      { code: '23503', constraint: 'dunning_letter_level_fk' },
    ],
  ])('%s is refused', async (_, change, refusal) => {
    const draft = await letter();
    const run = { ...draft.row };
    change(draft);
    const kept =
      draft.row.issued_on === run.issued_on
        ? keepLetter(ledger, draft)
        : within(ledger, async () => {
            await insertLetter(ledger, { ...draft, row: run });
            const values = [ledger.books.organizationId, run.id];
            await ledger.app.query(
              `INSERT INTO accounting.dunning_letter
               SELECT (json_populate_record(l, json_build_object('id', gen_random_uuid(), 'issued_on', '2026-03-21', 'currency', 'SEK'))).*
               FROM accounting.dunning_letter l WHERE l.organization_id = $1 AND l.id = $2`,
              values,
            );
          });
    await expectRefusal(kept, refusal);
  });

  it('is refused before its items are due', async () => {
    const draft = await letter();
    draft.row.issued_on = '2026-03-15';
    await expectRefusal(keepLetter(ledger, draft), code('BU636'));
  });

  it('is refused about a credit, and about an item of a sister', async () => {
    const credit = await postItem(
      ledger,
      turned(await draftOfParty(ledger, own.accounts.receivable, own.parties.first)),
    );
    await expectRefusal(keepLetter(ledger, await letter(credit)), code('BU636'));
  });

  it('follows the one before, each level once, as long as that stands', async () => {
    const item = await charge();
    const first = await letter(item);
    await expectAccepted(keepLetter(ledger, first));
    await expectRefusal(keepLetter(ledger, await letter(item)), code('BU633'));
    await expectRefusal(keepLetter(ledger, await letter(item, 3)), code('BU633'));
    const second = await letter(item, 2);
    await expectAccepted(keepLetter(ledger, second));
    await expectRefusal(cancelLetter(ledger, first), code('BU637'));
    await expectAccepted(cancelLetter(ledger, second));
    await expectAccepted(cancelLetter(ledger, first));
    await expectAccepted(keepLetter(ledger, await letter(item)));
  });

  it('of two at once about one item is written once', async () => {
    const item = await charge();
    const others = await Promise.all([1, 2, 3].map(() => ledger.connect()));
    const written = await Promise.allSettled(
      others.map(async (app) => {
        const draft = await letter(item);
        await inOrganization(app, ledger.books.organizationId, () => insertLetter({ ...ledger, app }, draft));
      }),
    );
    expect(written.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const reasons = written.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    );
    expect(reasons).toEqual(['BU633', 'BU633']);
  });

  it('takes no further items later', async () => {
    const draft = await letter();
    await keepLetter(ledger, draft);
    const item = await charge();
    const { organizationId, legalEntityId } = ledger.books;
    const insert = `
      INSERT INTO accounting.dunning_letter_item
        (organization_id, letter_id, position, legal_entity_id, item_id, level, entry_date, due_on, open_amount, interest)
      VALUES ($1, $2, 2, $3, $4, 1, '2026-03-15', '2026-03-15', 100, 0)`;
    const values = [organizationId, draft.row.id, legalEntityId, item.id];
    await expectRefusal(
      within(ledger, () => ledger.app.query(insert, values)),
      code('BU636'),
    );
  });

  it.each([
    'UPDATE accounting.dunning_letter SET fee = fee',
    'DELETE FROM accounting.dunning_letter',
    'UPDATE accounting.dunning_letter_item SET level = level',
    'DELETE FROM accounting.dunning_letter_item',
    'UPDATE accounting.dunning_letter_cancellation SET reason = reason',
    'DELETE FROM accounting.dunning_letter_cancellation',
    'UPDATE accounting.dunning_block SET reason = reason',
    'DELETE FROM accounting.dunning_block',
    'DELETE FROM accounting.dunning_block_lift',
  ])('never changes: %s', async (text) => {
    await expectRefusal(
      within(ledger, () => ledger.app.query(text)),
      code('42501'),
    );
  });
});

describe('charges', () => {
  it('are what the entry posts to the customer, and are reversed with the letter', async () => {
    const draft = await withFee(ledger, own, await letter());
    await expectAccepted(keepLetter(ledger, draft));
    await expectRefusal(cancelLetter(ledger, draft, { reverses: false }), code('BU637'));
    await expectRefusal(cancelLetter(ledger, draft, { on: '2026-04-14' }), code('BU637'));
    await expectAccepted(cancelLetter(ledger, draft));
  });

  it.each<[string, (draft: LetterDraft) => void]>([
    ['of less', ({ row }) => (row.fee = '99.00')],
    ['of another customer', ({ entry }) => (entry!.lines[0]!.party_id = own.parties.second)],
    ['of another letter', ({ entry }) => (entry!.header.origin_id = newId())],
    ['of something else', ({ entry }) => (entry!.header.origin = 'receipt')],
  ])('are refused by an entry %s', async (_, change) => {
    const draft = await withFee(ledger, own, await letter());
    change(draft);
    await expect(keepLetter(ledger, draft)).rejects.toMatchObject({ code: expect.stringMatching(/^BU(?:635|533)$/) });
  });

  it('an entry of no letter is refused', async () => {
    const draft = await draftEntry(ledger.owner, ledger.books, { origin: 'dunning_letter', origin_id: newId() });
    await expectRefusal(ledger.post(draft), code('BU635'));
  });
});

describe('a run', () => {
  const { insert, confirm } = {
    insert: `
      INSERT INTO accounting.dunning_run (organization_id, id, legal_entity_id, run_on, includes_parties_on_hold, status,
                                          confirmed_at, confirmed_by)
      VALUES ($1, $2, $3, '2026-03-20', false, $4, CASE WHEN $4 = 'confirmed' THEN now() END,
              CASE WHEN $4 = 'confirmed' THEN $2::uuid END)`,
    confirm: `UPDATE accounting.dunning_run SET status = 'confirmed', confirmed_by = id, confirmed_at = $3
              WHERE organization_id = $1 AND id = $2`,
  };
  it('begins as a draft, is confirmed when it is, and stays', async () => {
    const { organizationId, legalEntityId } = ledger.books;
    const query = (text: string, ...values: unknown[]) =>
      within(ledger, () => ledger.app.query(text, [organizationId, ...values]));
    const id = newId();
    await expectRefusal(query(insert, id, legalEntityId, 'confirmed'), code('BU631'));
    await expectAccepted(query(insert, id, legalEntityId, 'draft'));
    await expectRefusal(query(confirm, id, '2026-03-20T00:00:00Z'), code('BU631'));
    const draft = await letter();
    await keepLetter(ledger, draft);
    const change =
      'UPDATE accounting.dunning_run SET includes_parties_on_hold = true WHERE organization_id = $1 AND id = $2';
    await expectRefusal(query(change, draft.row.run_id), code('BU631'));
    const remove = 'DELETE FROM accounting.dunning_run WHERE organization_id = $1 AND id = $2';
    await expectRefusal(query(remove, draft.row.run_id), code('BU631'));
    await expectAccepted(query(remove, id));
  });
});

it('levels follow each other, and what letters were written at stays', async () => {
  const query = (text: string, ...values: unknown[]) =>
    within(ledger, () => ledger.app.query(text, [ledger.books.organizationId, ...values]));
  const remove = 'DELETE FROM accounting.dunning_level WHERE organization_id = $1 AND id = $2';
  await expectRefusal(query(remove, levels[2]), { code: '23503', constraint: 'dunning_level_previous_fk' });
});

it('a block is of a charge of a customer', async () => {
  const insert = `
    INSERT INTO accounting.dunning_block (organization_id, id, legal_entity_id, item_id, reason, actor_id, action, request_id)
    VALUES ($1, $2, $3, $4, 'x', $2, 'test', $2)`;
  const { organizationId, legalEntityId } = ledger.books;
  const block = (item: Item, entity = legalEntityId) =>
    within(ledger, () => ledger.app.query(insert, [organizationId, newId(), entity, item.id]));
  const credit = await postItem(ledger, turned(await draftOfParty(ledger, own.accounts.receivable, own.parties.first)));
  await expectRefusal(block(credit), code('BU630'));
  const item = await charge();
  await expectRefusal(block(item, ledger.sister.legalEntityId), code('BU630'));
  await expectAccepted(block(item));
});
