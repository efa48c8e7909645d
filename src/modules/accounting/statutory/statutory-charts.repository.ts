import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { KnownLine, LineChanges } from './plan-lines.js';
import type { StatutoryChartRow } from './statutory-charts.dto.js';
import { statutoryChartColumns } from './statutory-charts.list.js';

const FIND: Statement = {
  name: 'find_statutory_chart',
  text: [
    'SELECT',
    statutoryChartColumns,
    'FROM accounting.statutory_chart chart WHERE chart.organization_id = $1 AND chart.id = $2',
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_statutory_chart',
  text: 'SELECT version FROM accounting.statutory_chart WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const INSERT: Statement = {
  name: 'insert_statutory_chart',
  text: `
    INSERT INTO accounting.statutory_chart (organization_id, id, code, name, country) VALUES ($1, $2, $3, $4, $5)`,
};
const CHANGE: Statement = {
  name: 'change_statutory_chart',
  text: `
    UPDATE accounting.statutory_chart
    SET name = coalesce($3, name), version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const FIND_LINES: Statement = {
  name: 'find_statutory_lines',
  text: `
    SELECT line.id, line.code, line.name,
           EXISTS (SELECT FROM accounting.statutory_mapping mapping
                   WHERE mapping.organization_id = line.organization_id AND mapping.chart_id = line.chart_id
                     AND mapping.line_id = line.id) AS "isMapped"
    FROM accounting.statutory_line line WHERE line.organization_id = $1 AND line.chart_id = $2`,
};
const INSERT_LINES: Statement = {
  name: 'insert_statutory_lines',
  text: `
    INSERT INTO accounting.statutory_line (organization_id, chart_id, id, code, name)
    SELECT $1, $2, line.id, line.code, line.name FROM unnest($3::uuid[], $4::text[], $5::text[]) AS line (id, code, name)`,
};
const RENAME_LINES: Statement = {
  name: 'rename_statutory_lines',
  text: `
    UPDATE accounting.statutory_line line SET name = renamed.name, updated_at = now()
    FROM unnest($3::uuid[], $4::text[]) AS renamed (id, name)
    WHERE line.organization_id = $1 AND line.chart_id = $2 AND line.id = renamed.id`,
};
const DELETE_LINES: Statement = {
  name: 'delete_statutory_lines',
  text: 'DELETE FROM accounting.statutory_line WHERE organization_id = $1 AND chart_id = $2 AND id = ANY ($3)',
};

/** Statutory charts and their lines. */
@Injectable()
export class StatutoryChartsRepository {
  async get(transaction: Transaction, id: string): Promise<StatutoryChartRow> {
    const [row] = await transaction.rows<StatutoryChartRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw noChart(id);
    return row;
  }

  /** Its version; nobody else changes it, its lines or its mapping until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<number> {
    const [row] = await transaction.rows<{ version: number }>(HOLD, [transaction.organizationId, id]);
    if (!row) throw noChart(id);
    return row.version;
  }

  async insert(
    transaction: Transaction,
    { code, name, country }: Pick<StatutoryChartRow, 'code' | 'name' | 'country'>,
  ): Promise<string> {
    const id = newId();
    await transaction.rows(INSERT, [transaction.organizationId, id, code, name, country]);
    return id;
  }

  /** Counts a change, also one of lines or mapping alone. */
  async change(transaction: Transaction, id: string, name?: string): Promise<void> {
    await transaction.rows(CHANGE, [transaction.organizationId, id, name ?? null]);
  }

  lines(transaction: Transaction, id: string): Promise<KnownLine[]> {
    return transaction.rows<KnownLine & object>(FIND_LINES, [transaction.organizationId, id]);
  }

  async changeLines(transaction: Transaction, id: string, changes: LineChanges): Promise<void> {
    const scope = [transaction.organizationId, id];
    const { added, renamed, removed } = changes;
    const texts = (of: readonly { code: string; name: string }[]) => [
      of.map(({ code }) => code),
      of.map(({ name }) => name),
    ];
    if (removed.length > 0) await transaction.rows(DELETE_LINES, [...scope, removed.map((line) => line.id)]);
    if (added.length > 0) await transaction.rows(INSERT_LINES, [...scope, added.map(() => newId()), ...texts(added)]);
    if (renamed.length === 0) return;
    await transaction.rows(RENAME_LINES, [...scope, renamed.map((line) => line.id), renamed.map(({ name }) => name)]);
  }
}

const noChart = (id: string) => platformProblems.not_found(`There is no statutory chart ${id}.`);
