import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { LedgerPosting } from '../contract/ledger-posting.js';
import { holdBooks } from '../journal/hold-books.js';
import { inWordsOfDocument } from '../journal/in-words-of-document.js';
import { dayFault } from './revaluation-faults.js';
import { type CreateRevaluationRun, RevaluationRunView } from './revaluation.dto.js';
import { revaluationEvents } from './revaluation.events.js';
import { revaluationPermissions } from './revaluation.permissions.js';
import { RevaluationRepository, type RevaluedBooks } from './revaluation.repository.js';
import { Valuation } from './valuation.service.js';

const ACTION = revaluationPermissions.revalue.name;

/**
 * Values what is open in foreign currencies at the rates of a closing day (IAS 21.23 (a)). The differences stand on accounts of
 * their own, so that control accounts and bank accounts go on to equal what they are of, and are taken back the day after, so that
 * what is settled later is measured from the rate that it was booked at.
 */
@Injectable()
export class RevaluationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly legalEntity: NamedLegalEntity,
    private readonly valuation: Valuation,
    private readonly revaluations: RevaluationRepository,
    private readonly ledger: LedgerPosting,
  ) {}

  /** @throws Problem revaluation_refused, revaluation_state, nothing_to_revalue, posting_account_missing, period_closed, entry_refused */
  revalue(body: CreateRevaluationRun, dryRun: boolean): Promise<RevaluationRunView> {
    const work = (transaction: Transaction) => this.revalueWithin(transaction, body);
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  private async revalueWithin(transaction: Transaction, body: CreateRevaluationRun): Promise<RevaluationRunView> {
    const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
    const { functionalCurrency: currency } = await this.legalEntity.describe(legalEntityId);
    const { asOf, exchangeRateType = 'closing', softCloseReason } = body;
    const fault = dayFault(asOf, await this.clock.today(transaction));
    if (fault) throw accountingProblems.revaluation_refused(fault.message, [fault]);
    // Nobody posts meanwhile, so that one run of the day sees what another has posted.
    await holdBooks(transaction, legalEntityId);
    const books = { legalEntityId, asOf, currency };
    await this.requireNoneStanding(transaction, books);
    const runId = newId();
    const lines = await this.valuation.keep(transaction, { ...books, runId, exchangeRateType });
    if (lines.length === 0) {
      throw accountingProblems.nothing_to_revalue(
        `What is open in foreign currencies on ${asOf} stands at its rates in the books, or nothing is open.`,
      );
    }
    const [entry] = await inWordsOfDocument('/asOf', () =>
      this.ledger.post([
        {
          legalEntityId,
          entryDate: asOf as CalendarDate,
          reversesOn: addDays(asOf as CalendarDate, 1),
          description: `Revaluation at ${exchangeRateType} rates of ${asOf}`,
          softCloseReason,
          origin: { type: 'revaluation', id: runId },
          lines,
        },
      ]),
    );
    const run = { id: runId, legalEntityId, asOf, exchangeRateType, entryId: entry!.id };
    await this.revaluations.insert(transaction, ACTION, run);
    const data = { revaluationRunId: runId, legalEntityId, asOf, entryId: entry!.id };
    await transaction.publish(revaluationEvents.revaluationPosted, runId, data);
    return RevaluationRunView.from(await this.revaluations.get(transaction, runId));
  }

  /** Two revaluations that stand on one day would count the same difference twice. */
  private async requireNoneStanding(transaction: Transaction, books: RevaluedBooks): Promise<void> {
    const standing = await this.revaluations.standing(transaction, books);
    if (!standing) return;
    const why = standing.refusal === null ? '' : ` That was refused so far: ${standing.refusal}`;
    throw accountingProblems.revaluation_state(
      `The revaluation of ${standing.asOf} is not taken back yet: carry out what is due (runDuePostings), or undo it.${why}`,
    );
  }
}
