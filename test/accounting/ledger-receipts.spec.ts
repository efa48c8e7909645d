import { newId } from '#kernel/id.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase, noSuchRow } from '../support/ledger-database.js';
import { draftEntry } from '../support/ledger-entries.js';
import {
  addReceivables,
  draftOfParty,
  postItem,
  type Receivables,
  turned,
  undoingOf,
  settle,
  within,
} from '../support/ledger-open-items.js';
import { draftReceipt, keepReceipt, type ReceiptDraft, reverseReceipt } from '../support/ledger-receipts.js';
import { expectAccepted, expectRefusal, type Refusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself keeps documents equal to what they posted and settled.

let ledger: LedgerDatabase;
let own: Receivables;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
});
afterAll(() => ledger?.close());

const charge = async () => postItem(ledger, await draftOfParty(ledger, own.accounts.receivable, own.parties.first));
const receipt = async (change: (draft: ReceiptDraft) => void = () => undefined): Promise<ReceiptDraft> => {
  const draft = await draftReceipt(ledger, own, await charge());
  change(draft);
  return draft;
};
const code = (one: string): Refusal => ({ code: one });

describe('a receipt', () => {
  it.each<[string, (draft: ReceiptDraft) => void, Refusal]>([
    [
      'of an entry of no document',
      ({ entry }) => Object.assign(entry.header, { origin: null, origin_id: null }),
      code('BU530'),
    ],
    ['of an entry of another document', ({ entry }) => (entry.header.origin_id = newId()), code('BU530')],
    ['of an entry of another kind', ({ entry }) => (entry.header.origin = 'refund'), code('BU530')],
    ['of another day than its entry', ({ row }) => (row.settled_on = '2026-03-16'), code('BU530')],
    ['of more than its entry', ({ row }) => (row.amount = '100.01'), code('BU531')],
    ['of another customer', ({ row }) => (row.party_id = own.parties.second), code('BU531')],
    ['in another currency', ({ row }) => (row.currency = 'USD'), code('BU531')],
    ['with a charge that is not posted', ({ row }) => (row.charge = '1.00'), code('BU531')],
    ['into another account', ({ row }) => (row.account_id = own.accounts.other), code('BU531')],
    ['that settled more than it says', ({ parts }) => (parts[0]!.amount = '99.99'), code('BU532')],
    ['that settled less than it says', (draft) => (draft.allocated = '99.99'), code('BU532')],
    ['that does not say what it settled', (draft) => (draft.parts = []), code('BU532')],
    ['that wrote off', ({ parts }) => (parts[0]!.purpose = 'write_off'), code('BU532')],
    ['of nothing', ({ row }) => (row.amount = '0'), brokenCheck('settlement_amount_check')],
    ['of no number', ({ row }) => (row.amount = 'NaN'), brokenCheck('settlement_amount_check')],
    ['that is all charge', ({ row }) => (row.charge = '100'), brokenCheck('settlement_check')],
    ['into nowhere', ({ row }) => (row.account_id = null), brokenCheck('settlement_money')],
    ['without an entry', ({ row }) => (row.entry_id = null), brokenCheck('settlement_money')],
    ['that is a write-off', ({ row }) => (row.kind = 'write_off'), brokenCheck('settlement_money')],
    ['of half an external id', ({ row }) => (row.external_id = '1'), brokenCheck('settlement_external_pair')],
    ['of a party of a sister', ({ row }) => (row.party_id = own.parties.ofSister), noSuchRow('settlement_party_fk')],
  ])('%s is refused', async (_, change, refusal) => {
    await expectRefusal(keepReceipt(ledger, await receipt(change)), refusal);
  });

  it('is kept where it is what it posted and settled, once for an external id', async () => {
    const key = { external_source: 'bank', external_id: 'P-1' };
    await expectAccepted(keepReceipt(ledger, await receipt(({ row }) => Object.assign(row, key))));
    await expectRefusal(keepReceipt(ledger, await receipt(({ row }) => Object.assign(row, key))), {
      code: '23505',
      constraint: 'settlement_external_key',
    });
  });

  it('may leave a part of itself unallocated, and takes no further parts later', async () => {
    const draft = await receipt((one) => {
      one.allocated = '60.00';
      one.parts[0]!.amount = '60.00';
    });
    await keepReceipt(ledger, draft);
    const insert = `
      INSERT INTO accounting.settlement_part (organization_id, settlement_id, position, legal_entity_id, item_id, purpose, amount, entry_id)
      VALUES ($1, $2, 2, $3, $4, 'payment', 40, $5)`;
    const { organizationId, legalEntityId } = ledger.books;
    const other = await charge();
    const values = [organizationId, draft.row.id, legalEntityId, other.id, draft.entry.header.id];
    await expectRefusal(
      within(ledger, () => ledger.app.query(insert, values)),
      { code: 'BU532' },
    );
  });

  it.each([
    'UPDATE accounting.settlement SET note = note',
    'DELETE FROM accounting.settlement',
    'TRUNCATE accounting.settlement CASCADE',
    'UPDATE accounting.settlement_part SET amount = amount',
    'DELETE FROM accounting.settlement_part',
    'UPDATE accounting.settlement_reversal SET reason = reason',
    'DELETE FROM accounting.settlement_reversal',
    'UPDATE accounting.early_discount SET percentage = 1',
    'DELETE FROM accounting.early_discount',
  ])('never changes: %s', async (text) => {
    await keepReceipt(ledger, await receipt());
    await expectRefusal(
      within(ledger, () => ledger.app.query(text)),
      { code: '42501' },
    );
  });
});

describe('an entry', () => {
  it.each(['receipt', 'refund', 'write_off'])('of a %s is named by it', async (origin) => {
    const draft = await draftEntry(ledger.owner, ledger.books, { origin, origin_id: newId() });
    await expectRefusal(ledger.post(draft), { code: 'BU533' });
  });

  it('of a receipt that is there is named by it as well', async () => {
    const draft = await receipt();
    await keepReceipt(ledger, draft);
    const another = await draftEntry(ledger.owner, ledger.books, { origin: 'receipt', origin_id: draft.row.id });
    await expectRefusal(ledger.post(another), { code: 'BU533' });
  });
});

describe('a reversal', () => {
  it('is of the whole, on one day, once', async () => {
    const draft = await receipt();
    const made = await keepReceipt(ledger, draft);
    const reverse = (steps: object) => reverseReceipt(ledger, draft, made, { reversedOn: '2026-04-15', ...steps });
    await expectRefusal(reverse({ reversedOn: undefined }), { code: 'BU533' });
    await expectRefusal(reverse({ reverses: false }), { code: 'BU534' });
    await expectRefusal(reverse({ reversedOn: '2026-03-14' }), { code: 'BU534' });
    await expectRefusal(reverse({ reversedOn: '2026-04-16' }), { code: 'BU534' });
    await expectRefusal(reverse({ undoes: false }), { code: 'BU463' });
    await expectAccepted(reverse({}));
    await expectRefusal(reverse({ undoes: false, reverses: false }), {
      code: '23505',
      constraint: 'settlement_reversal_pkey',
    });
  });

  it('alone opens what a discount or a write-off settled', async () => {
    const writeOff = await receipt(({ row, entry, parts }) => {
      Object.assign(row, { kind: 'write_off', account_id: null, entry_id: null, note: 'Insolvent' });
      entry.header.origin = 'write_off';
      parts[0]!.purpose = 'write_off';
    });
    const made = await keepReceipt(ledger, writeOff);
    await expectRefusal(settle(ledger, [undoingOf(made)]), { code: 'BU535' });
    const plain = await receipt();
    await expectAccepted(settle(ledger, [undoingOf(await keepReceipt(ledger, plain))]));
  });
});

describe('an early-payment discount', () => {
  const insert = `
    INSERT INTO accounting.early_discount (organization_id, entry_id, line_number, until_on, legal_entity_id, percentage, amount)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`;
  const offer = (entryId: string, change: Record<string, unknown> = {}) => {
    const { organizationId, legalEntityId } = ledger.books;
    const row = { line: 1, on: '2026-03-25', entity: legalEntityId, percentage: null, amount: null, ...change };
    const values = [organizationId, entryId, row.line, row.on, row.entity, row.percentage, row.amount];
    return within(ledger, () => ledger.app.query(insert, values));
  };

  it.each<[string, Record<string, unknown>, Refusal]>([
    ['of no item', { line: 2, percentage: '2' }, noSuchRow('early_discount_item_fk')],
    ['of the whole', { amount: '100.00' }, code('BU536')],
    ['of parts of a cent', { amount: '1.001' }, code('BU536')],
    ['that ends before the item', { on: '2026-03-14', percentage: '2' }, code('BU536')],
    ['of nothing', {}, brokenCheck('early_discount_part')],
    ['of two kinds', { percentage: '2', amount: '2' }, brokenCheck('early_discount_part')],
    ['of all per cent', { percentage: '100' }, brokenCheck('early_discount_percentage_check')],
    ['of no number', { percentage: 'NaN' }, brokenCheck('early_discount_percentage_check')],
    ['of no amount', { amount: 'NaN' }, brokenCheck('early_discount_amount_check')],
  ])('%s is refused', async (_, change, refusal) => {
    const { entry } = await charge();
    await expectRefusal(offer(entry.header.id, change), refusal);
  });

  it('is of a charge, of its legal entity, one until a day', async () => {
    const { entry } = await charge();
    const percentage = '2';
    await expectRefusal(offer(entry.header.id, { percentage, entity: ledger.sister.legalEntityId }), { code: 'BU536' });
    await expectAccepted(offer(entry.header.id, { percentage }));
    await expectRefusal(offer(entry.header.id, { percentage }), { code: '23505', constraint: 'early_discount_pkey' });
    const credit = turned(await draftOfParty(ledger, own.accounts.receivable, own.parties.first));
    await postItem(ledger, credit);
    await expectRefusal(offer(credit.header.id, { percentage }), { code: 'BU536' });
  });
});
