import type { Client } from 'pg';
import { newId } from '#kernel/id.js';

/** The books of one legal entity: ids by account code, journal code, first year and first day of the month. */
export interface Books {
  organizationId: string;
  legalEntityId: string;
  currency: string;
  accounts: Record<string, string>;
  journals: Record<string, string>;
  years: Record<string, string>;
  periods: Record<string, string>;
}

/** What the accounts of {@link openBooks} are: code, type, group, status. */
const chart: [code: string, type: string, isGroup: boolean, status: string][] = [
  ['1900', 'asset', true, 'active'],
  ['1910', 'asset', false, 'active'],
  ['1930', 'asset', false, 'active'],
  ['1999', 'asset', false, 'inactive'],
  ['3000', 'income', false, 'active'],
  ['3960', 'income', false, 'active'],
  ['4000', 'expense', false, 'active'],
];

const OPEN_BOOKS = {
  books: 'INSERT INTO accounting.books (organization_id, legal_entity_id, functional_currency) VALUES ($1, $2, $3)',
  accounts: `
    INSERT INTO accounting.account (organization_id, id, legal_entity_id, code, name, type, is_group, status)
    SELECT $1, gen_random_uuid(), $2, code, 'Account ' || code, type, is_group, status
    FROM unnest($3::text[], $4::text[], $5::boolean[], $6::text[]) AS a (code, type, is_group, status)
    RETURNING code AS key, id`,
  journals: `
    INSERT INTO accounting.journal (organization_id, id, legal_entity_id, code, name)
    SELECT $1, gen_random_uuid(), $2, code, code FROM unnest($3::text[]) code RETURNING code AS key, id`,
  years: `
    INSERT INTO accounting.fiscal_year (organization_id, id, legal_entity_id, starts_on, ends_on)
    SELECT $1, gen_random_uuid(), $2, make_date(year, 1, 1), make_date(year, 12, 31) FROM unnest($3::integer[]) year
    RETURNING extract(year FROM starts_on)::text AS key, id`,
  periods: `
    INSERT INTO accounting.fiscal_period (organization_id, id, legal_entity_id, fiscal_year_id, number, starts_on, ends_on)
    SELECT y.organization_id, gen_random_uuid(), y.legal_entity_id, y.id, extract(month FROM month), month,
           (month + interval '1 month - 1 day')::date
    FROM accounting.fiscal_year y, generate_series(y.starts_on, y.ends_on, interval '1 month') month
    WHERE y.organization_id = $1 AND y.legal_entity_id = $2
    RETURNING starts_on::text AS key, id`,
};

/** Does the work in one transaction of the organization, as every request does; null is nobody's. */
export async function inOrganization<T>(
  client: Client,
  organizationId: string | null,
  work: () => Promise<T>,
): Promise<T> {
  await client.query('BEGIN');
  try {
    await client.query("SELECT set_config('bureau.organization_id', $1, true)", [organizationId ?? '']);
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** A new organization, with the rights of the connection's role. */
async function createOrganization(client: Client): Promise<string> {
  const id = newId();
  await inOrganization(client, id, () =>
    client.query("INSERT INTO platform.organization (id, name, time_zone) VALUES ($1, 'Organization', 'UTC')", [id]),
  );
  return id;
}

/** A new legal entity of the organization. */
export async function createLegalEntity(client: Client, organizationId: string, currency: string): Promise<string> {
  const id = newId();
  await inOrganization(client, organizationId, () =>
    client.query(
      `INSERT INTO administration.legal_entity (organization_id, id, name, functional_currency)
       VALUES ($1, $2, $2::uuid::text, $3)`,
      [organizationId, id, currency],
    ),
  );
  return id;
}

/** Books with the chart above, the journals GENERAL and SALES, and the calendar years 2025 and 2026, all months open. */
export async function openBooks(
  client: Client,
  organizationId: string,
  legalEntityId: string,
  currency: string,
): Promise<Books> {
  const scope = [organizationId, legalEntityId];
  const byKey = async (text: string, values: unknown[]) => {
    const { rows } = await client.query<{ key: string; id: string }>(text, [...scope, ...values]);
    return Object.fromEntries(rows.map(({ key, id }) => [key, id]));
  };
  return inOrganization(client, organizationId, async () => {
    await client.query(OPEN_BOOKS.books, [...scope, currency]);
    const columns = [0, 1, 2, 3].map((column) => chart.map((account) => account[column]));
    return {
      organizationId,
      legalEntityId,
      currency,
      accounts: await byKey(OPEN_BOOKS.accounts, columns),
      journals: await byKey(OPEN_BOOKS.journals, [['GENERAL', 'SALES']]),
      years: await byKey(OPEN_BOOKS.years, [[2025, 2026]]),
      periods: await byKey(OPEN_BOOKS.periods, []),
    };
  });
}

/** An organization with one legal entity and its books. */
export async function openLedger(client: Client, currency = 'EUR'): Promise<Books> {
  const organizationId = await createOrganization(client);
  const legalEntityId = await createLegalEntity(client, organizationId, currency);
  return openBooks(client, organizationId, legalEntityId, currency);
}

/** Sets the status of the period that starts on the day. */
export async function setPeriod(client: Client, books: Books, startsOn: string, status: string): Promise<void> {
  await inOrganization(client, books.organizationId, () =>
    client.query("UPDATE accounting.fiscal_period SET status = $2, status_reason = 'Test' WHERE id = $1", [
      books.periods[startsOn],
      status,
    ]),
  );
}
