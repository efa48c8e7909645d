import { newId } from '#kernel/id.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { type ApplicationDraft, draftApplication, keepApplication } from '../support/ledger-deposits.js';
import { draftEntry } from '../support/ledger-entries.js';
import { addReceivables, draftOfParty, postItem, type Receivables, within } from '../support/ledger-open-items.js';
import { draftReceipt, keepReceipt } from '../support/ledger-receipts.js';
import { expectAccepted, expectRefusal, type Refusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself keeps what a deposit paid equal to what was posted and settled.

let ledger: LedgerDatabase;
let own: Receivables;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
});
afterAll(() => ledger?.close());

const code = (one: string): Refusal => ({ code: one });
const [payment, deposit] = [0, 1];

describe('an application of a deposit', () => {
  it.each<[string, (draft: ApplicationDraft) => void, Refusal]>([
    [
      'of an entry of no document',
      ({ entry }) => Object.assign(entry.header, { origin: null, origin_id: null }),
      code('BU595'),
    ],
    ['of an entry of another document', ({ entry }) => (entry.header.origin_id = newId()), code('BU595')],
    ['of another day than its entry', ({ row }) => (row.settled_on = '2026-03-16'), code('BU595')],
    ['with a discount', ({ parts }) => (parts[payment]!.purpose = 'early_discount'), code('BU595')],
    ['of more than its entry', ({ row }) => (row.amount = '100.01'), code('BU596')],
    ['of less than its entry', ({ row }) => (row.amount = '99.99'), code('BU596')],
    ['of another customer', ({ row }) => (row.party_id = own.parties.second), code('BU596')],
    ['in another currency', ({ row }) => (row.currency = 'USD'), code('BU596')],
    ['that took more of the deposit than it says', ({ allocated }) => (allocated.deposit = '99.99'), code('BU597')],
    ['that paid less than it says', ({ allocated }) => (allocated.charge = '99.99'), code('BU597')],
    ['that does not say what it paid', ({ parts }) => parts.shift(), code('BU597')],
    ['that does not say which deposit', ({ parts }) => parts.pop(), code('BU597')],
    ['that pays with what it should pay', ({ parts }) => (parts[deposit]!.purpose = 'payment'), code('BU597')],
    ['that moves money', ({ row }) => (row.account_id = own.accounts.other), brokenCheck('settlement_money')],
    ['without an entry', ({ row }) => (row.entry_id = null), brokenCheck('settlement_money')],
  ])('%s is refused', async (_, change, refusal) => {
    const draft = await draftApplication(ledger, own);
    change(draft);
    await expectRefusal(keepApplication(ledger, draft), refusal);
  });

  it('is kept where it is what it posted and settled, and takes no further parts later', async () => {
    const draft = await draftApplication(ledger, own);
    await expectAccepted(keepApplication(ledger, draft));
    const insert = `
      INSERT INTO accounting.settlement_part
        (organization_id, settlement_id, position, legal_entity_id, item_id, purpose, amount, entry_id)
      VALUES ($1, $2, 3, $3, $4, 'payment', 1, $5)`;
    const other = await postItem(ledger, await draftOfParty(ledger, own.accounts.receivable, own.parties.first));
    const { organizationId, legalEntityId } = ledger.books;
    const values = [organizationId, draft.row.id, legalEntityId, other.id, draft.entry.header.id];
    await expectRefusal(
      within(ledger, () => ledger.app.query(insert, values)),
      code('BU597'),
    );
  });

  it('takes no more of a deposit than is left', async () => {
    const first = await draftApplication(ledger, own);
    await expectAccepted(keepApplication(ledger, first));
    const second = await draftApplication(ledger, own, first.deposit);
    await expectRefusal(keepApplication(ledger, second), brokenCheck('open_item_open_amount'));
  });

  it('is named by its entry', async () => {
    const origin = { origin: 'deposit_application', origin_id: newId() };
    await expectRefusal(ledger.post(await draftEntry(ledger.owner, ledger.books, origin)), code('BU533'));
  });
});

it('a receipt uses no deposit', async () => {
  const item = await postItem(ledger, await draftOfParty(ledger, own.accounts.receivable, own.parties.first));
  const draft = await draftReceipt(ledger, own, item);
  draft.parts.push({ ...draft.parts[0]!, purpose: 'deposit' });
  await expectRefusal(keepReceipt(ledger, draft), code('BU595'));
});
