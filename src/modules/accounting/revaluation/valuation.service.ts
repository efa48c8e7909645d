import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import type { Decimal } from '#kernel/decimal.js';
import { ExchangeRates } from '#modules/administration/contract/exchange-rates.js';
import type { Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../accounting.problems.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import type { PostingLine } from '../contract/ledger-posting.js';
import { planRevaluation } from './plan-revaluation.js';
import { rateFaults } from './revaluation-faults.js';
import { adjustmentPurposes } from './revaluation-kinds.js';
import { RevaluationRepository, type RevaluedBooks } from './revaluation.repository.js';

/** Values what is monetary in foreign currencies, and says what to post for it. */
@Injectable()
export class Valuation {
  constructor(
    private readonly exchangeRates: ExchangeRates,
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly revaluations: RevaluationRepository,
  ) {}

  /**
   * Keeps a line of the run for each item and balance that differs.
   *
   * @returns the lines of the entry; none where nothing differs
   * @throws Problem revaluation_refused, posting_account_missing
   */
  async keep(
    transaction: Transaction,
    { runId, exchangeRateType, ...books }: RevaluedBooks & { runId: string; exchangeRateType: string },
  ): Promise<PostingLine[]> {
    const found = await this.revaluations.valued(transaction, books);
    const rates = await this.rates(transaction, books, exchangeRateType, [
      ...new Set(found.map(({ currency }) => currency)),
    ]);
    const accounts = await this.postingAccounts.of(transaction, books.legalEntityId);
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    const adjustments = Object.fromEntries(kinds.map((kind) => [kind, accounts.get(adjustmentPurposes[kind]).id]));
    const { minorUnits } = requireCurrency(books.currency);
    await this.revaluations.insertLines(transaction, { ...books, runId, rates, adjustments, minorUnits });
    return planRevaluation(await this.revaluations.sums(transaction, runId), {
      adjustments,
      gains: () => accounts.get('unrealised_exchange_gains').id,
      losses: () => accounts.get('unrealised_exchange_losses').id,
    });
  }

  private async rates(
    transaction: Transaction,
    books: RevaluedBooks,
    rateType: string,
    currencies: readonly string[],
  ): Promise<{ currency: string; rate: Decimal; source: string }[]> {
    const rateOn = books.asOf as CalendarDate;
    const questions = currencies.map((fromCurrency) => ({
      rateType,
      fromCurrency,
      toCurrency: books.currency,
      rateOn,
    }));
    const answers = await this.exchangeRates.find(transaction, questions);
    const faults = rateFaults(answers);
    if (faults.length > 0) throw accountingProblems.revaluation_refused(faults[0]!.message, faults);
    return answers.map(({ found }, index) => ({ currency: currencies[index]!, ...found! }));
  }
}
