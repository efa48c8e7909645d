import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const folder = join(import.meta.dirname, '../../migrations');

/** Names of files of migrations, the oldest first. */
export const migrationFiles = () => readdirSync(folder).sort();

/** Takes back migrations, the newest first, as if a former release had kept the database. Returns the names of them. */
export async function takeBack(client: Client, files: readonly string[]): Promise<string[]> {
  const runner = { query: (text: string) => client.query(text) } as unknown as QueryRunner;
  const names: string[] = [];
  for (const file of files.toReversed()) {
    const found = Object.values((await import(join(folder, file))) as Record<string, new () => MigrationInterface>);
    for (const type of found) {
      await client.query('BEGIN');
      await new type().down(runner);
      await client.query('DELETE FROM bureau_migration WHERE name = $1', [type.name]);
      await client.query('COMMIT');
      names.unshift(type.name);
    }
  }
  return names;
}
