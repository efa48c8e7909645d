import { newId } from '#kernel/id.js';
import type { LedgerDatabase } from './ledger-database.js';
import { draftEntry, type EntryDraft, insertEntries } from './ledger-entries.js';
import { inOrganization } from './ledger-fixture.js';
import type { Receivables } from './ledger-open-items.js';
import { draftDocument, type SalesDraft, writeDocument } from './ledger-sales.js';

type Row = Record<string, unknown>;

/** An invoice of one line of 100.00 that is deferred over March and April, or a credit note of all of it, by SQL alone. */
export interface DeferralDraft extends SalesDraft {
  schedules: Row[];
  parts: Row[];
}

/** What an entry recognizes. */
export interface RecognitionDraft {
  entry: EntryDraft;
  recognition: Row;
  parts: string[];
}

const SCHEDULES = `
  INSERT INTO accounting.deferral_schedule
    (organization_id, id, legal_entity_id, document_id, position, account_id, revenue_account_id, dimensions, method, service_from,
     service_through, currency, amount, functional_amount)
  SELECT organization_id, id, legal_entity_id, document_id, position, account_id, revenue_account_id, '[]', method, service_from,
         service_through, currency, amount, functional_amount
  FROM json_populate_recordset(NULL::accounting.deferral_schedule, $1)`;
const PARTS = `
  INSERT INTO accounting.deferral_part
    (organization_id, id, legal_entity_id, schedule_id, document_id, month, due_on, amount, functional_amount)
  SELECT organization_id, id, legal_entity_id, schedule_id, document_id, month, due_on, amount, functional_amount
  FROM json_populate_recordset(NULL::accounting.deferral_part, $1)`;
const RECOGNITION = `
  INSERT INTO accounting.deferral_recognition
    (organization_id, id, legal_entity_id, recognized_on, entry_id, actor_id, action, request_id)
  SELECT organization_id, id, legal_entity_id, recognized_on, entry_id, id, 'test', id
  FROM json_populate_record(NULL::accounting.deferral_recognition, $1)`;
const RECOGNIZED = `
  INSERT INTO accounting.deferral_recognized_part (organization_id, part_id, legal_entity_id, recognition_id)
  SELECT $1, part, $2, $3 FROM unnest($4::uuid[]) part`;

/** The account that waits for what is earned later. */
export async function addDeferredAccount({ app, books }: LedgerDatabase): Promise<string> {
  const id = newId();
  await inOrganization(app, books.organizationId, () =>
    app.query(
      `INSERT INTO accounting.account (organization_id, id, legal_entity_id, code, name, type)
       VALUES ($1, $2, $3, '2970', 'Deferred revenue', 'liability')`,
      [books.organizationId, id, books.legalEntityId],
    ),
  );
  return id;
}

export async function draftDeferral(
  ledger: LedgerDatabase,
  own: Receivables,
  accountId: string,
  credits?: DeferralDraft,
): Promise<DeferralDraft> {
  const draft = await draftDocument(ledger, own, credits);
  const { organization_id, id: document_id, legal_entity_id } = draft.document;
  const service = { service_from: '2026-03-01', service_through: '2026-04-30' };
  draft.entry.lines[1]!.account_id = accountId;
  Object.assign(draft.lines[0]!, service, {
    deferral: 'by_month',
    deferred_account_id: accountId,
    deferred_line_number: 2,
    credits_position: credits ? 1 : null,
  });
  const place = { organization_id, legal_entity_id, document_id };
  const schedule = {
    ...place,
    ...service,
    id: newId(),
    position: 1,
    account_id: accountId,
    revenue_account_id: draft.lines[0]!.account_id,
    method: 'by_month',
    currency: 'EUR',
    amount: '100.00',
    functional_amount: '100.00',
  };
  const amount = credits ? '-50.00' : '50.00';
  const part = {
    ...place,
    schedule_id: credits ? credits.schedules[0]!.id : schedule.id,
    amount,
    functional_amount: amount,
  };
  const parts = [
    { ...part, id: newId(), month: '2026-03-01', due_on: '2026-03-31' },
    { ...part, id: newId(), month: '2026-04-01', due_on: '2026-04-30' },
  ];
  return { ...draft, schedules: credits ? [] : [schedule], parts };
}

export const insertDeferral = (ledger: LedgerDatabase, draft: DeferralDraft) =>
  inOrganization(ledger.app, ledger.books.organizationId, async () => {
    await writeDocument(ledger, draft);
    await writeParts(ledger, draft);
  });

/** Adds schedules and parts in a transaction of their own. */
export const insertDeferredParts = (ledger: LedgerDatabase, draft: Pick<DeferralDraft, 'schedules' | 'parts'>) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => writeParts(ledger, draft));

async function writeParts({ app }: LedgerDatabase, { schedules, parts }: Pick<DeferralDraft, 'schedules' | 'parts'>) {
  await app.query(SCHEDULES, [JSON.stringify(schedules)]);
  await app.query(PARTS, [JSON.stringify(parts)]);
}

/** The first part of a deferral, by an entry of the last day of March. */
export async function draftRecognition(
  ledger: LedgerDatabase,
  { schedules, parts }: DeferralDraft,
): Promise<RecognitionDraft> {
  const { organizationId: organization_id, legalEntityId: legal_entity_id } = ledger.books;
  const id = newId();
  const entry = await draftEntry(ledger.owner, ledger.books, {
    origin: 'deferral',
    origin_id: id,
    entry_date: '2026-03-31',
  });
  const [debit, credit] = entry.lines;
  Object.assign(debit!, { account_id: schedules[0]!.account_id });
  Object.assign(credit!, { account_id: schedules[0]!.revenue_account_id });
  for (const line of entry.lines) {
    for (const side of ['debit', 'credit', 'functional_debit', 'functional_credit'] as const) {
      line[side] = Number(line[side]) === 0 ? '0' : '50.00';
    }
  }
  entry.header.total = '50.00';
  const recognition = { organization_id, id, legal_entity_id, recognized_on: '2026-03-31', entry_id: entry.header.id };
  return { entry, recognition, parts: [parts[0]!.id as string] };
}

export const insertRecognition = (ledger: LedgerDatabase, draft: RecognitionDraft, client = ledger.app) =>
  inOrganization(client, ledger.books.organizationId, async () => {
    await insertEntries(client, draft.entry);
    await writeRecognition(client, ledger, draft);
  });

/** Adds parts to what an entry has recognized. */
export const insertRecognizedParts = (ledger: LedgerDatabase, recognitionId: unknown, parts: readonly string[]) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => {
    const { organizationId, legalEntityId } = ledger.books;
    return ledger.app.query(RECOGNIZED, [organizationId, legalEntityId, recognitionId, parts]);
  });

async function writeRecognition(
  client: LedgerDatabase['app'],
  { books }: LedgerDatabase,
  { recognition, parts }: RecognitionDraft,
) {
  await client.query(RECOGNIZED, [books.organizationId, books.legalEntityId, recognition.id, parts]);
  await client.query(RECOGNITION, [JSON.stringify(recognition)]);
}
