import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { WithholdingCodeRow } from './withholding-codes.dto.js';
import type { WithholdingRateRow } from './withholding-rates.dto.js';
import { withholdingRateColumns, withholdingRateSource } from './withholding-rates.list.js';

const FIND: Statement = {
  name: 'find_withholding_rate',
  text: [
    'SELECT',
    withholdingRateColumns,
    'FROM',
    withholdingRateSource,
    'WHERE rate.organization_id = $1 AND rate.id = $2',
  ].join(' '),
};
const OF_CODE: Statement = {
  name: 'find_rates_of_withholding_code',
  text: [
    'SELECT',
    withholdingRateColumns,
    'FROM',
    withholdingRateSource,
    'WHERE rate.organization_id = $1 AND rate.code_id = $2 ORDER BY rate.valid_from',
  ].join(' '),
};
const INSERT: Statement = {
  name: 'insert_withholding_rate',
  text: `
    INSERT INTO accounting.withholding_rate
      (organization_id, id, legal_entity_id, code_id, valid_from, valid_to, rate, base, base_share, threshold, threshold_rule)
    SELECT $1, $2, $3, $4, r."validFrom", r."validTo", r.rate, r.base, r."baseShare", r.threshold, r."thresholdRule"
    FROM json_to_record($5::json) AS r (
      "validFrom" date, "validTo" date, rate numeric, base text, "baseShare" numeric, threshold numeric, "thresholdRule" text)`,
};
const CLOSE: Statement = {
  name: 'close_withholding_rate',
  text: `
    UPDATE accounting.withholding_rate SET valid_to = $3, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const DELETE: Statement = {
  name: 'delete_withholding_rate',
  text: 'DELETE FROM accounting.withholding_rate WHERE organization_id = $1 AND id = $2',
};

/** Credit notes of an invoice go by what that was reckoned by, on whatever day. */
const LAST_USED: Statement = {
  name: 'find_last_use_of_withholding_rate',
  text: `
    SELECT max(d.issued_on) AS "issuedOn" FROM accounting.sales_document_withholding w
    JOIN accounting.sales_document d ON d.organization_id = w.organization_id AND d.id = w.document_id
    WHERE w.organization_id = $1 AND w.rate_id = $2 AND d.credits_id IS NULL`,
};

export type NewWithholdingRate = Pick<
  WithholdingRateRow,
  'validFrom' | 'validTo' | 'rate' | 'base' | 'baseShare' | 'threshold' | 'thresholdRule'
>;

/** What withholding codes ask for by date. Whoever changes rates holds their code. */
@Injectable()
export class WithholdingRatesRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<WithholdingRateRow> {
    const [row] = await transaction.rows<WithholdingRateRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no withholding rate ${id}.`);
    return row;
  }

  /** In the order of their days. */
  ofCode(transaction: Transaction, codeId: string): Promise<WithholdingRateRow[]> {
    return transaction.rows<WithholdingRateRow & object>(OF_CODE, [transaction.organizationId, codeId]);
  }

  async insert(
    transaction: Transaction,
    { id: codeId, legalEntityId }: Pick<WithholdingCodeRow, 'id' | 'legalEntityId'>,
    rate: NewWithholdingRate,
  ): Promise<string> {
    const id = newId();
    await transaction.rows(INSERT, [transaction.organizationId, id, legalEntityId, codeId, JSON.stringify(rate)]);
    return id;
  }

  /** The last day of a document that was reckoned by it. Documents hold their codes while they are issued. */
  async lastUsedOn(transaction: Transaction, id: string): Promise<string | null> {
    const values = [transaction.organizationId, id];
    return (await transaction.rows<{ issuedOn: string | null }>(LAST_USED, values))[0]!.issuedOn;
  }

  async close(transaction: Transaction, id: string, validTo: string): Promise<void> {
    await transaction.rows(CLOSE, [transaction.organizationId, id, validTo]);
  }

  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(DELETE, [transaction.organizationId, id]);
  }
}
