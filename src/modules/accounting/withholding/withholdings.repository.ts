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
      (organization_id, id, legal_entity_id, settlement_id, position, code_id, account_id, base, expected, certificate_number, certified_on)
    SELECT $1, w.id, $2, $3, w.position, w."codeId", w."accountId", w.base, w.expected, w."certificateNumber", w."certifiedOn"
    FROM json_to_recordset($4::json) AS w (
      id uuid, position integer, "codeId" uuid, "accountId" uuid, base numeric, expected numeric, "certificateNumber" text, "certifiedOn" date)`,
};
const UPDATE: Statement = {
  name: 'update_withholding',
  text: `
    UPDATE accounting.withholding
    SET certificate_number = $3, certified_on = $4, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
/** What a receipt says of a withheld part. */
export interface NewWithholding {
  codeId: string;
  accountId: string;
  base: Decimal | null;
  /** By the document of the item; null where that says nothing of the code. */
  expected: Decimal | null;
  certificateNumber: string | null;
  certifiedOn: string | null;
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
}

const noWithholding = (id: string) => platformProblems.not_found(`There is no withholding ${id}.`);
