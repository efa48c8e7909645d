import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { SYSTEM_ACTOR } from '../database/acting.js';
import { PasswordHasher } from '../auth/password-hasher.js';
import type { ExportHeader } from './export-format.js';
import { EXACT_TEXTS, type ExportedTable, exportedTables, PEOPLE } from './exported-tables.js';
import { asOwnerOfDatabase } from './owner-transaction.js';
import { ExportFault, type ExportPart, readExport } from './read-export.js';
import { RestoredRows } from './restore-rows.js';

export interface RestoreRequest {
  /** Of the owner of the database. */
  url: string;
  file: AsyncIterable<Uint8Array>;
  /** Does and proves all, and keeps nothing. */
  dryRun: boolean;
  /** Tells what is wrong with what was restored, with the rights of the application in the organization. */
  prove: (client: Client, organizationId: string) => Promise<readonly string[]>;
  /** What is done next, and how many steps there are in all. */
  onStep?: (step: string, steps: number) => void;
}

export interface RestoreReport {
  organization: ExportHeader['organization'];
  exportedAt: string;
  rows: Readonly<Record<string, number>>;
  peopleCreated: number;
  keysRevoked: number;
  clientSecretsRevoked: number;
  invitationsRevoked: number;
}

/** SQLSTATE of a wait that took too long. */
const LOCK_NOT_AVAILABLE = '55P03';

const RESTORE = 'platform.organization.restore';

const SCHEMA = 'SELECT platform.schema_version() AS schema';
const FIND = 'SELECT name FROM platform.organization WHERE id = $1';
const COUNT_PEOPLE = 'SELECT count(*)::int AS people FROM identity.user_account';
const ACT_IN = "SELECT set_config('bureau.organization_id', $1, true)";
const REVOKE_KEYS = `
  UPDATE identity.api_key SET revoked_at = now(), version = version + 1, updated_at = now()
  WHERE organization_id = $1 AND revoked_at IS NULL`;
const REVOKE_CLIENT_SECRETS = `
  UPDATE identity.client_secret SET revoked_at = now(), version = version + 1, updated_at = now()
  WHERE organization_id = $1 AND revoked_at IS NULL`;
const REVOKE_INVITATIONS = `
  UPDATE identity.invitation SET status = 'revoked', version = version + 1, updated_at = now()
  WHERE organization_id = $1 AND status = 'open'`;
const RECORD = `
  INSERT INTO platform.organization_event (organization_id, id, kind, file_sha256, file_exported_at, actor_id)
  VALUES ($1, $2, 'restored', $3, $4, $5)`;

/**
 * Restores an organization from its export, in one transaction. It is kept when every row is there and everything proves
 * to be right; a fault of any kind takes all of it back.
 *
 * @throws ExportFault that says what to do
 */
export function restoreOrganization(request: RestoreRequest): Promise<RestoreReport> {
  const { url, file, dryRun } = request;
  const work = async (client: Client): Promise<RestoreReport> => {
    const parts = readExport(file);
    try {
      return await restoreParts(client, parts, request);
    } finally {
      // Also what is refused before its end is read no further, and let go of.
      await parts.return(undefined);
    }
  };
  return asOwnerOfDatabase({ url, action: RESTORE, isKept: !dryRun, work }).catch(explain);
}

async function restoreParts(
  client: Client,
  parts: AsyncGenerator<ExportPart>,
  { prove, onStep }: RestoreRequest,
): Promise<RestoreReport> {
  const first = (await parts.next()).value as ExportPart | undefined;
  if (first?.kind !== 'header') throw new ExportFault('The file is empty.');
  const { organization, exportedAt } = first.header;
  await requireRoom(client, first.header);
  const people = await countPeople(client);
  await prepare(client);
  const tables = await exportedTables(async (text, values) => (await client.query(text, [...values])).rows as never);
  const tenants = tables.filter(({ name }) => name !== PEOPLE);
  for (const { disablingTriggers } of tenants) await client.query(disablingTriggers);
  const end = await writeRows(client, parts, tables, onStep);
  const peopleCreated = (await countPeople(client)) - people;
  await requireCounts(client, tables, organization.id, end.rows);
  for (const { movingCounters } of tables) {
    for (const moving of movingCounters) await client.query(moving, [organization.id]);
  }
  for (const { enablingTriggers } of tenants) await client.query(enablingTriggers);

  await client.query(ACT_IN, [organization.id]);
  const { rowCount: keysRevoked } = await client.query(REVOKE_KEYS, [organization.id]);
  const { rowCount: secretsRevoked } = await client.query(REVOKE_CLIENT_SECRETS, [organization.id]);
  const { rowCount: invitationsRevoked } = await client.query(REVOKE_INVITATIONS, [organization.id]);
  await client.query(RECORD, [organization.id, newId(), end.sha256, exportedAt, SYSTEM_ACTOR]);
  onStep?.('proving what was restored', tables.length + 1);
  for (const { analyzing } of tables) await client.query(analyzing);
  await requireProof(client, organization.id, prove);
  const [keys, invitations] = [keysRevoked ?? 0, invitationsRevoked ?? 0];
  return {
    organization,
    exportedAt,
    rows: end.rows,
    peopleCreated,
    keysRevoked: keys,
    clientSecretsRevoked: secretsRevoked ?? 0,
    invitationsRevoked: invitations,
  };
}

function explain(error: unknown): never {
  if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
  throw new ExportFault(
    'Others are writing to the same tables: try again at a quieter time, or stop Bureau meanwhile.',
    {
      cause: error,
    },
  );
}

async function requireRoom(client: Client, { schema, organization: { id } }: ExportHeader): Promise<void> {
  const { rows: here } = await client.query<{ schema: string }>(SCHEMA);
  if (here[0]!.schema !== schema) {
    throw new ExportFault(
      `The file is of the schema ${schema}, this database of ${here[0]!.schema}. Restore it with the release that wrote it, and upgrade that installation afterwards.`,
    );
  }
  const { rows: found } = await client.query<{ name: string }>(FIND, [id]);
  if (found.length === 0) return;
  throw new ExportFault(
    `The organization ${id} (${found[0]!.name}) exists here, and an export is not restored over it. Restore into an installation without it.`,
  );
}

async function countPeople(client: Client): Promise<number> {
  return (await client.query<{ people: number }>(COUNT_PEOPLE)).rows[0]!.people;
}

/** People who are new here get a password that nobody knows. */
async function prepare(client: Client): Promise<void> {
  const unusable = await new PasswordHasher().hash(randomBytes(32).toString('base64'));
  await client.query(EXACT_TEXTS);
  await client.query("SELECT set_config('bureau.unusable_password', $1, true)", [unusable]);
  // Others may be writing: whoever waits longer than this had better try again at a quieter time.
  await client.query("SET LOCAL lock_timeout = '10s'");
  await client.query('SET CONSTRAINTS ALL DEFERRED');
}

async function writeRows(
  client: Client,
  parts: AsyncGenerator<ExportPart>,
  tables: readonly ExportedTable[],
  onStep: RestoreRequest['onStep'],
): Promise<Extract<ExportPart, { kind: 'end' }>> {
  const missing = new Map(tables.map((table) => [table.name, table]));
  const rows = new RestoredRows(client);
  let end: Extract<ExportPart, { kind: 'end' }> | undefined;
  for await (const part of parts) {
    if (part.kind === 'row') {
      await rows.add(part.row);
    } else if (part.kind === 'table') {
      const table = missing.get(part.table);
      if (!table || table.columns.join() !== part.columns.join()) {
        throw new ExportFault(`The file has a table ${part.table} with columns that this schema does not have.`);
      }
      if (table.unfillable.length > 0) {
        throw new Error(`${table.name} has secrets that a restore cannot replace: ${table.unfillable.join(', ')}.`);
      }
      missing.delete(part.table);
      onStep?.(part.table, tables.length + 1);
      await rows.begin(table);
    } else if (part.kind === 'end') {
      end = part;
    }
  }
  await rows.finish();
  if (missing.size > 0) throw new ExportFault(`The file has no table ${[...missing.keys()].join(', ')}.`);
  // Keys that were put off are checked here, while it can still be told.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  return end!;
}

async function requireCounts(
  client: Client,
  tables: readonly ExportedTable[],
  organizationId: string,
  expected: Readonly<Record<string, number>>,
): Promise<void> {
  for (const { name, counting } of tables) {
    const { rows } = await client.query<{ count: string }>(counting, [organizationId]);
    if (Number(rows[0]!.count) === expected[name]) continue;
    throw new ExportFault(
      `${name} has ${rows[0]!.count} rows of the organization, the file has ${expected[name]}: it holds rows of others.`,
    );
  }
}

async function requireProof(client: Client, organizationId: string, prove: RestoreRequest['prove']): Promise<void> {
  await client.query('SET LOCAL ROLE bureau_app');
  const findings = await prove(client, organizationId);
  await client.query('RESET ROLE');
  if (findings.length === 0) return;
  throw new ExportFault(
    `What the file holds does not prove to be right, so nothing was restored:\n${findings.join('\n')}`,
  );
}
