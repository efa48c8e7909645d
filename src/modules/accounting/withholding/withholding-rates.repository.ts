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

  async close(transaction: Transaction, id: string, validTo: string): Promise<void> {
    await transaction.rows(CLOSE, [transaction.organizationId, id, validTo]);
  }

  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(DELETE, [transaction.organizationId, id]);
  }
}
