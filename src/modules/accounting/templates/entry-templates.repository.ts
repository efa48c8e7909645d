import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { type EntryTemplateLine, type EntryTemplateRow, EntryTemplateView } from './entry-templates.dto.js';
import { entryTemplateColumns } from './entry-templates.list.js';

const SELECT_TEMPLATES: Statement = {
  name: 'select_entry_templates',
  text: [
    'SELECT',
    entryTemplateColumns,
    'FROM accounting.entry_template AS template WHERE template.organization_id = $1 AND template.id = ANY ($2)',
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_entry_template',
  text: 'SELECT FROM accounting.entry_template WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const INSERT: Statement = {
  name: 'insert_entry_template',
  text: `
    INSERT INTO accounting.entry_template
      (organization_id, id, legal_entity_id, code, name, journal_code, description, currency)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const UPDATE: Statement = {
  name: 'update_entry_template',
  text: `
    UPDATE accounting.entry_template
    SET name = $3, journal_code = $4, description = $5, status = $6, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const CUT_LINES: Statement = {
  name: 'cut_entry_template_lines',
  text: 'DELETE FROM accounting.entry_template_line WHERE organization_id = $1 AND template_id = $2 AND line_number > $3',
};
const WRITE_LINES: Statement = {
  name: 'write_entry_template_lines',
  text: `
    INSERT INTO accounting.entry_template_line AS line
      (organization_id, template_id, line_number, account_code, side, amount, amount_name, percentage, description,
       dimensions)
    SELECT $1, $2, l."lineNumber", l."accountCode", l.side, l.amount, l."amountName", l.percentage, l.description,
           l.dimensions
    FROM json_to_recordset($3::json) AS l (
      "lineNumber" integer, "accountCode" text, side text, amount numeric, "amountName" text, percentage numeric,
      description text, dimensions jsonb)
    ON CONFLICT (organization_id, template_id, line_number) DO UPDATE
      SET account_code = excluded.account_code, side = excluded.side, amount = excluded.amount,
          amount_name = excluded.amount_name, percentage = excluded.percentage, description = excluded.description,
          dimensions = excluded.dimensions
      WHERE (line.account_code, line.side, line.amount::text, line.amount_name, line.percentage::text,
             line.description, line.dimensions)
            IS DISTINCT FROM
            (excluded.account_code, excluded.side, excluded.amount::text, excluded.amount_name,
             excluded.percentage::text, excluded.description, excluded.dimensions)`,
};

@Injectable()
export class EntryTemplatesRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<EntryTemplateView> {
    const [found] = await this.getAll(transaction, [id]);
    if (!found) throw platformProblems.not_found(`There is no entry template ${id}.`);
    return found;
  }

  async getAll(transaction: Transaction, ids: readonly string[]): Promise<EntryTemplateView[]> {
    const values = [transaction.organizationId, ids];
    const rows = await transaction.rows<EntryTemplateRow & Record<string, unknown>>(SELECT_TEMPLATES, values);
    return rows.map((row) => EntryTemplateView.from(row));
  }

  /** The same, held until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<EntryTemplateView> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<EntryTemplateView>> {
    const rows = await request.rows<EntryTemplateRow>(transaction, {
      columns: entryTemplateColumns,
      from: 'accounting.entry_template AS template',
      where: 'template.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, (row) => EntryTemplateView.from(row));
  }

  async insert(
    transaction: Transaction,
    row: Pick<EntryTemplateView, 'id' | 'legalEntityId' | 'code' | 'name' | 'journalCode' | 'description' | 'currency'>,
    lines: readonly EntryTemplateLine[],
  ): Promise<void> {
    const { id, legalEntityId, code, name, journalCode, description, currency } = row;
    const values = [id, legalEntityId, code, name, journalCode, description, currency];
    await transaction.rows(INSERT, [transaction.organizationId, ...values]);
    await this.writeLines(transaction, id, lines);
  }

  async update(
    transaction: Transaction,
    { id, name, journalCode, description, status }: EntryTemplateView,
    lines: readonly EntryTemplateLine[] | undefined,
  ): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, name, journalCode, description, status]);
    if (lines) await this.writeLines(transaction, id, lines);
  }

  private async writeLines(transaction: Transaction, id: string, lines: readonly EntryTemplateLine[]): Promise<void> {
    const { organizationId } = transaction;
    const numbered = lines.map((line, index) => ({ lineNumber: index + 1, ...line }));
    await transaction.rows(CUT_LINES, [organizationId, id, lines.length]);
    await transaction.rows(WRITE_LINES, [organizationId, id, JSON.stringify(numbered)]);
  }
}
