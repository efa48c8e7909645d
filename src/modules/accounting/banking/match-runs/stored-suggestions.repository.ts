import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { inCurrency } from '../reading/read-values.js';
import { CERTAIN, type SuggestedSettlement, type Suggestion, targetsOf } from '../suggestions/rank-suggestions.js';
import { SuggestedItem } from '../suggestions/bank-suggestions.dto.js';
import { targetKeyOf } from '../suggestions/suggestion-target.js';
import type { StoredBankSuggestionView } from './stored-suggestions.dto.js';
import { storedSuggestionColumns, storedSuggestionSource } from './stored-suggestions.list.js';

/** What was found before anything was known of withholding says nothing of it. */
type StoredItem = Omit<SuggestedSettlement, 'withheld'> & Partial<Pick<SuggestedSettlement, 'withheld'>>;

interface SuggestionRow extends Omit<StoredBankSuggestionView, 'items' | 'createdAt'> {
  items: StoredItem[];
  createdAt: Date;
}

/** A suggestion as it is carried out. */
export interface StoredSuggestion {
  id: string;
  legalEntityId: string;
  bankAccountId: string;
  statementLineId: string;
  bookedOn: string;
  /** Of the line, signed. */
  amount: string;
  currency: string;
  ledgerLineId: string | null;
  partyId: string | null;
  items: StoredItem[];
  ruleId: string | null;
  ruleVersion: number | null;
  targetKey: string;
}

const columns = `
  SELECT suggestion.id, suggestion.legal_entity_id AS "legalEntityId", suggestion.bank_account_id AS "bankAccountId",
         suggestion.statement_line_id AS "statementLineId", line.booked_on::text AS "bookedOn", line.amount::text AS amount,
         bank.currency, suggestion.ledger_line_id AS "ledgerLineId", suggestion.party_id AS "partyId", suggestion.items,
         suggestion.rule_id AS "ruleId", suggestion.rule_version AS "ruleVersion", suggestion.target_key AS "targetKey"
  FROM`;
const FIND: Statement = {
  name: 'find_bank_match_suggestion',
  text: [columns, storedSuggestionSource, 'WHERE suggestion.organization_id = $1 AND suggestion.id = $2'].join(' '),
};
/** What is certain and is to be accepted without anybody: by its score, or because a rule says so. */
const CERTAIN_AFTER: Statement = {
  name: 'find_certain_bank_match_suggestions',
  text: [
    columns,
    storedSuggestionSource,
    `LEFT JOIN accounting.bank_match_rule rule
       ON rule.organization_id = suggestion.organization_id AND rule.id = suggestion.rule_id
     WHERE suggestion.organization_id = $1 AND suggestion.bank_account_id = $2 AND suggestion.is_certain
       AND ($3::uuid IS NULL OR suggestion.statement_line_id > $3)
       AND CASE WHEN rule.id IS NULL THEN suggestion.score >= $4::integer ELSE rule.is_automatic END
     ORDER BY suggestion.statement_line_id LIMIT $5`,
  ].join(' '),
};
/** One look after the other at the lines of a bank account. */
const QUEUE: Statement = {
  name: 'queue_for_suggestions_of_bank_account',
  text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'accounting.bank_match_run', $1::uuid, $2::uuid), 0))",
};
/** Nobody matches or rejects meanwhile; those that wait still. */
const HOLD_LINES: Statement = {
  name: 'hold_lines_that_wait_for_suggestions',
  text: `
    SELECT line_id AS id FROM accounting.bank_statement_line_state
    WHERE organization_id = $1 AND line_id = ANY ($2::uuid[]) AND status = 'unmatched' ORDER BY line_id FOR SHARE`,
};
/** In one order, so that those who accept the same wait for each other. */
const HOLD_LINES_OF: Statement = {
  name: 'hold_lines_of_bank_match_suggestions',
  text: `
    SELECT FROM accounting.bank_statement_line_state
    WHERE organization_id = $1 AND line_id IN (
      SELECT statement_line_id FROM accounting.bank_match_suggestion WHERE organization_id = $1 AND id = ANY ($2::uuid[]))
    ORDER BY line_id FOR UPDATE`,
};
const FORGET: Statement = {
  name: 'forget_bank_match_suggestions',
  text: `
    DELETE FROM accounting.bank_match_suggestion WHERE organization_id = $1 AND statement_line_id = ANY ($2::uuid[])`,
};
const INSERT: Statement = {
  name: 'insert_bank_match_suggestions',
  text: `
    INSERT INTO accounting.bank_match_suggestion
      (organization_id, id, legal_entity_id, bank_account_id, statement_line_id, run_id, place, score, is_certain, reasons,
       ledger_line_id, party_id, items, rule_id, rule_version, target_ids, target_key)
    SELECT $1, n.id, $2, $3, n."lineId", $4, row_number() OVER (PARTITION BY n."lineId" ORDER BY n.place), n.score,
           n."isCertain" AND n.place = 1, n.reasons, n."ledgerLineId", n."partyId", n.items, n."ruleId", n."ruleVersion", n.targets,
           n."targetKey"
    FROM json_to_recordset($5::json) AS n (
      id uuid, "lineId" uuid, place integer, score integer, "isCertain" boolean, reasons text[], "ledgerLineId" uuid,
      "partyId" uuid, items jsonb, "ruleId" uuid, "ruleVersion" integer, targets uuid[], "targetKey" text)
    WHERE NOT EXISTS (
      SELECT FROM accounting.bank_match_rejection r
      WHERE r.organization_id = $1 AND r.statement_line_id = n."lineId" AND r.target_key = n."targetKey")`,
};
/** What two lines of the legal entity are as likely to be is certain of neither. */
const UNCLAIM: Statement = {
  name: 'doubt_what_two_lines_may_be',
  text: `
    WITH claim AS MATERIALIZED (
      SELECT target.id FROM accounting.bank_match_suggestion g CROSS JOIN unnest(g.target_ids) AS target (id)
      WHERE g.organization_id = $1 AND g.legal_entity_id = $2 AND g.score >= $3
      GROUP BY 1 HAVING count(DISTINCT g.statement_line_id) > 1
    )
    UPDATE accounting.bank_match_suggestion g SET is_certain = false
    WHERE g.organization_id = $1 AND g.legal_entity_id = $2 AND g.is_certain
      AND EXISTS (SELECT FROM unnest(g.target_ids) AS target (id) JOIN claim ON claim.id = target.id)`,
};
const TAKE: Statement = {
  name: 'take_bank_match_suggestions',
  text: `
    DELETE FROM accounting.bank_match_suggestion WHERE organization_id = $1 AND id = ANY ($2::uuid[]) RETURNING id`,
};
const REJECT: Statement = {
  name: 'insert_bank_match_rejection',
  text: `
    INSERT INTO accounting.bank_match_rejection
      (organization_id, id, legal_entity_id, bank_account_id, statement_line_id, target_key, reason, actor_id, action, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

/** What lines that wait may be, as it was found. */
@Injectable()
export class StoredSuggestionsRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<StoredBankSuggestionView>> {
    const rows = await request.rows<SuggestionRow>(transaction, {
      columns: storedSuggestionColumns,
      from: storedSuggestionSource,
      where: 'suggestion.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<StoredSuggestion> {
    const values = [transaction.organizationId, id];
    const [found] = await transaction.rows<StoredSuggestion & object>(FIND, values);
    if (!found) throw noSuggestion(id);
    return found;
  }

  certainAfter(
    transaction: Transaction,
    bankAccountId: string,
    { lineId, score, limit }: { lineId: string | null; score: number | null; limit: number },
  ): Promise<StoredSuggestion[]> {
    const values = [transaction.organizationId, bankAccountId, lineId, score, limit];
    return transaction.rows<StoredSuggestion & object>(CERTAIN_AFTER, values);
  }

  async queue(transaction: Transaction, bankAccountId: string): Promise<void> {
    await transaction.rows(QUEUE, [transaction.organizationId, bankAccountId]);
  }

  async holdLinesOf(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await transaction.rows(HOLD_LINES_OF, [transaction.organizationId, ids]);
  }

  /** Puts what was found in the place of what had been found of the lines, as far as they wait still. */
  async replace(
    transaction: Transaction,
    of: { legalEntityId: string; bankAccountId: string; runId: string },
    lineIds: readonly string[],
    found: { ranked: ReadonlyMap<string, readonly Suggestion[]>; certain: ReadonlySet<string> },
  ): Promise<number> {
    const { organizationId } = transaction;
    const waiting = await transaction.rows<{ id: string }>(HOLD_LINES, [organizationId, lineIds]);
    await transaction.rows(FORGET, [organizationId, lineIds]);
    const suggested = waiting.filter(({ id }) => found.ranked.has(id));
    const rows = suggested.flatMap(({ id }) =>
      found.ranked.get(id)!.map((one, index) => rowOf(one, index + 1, found.certain.has(id))),
    );
    const values = [organizationId, of.legalEntityId, of.bankAccountId, of.runId, JSON.stringify(rows)];
    if (rows.length > 0) await transaction.rows(INSERT, values);
    return suggested.length;
  }

  async doubt(transaction: Transaction, legalEntityId: string): Promise<void> {
    await transaction.rows(UNCLAIM, [transaction.organizationId, legalEntityId, CERTAIN]);
  }

  /** Whoever takes a suggestion carries it out; nobody else has it then. Answers those that were there. */
  async take(transaction: Transaction, ids: readonly string[]): Promise<string[]> {
    const rows = await transaction.rows<{ id: string }>(TAKE, [transaction.organizationId, ids]);
    return rows.map(({ id }) => id);
  }

  async reject(
    transaction: Transaction,
    { legalEntityId, bankAccountId, statementLineId, targetKey }: StoredSuggestion,
    { action, reason }: { action: string; reason: string | null },
  ): Promise<string> {
    const { organizationId, acting } = transaction;
    const id = newId();
    const what = [legalEntityId, bankAccountId, statementLineId, targetKey, reason];
    await transaction.rows(REJECT, [organizationId, id, ...what, acting.actorId, action, acting.requestId]);
    return id;
  }
}

export const noSuggestion = (id: string) =>
  platformProblems.not_found(`There is no suggestion ${id}; it may have been accepted, rejected or found anew.`);

function rowOf(one: Suggestion, place: number, isCertain: boolean) {
  const { lineId, score, reasons, ledgerLineId, partyId, items, ruleId, ruleVersion } = one;
  const what = { ledgerLineId, partyId, items, ruleId, ruleVersion };
  const key = { id: newId(), lineId, place, score, reasons, isCertain: isCertain && place === 1 };
  return { ...key, ...what, targets: targetsOf(one), targetKey: targetKeyOf(one) };
}

function viewOf(row: SuggestionRow): StoredBankSuggestionView {
  const { id, legalEntityId, bankAccountId, statementLineId, bookedOn, currency, counterpartyName, remittance } = row;
  const { place, score, isCertain, reasons, ledgerLineId, partyId, ruleId, runId } = row;
  const items = row.items.map((item) => SuggestedItem.from(item, currency));
  const key = { id, legalEntityId, bankAccountId, statementLineId, bookedOn, amount: inCurrency(row.amount, currency) };
  const told = { currency, counterpartyName, remittance, place, score, isCertain, reasons };
  return { ...key, ...told, ledgerLineId, partyId, items, ruleId, runId, createdAt: row.createdAt.toISOString() };
}
