import { withClient } from '../environment/database.mjs';

const SERIES = `
  SELECT s.legal_entity_id, s.last_number, count(e.number)::int AS entries, count(DISTINCT e.number)::int AS numbers,
         coalesce(min(e.number), 1) AS first, coalesce(max(e.number), 0) AS last
  FROM number_series s
  LEFT JOIN journal_entry e USING (organization_id, legal_entity_id, journal_id, fiscal_year_id)
  GROUP BY s.legal_entity_id, s.journal_id, s.fiscal_year_id, s.last_number
  HAVING s.last_number > 0 OR count(e.number) > 0`;
const UNBALANCED = `
  SELECT count(*)::int AS found FROM journal_entry e
  LEFT JOIN (SELECT entry_id, count(*) AS lines, sum(functional_debit) AS debit, sum(functional_credit) AS credit
             FROM journal_line GROUP BY entry_id) l ON l.entry_id = e.id
  WHERE (l.lines, l.debit, l.credit) IS DISTINCT FROM (e.line_count, e.total, e.total)`;
const WRONG_MONTHS = `
  SELECT count(*)::int AS found FROM account_balance_month b
  FULL JOIN (SELECT account_id, date_trunc('month', entry_date)::date AS month,
                    sum(functional_debit) AS debit, sum(functional_credit) AS credit
             FROM journal_line GROUP BY 1, 2) l USING (account_id, month)
  WHERE (b.debit, b.credit) IS DISTINCT FROM (l.debit, l.credit)`;
const WRONG_DAYS = `
  SELECT count(*)::int AS found FROM account_balance_day b
  FULL JOIN (SELECT account_id, entry_date AS day, sum(functional_debit) AS debit, sum(functional_credit) AS credit
             FROM journal_line GROUP BY 1, 2) l USING (account_id, day)
  WHERE (b.debit, b.credit) IS DISTINCT FROM (l.debit, l.credit)`;
const BESIDE = `
  SELECT (SELECT count(*) FROM journal_line)::int AS lines,
         (SELECT count(*) FROM outbox_event WHERE type = 'accounting.journal_entry.posted.v1')::int AS events,
         (SELECT count(*) FROM idempotency_record)::int AS answers`;

/** What the callers were told, to be compared with what the database holds. */
export class Acknowledged {
  commands = 0;
  /** @type {Map<string, Set<number>>} by legal entity */
  numbers = new Map();
  repeated = 0;

  /** @param {string} legalEntityId @param {number[]} numbers */
  add(legalEntityId, numbers) {
    const known = this.numbers.get(legalEntityId) ?? new Set();
    this.numbers.set(legalEntityId, known);
    for (const number of numbers) {
      if (known.has(number)) this.repeated++;
      known.add(number);
    }
  }

  get entries() {
    return [...this.numbers.values()].reduce((sum, numbers) => sum + numbers.size, 0);
  }
}

/**
 * Proves the books: numbers without gap, balances equal to the lines, and exactly what was acknowledged. The same proof
 * holds for the copies of the raw driver, so that its limit is one of the same work.
 *
 * @param {string} schemas where the tables are found
 * @param {Acknowledged} acknowledged
 * @returns {Promise<string[]>} what is wrong
 */
export function prove(ownerUrl, schemas, acknowledged) {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT set_config('search_path', $1, false)", [schemas]);
    const found = async (text) => (await client.query(text)).rows[0].found;
    const { rows: series } = await client.query(SERIES);
    const { lines, events, answers } = (await client.query(BESIDE)).rows[0];
    const { entries, commands, repeated } = acknowledged;
    return [
      ...series.flatMap((row) => faultsOfSeries(row, acknowledged.numbers.get(row.legal_entity_id))),
      ...unless(series.length === acknowledged.numbers.size, `${series.length} series have entries`),
      ...unless(repeated === 0, `${repeated} numbers were acknowledged twice`),
      ...unless((await found(UNBALANCED)) === 0, 'there are entries that their lines do not add up to'),
      ...unless((await found(WRONG_MONTHS)) === 0, 'there are month balances that differ from the lines'),
      ...unless((await found(WRONG_DAYS)) === 0, 'there are day balances that differ from the lines'),
      ...unless(lines === 2 * entries, `${entries} entries were acknowledged and ${lines} lines are there`),
      ...unless(events === entries, `${entries} entries were acknowledged and ${events} events are there`),
      ...unless(answers === commands, `${commands} commands were answered and ${answers} answers are kept`),
    ];
  });
}

function faultsOfSeries({ last_number: counter, entries, numbers, first, last }, acknowledged = new Set()) {
  const gapless = first === 1 && last === counter && numbers === counter && entries === counter;
  const same = acknowledged.size === entries && [...acknowledged].every((number) => number >= 1 && number <= last);
  return [
    ...unless(gapless, `a series counts to ${counter} and has ${entries} entries with numbers ${first} to ${last}`),
    ...unless(same, `a series has ${entries} entries and ${acknowledged.size} were acknowledged`),
  ];
}

const unless = (holds, fault) => (holds ? [] : [fault]);
