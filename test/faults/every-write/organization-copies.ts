import type { Client } from 'pg';
import { newId } from '#kernel/id.js';

/**
 * Composes, from the catalogue, the statements that copy every row of an organization into others: keys are of the
 * organization and an id, so that copies have the ids of the original. What has ids that stand alone, such as sessions, is not copied.
 */
const COPYING = `
  SELECT format(
           'INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s t, unnest($2::uuid[]) AS copy (id) WHERE t.%I = $1',
           c.oid::regclass, string_agg(quote_ident(a.attname), ', '),
           string_agg(CASE WHEN a.attname = key THEN 'copy.id' ELSE 't.' || quote_ident(a.attname) END, ', '),
           c.oid::regclass, key) AS statement
  FROM pg_class c
  CROSS JOIN LATERAL (
    SELECT CASE c.oid WHEN 'platform.organization'::regclass THEN 'id' ELSE 'organization_id' END) AS keyed (key)
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relkind = 'r'
    AND EXISTS (SELECT FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
                WHERE i.indrelid = c.oid AND i.indisprimary AND k.attname = key)
    AND EXISTS (SELECT FROM pg_namespace n WHERE n.oid = c.relnamespace
                AND n.nspname !~ '^(pg_|information_schema|graphile_worker)')
  GROUP BY c.oid, key`;

/**
 * Composes one statement that tells what has happened to a copy: of each table the number of its rows, and those that
 * were written since without what differs from run to run (ids, instants, secrets, counters of the whole installation).
 * Contents of files are kept before and let go of after the command, each on its own: what is left over is swept.
 */
const TELLING = `
  SELECT string_agg(format(
           'SELECT %L AS name, count(*)::int AS rows, array_agg(%s) FILTER (WHERE t.xmin <> $2::xid) AS written FROM %s t WHERE t.%I = $1',
           n.nspname || '.' || c.relname, row_text, c.oid::regclass, key), ' UNION ALL ') AS statement
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN LATERAL (
    SELECT CASE c.oid WHEN 'platform.organization'::regclass THEN 'id' ELSE 'organization_id' END,
           format('regexp_replace((to_jsonb(t) - %L::text[])::text, %L, ''?'', ''g'')',
                  CASE c.relname WHEN 'audit_entry' THEN '{id}' ELSE '{}' END,
                  '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+]00:00)|\\\\\\\\x[0-9a-f]+'
                  '|(?<="(audit_entry_id|clock_ahead_ms|personal_sha256|secret_ending|sequence)": )("[^"]*"|\\d+)')
  ) AS told (key, row_text)
  WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema|graphile_worker)'
    AND c.oid NOT IN ('platform.file_content'::regclass, 'platform.file_usage'::regclass)
    AND EXISTS (SELECT FROM pg_attribute k WHERE k.attrelid = c.oid AND k.attname = key)`;

/** What has happened to a copy: the number of rows of each table, and the rows written since it was made. */
export interface Told {
  rows: Readonly<Record<string, number>>;
  written: readonly string[];
}

const SESSIONS = `
  INSERT INTO identity.session (id, organization_id, user_id, expires_at)
  SELECT gen_random_uuid(), copy.id, $1, now() + interval '1 day' FROM unnest($2::uuid[]) AS copy (id)
  RETURNING id, organization_id`;

const DELETING = `
  SELECT format('DELETE FROM %s WHERE %I = ANY ($1)', c.oid::regclass, key) AS statement
  FROM pg_class c CROSS JOIN LATERAL (
    SELECT CASE c.oid WHEN 'platform.organization'::regclass THEN 'id' ELSE 'organization_id' END) AS keyed (key)
  WHERE c.relkind = 'r' AND EXISTS (SELECT FROM pg_attribute k WHERE k.attrelid = c.oid AND k.attname = key)
    AND EXISTS (SELECT FROM pg_namespace n WHERE n.oid = c.relnamespace
                AND n.nspname !~ '^(pg_|information_schema|graphile_worker)')`;

/** A copy, and the session in which its owner acts in it. */
export interface Copy {
  id: string;
  sessionId: string;
}

/** Copies of one organization, to each of which something may happen. */
export class Copies {
  private made: Copy[] = [];
  private used: Copy[] = [];
  private transaction = '';
  private telling = '';

  /** @param client of a superuser, that serves nothing else */
  constructor(
    private readonly client: Client,
    private readonly original: { organizationId: string; userId: string },
    private readonly batch: number,
  ) {}

  /** One that nothing has happened to. Copies that were given out long ago are removed on the way. */
  async next(): Promise<Copy> {
    if (this.made.length === 0) await this.make();
    const copy = this.made.pop()!;
    this.used.push(copy);
    return copy;
  }

  async tell({ id }: Copy): Promise<Told> {
    const { rows } = await this.client.query<{ name: string; rows: number; written: string[] | null }>({
      name: 'tell',
      text: this.telling,
      values: [id, this.transaction],
    });
    return {
      rows: Object.fromEntries(rows.map(({ name, rows: count }) => [name, count])),
      written: rows.flatMap(({ name, written }) => (written ?? []).map((row) => `${name} ${row}`)).sort(),
    };
  }

  /** Falsifies what was written in the copy since it was made: `$1` the copy, `$2` the transaction that made it. */
  async tamper({ id }: Copy, statement: string): Promise<void> {
    await this.client.query('BEGIN');
    await this.client.query("SET LOCAL session_replication_role = 'replica'");
    const { rowCount } = await this.client.query(statement.replaceAll('$2', '$2::xid'), [id, this.transaction]);
    if (!rowCount) throw new Error('Nothing was there to be falsified.');
    await this.client.query('COMMIT');
  }

  private async make(): Promise<void> {
    const ids = Array.from({ length: this.batch }, () => newId());
    const { organizationId, userId } = this.original;
    await this.client.query("SET timezone = 'UTC'");
    await this.client.query("SET plan_cache_mode = 'force_generic_plan'");
    await this.client.query('BEGIN');
    // The rows were checked when they came about, and what their triggers made is copied as well.
    await this.client.query("SET LOCAL session_replication_role = 'replica'");
    await this.all(DELETING, [this.used.splice(0).map(({ id }) => id)]);
    await this.all(COPYING, [organizationId, ids]);
    const sessions = await this.client.query<{ id: string; organization_id: string }>(SESSIONS, [userId, ids]);
    this.made = sessions.rows.map((session) => ({ id: session.organization_id, sessionId: session.id }));
    this.transaction = await this.one('SELECT pg_current_xact_id()::xid AS statement');
    await this.client.query('COMMIT');
    this.telling = await this.one(TELLING);
  }

  private async all(composition: string, values: unknown[]): Promise<void> {
    const { rows } = await this.client.query<{ statement: string }>(composition);
    for (const { statement } of rows) await this.client.query(statement, values);
  }

  private async one(query: string): Promise<string> {
    return (await this.client.query<{ statement: string }>(query)).rows[0]!.statement;
  }
}
