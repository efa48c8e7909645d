import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { findCurrency } from '#kernel/currency.js';
import { Decimal, sum } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
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
      const valueId = await this.valueId(transaction, legalEntityId, query);
      const rows = await this.balances.rows(transaction, legalEntityId, year.starts_on, asOf, valueId);
      return {
        legalEntityId,
        currency: year.currency,
        asOf,
        fiscalYearStartsOn: year.starts_on,
        dimensionCode: query.dimensionCode ?? null,
        valueCode: query.valueCode ?? null,
        ...linesOf(rows, year.currency),
      };
    });
  }

  /** The value of a dimension that the report is asked of; undefined where it is asked of all lines. */
  private async valueId(
    transaction: Transaction,
    legalEntityId: string,
    { dimensionCode, valueCode }: TrialBalanceQuery,
  ): Promise<string | undefined> {
    if (dimensionCode === undefined && valueCode === undefined) return undefined;
    if (dimensionCode === undefined || valueCode === undefined) {
      const missing = dimensionCode === undefined ? '?dimensionCode' : '?valueCode';
      throw noSuchValue(missing, 'dimension_and_value', 'Give dimensionCode and valueCode together.');
    }
    const found = await this.balances.findValue(transaction, legalEntityId, dimensionCode, valueCode);
    if (found) return found;
    throw found === undefined
      ? noSuchValue('?dimensionCode', 'unknown_dimension', `The legal entity has no dimension ${dimensionCode}.`)
      : noSuchValue(
          '?valueCode',
          'unknown_dimension_value',
          `The dimension ${dimensionCode} has no value ${valueCode}.`,
        );
  }
}

const noSuchValue = (pointer: string, code: string, message: string) =>
  accountingProblems.no_dimension_value(message, [{ pointer, code, message }]);

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
