import { Injectable } from '@nestjs/common';
import type { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { WithholdingRow } from './withholdings.dto.js';
import { withholdingColumns, withholdingSource } from './withholdings.list.js';

const FIND: Statement = {
  name: 'find_withholding',
  text: [
    'SELECT',
    withholdingColumns,
    'FROM',
    withholdingSource,
    'WHERE withholding.organization_id = $1 AND withholding.id = $2',
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_withholding',
  text: 'SELECT id FROM accounting.withholding WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const INSERT: Statement = {
  name: 'insert_withholdings',
  text: `
    INSERT INTO accounting.withholding
      (organization_id, id, legal_entity_id, settlement_id, position, code_id, account_id, base, certificate_number, certified_on)
    SELECT $1, w.id, $2, $3, w.position, w."codeId", w."accountId", w.base, w."certificateNumber", w."certifiedOn"
    FROM json_to_recordset($4::json) AS w (
      id uuid, position integer, "codeId" uuid, "accountId" uuid, base numeric, "certificateNumber" text, "certifiedOn" date)`,
};
const UPDATE: Statement = {
  name: 'update_withholding',
  text: `
    UPDATE accounting.withholding
    SET certificate_number = $3, certified_on = $4, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
/** What was recorded on the days, less what was taken back on them. */
const SUMMARY: Statement = {
  name: 'sum_withholdings_by_code_and_party',
  text: [
    `SELECT code.code, party.id AS "partyId", party.number AS "partyNumber", party.name AS "partyName",
            (count(*) FILTER (WHERE day.sign = 1))::integer AS count,
            coalesce(sum(day.sign * withholding.base), 0)::text AS base, sum(day.sign * part.amount)::text AS amount,
            coalesce(sum(day.sign * part.amount) FILTER (WHERE withholding.certificate_number IS NOT NULL), 0)::text AS certified
     FROM`,
    withholdingSource,
    `CROSS JOIN LATERAL (VALUES (settlement.settled_on, 1), (reversal.reversed_on, -1)) AS day (day, sign)
     WHERE withholding.organization_id = $1 AND withholding.legal_entity_id = $2 AND day.day >= $3 AND day.day <= $4
     GROUP BY code.code, party.id, party.number, party.name
     ORDER BY code.code, party.number COLLATE "C", party.id`,
  ].join(' '),
};

/** What a receipt says of a withheld part. */
export interface NewWithholding {
  codeId: string;
  accountId: string;
  base: Decimal | null;
  certificateNumber: string | null;
  certifiedOn: string | null;
}

export interface WithholdingSums {
  code: string;
  partyId: string;
  partyNumber: string;
  partyName: string;
  count: number;
  base: string;
  amount: string;
  certified: string;
}

/** What customers withheld, as parts of receipts. */
@Injectable()
export class WithholdingsRepository {
  async get(transaction: Transaction, id: string): Promise<WithholdingRow> {
    const [row] = await transaction.rows<WithholdingRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw noWithholding(id);
    return row;
  }

  /** Nobody else changes it until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<WithholdingRow> {
    const [row] = await transaction.rows(HOLD, [transaction.organizationId, id]);
    if (!row) throw noWithholding(id);
    return this.get(transaction, id);
  }

  /** @param parts with their positions in the receipt, which is written already */
  async insert(
    transaction: Transaction,
    { id: receiptId, legalEntityId }: { id: string; legalEntityId: string },
    parts: readonly (NewWithholding & { position: number })[],
  ): Promise<void> {
    if (parts.length === 0) return;
    const rows = parts.map((part) => ({ ...part, id: newId() }));
    await transaction.rows(INSERT, [transaction.organizationId, legalEntityId, receiptId, JSON.stringify(rows)]);
  }

  async update(
    transaction: Transaction,
    id: string,
    { certificateNumber, certifiedOn }: Pick<WithholdingRow, 'certificateNumber' | 'certifiedOn'>,
  ): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, certificateNumber, certifiedOn]);
  }

  sums(
    transaction: Transaction,
    { legalEntityId, from, to }: { legalEntityId: string; from: string; to: string },
  ): Promise<WithholdingSums[]> {
    const values = [transaction.organizationId, legalEntityId, from, to];
    return transaction.rows<WithholdingSums & object>(SUMMARY, values);
  }
}

const noWithholding = (id: string) => platformProblems.not_found(`There is no withholding ${id}.`);
