import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { BankAccountView } from '../accounts/bank-accounts.dto.js';
import type { BankAccountFacts } from './planned-statement.js';

const FIND_LAST: Statement = {
  name: 'find_last_bank_statement',
  text: `
    SELECT s.id, s.number, s.to_on::text AS "toOn", s.closing_balance::text AS closing, standing.position
    FROM accounting.bank_statement_standing standing
    JOIN accounting.bank_statement s ON s.organization_id = standing.organization_id AND s.id = standing.statement_id
    WHERE standing.organization_id = $1 AND standing.bank_account_id = $2 AND standing.position IS NOT NULL
    ORDER BY standing.position DESC LIMIT 1`,
};
const FIND_DIGESTS: Statement = {
  name: 'find_bank_statement_digests',
  text: `
    SELECT content_digest AS digest, statement_id AS id FROM accounting.bank_statement_standing
    WHERE organization_id = $1 AND bank_account_id = $2 AND position IS NOT NULL`,
};
const COUNT_OCCURRENCES: Statement = {
  name: 'count_bank_line_occurrences',
  text: `
    SELECT state.fingerprint, max(state.occurrence) AS count
    FROM unnest($3::text[]) AS named (fingerprint)
    JOIN accounting.bank_statement_line_state state
      ON state.organization_id = $1 AND state.bank_account_id = $2 AND state.fingerprint = named.fingerprint
    GROUP BY state.fingerprint`,
};

interface LastRow {
  id: string;
  number: string | null;
  toOn: string;
  closing: string;
  position: number;
}

/** What is known of bank accounts before a file is imported. */
@Injectable()
export class StatementFactsRepository {
  async load(
    transaction: Transaction,
    account: BankAccountView,
    fingerprints: ReadonlySet<string>,
  ): Promise<BankAccountFacts> {
    const { id, legalEntityId, name, currency, startsOn, openingBalance } = account;
    const key = [transaction.organizationId, id];
    const [last] = await transaction.rows<LastRow & object>(FIND_LAST, key);
    const digests = await transaction.rows<{ digest: string; id: string }>(FIND_DIGESTS, key);
    const values = [...key, [...fingerprints]];
    const counted = await transaction.rows<{ fingerprint: string; count: number }>(COUNT_OCCURRENCES, values);
    return {
      id,
      legalEntityId,
      name,
      currency,
      startsOn,
      openingBalance: new Decimal(openingBalance),
      last: last && { ...last, closing: new Decimal(last.closing) },
      digests: new Map(digests.map((one) => [one.digest, one.id])),
      occurrences: new Map(counted.map(({ fingerprint, count }) => [fingerprint, count])),
    };
  }
}
