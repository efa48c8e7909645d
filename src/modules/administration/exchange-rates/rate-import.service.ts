import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { administrationPermissions } from '../administration.permissions.js';
import { administrationProblems } from '../administration.problems.js';
import type { ExchangeRateFields } from './exchange-rates.dto.js';
import { ExchangeRatesRepository } from './exchange-rates.repository.js';
import type { RateOutcome } from './plan-rates.js';
import type {
  ExchangeRateImportView,
  ImportExchangeRates,
  ImportExchangeRatesFromCsvQuery,
  ImportExchangeRatesQuery,
} from './rate-import.dto.js';
import { reportOf } from './rate-import-report.js';
import { RatePlanner } from './rate-planner.service.js';
import { readRateFile } from './read-rate-file.js';

const ACTION = administrationPermissions.recordExchangeRates.name;
const MOST_FINDINGS = 100;

/** Where a refused rate stands: a pointer into the body, or a line of a file. */
type Place = (index: number, field: string) => Pick<ProblemError, 'pointer' | 'line'>;

/** Imports many rates together: all of them in one transaction, or none. */
@Injectable()
export class RateImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rates: ExchangeRatesRepository,
    private readonly planner: RatePlanner,
  ) {}

  importRates({ rates }: ImportExchangeRates, query: ImportExchangeRatesQuery): Promise<ExchangeRateImportView> {
    return this.import(rates, query, (index, field) => ({ pointer: `/rates/${index}/${field}` }));
  }

  async importCsv(
    bytes: Buffer,
    { rateType, source, ...query }: ImportExchangeRatesFromCsvQuery,
  ): Promise<ExchangeRateImportView> {
    const { rates, lines, errors } = readRateFile(bytes, { rateType, source });
    if (errors) throw refusal(errors);
    return this.import(rates, query, (index, field) => ({ pointer: `/${field}`, line: lines[index] }));
  }

  private import(
    given: readonly ExchangeRateFields[],
    { dryRun = false, onDifference = 'refuse' }: ImportExchangeRatesQuery,
    place: Place,
  ): Promise<ExchangeRateImportView> {
    const work = async (transaction: Transaction) => {
      const planned = await this.planner.plan(transaction, given, onDifference === 'correct');
      const errors = planned.flatMap((one, index) => refusedAt(one, index, place));
      if (errors.length > 0) throw refusal(errors);
      const records = planned.flatMap((one) => ('record' in one ? one.record : []));
      if (records.length > 0) await this.rates.insert(transaction, ACTION, records);
      return reportOf(planned, dryRun);
    };
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }
}

function refusedAt(planned: RateOutcome, index: number, place: Place): ProblemError[] {
  if (planned.outcome !== 'refused') return [];
  const { field, code, message } = planned;
  return [{ ...place(index, field), code, message }];
}

/** A conflict when only recorded rates stand in the way. */
function refusal(errors: readonly ProblemError[]) {
  const [first] = errors;
  const faults =
    errors.length === 1 ? first!.message : `${errors.length} faults, see errors; the first: ${first!.message}`;
  const isConflict = errors.every(({ code }) => code === 'rate_differs');
  const problem = isConflict
    ? administrationProblems.exchange_rate_differs
    : administrationProblems.exchange_rate_import_refused;
  return problem(`${faults} Nothing was kept.`, errors.slice(0, MOST_FINDINGS));
}
