import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client, QueryResult } from 'pg';

/** One or more lines about one object of the catalogue; the rank orders the lines of an object. */
interface Entry {
  object: string;
  rank: number;
  line: string;
}

/**
 * The catalogue of our schemas as sorted text, the same on every supported PostgreSQL: tables with their columns, keys,
 * checks, exclusions, indexes, policies, triggers and grants; functions with their bodies; types; roles. Works within
 * the caller's transaction and leaves nothing in it.
 */
export async function describeCatalogue(client: Client): Promise<string> {
  const query = await readFile(join(import.meta.dirname, 'catalogue.sql'), 'utf8');
  await client.query('SAVEPOINT catalogue');
  // Without a search path every name prints with its schema.
  await client.query('SET LOCAL search_path = pg_catalog');
  const results = (await client.query(query)) as unknown as QueryResult<Entry>[];
  await client.query('ROLLBACK TO SAVEPOINT catalogue');
  return format(results.at(-1)!.rows);
}

/** The lines that only one of two catalogues has, each with its object. */
export function differences(expected: string, actual: string): string[] {
  const [before, after] = [linesByObject(expected), linesByObject(actual)];
  return [
    ...[...before].filter((line) => !after.has(line)).map((line) => `- ${line}`),
    ...[...after].filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ];
}

function linesByObject(catalogue: string): Set<string> {
  let object = '';
  const lines = catalogue.split('\n').filter((line) => line !== '');
  return new Set(lines.map((line) => (line.startsWith(' ') ? `${object}: ${line.trim()}` : (object = line))));
}

function format(entries: Entry[]): string {
  const sorted = entries.toSorted((a, b) => inOrder(a.object, b.object) || a.rank - b.rank || inOrder(a.line, b.line));
  const lines: string[] = [];
  let object = '';
  for (const entry of sorted) {
    if (entry.object !== object) lines.push('', (object = entry.object));
    lines.push(...entry.line.split('\n').map((line) => `  ${line}`.trimEnd()));
  }
  return `${lines.slice(1).join('\n')}\n`;
}

const inOrder = (a: string, b: string) => (a < b ? -1 : Number(a > b));
