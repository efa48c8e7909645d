import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { TaxCategory } from '../calculation/tax-component.js';
import type { DocumentDirection } from '../calculation/tax-document.js';
import type { TaxSide } from '../lines/tax-lines.repository.js';
import type { CalculatedBox, TaxLineGroup } from './calculate-boxes.js';
import { DECLARE_LINES, DECLARED_LINES } from './declared-lines.js';
import type { TaxReturnRow } from './tax-returns.dto.js';
import { taxReturnColumns, taxReturnSource } from './tax-returns.list.js';

const FIND: Statement = {
  name: 'find_tax_return',
  text: ['SELECT', taxReturnColumns, 'FROM', taxReturnSource, 'WHERE ret.organization_id = $1 AND ret.id = $2'].join(
    ' ',
  ),
};
const HOLD: Statement = {
  name: 'hold_tax_return',
  text: 'SELECT id FROM accounting.tax_return WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const LAST_END: Statement = {
  name: 'find_end_of_last_tax_return',
  text: 'SELECT max(ends_on) AS "endsOn" FROM accounting.tax_return WHERE organization_id = $1 AND form_id = $2',
};
const EARLIER_OPEN: Statement = {
  name: 'find_earlier_open_tax_return',
  text: `
    SELECT starts_on AS "startsOn", ends_on AS "endsOn", revision FROM accounting.tax_return
    WHERE organization_id = $1 AND form_id = $2 AND status = 'open' AND starts_on < $3 ORDER BY starts_on LIMIT 1`,
};
const INSERT: Statement = {
  name: 'insert_tax_return',
  text: `
    INSERT INTO accounting.tax_return
      (organization_id, id, legal_entity_id, form_id, starts_on, ends_on, previous_ends_on, revision, amendment_reason)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const REMOVE: Statement = {
  name: 'remove_tax_return',
  text: 'DELETE FROM accounting.tax_return WHERE organization_id = $1 AND id = $2',
};
const FILE: Statement = {
  name: 'file_tax_return',
  text: `
    UPDATE accounting.tax_return
    SET status = 'filed', form_version_id = $3, filed_on = $4, reference = $5, filed_by = $6, filed_at = now(),
        version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const DECLARE: Statement = { name: 'declare_tax_lines', text: DECLARE_LINES };
const GROUPS: Statement = {
  name: 'sum_declared_tax_lines',
  text: [
    DECLARED_LINES,
    `SELECT code.code AS "taxCode", line.category, line.direction, line.side, count(*)::integer AS "lineCount",
            (count(*) FILTER (WHERE declared.is_late))::integer AS "lateLineCount",
            sum(line.functional_base)::text AS base, sum(line.functional_tax)::text AS tax
     FROM declared
     JOIN accounting.tax_line AS line ON line.organization_id = $1 AND line.id = declared.tax_line_id
     JOIN accounting.tax_code AS code ON code.organization_id = line.organization_id AND code.id = line.tax_code_id
     GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  ].join(' '),
};
const REST: Statement = {
  name: 'count_undeclared_tax_lines',
  text: `
    SELECT
      (SELECT count(*) FROM accounting.tax_line l
       WHERE l.organization_id = r.organization_id AND l.legal_entity_id = r.legal_entity_id
         AND l.tax_point_on >= r.starts_on AND l.tax_point_on <= r.ends_on AND NOT l.is_deferred
         AND NOT EXISTS (SELECT FROM accounting.tax_return_form_code c
                         WHERE c.organization_id = l.organization_id AND c.tax_code_id = l.tax_code_id)
         AND NOT EXISTS (SELECT FROM accounting.tax_return_line t
                         WHERE t.organization_id = l.organization_id AND t.tax_line_id = l.id))::integer AS "ofNoForm",
      (SELECT count(*) FROM accounting.tax_return_form_code c
       JOIN accounting.tax_line l ON l.organization_id = c.organization_id AND l.tax_code_id = c.tax_code_id
       WHERE c.organization_id = r.organization_id AND c.form_id = r.form_id AND NOT l.is_deferred
         AND l.tax_point_on < (SELECT min(f.starts_on) FROM accounting.tax_return f
                               WHERE f.organization_id = r.organization_id AND f.form_id = r.form_id))::integer AS "beforeFirst",
      (SELECT count(*) FROM accounting.tax_return_form_code c
       JOIN accounting.tax_line l ON l.organization_id = c.organization_id AND l.tax_code_id = c.tax_code_id
       WHERE r.status = 'filed' AND c.organization_id = r.organization_id AND c.form_id = r.form_id
         AND l.tax_point_on >= r.starts_on AND l.tax_point_on <= r.ends_on AND NOT l.is_deferred
         AND (l.organization_id, l.id) NOT IN (
           SELECT t.organization_id, t.tax_line_id FROM accounting.tax_return s
           JOIN accounting.tax_return_line t ON t.organization_id = s.organization_id AND t.return_id = s.id
           WHERE s.organization_id = r.organization_id AND s.form_id = r.form_id AND s.starts_on = r.starts_on
             AND s.revision <= r.revision))::integer AS later
    FROM accounting.tax_return r WHERE r.organization_id = $1 AND r.id = $2`,
};
const AMOUNTS: Statement = {
  name: 'find_tax_return_amounts',
  text: `
    SELECT a.box_code AS code, a.line_count AS "lineCount", a.amount::text AS amount
    FROM accounting.tax_return_amount a WHERE a.organization_id = $1 AND a.return_id = $2`,
};
const INSERT_AMOUNTS: Statement = {
  name: 'insert_tax_return_amounts',
  text: `
    INSERT INTO accounting.tax_return_amount
      (organization_id, return_id, legal_entity_id, form_version_id, box_code, line_count, amount)
    SELECT $1, $2, $3, $4, b.code, b.line_count, b.amount
    FROM unnest($5::text[], $6::integer[], $7::numeric[]) AS b (code, line_count, amount)`,
};
interface NewTaxReturn {
  legalEntityId: string;
  formId: string;
  startsOn: string;
  endsOn: string;
  previousEndsOn: string | null;
  revision: number;
  amendmentReason: string | null;
}

/** What a return does not declare. */
export interface RestOfLines {
  ofNoForm: number;
  beforeFirst: number;
  later: number;
}

interface GroupRow {
  taxCode: string;
  category: TaxCategory;
  direction: DocumentDirection;
  side: TaxSide;
  lineCount: number;
  lateLineCount: number;
  base: string;
  tax: string;
}

/** Tax returns, and what they declare. */
@Injectable()
export class TaxReturnsRepository {
  async get(transaction: Transaction, id: string): Promise<TaxReturnRow> {
    const [row] = await transaction.rows<TaxReturnRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw noReturn(id);
    return row;
  }

  /** Nobody else changes it until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<TaxReturnRow> {
    const [row] = await transaction.rows(HOLD, [transaction.organizationId, id]);
    if (!row) throw noReturn(id);
    return this.get(transaction, id);
  }

  /** The end of the last period of the form; null where it has none yet. */
  async lastEnd(transaction: Transaction, formId: string): Promise<string | null> {
    const values = [transaction.organizationId, formId];
    return (await transaction.rows<{ endsOn: string | null }>(LAST_END, values))[0]!.endsOn;
  }

  async earlierOpen(
    transaction: Transaction,
    { formId, startsOn }: Pick<TaxReturnRow, 'formId' | 'startsOn'>,
  ): Promise<{ startsOn: string; endsOn: string; revision: number } | undefined> {
    const values = [transaction.organizationId, formId, startsOn];
    return (await transaction.rows<{ startsOn: string; endsOn: string; revision: number }>(EARLIER_OPEN, values))[0];
  }

  async insert(transaction: Transaction, one: NewTaxReturn): Promise<string> {
    const id = newId();
    const { legalEntityId, formId, startsOn, endsOn, previousEndsOn, revision, amendmentReason } = one;
    const key = [transaction.organizationId, id, legalEntityId, formId];
    await transaction.rows(INSERT, [...key, startsOn, endsOn, previousEndsOn, revision, amendmentReason]);
    return id;
  }

  async remove(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(REMOVE, [transaction.organizationId, id]);
  }

  /**
   * Fixes the return and takes in the lines that it declares, in one statement: what is committed later is not seen by it, and is
   * late in the next.
   */
  async file(
    transaction: Transaction,
    id: string,
    { formVersionId, filedOn, reference }: { formVersionId: string; filedOn: string; reference: string | null },
  ): Promise<void> {
    const key = [transaction.organizationId, id];
    await transaction.rows(FILE, [...key, formVersionId, filedOn, reference, transaction.acting.actorId]);
    await transaction.rows(DECLARE, key);
  }

  async addAmounts(
    transaction: Transaction,
    { id, legalEntityId }: TaxReturnRow,
    formVersionId: string,
    boxes: readonly CalculatedBox[],
  ): Promise<void> {
    const codes = boxes.map(({ code }) => code);
    const amounts = boxes.map(({ amount }) => amount.toString());
    const counts = boxes.map(({ lineCount }) => lineCount);
    const key = [transaction.organizationId, id, legalEntityId, formVersionId];
    await transaction.rows(INSERT_AMOUNTS, [...key, codes, counts, amounts]);
  }

  /** The lines that the return declares, summed by all that boxes choose them by. */
  async groups(transaction: Transaction, id: string): Promise<TaxLineGroup[]> {
    const rows = await transaction.rows<GroupRow & object>(GROUPS, [transaction.organizationId, id]);
    return rows.map((row) => ({ ...row, base: new Decimal(row.base), tax: new Decimal(row.tax) }));
  }

  async rest(transaction: Transaction, id: string): Promise<RestOfLines> {
    return (await transaction.rows<RestOfLines & object>(REST, [transaction.organizationId, id]))[0]!;
  }

  /** What the boxes were filed as, by their codes; none of a return that is open. */
  async amounts(transaction: Transaction, id: string): Promise<Map<string, CalculatedBox>> {
    const values = [transaction.organizationId, id];
    const rows = await transaction.rows<{ code: string; lineCount: number; amount: string }>(AMOUNTS, values);
    return new Map(rows.map((row) => [row.code, { ...row, amount: new Decimal(row.amount) }]));
  }
}

const noReturn = (id: string) => platformProblems.not_found(`There is no tax return ${id}.`);
