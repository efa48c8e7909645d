import type { Client } from 'pg';
import type { Row } from './export-format.js';
import { ExportFault } from './read-export.js';
import { type ExportedTable, PEOPLE } from './exported-tables.js';

const STAGE = 'CREATE TEMPORARY TABLE restored_row (cells jsonb NOT NULL) ON COMMIT DROP';
const EMPTY_STAGE = 'TRUNCATE restored_row';
const ADD_ROWS = 'INSERT INTO restored_row (cells) SELECT * FROM jsonb_array_elements($1::jsonb)';
const STRANGERS = `
  SELECT u.email FROM restored_row r JOIN identity.user_account u ON u.email = r.cells ->> $2::integer
  WHERE u.id <> (r.cells ->> $1::integer)::uuid ORDER BY u.email`;
const AT_ONCE = 1024 * 1024;

/**
 * Takes the rows of one table after the other. They wait in a temporary table, so that each table is written by one
 * statement: keys that rows have to each other are checked at its end.
 */
export class RestoredRows {
  private waiting: string[] = [];
  private size = 0;
  private table: ExportedTable | undefined;

  constructor(private readonly client: Client) {}

  async begin(table: ExportedTable): Promise<void> {
    if (!this.table) await this.client.query(STAGE);
    await this.finish();
    this.table = table;
  }

  async add(row: Row): Promise<void> {
    const text = JSON.stringify(row);
    this.waiting.push(text);
    this.size += text.length;
    if (this.size >= AT_ONCE) await this.stage();
  }

  /** Writes the table that was begun last. */
  async finish(): Promise<void> {
    const { table } = this;
    if (!table) return;
    await this.stage();
    if (table.name === PEOPLE) await this.requireKnownAddresses(table);
    await this.write(table);
    await this.client.query(EMPTY_STAGE);
  }

  private async write({ name, writing }: ExportedTable): Promise<void> {
    try {
      await this.client.query(writing);
    } catch (error) {
      throw new ExportFault(`The rows of ${name} are refused: ${(error as Error).message}`, { cause: error });
    }
  }

  private async stage(): Promise<void> {
    if (this.waiting.length > 0) await this.client.query(ADD_ROWS, [`[${this.waiting.join(',')}]`]);
    [this.waiting, this.size] = [[], 0];
  }

  private async requireKnownAddresses({ columns }: ExportedTable): Promise<void> {
    const places = [columns.indexOf('id'), columns.indexOf('email')];
    const { rows } = await this.client.query<{ email: string }>(STRANGERS, places);
    if (rows.length === 0) return;
    const addresses = rows.map(({ email }) => email).join(', ');
    throw new ExportFault(
      `These addresses belong to other people here than in the file: ${addresses}. Restore into an installation where they do not, or give the people here other addresses first.`,
    );
  }
}
