import type { Client } from 'pg';

/** What the catalogue says about one table or view; privileges are effective ones, however they were granted. */
export interface TableFact {
  name: string;
  kind: 'table' | 'view' | 'materialized view' | 'foreign table';
  options: string[];
  rowSecurity: boolean;
  forced: boolean;
  columns: { name: string; type: string; notNull: boolean; appUpdates: boolean; relayReads: boolean }[];
  policies: {
    name: string;
    permissive: boolean;
    command: string;
    roles: string[];
    using: string | null;
    check: string | null;
  }[];
  /** Primary and unique keys, unique indexes and exclusions; a column that is an expression is null. */
  keys: { name: string; isPrimary: boolean; columns: (string | null)[] }[];
  foreignKeys: { name: string; target: string; columns: string[]; targetColumns: string[] }[];
  triggers: { function: string; enabled: boolean; events: string[]; forEachRow: boolean }[];
  appPrivileges: string[];
  relayPrivileges: string[];
  queuePrivileges: string[];
}

export interface FunctionFact {
  name: string;
  isDefiner: boolean;
  settings: string[];
  publicExecutes: boolean;
}

export interface TenancyFacts {
  tables: TableFact[];
  functions: FunctionFact[];
  /** Everything in this database that belongs to the roles that are bound by row security. */
  owned: { role: string; object: string }[];
  roles: { name: string; unbound: string[]; memberOf: string[] }[];
  /** What the roles may create: `bureau_app in schema public`. */
  creators: string[];
  /** Schemas of ours in which PUBLIC may look. */
  openSchemas: string[];
}

const FACTS = `
  WITH bound (role) AS (VALUES ('bureau_app'), ('bureau_relay'), ('bureau_queue')),
  ours AS (
    SELECT n.* FROM pg_namespace n
    WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'graphile_worker')),
  privilege (name) AS (
    SELECT unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
    UNION ALL SELECT 'MAINTAIN' WHERE current_setting('server_version_num')::integer >= 170000),
  held AS (
    SELECT c.oid, b.role, array_agg(p.name) FILTER (
             WHERE has_table_privilege(b.role, c.oid, p.name)
                OR p.name IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege(b.role, c.oid, p.name)) AS names
    FROM pg_class c JOIN ours n ON n.oid = c.relnamespace CROSS JOIN bound b CROSS JOIN privilege p
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') GROUP BY c.oid, b.role)
  SELECT
    (SELECT coalesce(json_agg(json_build_object(
       'name', c.oid::regclass::text,
       'kind', CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' ELSE 'table' END,
       'options', coalesce(c.reloptions, '{}'),
       'rowSecurity', c.relrowsecurity,
       'forced', c.relforcerowsecurity,
       'columns', (SELECT coalesce(json_agg(json_build_object(
            'name', a.attname, 'type', coalesce(e.typname, b.typname, y.typname), 'notNull', a.attnotnull,
            'appUpdates', has_column_privilege('bureau_app', c.oid, a.attnum, 'UPDATE'),
            'relayReads', has_column_privilege('bureau_relay', c.oid, a.attnum, 'SELECT'))), '[]')
          FROM pg_attribute a
          JOIN pg_type y ON y.oid = a.atttypid
          LEFT JOIN pg_type e ON y.typcategory = 'A' AND e.oid = y.typelem
          LEFT JOIN pg_type b ON b.oid = nullif(y.typbasetype, 0)
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
       'policies', (SELECT coalesce(json_agg(json_build_object(
            'name', p.polname, 'permissive', p.polpermissive, 'command', p.polcmd,
            'roles', ARRAY(SELECT r::regrole::text FROM unnest(p.polroles) r ORDER BY 1),
            'using', pg_get_expr(p.polqual, c.oid), 'check', pg_get_expr(p.polwithcheck, c.oid))), '[]')
          FROM pg_policy p WHERE p.polrelid = c.oid),
       'keys', (SELECT coalesce(json_agg(json_build_object(
            'name', i.indexrelid::regclass::text, 'isPrimary', i.indisprimary,
            'columns', ARRAY(SELECT a.attname FROM unnest(i.indkey) WITH ORDINALITY AS k (number, position)
                             LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number AND k.number > 0
                             WHERE k.position <= i.indnkeyatts ORDER BY k.position))), '[]')
          FROM pg_index i WHERE i.indrelid = c.oid AND (i.indisunique OR i.indisexclusion)),
       'foreignKeys', (SELECT coalesce(json_agg(json_build_object(
            'name', k.conname, 'target', k.confrelid::regclass::text,
            'columns', ARRAY(SELECT a.attname FROM unnest(k.conkey) WITH ORDINALITY AS u (number, position)
                             JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number ORDER BY u.position),
            'targetColumns', ARRAY(SELECT a.attname FROM unnest(k.confkey) WITH ORDINALITY AS u (number, position)
                                   JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number ORDER BY u.position))), '[]')
          FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'),
       'triggers', (SELECT coalesce(json_agg(json_build_object(
            'function', g.tgfoid::regproc::text, 'enabled', g.tgenabled IN ('O', 'A') AND g.tgqual IS NULL AND g.tgattr = '',
            'events', array_remove(ARRAY[CASE WHEN g.tgtype & 4 > 0 THEN 'INSERT' END, CASE WHEN g.tgtype & 8 > 0 THEN 'DELETE' END,
                                         CASE WHEN g.tgtype & 16 > 0 THEN 'UPDATE' END, CASE WHEN g.tgtype & 32 > 0 THEN 'TRUNCATE' END], NULL),
            'forEachRow', g.tgtype & 1 > 0)), '[]')
          FROM pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal),
       'appPrivileges', (SELECT coalesce(names, '{}') FROM held WHERE held.oid = c.oid AND role = 'bureau_app'),
       'relayPrivileges', (SELECT coalesce(names, '{}') FROM held WHERE held.oid = c.oid AND role = 'bureau_relay'),
       'queuePrivileges', (SELECT coalesce(names, '{}') FROM held WHERE held.oid = c.oid AND role = 'bureau_queue')
     ) ORDER BY c.oid::regclass::text), '[]')
     FROM pg_class c JOIN ours n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')) AS tables,
    (SELECT coalesce(json_agg(json_build_object(
       'name', p.oid::regproc::text, 'isDefiner', p.prosecdef, 'settings', coalesce(p.proconfig, '{}'),
       'publicExecutes', EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g WHERE g.grantee = 0))
       ORDER BY p.oid::regproc::text), '[]')
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname <> 'information_schema' AND (n.nspname !~ '^pg_' OR n.nspname ~ '^pg_temp') AND NOT EXISTS (
       SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')) AS functions,
    (SELECT coalesce(json_agg(json_build_object('role', b.role, 'object', (pg_identify_object(d.classid, d.objid, d.objsubid)).identity)), '[]')
     FROM bound b JOIN pg_shdepend d ON d.refobjid = b.role::regrole AND d.refclassid = 'pg_authid'::regclass AND d.deptype = 'o'
     WHERE d.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())) AS owned,
    (SELECT json_agg(json_build_object('name', r.rolname,
       'unbound', array_remove(ARRAY[CASE WHEN r.rolsuper THEN 'superuser' END, CASE WHEN r.rolbypassrls THEN 'bypasses row security' END,
                                     CASE WHEN r.rolcreaterole THEN 'creates roles' END, CASE WHEN r.rolcreatedb THEN 'creates databases' END,
                                     CASE WHEN r.rolreplication THEN 'replicates' END], NULL),
       'memberOf', ARRAY(SELECT m.roleid::regrole::text FROM pg_auth_members m WHERE m.member = r.oid ORDER BY 1)))
     FROM pg_roles r JOIN bound b ON b.role = r.rolname) AS roles,
    (SELECT coalesce(json_agg(place ORDER BY place), '[]') FROM (
       SELECT b.role || ' in schema ' || n.nspname AS place FROM bound b, ours n WHERE has_schema_privilege(b.role, n.oid, 'CREATE')
       UNION ALL SELECT b.role || ' in the database' FROM bound b WHERE has_database_privilege(b.role, current_database(), 'CREATE')) p) AS creators,
    (SELECT coalesce(json_agg(n.nspname ORDER BY n.nspname), '[]') FROM ours n, aclexplode(n.nspacl) g
     WHERE g.grantee = 0 AND n.nspname <> 'public') AS "openSchemas"`;

/** Reads the facts that the rules of tenancy judge; the queue library's schema and extensions are none of ours. */
export async function readTenancyFacts(client: Client): Promise<TenancyFacts> {
  const { rows } = await client.query<TenancyFacts>(FACTS);
  return rows[0]!;
}
