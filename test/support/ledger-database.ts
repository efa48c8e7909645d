import { Client } from 'pg';
import { asRole, createDatabase } from './database.js';
import { draftEntry, type EntryDraft, insertEntries, type LineRow } from './ledger-entries.js';
import { type Books, createLegalEntity, inOrganization, openBooks, openLedger } from './ledger-fixture.js';
import { expectAccepted, expectRefusal, type Refusal } from './refusal.js';

/** A database of a spec's own with books to break, reached by SQL only. */
export interface LedgerDatabase {
  /** The superuser, who looks up and arranges. */
  owner: Client;
  /** The rights of the application, and nothing of its code. */
  app: Client;
  books: Books;
  /** Another legal entity of the same organization. */
  sister: Books;
  /** Another organization. */
  stranger: Books;
  /** A further connection with the rights of the application; closed with the rest. */
  connect(): Promise<Client>;
  /** Posts as the organization of the books, whatever the drafts say. */
  post(...drafts: EntryDraft[]): Promise<void>;
  postAs(organizationId: string | null, ...drafts: EntryDraft[]): Promise<void>;
  close(): Promise<void>;
}

export async function createLedgerDatabase(): Promise<LedgerDatabase> {
  const database = await createDatabase();
  const owner = new Client(database.url);
  const clients = [owner];
  const connect = async () => {
    const client = await asRole(database.url, 'bureau_app');
    clients.push(client);
    return client;
  };
  await owner.connect();
  const app = await connect();
  const books = await openLedger(app);
  const { organizationId } = books;
  const postAs: LedgerDatabase['postAs'] = (organization, ...drafts) =>
    inOrganization(app, organization, () => insertEntries(app, ...drafts));
  return {
    owner,
    app,
    books,
    sister: await openBooks(app, organizationId, await createLegalEntity(app, organizationId, 'EUR'), 'EUR'),
    stranger: await openLedger(app),
    connect,
    post: (...drafts) => postAs(organizationId, ...drafts),
    postAs,
    close: async () => {
      await Promise.all(clients.map((client) => client.end()));
      await database.drop();
    },
  };
}

/** A draft with its two lines: the debit of the bank account and the credit of sales. */
export type TwoLines = EntryDraft & { lines: [LineRow, LineRow] };

/** One thing that is wrong with an entry, and how the database says so. */
export interface Fault {
  name: string;
  /** What the entry is like apart from the fault. */
  given?: (draft: TwoLines, ledger: LedgerDatabase) => void;
  fault: (draft: TwoLines, ledger: LedgerDatabase) => unknown;
  refusal: Refusal;
}

/** Expects the entry to be refused, and the same entry to be accepted once the one fault is mended. */
export async function expectRefusedUntilMended(
  ledger: LedgerDatabase,
  { given, fault, refusal }: Fault,
): Promise<void> {
  const draft = (await draftEntry(ledger.owner, ledger.books)) as TwoLines;
  given?.(draft, ledger);
  const faulty = structuredClone(draft);
  fault(faulty, ledger);
  await expectRefusal(ledger.post(faulty), refusal);
  await expectAccepted(ledger.post(draft));
}

export const brokenCheck = (constraint: string): Refusal => ({ code: '23514', constraint });
export const noSuchRow = (constraint: string): Refusal => ({ code: '23503', constraint });
export const rowSecurity: Refusal = { code: '42501', message: 'violates row-level security policy' };
