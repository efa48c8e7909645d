import { readFile } from 'node:fs/promises';
import { withClient } from '../environment/database.mjs';

/** Thirty-six months, and the year that is posted to while the reports are measured. */
export const fiscalYears = [2023, 2024, 2025, 2026].map((year) => ({
  startsOn: `${year}-01-01`,
  endsOn: `${year}-12-31`,
}));

const filledYears = fiscalYears.slice(0, 3);
const types = ['asset', 'liability', 'income', 'expense'];

/** With the ten that are posted to, two hundred. */
export const accounts = Array.from({ length: 190 }, (_, index) => ({
  code: String(7000 + index),
  name: `Account ${index + 1}`,
  type: types[index % types.length],
}));

/**
 * Adds entries of two lines, spread over all accounts and days of the filled years, until the ledger has so many lines.
 * As the owner and set by set: what a posting checks is not what is measured here.
 */
export async function fillTo(ownerUrl, books, lines) {
  const [entity] = books.entities;
  await withClient(ownerUrl, async (client) => {
    await client.query(await readFile(new URL('./fill.sql', import.meta.url), 'utf8'));
    const each = Math.floor(lines / 2 / filledYears.length);
    for (const { startsOn } of filledYears) {
      await client.query('CALL bench.fill_year($1, $2, $3, $4, $5)', [
        books.organizationId,
        entity.id,
        books.actorId,
        startsOn,
        each,
      ]);
    }
    await client.query('CALL bench.sum_balances($1, $2)', [books.organizationId, entity.id]);
    await client.query('VACUUM ANALYZE accounting.journal_entry, accounting.journal_line');
    await client.query('VACUUM ANALYZE accounting.account_balance_month, accounting.account_balance_day');
    await client.query('CHECKPOINT');
  });
}
