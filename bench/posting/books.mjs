import { withClient } from '../environment/database.mjs';
import { accounts, currency, fiscalYear, journalCode } from './workload.mjs';

/**
 * @typedef {object} Books the legal entities that are posted to
 * @property {string} organizationId
 * @property {string} actorId
 * @property {{ id: string, journalId: string, fiscalYearId: string, periodId: string, accountIds: Record<string, string> }[]} entities
 */

const FIND_BOOKS = `
  SELECT e.organization_id, e.id, j.id AS journal_id, p.fiscal_year_id, p.id AS period_id,
         (SELECT json_object_agg(a.code, a.id) FROM accounting.account a WHERE a.legal_entity_id = e.id) AS account_ids
  FROM administration.legal_entity e
  JOIN accounting.journal j ON j.legal_entity_id = e.id AND j.code = $2
  JOIN accounting.fiscal_period p ON p.legal_entity_id = e.id AND '2026-03-01' BETWEEN p.starts_on AND p.ends_on
  WHERE e.id = ANY ($1)
  ORDER BY array_position($1, e.id)`;

/**
 * Creates legal entities with their books, over HTTP.
 *
 * @param {import('../environment/api.mjs').Api} api
 * @param {{ fiscalYears?: readonly object[], more?: readonly object[] }} [what] years, in order; accounts besides those
 *   that are posted to
 * @returns {Promise<Books>}
 */
export async function openBooks(api, ownerUrl, count, { fiscalYears = [fiscalYear], more = [] } = {}) {
  const ids = [];
  for (let number = 1; number <= count; number++) {
    const name = `Company ${number}`;
    const { id } = await api.post('/v1/administration/legal-entities', { name, functionalCurrency: currency });
    for (const year of fiscalYears) await api.post('/v1/accounting/fiscal-years', { legalEntityId: id, ...year });
    for (const account of [...accounts, ...more])
      await api.post('/v1/accounting/accounts', { legalEntityId: id, ...account });
    ids.push(id);
  }
  return withClient(ownerUrl, (client) => findBooks(client, ids));
}

async function findBooks(client, ids) {
  const { rows } = await client.query(FIND_BOOKS, [ids, journalCode]);
  if (rows.length !== ids.length) throw new Error(`${ids.length} books were opened and ${rows.length} are there.`);
  const { rows: people } = await client.query('SELECT id FROM identity.user_account');
  return {
    organizationId: rows[0].organization_id,
    actorId: people[0].id,
    entities: rows.map((row) => ({
      id: row.id,
      journalId: row.journal_id,
      fiscalYearId: row.fiscal_year_id,
      periodId: row.period_id,
      accountIds: row.account_ids,
    })),
  };
}
