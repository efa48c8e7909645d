import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { planLines } from './plan-lines.js';
import {
  type CreateStatutoryChart,
  type StatutoryChartRow,
  StatutoryChartView,
  type StatutoryLineFields,
  type StatutoryLineRow,
  StatutoryLineView,
  type UpdateStatutoryChart,
} from './statutory-charts.dto.js';
import { statutoryChartColumns, statutoryLineColumns } from './statutory-charts.list.js';
import { StatutoryChartsRepository } from './statutory-charts.repository.js';

const MANAGE = accountingPermissions.manageStatutoryCharts.name;
const MOST_SHOWN = 100;

/** Charts that a law or an authority prescribes, beside the organization's own. */
@Injectable()
export class StatutoryChartsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly charts: StatutoryChartsRepository,
  ) {}

  list(request: ListRequest): Promise<Page<StatutoryChartView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<StatutoryChartRow>(transaction, {
        columns: statutoryChartColumns,
        from: 'accounting.statutory_chart chart',
        where: 'chart.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => StatutoryChartView.from(row));
    });
  }

  find(id: string): Promise<StatutoryChartView> {
    return this.unitOfWork.read(async (transaction) => StatutoryChartView.from(await this.charts.get(transaction, id)));
  }

  lines(id: string, request: ListRequest): Promise<Page<StatutoryLineView>> {
    return this.unitOfWork.read(async (transaction) => {
      await this.charts.get(transaction, id);
      const rows = await request.rows<StatutoryLineRow>(transaction, {
        columns: statutoryLineColumns,
        from: 'accounting.statutory_line line',
        where: 'line.organization_id = $1 AND line.chart_id = $2',
        parameters: [transaction.organizationId, id],
      });
      return request.page(rows, (row) => StatutoryLineView.from(row));
    });
  }

  create({ lines = [], ...fields }: CreateStatutoryChart): Promise<StatutoryChartView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const id = await this.charts.insert(transaction, fields);
      await this.bringLines(transaction, id, lines);
      return StatutoryChartView.from(await this.charts.get(transaction, id));
    });
  }

  update(id: string, expectedVersion: number, { name }: UpdateStatutoryChart): Promise<StatutoryChartView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      requireVersion(await this.charts.hold(transaction, id), expectedVersion);
      const chart = await this.charts.get(transaction, id);
      if (name !== undefined && name !== chart.name) await this.charts.change(transaction, id, name);
      return StatutoryChartView.from(await this.charts.get(transaction, id));
    });
  }

  replaceLines(id: string, expectedVersion: number, lines: StatutoryLineFields[]): Promise<StatutoryChartView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      requireVersion(await this.charts.hold(transaction, id), expectedVersion);
      if (await this.bringLines(transaction, id, lines)) await this.charts.change(transaction, id);
      return StatutoryChartView.from(await this.charts.get(transaction, id));
    });
  }

  /** @returns whether anything changed */
  private async bringLines(transaction: Transaction, id: string, lines: StatutoryLineFields[]): Promise<boolean> {
    const { changes, faults = [], inUse = [] } = planLines(lines, await this.charts.lines(transaction, id));
    if (!changes) {
      const errors = [...faults, ...inUse];
      const problem =
        faults.length > 0 ? accountingProblems.statutory_lines_refused : accountingProblems.statutory_line_in_use;
      const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
      throw problem(detail, errors.slice(0, MOST_SHOWN));
    }
    await this.charts.changeLines(transaction, id, changes);
    return changes.added.length + changes.renamed.length + changes.removed.length > 0;
  }
}
