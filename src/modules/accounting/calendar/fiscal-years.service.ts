import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { FiscalPeriod } from './fiscal-period.entity.js';
import { FiscalYearOpening } from './fiscal-year-opening.js';
import { FiscalYear } from './fiscal-year.entity.js';
import { type CreateFiscalYear, FiscalYearView } from './fiscal-years.dto.js';
import { fiscalYearColumns } from './fiscal-years.list.js';

const MANAGE = accountingPermissions.manageBooks.name;

/** The fiscal years of each legal entity with their periods. */
@Injectable()
export class FiscalYearsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly opening: FiscalYearOpening,
  ) {}

  list(request: ListRequest): Promise<Page<FiscalYearView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<FiscalYear>(transaction, {
        columns: fiscalYearColumns,
        from: 'accounting.fiscal_year',
        where: 'fiscal_year.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      const periods = await periodsOf(transaction, rows);
      return request.page(rows, (row) => FiscalYearView.from(row, periods.get(row.id)!));
    });
  }

  find(id: string): Promise<FiscalYearView> {
    return this.unitOfWork.read((transaction) => fiscalYearView(transaction, id));
  }

  create(body: CreateFiscalYear): Promise<FiscalYearView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
      const { startsOn, endsOn, allowGap, pattern, adjustmentPeriod } = body;
      const { id } = await this.opening.open(transaction, legalEntityId, { startsOn, endsOn } as DateRange, {
        allowGap,
        pattern,
        adjustmentPeriod,
        periods: body.periods as DateRange[] | undefined,
        openThrough: body.openThrough as CalendarDate | undefined,
      });
      return fiscalYearView(transaction, id);
    });
  }
}

/**
 * The fiscal year with its periods.
 *
 * @throws Problem not_found
 */
export async function fiscalYearView(transaction: Transaction, id: string): Promise<FiscalYearView> {
  const { organizationId, manager } = transaction;
  const year = await manager.findOneBy(FiscalYear, { organizationId, id });
  if (!year) throw platformProblems.not_found(`There is no fiscal year ${id}.`);
  return FiscalYearView.from(year, (await periodsOf(transaction, [year])).get(id)!);
}

/** The periods of the years in order, by year. */
async function periodsOf(
  { organizationId, manager }: Transaction,
  years: readonly FiscalYear[],
): Promise<Map<string, FiscalPeriod[]>> {
  const periods = await manager.find(FiscalPeriod, {
    where: { organizationId, fiscalYearId: In(years.map(({ id }) => id)) },
    order: { startsOn: 'ASC', number: 'ASC' },
  });
  return new Map(years.map(({ id }) => [id, periods.filter(({ fiscalYearId }) => fiscalYearId === id)]));
}
