import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { inCurrency } from '../reading/read-values.js';
import {
  type BankMatchDetailView,
  type BankMatchLedgerLine,
  type BankMatchMethod,
  type BankMatchRow,
  type BankMatchStatementLine,
  BankMatchView,
} from './bank-matches.dto.js';
import { bankMatchColumns, bankMatchSource } from './bank-matches.list.js';
import type { MatchPart, StatementLineFacts } from './plan-match.js';

const FIND: Statement = {
  name: 'find_bank_match',
  text: [
    'SELECT',
    bankMatchColumns,
    'FROM',
    bankMatchSource,
    'WHERE match.organization_id = $1 AND match.id = $2',
  ].join(' '),
};
const FIND_PARTS: Statement = {
  name: 'find_bank_match_parts',
  text: `
    SELECT part.statement_line_id AS "statementLineId", part.ledger_line_id AS "ledgerLineId", part.amount::text AS amount,
           told.booked_on::text AS "bookedOn", ledger.entry_id AS "entryId", ledger.line_number AS "lineNumber",
           ledger.entry_date::text AS "entryDate"
    FROM accounting.bank_match_part part
    LEFT JOIN accounting.bank_statement_line told
      ON told.organization_id = part.organization_id AND told.id = part.statement_line_id
    LEFT JOIN accounting.bank_ledger_line ledger
      ON ledger.organization_id = part.organization_id AND ledger.id = part.ledger_line_id
    WHERE part.organization_id = $1 AND part.match_id = $2 ORDER BY part.part_number`,
};
const STATEMENT_LINES: Statement = {
  name: 'find_statement_lines_to_match',
  text: `
    SELECT line.id, line.bank_account_id AS "bankAccountId", line.amount::text AS amount, state.status
    FROM accounting.bank_statement_line line
    JOIN accounting.bank_statement_line_state state
      ON state.organization_id = line.organization_id AND state.line_id = line.id
    WHERE line.organization_id = $1 AND line.id = ANY ($2::uuid[])`,
};
/** Those who undo the same match wait for each other. */
const HOLD: Statement = {
  name: 'hold_bank_match',
  text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'accounting.bank_match', $1::uuid, $2::uuid), 0))",
};
const INSERT: Statement = {
  name: 'insert_bank_matches',
  text: `
    WITH match AS (
      INSERT INTO accounting.bank_match
        (organization_id, id, legal_entity_id, bank_account_id, method, entry_id, allocation_group_id, rule_id, actor_id, action,
         request_id)
      SELECT $1, m.id, $2, $3, m.method, m."entryId", m."allocationGroupId", m."ruleId", $4, $5, $6
      FROM json_to_recordset($7::json) AS m (id uuid, method text, "entryId" uuid, "allocationGroupId" uuid, "ruleId" uuid)
    )
    INSERT INTO accounting.bank_match_part
      (organization_id, match_id, part_number, legal_entity_id, bank_account_id, statement_line_id, ledger_line_id, amount)
    SELECT $1, p."matchId", p."partNumber", $2, $3, p."statementLineId", p."ledgerLineId", p.amount
    FROM json_to_recordset($8::json) AS p (
      "matchId" uuid, "partNumber" integer, "statementLineId" uuid, "ledgerLineId" uuid, amount numeric)`,
};
const UNDO: Statement = {
  name: 'undo_bank_match',
  text: `
    INSERT INTO accounting.bank_match
      (organization_id, id, legal_entity_id, bank_account_id, method, undoes, reason, actor_id, action, request_id)
    SELECT m.organization_id, $3, m.legal_entity_id, m.bank_account_id, m.method, m.id, $4, $5, $6, $7
    FROM accounting.bank_match m WHERE m.organization_id = $1 AND m.id = $2`,
};

export interface NewMatch {
  id: string;
  method: BankMatchMethod;
  entryId: string | null;
  allocationGroupId: string | null;
  /** The match rule that says so; none where left out. */
  ruleId?: string;
  parts: readonly MatchPart[];
}

type PartRow = MatchPart & {
  bookedOn: string | null;
  entryId: string | null;
  lineNumber: number | null;
  entryDate: string | null;
};

@Injectable()
export class BankMatchesRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<BankMatchDetailView> {
    const values = [transaction.organizationId, id];
    const [row] = await transaction.rows<BankMatchRow & object>(FIND, values);
    if (!row) throw platformProblems.not_found(`There is no match ${id}.`);
    const view = BankMatchView.from(row);
    const parts = await transaction.rows<PartRow & object>(FIND_PARTS, [values[0], view.undoes ?? id]);
    const amount = (part: PartRow) => inCurrency(part.amount, view.currency);
    return {
      ...view,
      includesStart: parts.some((part) => part.statementLineId === null && part.ledgerLineId === null),
      statementLines: parts.flatMap((part): BankMatchStatementLine[] =>
        part.statementLineId === null
          ? []
          : [{ statementLineId: part.statementLineId, bookedOn: part.bookedOn!, amount: amount(part) }],
      ),
      ledgerLines: parts.flatMap((part): BankMatchLedgerLine[] => {
        const { ledgerLineId, entryId, lineNumber, entryDate } = part;
        if (ledgerLineId === null) return [];
        const of = { entryId: entryId!, lineNumber: lineNumber!, entryDate: entryDate! };
        return [{ ledgerLineId, ...of, amount: amount(part) }];
      }),
    };
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<BankMatchView>> {
    const rows = await request.rows<BankMatchRow>(transaction, {
      columns: bankMatchColumns,
      from: bankMatchSource,
      where: 'match.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, (row) => BankMatchView.from(row));
  }

  statementLines(transaction: Transaction, ids: readonly string[]): Promise<StatementLineFacts[]> {
    return transaction.rows<StatementLineFacts & object>(STATEMENT_LINES, [transaction.organizationId, ids]);
  }

  async hold(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
  }

  /** In one statement, whose trigger says of the lines that they are matched; or refuses all. */
  async insert(
    transaction: Transaction,
    of: { legalEntityId: string; bankAccountId: string },
    action: string,
    matches: readonly NewMatch[],
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const parts = matches.flatMap(({ id, parts: own }) =>
      own.map((part, index) => ({ ...part, matchId: id, partNumber: index + 1 })),
    );
    const heads = matches.map(({ parts: _parts, ...head }) => head);
    const by = [acting.actorId, action, acting.requestId];
    const values = [
      organizationId,
      of.legalEntityId,
      of.bankAccountId,
      ...by,
      JSON.stringify(heads),
      JSON.stringify(parts),
    ];
    await transaction.rows(INSERT, values);
  }

  async undo(transaction: Transaction, id: string, undoing: string, reason: string, action: string): Promise<void> {
    const { organizationId, acting } = transaction;
    await transaction.rows(UNDO, [organizationId, id, undoing, reason, acting.actorId, action, acting.requestId]);
  }
}
