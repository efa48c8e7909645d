import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { findCurrency } from '#kernel/currency.js';
import { Decimal, sum } from '#kernel/decimal.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingProblems } from '../accounting.problems.js';
import { isBalanceSheetType } from '../chart/account-type.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { TrialBalanceQuery, TrialBalanceView } from './trial-balance.dto.js';
import { type LineFigures, lineFigures } from './trial-balance-lines.js';
import { TrialBalanceRepository, type TrialBalanceRow } from './trial-balance.repository.js';

@Injectable()
export class TrialBalanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly balances: TrialBalanceRepository,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  asOf(query: TrialBalanceQuery): Promise<TrialBalanceView> {
    return this.unitOfWork.read(async (transaction) => {
      const asOf = query.asOf as CalendarDate;
      const legalEntityId = await this.legalEntity.resolve(query.legalEntityId, '?legalEntityId');
      const year = await this.balances.fiscalYearOf(transaction, legalEntityId, asOf);
      if (!year) throw noFiscalYear(asOf);
      const rows = await this.balances.rows(transaction, legalEntityId, year.starts_on, asOf);
      return {
        legalEntityId,
        currency: year.currency,
        asOf,
        fiscalYearStartsOn: year.starts_on,
        ...linesOf(rows, year.currency),
      };
    });
  }
}

function linesOf(rows: readonly TrialBalanceRow[], currency: string) {
  const { minorUnits } = findCurrency(currency)!;
  const figures = rows.map((row) => ({ row, line: lineFigures(figuresOf(row)) }));
  const shown = figures.filter(
    ({ line }) => ![line.opening, line.debit, line.credit, line.closing].every((one) => one.isZero()),
  );
  const text = (line: Omit<LineFigures, 'unclosed'>) => ({
    opening: line.opening.toFixed(minorUnits),
    debit: line.debit.toFixed(minorUnits),
    credit: line.credit.toFixed(minorUnits),
    closing: line.closing.toFixed(minorUnits),
  });
  const total = (part: keyof LineFigures) => sum(figures.map(({ line }) => line[part]));
  return {
    lines: shown.map(({ row, line }) => ({
      accountId: row.id,
      accountCode: row.code,
      accountName: row.name,
      accountType: row.type,
      ...text(line),
    })),
    totals: text({
      opening: total('opening'),
      debit: total('debit'),
      credit: total('credit'),
      closing: total('closing'),
    }),
    unclosedResult: total('unclosed').toFixed(minorUnits),
  };
}

function figuresOf(row: TrialBalanceRow) {
  return {
    isBalanceSheet: isBalanceSheetType(row.type),
    prior: new Decimal(row.prior),
    openingEntries: new Decimal(row.opening_entries),
    debit: new Decimal(row.debit),
    credit: new Decimal(row.credit),
  };
}

function noFiscalYear(asOf: string) {
  const message = `No fiscal year of the legal entity holds ${asOf}.`;
  return accountingProblems.no_fiscal_year(message, [{ pointer: '?asOf', code: 'no_fiscal_year', message }]);
}
