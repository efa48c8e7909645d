import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { addReceivables, type Receivables, within } from '../support/ledger-open-items.js';
import { draftDocument, writeDocument } from '../support/ledger-sales.js';
import {
  addWithholdingCode,
  draftWithheld,
  keepWithheld,
  reverseWithheld,
  type WithheldDraft,
  writeWithheld,
} from '../support/ledger-withheld.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself keeps refunds from taking back more than was withheld, and
// invoices from saying otherwise than was withheld at issue. Each
// receipt withholds 100.00, each refund takes as much back.

let ledger: LedgerDatabase;
let own: Receivables;
let code: string;
beforeEach(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
  code = await addWithholdingCode(ledger, ledger.books.accounts['1930']!);
});
afterEach(() => ledger?.close());

const receipt = () => keepWithheld(ledger, own, 'receipt', code);
const refund = (change?: (draft: WithheldDraft) => void) => keepWithheld(ledger, own, 'refund', code, change);
const beyond = { code: 'BU790', message: 'than was withheld of the customer' };

it('is taken back as much as was withheld of the customer under the code', async () => {
  await expectRefusal(refund(), beyond);
  await receipt();
  const other = await addWithholdingCode(ledger, ledger.books.accounts['1930']!);
  await expectRefusal(keepWithheld(ledger, own, 'refund', other), beyond);
  const second = { ...own, parties: { ...own.parties, first: own.parties.second } };
  await expectRefusal(keepWithheld(ledger, second, 'refund', code), beyond);
  await expectAccepted(refund());
  await expectRefusal(refund(), beyond);
  await receipt();
  await expectAccepted(refund());
});

it('is taken off the account of its code', async () => {
  await receipt();
  const wrong = refund(({ entries: [, claim] }) => {
    claim.lines[0].account_id = ledger.books.accounts['3000']!;
  });
  await expectRefusal(wrong, { code: 'BU665', message: 'account of its code' });
});

it('stays withheld as long as a refund has taken it back, and is withheld again with the reversal of that', async () => {
  const made = await receipt();
  const taken = await refund();
  await expectRefusal(reverseWithheld(ledger, made), { code: 'BU791', message: 'reverse the refund first' });
  await expectAccepted(reverseWithheld(ledger, taken));
  await expectAccepted(refund());
  const more = await receipt();
  await expectAccepted(reverseWithheld(ledger, more));
});

it('is taken back, and reversed, by one after the other', async () => {
  const [made] = [await receipt(), await receipt()];
  const other = await ledger.connect();
  const { organizationId } = ledger.books;
  const hold = 'SELECT FROM accounting.party WHERE organization_id = $1 AND id = $2 FOR SHARE';
  await ledger.app.query("SET lock_timeout = '300ms'");
  await inOrganization(other, organizationId, async () => {
    await other.query(hold, [organizationId, own.parties.first]);
    await expectRefusal(refund(), { code: '55P03' });
    await expectRefusal(reverseWithheld(ledger, made), { code: '55P03' });
    await expectAccepted(receipt());
  });
  await expectAccepted(refund());
});

it('counts as paid at issue as far as the invoice does not say that it is to be withheld', async () => {
  const issue = async (prepaid: string) => {
    const withheld = await draftWithheld(ledger, own, 'receipt', code);
    const draft = await draftDocument(ledger, own);
    Object.assign(draft.document, { prepaid });
    for (const { header } of withheld.entries) header.number += 1;
    await within(ledger, async () => {
      await writeDocument(ledger, draft);
      const find = 'SELECT id FROM accounting.open_item WHERE entry_id = $1';
      const { rows } = await ledger.app.query<{ id: string }>(find, [draft.entry.header.id]);
      await writeWithheld(ledger, { ...withheld, items: [withheld.items[0], { id: rows[0]!.id, entry: draft.entry }] });
    });
  };
  await expectRefusal(issue('0'), { code: 'BU505' });
  await expectRefusal(issue('99.99'), { code: 'BU505' });
  await expectAccepted(issue('100.00'));
});
