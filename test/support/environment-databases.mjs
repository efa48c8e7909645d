import pg from 'pg';

export function urlOf(serverUrl, database) {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs the statement that the given query composes: names cannot be parameters of CREATE and DROP DATABASE. */
export async function runOn(url, composition, names) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query({ text: composition, values: names, rowMode: 'array' });
    for (const [statement] of rows) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Drops all databases of one run, also those that an interrupted spec left. */
export async function dropDatabases(url, prefix) {
  const composition =
    "SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE starts_with(datname, $1)";
  await runOn(url, composition, [prefix]);
}
