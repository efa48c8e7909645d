import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { administrationPermissions } from '../administration.permissions.js';
import { administrationProblems } from '../administration.problems.js';
import { ExchangeRates, type RateAnswer, type RateQuestion } from '../contract/exchange-rates.js';
import { type DerivedRate, deriveRate, type RateLeg, type RateRules } from './derive-rate.js';
import type {
  ApplicableRateQuery,
  ApplicableRateView,
  ExchangeRateLegView,
  ExchangeRateView,
  RecordExchangeRate,
} from './exchange-rates.dto.js';
import { ExchangeRatesRepository } from './exchange-rates.repository.js';
import { explainRate, rateSource } from './explain-rate.js';
import type { RateOutcome, RateToRecord } from './plan-rates.js';
import { RateLookUps } from './rate-look-ups.repository.js';
import { RatePlanner } from './rate-planner.service.js';

const RECORD = administrationPermissions.recordExchangeRates.name;

/** Records exchange rates, and finds the one that holds for a pair and a day. */
@Injectable()
export class ExchangeRatesService extends ExchangeRates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rates: ExchangeRatesRepository,
    private readonly planner: RatePlanner,
    private readonly lookUps: RateLookUps,
    private readonly clock: OrganizationClock,
  ) {
    super();
  }

  list(request: ListRequest): Promise<Page<ExchangeRateView>> {
    return this.unitOfWork.read((transaction) => this.rates.list(transaction, request));
  }

  get(id: string): Promise<ExchangeRateView> {
    return this.unitOfWork.read((transaction) => this.rates.get(transaction, id));
  }

  record({ isCorrection = false, ...fields }: RecordExchangeRate): Promise<ExchangeRateView> {
    return this.unitOfWork.run(RECORD, async (transaction) => {
      const [planned] = await this.planner.plan(transaction, [fields], isCorrection);
      const [id] = await this.rates.insert(transaction, RECORD, [accepted(planned!, isCorrection)]);
      return this.rates.get(transaction, id!);
    });
  }

  applicable({ maxAgeDays, knownAt, ...query }: ApplicableRateQuery): Promise<ApplicableRateView> {
    return this.unitOfWork.read(async (transaction) => {
      const rateOn = (query.rateOn as CalendarDate | undefined) ?? (await this.clock.today(transaction));
      const question = { ...query, rateOn };
      const { rules, latest } = await this.lookUps.load(transaction, [question], knownAt);
      const applied = { ...rules, maxAgeDays: maxAgeDays ?? rules.maxAgeDays };
      const derived = deriveRate(question, applied, latest(0));
      if ('missing' in derived) throw administrationProblems.exchange_rate_missing(derived.missing);
      return viewOf(question, applied, derived);
    });
  }

  override async find(transaction: Transaction, questions: readonly RateQuestion[]): Promise<RateAnswer[]> {
    if (questions.length === 0) return [];
    const { rules, latest } = await this.lookUps.load(transaction, questions);
    return questions.map((question, position) => {
      const derived = deriveRate(question, rules, latest(position));
      if ('missing' in derived) return derived;
      return { found: { rate: derived.rate, source: rateSource(question, derived) } };
    });
  }
}

/** @throws Problem where nothing is to be recorded */
function accepted(planned: RateOutcome, isCorrection: boolean): RateToRecord {
  switch (planned.outcome) {
    case 'refused': {
      const { field, code, message } = planned;
      const errors = [{ pointer: `/${field}`, code, message }];
      if (code === 'rate_differs') throw administrationProblems.exchange_rate_differs(message, errors);
      throw administrationProblems.exchange_rate_refused(message, errors);
    }
    case 'added': {
      if (!isCorrection) return planned.record;
      const message = 'No rate is recorded for this type, pair and day: there is nothing to correct.';
      const error = { pointer: '/isCorrection', code: 'nothing_to_correct', message };
      throw administrationProblems.exchange_rate_refused(message, [error]);
    }
    case 'corrected':
      return planned.record;
    default:
      throw administrationProblems.exchange_rate_recorded('This rate is recorded already, from the same source.');
  }
}

function viewOf(question: RateQuestion, { maxAgeDays }: RateRules, derived: DerivedRate): ApplicableRateView {
  const { rate, derivation, legs } = derived;
  return {
    ...question,
    maxAgeDays,
    rate: rate.toString(),
    derivation,
    explanation: explainRate(question, derived),
    legs: legs.map((leg) => legView(question.rateType, leg)),
  };
}

function legView(rateType: string, { recorded, isInverse, ageDays }: RateLeg): ExchangeRateLegView {
  const { id, rate, ...facts } = recorded;
  return { rateType, ...facts, rate: rate.toString(), exchangeRateId: id, isInverse, ageDays };
}
