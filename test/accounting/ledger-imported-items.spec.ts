import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftReversal, type EntryDraft, insertEntries } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { addReceivables, draftOfParty, type Receivables } from '../support/ledger-open-items.js';
import { expectAccepted, expectRefusal, type Refusal, refusalOf } from '../support/refusal.js';

// Nothing of the application runs here: the database itself sees to it that an open item of the books before is brought
// in once.

let ledger: LedgerDatabase;
let own: Receivables;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
});
afterAll(() => ledger?.close());

interface Wish {
  reference: string;
  party?: string;
  account?: string;
  journal?: string;
  format?: string;
}

async function draft({ reference, party, account, journal = 'GENERAL' }: Wish): Promise<EntryDraft> {
  const journalId = ledger.books.journals[journal]!;
  const header = { reference, journal_id: journalId };
  return draftOfParty(ledger, account ?? own.accounts.receivable, party ?? own.parties.first, header);
}

const NEW_IMPORT = `
  INSERT INTO accounting.import
    (organization_id, id, legal_entity_id, fiscal_year_id, format, sha256, external_source, entry_count, report, imported_by)
  VALUES ($1, $3, $2, $4, $5, $6, $6, 1, '{}', $3)`;
const NEW_ENTRY = 'INSERT INTO accounting.import_entry (organization_id, import_id, entry_id) VALUES ($1, $2, $3)';

/** Within a transaction: an import with the entry. */
async function bring(client: Client, entry: EntryDraft, format = 'open_items'): Promise<void> {
  const { organizationId, legalEntityId, years } = ledger.books;
  const id = newId();
  await insertEntries(client, entry);
  const digest = id.replaceAll('-', '').repeat(2);
  await client.query(NEW_IMPORT, [organizationId, legalEntityId, id, years['2026'], format, digest]);
  await client.query(NEW_ENTRY, [organizationId, id, entry.header.id]);
}

const imported = (entry: EntryDraft, format?: string) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => bring(ledger.app, entry, format));

it('takes a document of a party on its side once, until its entry is reversed', async () => {
  const first = await draft({ reference: '4711' });
  await expectAccepted(imported(first));
  await expectRefusal(imported(await draft({ reference: '4711' })), { code: 'BU773', message: '4711' });
  await expectRefusal(imported(await draft({ reference: '4711', account: own.accounts.other })), { code: 'BU773' });
  await expectAccepted(imported(await draft({ reference: '4712' })));
  await expectAccepted(imported(await draft({ reference: '4711', party: own.parties.second })));
  await expectAccepted(imported(await draft({ reference: '4711', account: own.accounts.payable })));
  // Imports of entries are no lists of items.
  await expectAccepted(imported(await draft({ reference: '4711' }), 'json'));

  await ledger.post(await draftReversal(ledger.owner, ledger.books, first));
  await expectAccepted(imported(await draft({ reference: '4711' })));
  await expectRefusal(imported(await draft({ reference: '4711' })), { code: 'BU773' });
});

it('lets those who bring it at a time follow each other', async () => {
  const [one, two] = [
    await draft({ reference: '4720' }),
    await draft({ reference: '4720', journal: 'SALES', account: own.accounts.other }),
  ];
  const { organizationId, accounts } = ledger.books;
  // Nothing else that they write makes them wait: neither a counter nor the balance of an account.
  Object.assign(two.lines[1]!, { account_id: accounts['3960'] });
  const other = await ledger.connect();
  let attempt: Promise<Refusal | undefined> | undefined;
  await inOrganization(ledger.app, organizationId, async () => {
    await bring(ledger.app, one);
    attempt = refusalOf(inOrganization(other, organizationId, () => bring(other, two)));
    // The other one would be through by then, had it not to wait.
    await Promise.race([attempt, pause(500)]);
  });
  expect(await attempt).toMatchObject({ code: 'BU773' });
});
