import { randomUUID } from 'node:crypto';

/**
 * The rows that one sale writes, whatever tables they are in, read from the database by the transaction that wrote them;
 * and a function that writes such rows into plain copies of the tables.
 */

const TABLES = `
  SELECT n.nspname AS schema, c.relname AS name,
         (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = '') AS columns,
         (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_index i
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname IN ('accounting', 'platform') ORDER BY 1, 2`;

/** Counters and balances are changed where they stand; all other rows are new. */
const isChanged = ({ name }) => name === 'number_series' || name.includes('balance');

/** @param {import('pg').Client} client @param {string} documentId of a recorded sale */
export async function rowsOfSale(client, documentId) {
  const { rows: tables } = await client.query(TABLES);
  const { rows } = await client.query('SELECT xmin::text AS id FROM accounting.recorded_sale WHERE document_id = $1', [
    documentId,
  ]);
  const written = [];
  for (const table of tables) {
    const from = `"${table.schema}"."${table.name}"`;
    const found = await client.query(`SELECT to_jsonb(t) AS row FROM ${from} t WHERE xmin::text = $1 ORDER BY ctid`, [
      rows[0].id,
    ]);
    if (found.rows.length > 0) written.push({ ...table, rows: found.rows.map(({ row }) => row) });
  }
  return written;
}

/** Copies without row security, triggers, foreign keys and checks, and one function that writes what a sale writes. */
export async function createCopies(client, written) {
  const quoted = (names) => names.map((name) => `"${name}"`).join(', ');
  const statements = written.map((table) => {
    const { name, columns, key } = table;
    if (!isChanged(table)) {
      return `INSERT INTO bench."${name}" (${quoted(columns)}) SELECT ${quoted(columns)} FROM jsonb_populate_recordset(NULL::bench."${name}", rows -> '${name}');`;
    }
    const changed = columns.filter((column) => !key.includes(column));
    const set = changed.map((column) => `"${column}" = b."${column}"`).join(', ');
    const same = key.map((column) => `b."${column}" = r."${column}"`).join(' AND ');
    return `UPDATE bench."${name}" b SET ${set} FROM jsonb_populate_recordset(NULL::bench."${name}", rows -> '${name}') r WHERE ${same};`;
  });
  // As everybody writes to the same counters and balances, in whatever order a plan takes them, the first of them is waited for.
  const first = written.findIndex(isChanged);
  statements.splice(
    first,
    0,
    `PERFORM FROM bench."${written[first].name}" ORDER BY ${quoted(written[first].key)} LIMIT 1 FOR UPDATE;`,
  );
  await client.query('CREATE SCHEMA bench');
  for (const { schema, name } of written) {
    await client.query(
      `CREATE TABLE bench."${name}" (LIKE "${schema}"."${name}" INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING IDENTITY INCLUDING INDEXES)`,
    );
  }
  for (const { schema, name, columns } of written.filter(isChanged)) {
    await client.query(
      `INSERT INTO bench."${name}" (${quoted(columns)}) SELECT ${quoted(columns)} FROM "${schema}"."${name}"`,
    );
  }
  await client.query(
    `CREATE FUNCTION bench.record_sale(rows jsonb) RETURNS void LANGUAGE plpgsql AS $$ BEGIN ${statements.join('\n')} END $$`,
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What differs between two sales that are alike is of each sale alone: ids and numbers are made anew for each call, times
 * and digests stay. Counters are written as they were.
 *
 * @returns {() => string} the rows of another such sale
 */
export function rowMaker(one, other) {
  const tokens = new Map();
  const compare = (a, b) => {
    if (a === b || a === null || b === null) return;
    if (typeof a === 'object') for (const key of Object.keys(a)) compare(a[key], b[key]);
    else if (typeof a === 'string' && uuid.test(a)) tokens.set(a, 'id');
    else if (typeof a === 'string' && /^(INV|CN)-/.test(a)) tokens.set(a, 'number');
  };
  one.forEach((table, index) => compare(table.rows, other[index]?.rows ?? []));
  let drawn = 1_000_000;
  const rows = Object.fromEntries(one.map(({ name, rows: all }) => [name, all]));
  const numbered = JSON.stringify(rows, (key, value) =>
    key === 'number' && Number.isInteger(value) ? '#number' : value,
  );
  const places = new RegExp(`"#number"|${[...tokens.keys()].join('|')}`, 'g');
  return () => {
    drawn += 10;
    const known = new Map();
    let next = 0;
    return numbered.replaceAll(places, (found) => {
      if (found === '"#number"') return String(drawn + (next += 1));
      if (!known.has(found)) known.set(found, tokens.get(found) === 'id' ? randomUUID() : `INV-2026-${drawn}`);
      return known.get(found);
    });
  };
}
