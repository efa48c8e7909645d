import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../../accounting.problems.js';
import { DocumentReversals } from '../../journal/document-reversals.service.js';
import { inWordsOfRequest } from '../../receipts/settlement-refusal.js';
import { dunningEvents } from '../dunning.events.js';
import { dunningPermissions } from '../dunning.permissions.js';
import type { CancelDunningLetter, DunningLetterSummary, DunningLetterView } from './dunning-letters.dto.js';
import { DunningLettersRepository } from './dunning-letters.repository.js';

const RUN = dunningPermissions.runDunning.name;

/** Letters that were written: read, and taken back. */
@Injectable()
export class DunningLettersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly reversals: DocumentReversals,
    private readonly letters: DunningLettersRepository,
  ) {}

  list(request: ListRequest): Promise<Page<DunningLetterSummary>> {
    return this.unitOfWork.read((transaction) => this.letters.list(transaction, request));
  }

  find(id: string): Promise<DunningLetterView> {
    return this.unitOfWork.read((transaction) => this.letters.get(transaction, id));
  }

  /**
   * Its items are as if it had not been written, and what it charged is reversed. Letters about the same items are cancelled
   * from the last one back.
   *
   * @throws Problem dunning_letter_cancelled, dunning_letter_kept, items_settled, period_closed, entry_refused
   */
  cancel(id: string, { reason, cancelledOn: named, softCloseReason }: CancelDunningLetter): Promise<DunningLetterView> {
    return this.unitOfWork.run(RUN, async (transaction) => {
      const letter = await this.letters.get(transaction, id);
      if (letter.status === 'cancelled') {
        throw accountingProblems.dunning_letter_cancelled(`It was cancelled on ${letter.cancelledOn}.`);
      }
      const today = await this.clock.today(transaction);
      const cancelledOn = (named ?? (today > letter.issuedOn ? today : letter.issuedOn)) as CalendarDate;
      if (cancelledOn < letter.issuedOn) {
        const message = `The letter is of ${letter.issuedOn}; it is cancelled then or later.`;
        throw accountingProblems.dunning_letter_kept(message, [
          { pointer: '/cancelledOn', code: 'cancelled_too_early', message },
        ]);
      }
      await this.letters.cancel(transaction, RUN, letter, { cancelledOn, reason });
      const { entryId } = letter;
      if (entryId !== null) {
        const at = { entryDate: cancelledOn, softCloseReason };
        await inWordsOfRequest('/cancelledOn', () => this.reversals.reverseAll(transaction, [entryId], at));
      }
      const { legalEntityId, partyId, level, currency, totalAmount, payBy } = letter;
      const data = { dunningLetterId: id, legalEntityId, partyId, level, currency, totalAmount, payBy };
      await transaction.publish(dunningEvents.letterCancelled, id, data);
      return this.letters.get(transaction, id);
    });
  }
}
