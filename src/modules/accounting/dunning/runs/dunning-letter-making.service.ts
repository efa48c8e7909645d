import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { dunningEvents } from '../dunning.events.js';
import { dunningPermissions } from '../dunning.permissions.js';
import { DunningLettersRepository, type NewLetter } from '../letters/dunning-letters.repository.js';
import { letterContent } from '../letters/letter-content.js';
import type { DunningLevelView } from '../levels/dunning-levels.dto.js';
import { DunningCharges } from './dunning-charges.service.js';
import { DunningFactsRepository, type ReceivableFact } from './dunning-facts.repository.js';
import type { DunningRunView } from './dunning-runs.dto.js';
import type { Proposal } from './plan-dunning.js';

const RUN = dunningPermissions.runDunning.name;

/** Words letters, posts what they charge, keeps them and tells of them. */
@Injectable()
export class DunningLetterMaking {
  constructor(
    private readonly legalEntity: NamedLegalEntity,
    private readonly facts: DunningFactsRepository,
    private readonly charges: DunningCharges,
    private readonly letters: DunningLettersRepository,
  ) {}

  /**
   * Within the running command, which has confirmed the run.
   *
   * @param planned each with a letter to write
   * @param levels of the legal entity, held
   */
  async make(
    transaction: Transaction,
    run: DunningRunView,
    planned: readonly Proposal<ReceivableFact>[],
    levels: readonly DunningLevelView[],
  ): Promise<void> {
    const letters = await this.compose(transaction, run, planned, levels);
    const entryIds = await this.charges.post(transaction, letters, planned);
    const kept = letters.map((letter) => ({ ...letter, entryId: entryIds.get(letter.id) ?? null }));
    await this.letters.insert(transaction, RUN, kept);
    await publish(transaction, letters, planned);
  }

  private async compose(
    transaction: Transaction,
    { id: runId, legalEntityId, runOn }: DunningRunView,
    planned: readonly Proposal<ReceivableFact>[],
    levels: readonly DunningLevelView[],
  ): Promise<NewLetter[]> {
    const seller = await this.legalEntity.describe(legalEntityId);
    const partyIds = [...new Set(planned.map(({ partyId }) => partyId))];
    const addressees = await this.facts.addressees(transaction, partyIds);
    return planned.map((proposal) => {
      const { partyId, currency, overdue, credits, fee, interest, total } = proposal;
      const [step, payBy] = [proposal.step!, proposal.payBy!];
      const { texts } = levels.find(({ id }) => id === step.id)!;
      const figures = {
        level: step.level,
        runOn: runOn as CalendarDate,
        payBy,
        currency,
        overdue,
        credits,
        fee,
        interest,
      };
      const { language } = proposal.items[0]!.item;
      const reader = { seller, addressee: addressees.get(partyId)!, language };
      const written = letterContent({ ...figures, total }, reader, texts);
      const amounts = { overdueAmount: overdue, creditAmount: credits, fee, interest };
      const key = { id: newId(), legalEntityId, runId, partyId, levelId: step.id, level: step.level };
      const days = { issuedOn: runOn, payBy };
      const items = itemsOf(proposal, runOn);
      return {
        ...key,
        ...days,
        currency,
        ...amounts,
        postsCharges: step.postsCharges,
        entryId: null,
        ...written,
        items,
      };
    });
  }
}

function itemsOf({ items }: Proposal<ReceivableFact>, runOn: string): NewLetter['items'] {
  return items
    .filter(({ skip }) => skip === null)
    .map(({ item: { id, reference, entryDate, dueOn, openAmount }, level, interest, interestAfter }) => {
      const bearing = { interest, interestAfter, interestThrough: interestAfter === null ? null : runOn };
      return { itemId: id, level, reference, entryDate, dueOn, openAmount, ...bearing };
    });
}

async function publish(
  transaction: Transaction,
  letters: readonly NewLetter[],
  planned: readonly Proposal<ReceivableFact>[],
): Promise<void> {
  const events = letters.map(({ id, legalEntityId, partyId, level, currency, payBy }, index) => {
    const totalAmount = planned[index]!.total.toFixed(requireCurrency(currency).minorUnits);
    const data = { dunningLetterId: id, legalEntityId, partyId, level, currency, totalAmount, payBy };
    return { subject: id, data };
  });
  await transaction.publishAll(dunningEvents.letterIssued, events);
}
