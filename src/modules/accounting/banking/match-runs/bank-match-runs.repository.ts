import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import {
  type BankMatchRefusal,
  type BankMatchRunDetailView,
  type BankMatchRunView,
  MOST_REFUSALS,
} from './bank-match-runs.dto.js';
import { bankMatchRunColumns } from './bank-match-runs.list.js';

interface RunRow extends Omit<BankMatchRunView, 'startedAt' | 'endedAt'> {
  startedAt: Date;
  endedAt: Date | null;
}

/** How far a run is, and how far it has to go. */
export interface RunPosition {
  lastLineId: string | null;
  lines: number;
  /** Lines that wait after that. */
  left: number;
}

const FIND: Statement = {
  name: 'find_bank_match_run',
  text: [
    'SELECT',
    bankMatchRunColumns,
    ', run.refusals FROM accounting.bank_match_run AS run WHERE run.organization_id = $1 AND run.id = $2',
  ].join(' '),
};
const BEGIN: Statement = {
  name: 'begin_bank_match_run',
  text: `
    INSERT INTO accounting.bank_match_run (organization_id, id, legal_entity_id, bank_account_id, actor_id)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organization_id, id) DO NOTHING`,
};
const POSITION: Statement = {
  name: 'find_position_of_bank_match_run',
  text: `
    SELECT run.last_line_id AS "lastLineId", run.lines,
           (SELECT count(*)::integer FROM accounting.bank_statement_line_state state
            WHERE state.organization_id = run.organization_id AND state.bank_account_id = run.bank_account_id
              AND state.status = 'unmatched' AND (run.last_line_id IS NULL OR state.line_id > run.last_line_id)) AS left
    FROM accounting.bank_match_run run WHERE run.organization_id = $1 AND run.id = $2`,
};
const ADVANCE: Statement = {
  name: 'advance_bank_match_run',
  text: `
    UPDATE accounting.bank_match_run
    SET last_line_id = $3, lines = lines + $4, suggested = suggested + $5, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const ACCEPTED: Statement = {
  name: 'count_accepted_of_bank_match_run',
  text: `
    UPDATE accounting.bank_match_run SET accepted = accepted + $3, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
/** What was refused before its worker was lost is tried again. */
const FORGET_REFUSALS: Statement = {
  name: 'forget_refusals_of_bank_match_run',
  text: `
    UPDATE accounting.bank_match_run SET refused = 0, refusals = '[]', updated_at = now()
    WHERE organization_id = $1 AND id = $2 AND refused > 0`,
};
const REFUSED: Statement = {
  name: 'count_refused_of_bank_match_run',
  text: `
    UPDATE accounting.bank_match_run
    SET refused = refused + 1,
        refusals = CASE WHEN jsonb_array_length(refusals) < $4 THEN refusals || $3::jsonb ELSE refusals END, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const END: Statement = {
  name: 'end_bank_match_run',
  text: `
    UPDATE accounting.bank_match_run SET ended_at = now(), updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

/** Looks for what lines may be, and what came of them. */
@Injectable()
export class BankMatchRunsRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<BankMatchRunView>> {
    const rows = await request.rows<RunRow>(transaction, {
      columns: bankMatchRunColumns,
      from: 'accounting.bank_match_run AS run',
      where: 'run.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<BankMatchRunDetailView> {
    const values = [transaction.organizationId, id];
    const [row] = await transaction.rows<RunRow & { refusals: BankMatchRefusal[] }>(FIND, values);
    if (!row) throw platformProblems.not_found(`There is no match run ${id}.`);
    return { ...viewOf(row), refusals: row.refusals };
  }

  /** Begins it, or goes on where it was. */
  async begin(transaction: Transaction, id: string, bank: { id: string; legalEntityId: string }): Promise<RunPosition> {
    const { organizationId, acting } = transaction;
    await transaction.rows(BEGIN, [organizationId, id, bank.legalEntityId, bank.id, acting.actorId]);
    await transaction.rows(FORGET_REFUSALS, [organizationId, id]);
    return (await transaction.rows<RunPosition & object>(POSITION, [organizationId, id]))[0]!;
  }

  async advance(
    transaction: Transaction,
    id: string,
    { lastLineId, lines, suggested }: { lastLineId: string; lines: number; suggested: number },
  ): Promise<void> {
    await transaction.rows(ADVANCE, [transaction.organizationId, id, lastLineId, lines, suggested]);
  }

  async countAccepted(transaction: Transaction, id: string, count: number): Promise<void> {
    await transaction.rows(ACCEPTED, [transaction.organizationId, id, count]);
  }

  async keepRefusal(transaction: Transaction, id: string, refusal: BankMatchRefusal): Promise<void> {
    await transaction.rows(REFUSED, [transaction.organizationId, id, JSON.stringify([refusal]), MOST_REFUSALS]);
  }

  async end(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(END, [transaction.organizationId, id]);
  }
}

function viewOf(row: RunRow): BankMatchRunView {
  const { id, legalEntityId, bankAccountId, lines, suggested, accepted, refused, startedBy } = row;
  const times = { startedAt: row.startedAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null };
  return { id, legalEntityId, bankAccountId, lines, suggested, accepted, refused, startedBy, ...times };
}
