import type { QueryResultRow } from 'pg';
import { inReadableOrder } from './table-order.js';

/** Tables with rows of an organization that its export leaves out, and tables without such rows; and why. */
export const notExported: Readonly<Record<string, string>> = {
  bureau_migration: 'tells the schema of the installation; the file names the last one',
  'identity.refresh_token': 'credentials: people sign in anew',
  'identity.login_event': 'tells of sign-ins to this installation, for half a year',
  'identity.recovery_code': 'credentials: people add second factors anew',
  'identity.federated_identity': 'who people are to the provider of this installation: sign-ins link them anew',
  'identity.second_factor': 'credentials, encrypted for this installation: people add them anew',
  'identity.session': 'credentials: people sign in anew',
  'identity.password_reset': 'credentials: people ask anew',
  'platform.captured_mail': 'mails that this installation would have sent, with tokens of it',
  'platform.clock_walk': 'on which way the clock of a test organization is here; how far it got is exported',
  'platform.currency': 'the same for everybody; comes with the release',
  'platform.idempotency_record': 'answers to requests of the last days, sent to another installation',
  'platform.job': 'work that was asked of another installation; what it made is exported',
  'platform.job_input': 'what such work was to be done on',
  'platform.job_progress': 'how far such work was',
  'platform.mail': 'what this installation sends; another one must not send it as well',
  'platform.notification': 'what people were told here lately; what it is about is exported',
  'platform.notification_digest': 'of the notifications above',
  'platform.sealed_record_type': 'the same for everybody; comes with the release',
  'platform.webhook_attempt': 'what this installation sent',
  'platform.webhook_delivery': 'what this installation sends; another one must not send it as well',
  'platform.webhook_endpoint': 'receivers that share secrets with this installation: they are registered anew',
  'platform.webhook_endpoint_failure': 'of the endpoints above',
};

/** People stand outside the organizations: those who are or were members go along. */
export const PEOPLE = 'identity.user_account';

/** A table of the export and the statements that read and write it, which PostgreSQL composed from its catalogue. */
export interface ExportedTable extends QueryResultRow {
  name: string;
  /** Without what is generated and what is secret. */
  columns: string[];
  /** Secret columns that a restore cannot fill; none unless somebody adds a secret of a new type. */
  unfillable: string[];
  /** Other tables that its rows refer to, by keys that are checked at once. */
  references: string[];
  /** Declares the cursor `exported`: `line` is a JSON array of the text forms. `$1` organization. */
  reading: string;
  /** Takes all rows of `restored_row` in one statement, so that they may refer to each other. */
  writing: string;
  /** `$1` organization. */
  counting: string;
  analyzing: string;
  disablingTriggers: string;
  enablingTriggers: string;
  /** Move counters behind what was written. `$1` organization. */
  movingCounters: string[];
}

/**
 * Whatever has an organization is exported, unless it is excepted by name, and the people of the organization. Columns
 * whose name ends in `_hash` are of secrets: they stay, and a restored row has something in their place that nobody knows. `$1` names of the exceptions, `$2` that of the people.
 */
const TABLES = `
  WITH exported AS (
    SELECT c.oid, n.nspname || '.' || c.relname AS name,
           CASE n.nspname || '.' || c.relname
             WHEN 'platform.organization' THEN 't.id = $1'
             WHEN $2 THEN 't.id IN (SELECT m.user_id FROM identity.membership m WHERE m.organization_id = $1)'
             ELSE 't.organization_id = $1' END AS condition
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'graphile_worker')
      AND n.nspname || '.' || c.relname <> ALL ($1::text[])
      AND (n.nspname || '.' || c.relname IN ('platform.organization', $2) OR EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped))
  ), place AS (
    SELECT e.oid, a.attnum, a.attname, format_type(a.atttypid, NULL) AS type, a.attidentity <> '' AS is_counted,
           a.attname ~ '_hash$' AS is_secret,
           count(*) FILTER (WHERE a.attname !~ '_hash$') OVER (PARTITION BY e.oid ORDER BY a.attnum) - 1 AS position
    FROM exported e
    JOIN pg_attribute a ON a.attrelid = e.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  ), form AS (
    SELECT p.oid,
           array_agg(p.attname::text ORDER BY p.attnum) FILTER (WHERE NOT p.is_secret) AS columns,
           coalesce(array_agg(p.attname::text) FILTER (WHERE p.is_secret AND p.type NOT IN ('bytea', 'text')), '{}') AS unfillable,
           string_agg(format('t.%I::text', p.attname), ', ' ORDER BY p.attnum) FILTER (WHERE NOT p.is_secret) AS read_columns,
           string_agg(quote_ident(p.attname), ', ' ORDER BY p.attnum) AS written_columns,
           string_agg(CASE WHEN NOT p.is_secret THEN format('(r.cells ->> %s)::%s', p.position, p.type)
                           WHEN p.type = 'bytea' THEN 'uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())'
                           ELSE 'current_setting(''bureau.unusable_password'')' END, ', ' ORDER BY p.attnum) AS written_values,
           coalesce(array_agg(format(
             'SELECT setval(%1$L, max(t.%2$I)) FROM %3$s t WHERE t.organization_id = $1 HAVING max(t.%2$I) >= (SELECT last_value FROM %1$s)',
             pg_get_serial_sequence(p.oid::regclass::text, p.attname), p.attname, p.oid::regclass)) FILTER (WHERE p.is_counted), '{}') AS moving
    FROM place p GROUP BY p.oid
  )
  SELECT e.name, f.columns, f.unfillable,
         ARRAY(SELECT DISTINCT o.name FROM pg_constraint k JOIN exported o ON o.oid = k.confrelid
               WHERE k.conrelid = e.oid AND k.contype = 'f' AND k.confrelid <> k.conrelid AND NOT k.condeferrable) AS references,
         format('DECLARE exported NO SCROLL CURSOR FOR SELECT to_json(ARRAY[%s])::text AS line FROM %s t WHERE %s ORDER BY %s',
                f.read_columns, e.oid::regclass, e.condition, (
           SELECT string_agg(format('t.%I', a.attname), ', ' ORDER BY k.position)
           FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k (number, position)
           JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
           WHERE i.indrelid = e.oid AND i.indisprimary)) AS reading,
         format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM restored_row r %s', e.oid::regclass, f.written_columns,
                f.written_values, CASE e.name WHEN $2 THEN 'ON CONFLICT (id) DO NOTHING' ELSE '' END) AS writing,
         format('SELECT count(*) FROM %s t WHERE %s', e.oid::regclass, e.condition) AS counting,
         format('ANALYZE %s', e.oid::regclass) AS analyzing,
         format('ALTER TABLE %s DISABLE TRIGGER USER', e.oid::regclass) AS "disablingTriggers",
         format('ALTER TABLE %s ENABLE TRIGGER USER', e.oid::regclass) AS "enablingTriggers",
         f.moving AS "movingCounters"
  FROM exported e JOIN form f ON f.oid = e.oid`;

export type Query = <Row extends QueryResultRow>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** The tables of an export, in an order in which they can be read back. */
export async function exportedTables(query: Query): Promise<ExportedTable[]> {
  const tables = await query<ExportedTable>(TABLES, [Object.keys(notExported), PEOPLE]);
  return inReadableOrder(tables);
}

/** Text forms that read back as the same value, wherever it is; for the running transaction. */
export const EXACT_TEXTS = `
  SELECT set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
         set_config('IntervalStyle', 'postgres', true), set_config('bytea_output', 'hex', true),
         set_config('extra_float_digits', '1', true)`;
