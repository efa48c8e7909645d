import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { FormBox } from './form-box.js';
import type { TaxReturnFormRow, TaxReturnFormVersionRow } from './tax-return-forms.dto.js';
import {
  formVersionColumns,
  formVersionSource,
  taxReturnFormColumns,
  taxReturnFormSource,
} from './tax-return-forms.list.js';

const FIND: Statement = {
  name: 'find_tax_return_form',
  text: [
    'SELECT',
    taxReturnFormColumns,
    'FROM',
    taxReturnFormSource,
    'WHERE form.organization_id = $1 AND form.id = $2',
  ].join(' '),
};
const FIND_BY_CODE: Statement = {
  name: 'find_tax_return_form_by_code',
  text: [
    'SELECT',
    taxReturnFormColumns,
    'FROM',
    taxReturnFormSource,
    'WHERE form.organization_id = $1 AND form.legal_entity_id = $2 AND form.code = $3',
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_tax_return_form',
  text: 'SELECT id FROM accounting.tax_return_form WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
};
const INSERT: Statement = {
  name: 'insert_tax_return_form',
  text: `
    INSERT INTO accounting.tax_return_form
      (organization_id, id, legal_entity_id, code, name, country, subdivision, frequency)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const UPDATE: Statement = {
  name: 'update_tax_return_form',
  text: `
    UPDATE accounting.tax_return_form
    SET name = $3, frequency = $4, status = $5, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const FREE_CODES: Statement = {
  name: 'find_tax_codes_of_no_form',
  text: `
    SELECT k.code FROM accounting.tax_code k
    WHERE k.organization_id = $1 AND k.legal_entity_id = $2 AND NOT k.is_group
      AND NOT EXISTS (SELECT FROM accounting.tax_return_form_code c
                      WHERE c.organization_id = k.organization_id AND c.tax_code_id = k.id)
    ORDER BY k.code`,
};
const CODES_OF_OTHERS: Statement = {
  name: 'find_tax_codes_of_other_forms',
  text: `
    SELECT k.code, f.code AS "formCode"
    FROM accounting.tax_return_form_code c
    JOIN accounting.tax_code k ON k.organization_id = c.organization_id AND k.id = c.tax_code_id
    JOIN accounting.tax_return_form f ON f.organization_id = c.organization_id AND f.id = c.form_id
    WHERE c.organization_id = $1 AND k.legal_entity_id = $2 AND k.code = ANY ($3) AND c.form_id IS DISTINCT FROM $4`,
};
const REMOVE_CODES: Statement = {
  name: 'remove_tax_codes_of_form',
  text: `
    DELETE FROM accounting.tax_return_form_code c
    USING accounting.tax_code k
    WHERE c.organization_id = $1 AND c.form_id = $2 AND k.organization_id = c.organization_id AND k.id = c.tax_code_id
      AND k.code <> ALL ($3)`,
};
const ADD_CODES: Statement = {
  name: 'add_tax_codes_of_form',
  text: `
    INSERT INTO accounting.tax_return_form_code (organization_id, legal_entity_id, form_id, tax_code_id)
    SELECT $1, $2, $3, k.id FROM accounting.tax_code k
    WHERE k.organization_id = $1 AND k.legal_entity_id = $2 AND k.code = ANY ($4)
      AND NOT EXISTS (SELECT FROM accounting.tax_return_form_code c
                      WHERE c.organization_id = $1 AND c.form_id = $3 AND c.tax_code_id = k.id)
    ORDER BY k.id`,
};
const INSERT_VERSION: Statement = {
  name: 'insert_tax_return_form_version',
  text: `
    INSERT INTO accounting.tax_return_form_version
      (organization_id, id, legal_entity_id, form_id, number, valid_from, created_by, due_box_code)
    SELECT $1, $2, $3, $4, coalesce(max(v.number), 0) + 1, $5, $6, $7
    FROM accounting.tax_return_form_version v WHERE v.organization_id = $1 AND v.form_id = $4`,
};
const INSERT_BOXES: Statement = {
  name: 'insert_tax_return_boxes',
  text: `
    INSERT INTO accounting.tax_return_box
      (organization_id, version_id, legal_entity_id, code, name, position, depth, amount, is_negated, direction, side,
       categories, names_codes, rounding)
    SELECT $1, $2, $3, b.code, b.name, b.position, b.depth, b.amount, b.is_negated, b.direction, b.side, b.categories,
           b.names_codes, b.rounding
    FROM json_to_recordset($4::json) AS b (
      code text, name text, position integer, depth integer, amount text, is_negated boolean, direction text, side text,
      categories text[], names_codes boolean, rounding text)`,
};
const INSERT_BOX_CODES: Statement = {
  name: 'insert_tax_return_box_codes',
  text: `
    INSERT INTO accounting.tax_return_box_code (organization_id, version_id, legal_entity_id, box_code, tax_code_id)
    SELECT $1, $2, $3, b.box, k.id
    FROM unnest($4::text[], $5::text[]) AS b (box, code)
    JOIN accounting.tax_code k ON k.organization_id = $1 AND k.legal_entity_id = $3 AND k.code = b.code`,
};
const INSERT_TERMS: Statement = {
  name: 'insert_tax_return_box_terms',
  text: `
    INSERT INTO accounting.tax_return_box_term
      (organization_id, version_id, legal_entity_id, box_code, box_depth, term_code, term_depth, position, is_subtracted)
    SELECT $1, $2, $3, t.box, t.box_depth, t.term, t.term_depth, t.position, t.is_subtracted
    FROM json_to_recordset($4::json) AS t (
      box text, box_depth integer, term text, term_depth integer, position integer, is_subtracted boolean)`,
};
const FIND_VERSION: Statement = {
  name: 'find_tax_return_form_version',
  text: [
    'SELECT',
    formVersionColumns,
    'FROM',
    formVersionSource,
    'WHERE version.organization_id = $1 AND version.id = $2',
  ].join(' '),
};
const FIND_VERSION_ON: Statement = {
  name: 'find_tax_return_form_version_on',
  text: [
    'SELECT',
    formVersionColumns,
    'FROM',
    formVersionSource,
    `WHERE version.organization_id = $1 AND version.form_id = $2 AND version.valid_from <= $3
     ORDER BY version.valid_from DESC, version.number DESC LIMIT 1`,
  ].join(' '),
};

type NewForm = Pick<TaxReturnFormRow, 'legalEntityId' | 'code' | 'name' | 'country' | 'subdivision' | 'frequency'>;

/** Return forms, the tax codes that they report, and their boxes. */
@Injectable()
export class TaxReturnFormsRepository {
  async get(transaction: Transaction, id: string): Promise<TaxReturnFormRow> {
    const [row] = await transaction.rows<TaxReturnFormRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw noForm(id);
    return row;
  }

  async byCode(transaction: Transaction, legalEntityId: string, code: string): Promise<TaxReturnFormRow | undefined> {
    const values = [transaction.organizationId, legalEntityId, code];
    return (await transaction.rows<TaxReturnFormRow & object>(FIND_BY_CODE, values))[0];
  }

  /** Nobody else changes the form, or opens or files its returns, until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<TaxReturnFormRow> {
    const form = await this.holdNamed(transaction, id);
    if (!form) throw noForm(id);
    return form;
  }

  /** The same for a form that a body names; undefined where there is none. */
  async holdNamed(transaction: Transaction, id: string): Promise<TaxReturnFormRow | undefined> {
    const [row] = await transaction.rows(HOLD, [transaction.organizationId, id]);
    return row && this.get(transaction, id);
  }

  async insert(transaction: Transaction, form: NewForm): Promise<string> {
    const id = newId();
    const { legalEntityId, code, name, country, subdivision, frequency } = form;
    const values = [transaction.organizationId, id, legalEntityId, code, name, country, subdivision, frequency];
    await transaction.rows(INSERT, values);
    return id;
  }

  async update(transaction: Transaction, { id, name, frequency, status }: TaxReturnFormRow): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, name, frequency, status]);
  }

  /** Single tax codes that no form reports yet. */
  async freeCodes(transaction: Transaction, legalEntityId: string): Promise<string[]> {
    const rows = await transaction.rows<{ code: string }>(FREE_CODES, [transaction.organizationId, legalEntityId]);
    return rows.map(({ code }) => code);
  }

  /** Which of the codes another form reports. */
  async formsOfCodes(
    transaction: Transaction,
    legalEntityId: string,
    codes: readonly string[],
    formId: string | null,
  ): Promise<Map<string, string>> {
    const values = [transaction.organizationId, legalEntityId, codes, formId];
    const rows = await transaction.rows<{ code: string; formCode: string }>(CODES_OF_OTHERS, values);
    return new Map(rows.map(({ code, formCode }) => [code, formCode]));
  }

  async setCodes(
    transaction: Transaction,
    { id, legalEntityId }: { id: string; legalEntityId: string },
    codes: readonly string[],
  ): Promise<void> {
    await transaction.rows(REMOVE_CODES, [transaction.organizationId, id, codes]);
    await transaction.rows(ADD_CODES, [transaction.organizationId, legalEntityId, id, codes]);
  }

  /** @param depths of boxes by code, as they were arranged */
  async addVersion(
    transaction: Transaction,
    { id: formId, legalEntityId }: { id: string; legalEntityId: string },
    { validFrom, boxes, dueBox }: { validFrom: string; boxes: readonly FormBox[]; dueBox: string | null },
    depths: ReadonlyMap<string, number>,
  ): Promise<string> {
    const { organizationId, acting } = transaction;
    const id = newId();
    const version = [organizationId, id, legalEntityId, formId, validFrom, acting.actorId, dueBox];
    await transaction.rows(INSERT_VERSION, version);
    const key = [organizationId, id, legalEntityId];
    const rows = boxes.map(
      ({ code, name, amount, isNegated, direction, side, categories, taxCodes, rounding }, index) => {
        const place = { code, name, position: index + 1, depth: depths.get(code)! };
        const chosen = { amount, is_negated: isNegated, direction, side, categories, names_codes: taxCodes !== null };
        return { ...place, ...chosen, rounding };
      },
    );
    await transaction.rows(INSERT_BOXES, [...key, JSON.stringify(rows)]);
    const codes = boxes.flatMap(({ code, taxCodes }) => (taxCodes ?? []).map((taxCode) => [code, taxCode] as const));
    await transaction.rows(INSERT_BOX_CODES, [...key, codes.map(([box]) => box), codes.map(([, code]) => code)]);
    const terms = boxes.flatMap(({ code, terms: named }) =>
      named.map(({ box, isSubtracted }, index) => {
        const place = { box: code, box_depth: depths.get(code)!, position: index + 1 };
        return { ...place, term: box, term_depth: depths.get(box)!, is_subtracted: isSubtracted };
      }),
    );
    await transaction.rows(INSERT_TERMS, [...key, JSON.stringify(terms)]);
    return id;
  }

  async version(transaction: Transaction, id: string): Promise<TaxReturnFormVersionRow> {
    const values = [transaction.organizationId, id];
    return (await transaction.rows<TaxReturnFormVersionRow & object>(FIND_VERSION, values))[0]!;
  }

  /** The version that periods which begin on the day are declared on. */
  async versionOn(
    transaction: Transaction,
    formId: string,
    startsOn: string,
  ): Promise<TaxReturnFormVersionRow | undefined> {
    const values = [transaction.organizationId, formId, startsOn];
    return (await transaction.rows<TaxReturnFormVersionRow & object>(FIND_VERSION_ON, values))[0];
  }
}

const noForm = (id: string) => platformProblems.not_found(`There is no tax return form ${id}.`);
