import { Injectable } from '@nestjs/common';
import { type CalendarDate, lastOfMonth } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../../accounting.problems.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { DeferralRecognition } from './deferral-recognition.service.js';
import { descriptionOf, earnedBy } from './plan-recognition.js';
import { RecognitionRepository } from './recognition.repository.js';
import type { RevenueRecognitionView, RunRevenueRecognition } from './revenue-recognition.dto.js';

const ACTION = receivablesPermissions.recognizeRevenue.name;

/** Runs of revenue recognition: by the job when a month has ended, or when somebody asks for one. */
@Injectable()
export class RevenueRecognitionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly legalEntity: NamedLegalEntity,
    private readonly recognition: DeferralRecognition,
    private readonly parts: RecognitionRepository,
  ) {}

  /** @throws Problem deferral_refused for a day after this month, and what the ledger refuses */
  run({ legalEntityId, through }: RunRevenueRecognition, dryRun: boolean): Promise<RevenueRecognitionView> {
    const work = async (transaction: Transaction) => {
      const id = await this.legalEntity.resolveActive(legalEntityId);
      const today = await this.clock.today(transaction);
      const last = lastOfMonth(today);
      if (through !== undefined && through > last) {
        const message = `Revenue is recognized when it is earned: up to ${last} at the latest.`;
        throw accountingProblems.deferral_refused(message, [{ pointer: '/through', code: 'not_earned', message }]);
      }
      return this.runWithin(transaction, id, (through ?? today) as CalendarDate);
    };
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /** As the system, up to today, each legal entity by itself: one that is refused does not hold up the others. */
  async runDue(): Promise<void> {
    const { through, ids } = await this.unitOfWork.read(async (transaction) => {
      const today = await this.clock.today(transaction);
      return { through: today, ids: await this.parts.legalEntitiesWithDue(transaction, today) };
    });
    const refused: unknown[] = [];
    for (const id of ids) {
      await this.unitOfWork
        .run(ACTION, (transaction) => this.runWithin(transaction, id, through))
        .catch((error: unknown) => refused.push(error));
    }
    if (refused.length > 0) throw refused[0] as Error;
  }

  private async runWithin(
    transaction: Transaction,
    legalEntityId: string,
    through: CalendarDate,
  ): Promise<RevenueRecognitionView> {
    const { functionalCurrency: currency } = await this.legalEntity.describe(legalEntityId);
    const { recognitions, waiting } = await this.recognition.recognize(transaction, { legalEntityId, through });
    const { minorUnits } = requireCurrency(currency);
    const text = (amount: Decimal) => amount.toFixed(minorUnits);
    return {
      legalEntityId,
      through,
      currency,
      amount: text(sum(recognitions.map(earnedBy))),
      recognitions: recognitions.map((one) => ({
        entryId: one.entry.id,
        journalCode: one.entry.journalCode,
        number: one.entry.number,
        entryDate: one.postedOn,
        description: descriptionOf(one),
        firstMonth: one.firstMonth,
        lastMonth: one.lastMonth,
        isCatchUp: one.isCatchUp,
        parts: one.parts,
        amount: text(earnedBy(one)),
      })),
      waiting: waiting.map(({ dueOn, postedOn, parts, amount }) => {
        return { dueOn, postableOn: postedOn, parts, amount: text(new Decimal(amount)) };
      }),
    };
  }
}
