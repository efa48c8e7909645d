import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../accounting.problems.js';
import type { ReportPart } from './report-books.js';

interface ValueRow {
  dimension_id: string;
  value_id: string | null;
}

const FIND_VALUE: Statement = {
  name: 'report_dimension_value',
  text: `
    SELECT d.id AS dimension_id, v.id AS value_id
    FROM accounting.dimension d
    LEFT JOIN accounting.dimension_value v
      ON v.organization_id = d.organization_id AND v.dimension_id = d.id AND v.code = $4
    WHERE d.organization_id = $1 AND d.legal_entity_id = $2 AND d.code = $3`,
};

/** The part of the books that a report is asked of: the lines with one value of a dimension. */
@Injectable()
export class ReportPartReader {
  /** @throws Problem no_dimension_value, also where one of the two codes is missing */
  async read(
    transaction: Transaction,
    legalEntityId: string,
    { dimensionCode, valueCode }: { dimensionCode?: string; valueCode?: string },
  ): Promise<ReportPart | null> {
    if (dimensionCode === undefined && valueCode === undefined) return null;
    if (dimensionCode === undefined || valueCode === undefined) {
      const missing = dimensionCode === undefined ? '?dimensionCode' : '?valueCode';
      throw noSuchValue(missing, 'dimension_and_value', 'Give dimensionCode and valueCode together.');
    }
    const scope = [transaction.organizationId, legalEntityId, dimensionCode, valueCode];
    const [found] = await transaction.rows<ValueRow>(FIND_VALUE, scope);
    if (!found) {
      const message = `The legal entity has no dimension ${dimensionCode}.`;
      throw noSuchValue('?dimensionCode', 'unknown_dimension', message);
    }
    if (found.value_id !== null) return { dimensionCode, valueCode, valueId: found.value_id };
    const message = `The dimension ${dimensionCode} has no value ${valueCode}.`;
    throw noSuchValue('?valueCode', 'unknown_dimension_value', message);
  }
}

const noSuchValue = (pointer: string, code: string, message: string) =>
  accountingProblems.no_dimension_value(message, [{ pointer, code, message }]);
