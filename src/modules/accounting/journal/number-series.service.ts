import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import {
  type AllNumberSeriesView,
  type NumberGapsView,
  type NumberGapView,
  type NumberSeriesQuery,
  type NumberSeriesView,
  type VoidedNumberRow,
  VoidedNumberView,
} from './number-series.dto.js';
import { gapForm, headOfNumbers, seriesForm } from './number-series-table.js';
import { SELECT_GAPS, SELECT_SERIES } from './number-series.sql.js';
import { voidedNumberColumns, voidedNumberSource } from './voided-numbers.list.js';

/** What numbers entries have, which are missing, and which were taken back. */
@Injectable()
export class NumberSeriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  all(query: NumberSeriesQuery): Report<AllNumberSeriesView> {
    const read = () => this.readSeries(query);
    return {
      name: 'number-series',
      view: async () => (await read()).view,
      table: () =>
        tableOf(seriesForm, async () => {
          const { view, readAt } = await read();
          return { head: headOfNumbers('Number series', query, readAt), rows: view.series };
        }),
    };
  }

  gaps(query: NumberSeriesQuery): Report<NumberGapsView> {
    const read = () => this.readGaps(query);
    return {
      name: 'number-gaps',
      view: read,
      table: () =>
        tableOf(gapForm, async () => {
          const { gaps, status, checkedAt } = await read();
          return { head: headOfNumbers('Gaps in the numbers', query, checkedAt, ['Status', status]), rows: gaps };
        }),
    };
  }

  private readSeries(query: NumberSeriesQuery): Promise<{ view: AllNumberSeriesView; readAt: string }> {
    return this.unitOfWork.read(async (transaction) => {
      const values = await this.narrowing(transaction, query);
      const series = await transaction.rows<NumberSeriesView & Record<string, unknown>>(SELECT_SERIES, values);
      return { view: { series }, readAt: (await transaction.startedAt).toISOString() };
    });
  }

  private readGaps(query: NumberSeriesQuery): Promise<NumberGapsView> {
    return this.unitOfWork.read(async (transaction) => {
      const values = await this.narrowing(transaction, query);
      const gaps = await transaction.rows<NumberGapView & Record<string, unknown>>(SELECT_GAPS, values);
      const checkedAt = (await transaction.startedAt).toISOString();
      return { status: gaps.length === 0 ? 'complete' : 'incomplete', checkedAt, gaps };
    });
  }

  voided(request: ListRequest): Promise<Page<VoidedNumberView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<VoidedNumberRow>(transaction, {
        columns: voidedNumberColumns,
        from: voidedNumberSource,
        where: 'reversal.organization_id = $1 AND reversal.reversal_of IS NOT NULL',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => VoidedNumberView.from(row));
    });
  }

  /** An id of nothing has no series that could have gaps, which must not read as a series that has none. */
  private async narrowing(
    { organizationId }: Transaction,
    { legalEntityId, fiscalYearId, journalCode }: NumberSeriesQuery,
  ): Promise<(string | null)[]> {
    if (legalEntityId !== undefined) await this.legalEntity.resolve(legalEntityId, '?legalEntityId');
    return [organizationId, legalEntityId ?? null, fiscalYearId ?? null, journalCode ?? null];
  }
}
