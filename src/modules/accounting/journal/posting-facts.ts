import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Currency } from '#kernel/currency.js';
import type { RateAnswer, RateQuestion } from '#modules/administration/contract/exchange-rates.js';
import type { PolicyConditions } from '#platform/approvals/policies/covering-policy.js';
import type { YearStatus } from '../calendar/fiscal-year-status.js';
import type { PeriodStatus } from '../calendar/period-transitions.js';
import type { AccountControl } from '../chart/account-type.js';
import { DimensionFacts } from './dimension-facts.js';

/** What the books say about the things that posting requests name. */
export interface AccountFact {
  id: string;
  legalEntityId: string;
  code: string;
  name: string;
  isGroup: boolean;
  isActive: boolean;
  control: AccountControl;
  /** The only currency of its lines; null takes any. */
  currency: string | null;
  /** Whether it may have rules about dimensions. */
  hasDimensionRules?: boolean;
}

export interface JournalFact {
  id: string;
  legalEntityId: string;
  code: string;
  isActive: boolean;
}

export interface PeriodFact {
  id: string;
  legalEntityId: string;
  fiscalYearId: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  isAdjustment: boolean;
  status: PeriodStatus;
  fiscalYearStatus: YearStatus;
}

export interface BooksFact {
  legalEntityId: string;
  functionalCurrency: Currency;
  roundingAccountId: string | null;
  isArchived: boolean;
}

/** Somebody whom lines can be of. */
export interface PartyFact {
  id: string;
  legalEntityId: string;
  name: string;
  /** Where a merged party lives on. */
  survivorId: string | null;
}

/** A policy that asks for the approval of entries. */
export interface ApprovalLimit extends PolicyConditions {
  name: string;
}

/** What was loaded for a set of requests. */
export interface LoadedFacts {
  books: readonly BooksFact[];
  accounts: readonly AccountFact[];
  journals: readonly JournalFact[];
  periods: readonly PeriodFact[];
  dimensions?: DimensionFacts;
  approvalLimits?: readonly ApprovalLimit[];
  parties?: readonly PartyFact[];
}

/** Look-ups over the loaded facts; keys within one legal entity. */
export class PostingFacts {
  private readonly booksByEntity: Map<string, BooksFact>;
  private readonly accountsByKey = new Map<string, AccountFact>();
  private readonly journalsByKey: Map<string, JournalFact>;
  private readonly partiesByKey: Map<string, PartyFact>;
  private readonly ratesByKey = new Map<string, RateAnswer>();

  private readonly periods: readonly PeriodFact[];
  readonly dimensions: DimensionFacts;
  readonly approvalLimits: readonly ApprovalLimit[];

  constructor(loaded: LoadedFacts) {
    const { books, accounts, journals, parties = [] } = loaded;
    this.periods = loaded.periods;
    this.dimensions = loaded.dimensions ?? DimensionFacts.none;
    this.approvalLimits = loaded.approvalLimits ?? [];
    this.booksByEntity = new Map(books.map((fact) => [fact.legalEntityId, fact]));
    for (const account of accounts) {
      this.accountsByKey.set(key(account.legalEntityId, account.code), account);
      this.accountsByKey.set(key(account.legalEntityId, account.id), account);
    }
    this.partiesByKey = new Map(parties.map((fact) => [key(fact.legalEntityId, fact.id), fact]));
    this.journalsByKey = new Map(journals.map((fact) => [key(fact.legalEntityId, fact.code), fact]));
  }

  books(legalEntityId: string): BooksFact | undefined {
    return this.booksByEntity.get(legalEntityId);
  }

  account(legalEntityId: string, codeOrId: string): AccountFact | undefined {
    return this.accountsByKey.get(key(legalEntityId, codeOrId));
  }

  journal(legalEntityId: string, code: string): JournalFact | undefined {
    return this.journalsByKey.get(key(legalEntityId, code));
  }

  party(legalEntityId: string, id: string): PartyFact | undefined {
    return this.partiesByKey.get(key(legalEntityId, id));
  }

  /** An adjustment period is found only by those who ask for one. */
  period(legalEntityId: string, date: CalendarDate, isAdjustment = false): PeriodFact | undefined {
    return this.periods.find(
      (period) =>
        period.legalEntityId === legalEntityId &&
        period.isAdjustment === isAdjustment &&
        period.startsOn <= date &&
        date <= period.endsOn,
    );
  }

  /** What was answered to the question; undefined for one that was never asked. */
  rate(question: RateQuestion): RateAnswer | undefined {
    return this.ratesByKey.get(rateKey(question));
  }

  learnRates(questions: readonly RateQuestion[], answers: readonly RateAnswer[]): void {
    questions.forEach((question, index) => this.ratesByKey.set(rateKey(question), answers[index]!));
  }
}

export const rateKey = ({ rateType, fromCurrency, toCurrency, rateOn }: RateQuestion) =>
  `${rateType} ${fromCurrency} ${toCurrency} ${rateOn}`;

const key = (legalEntityId: string, name: string) => `${legalEntityId}/${name}`;
