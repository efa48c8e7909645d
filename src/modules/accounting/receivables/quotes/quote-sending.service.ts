import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../../accounting.problems.js';
import { SalesPreparation } from '../documents/sales-preparation.service.js';
import { receivablesEvents } from '../receivables.events.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { printedQuote } from './printed-quote.js';
import { refuseQuote, requireDay, requireQuote } from './quote-status.js';
import type { AnswerQuote, QuoteAnswer, QuoteRevisionView, QuoteView, SendQuote } from './quotes.dto.js';
import { QuotesRepository } from './quotes.repository.js';

const ACTION = receivablesPermissions.manageSalesDrafts.name;
const answered = { accepted: receivablesEvents.quoteAccepted, declined: receivablesEvents.quoteDeclined } as const;

/** Sends quotes, with every amount as it is then, and keeps what customers say to them. */
@Injectable()
export class QuoteSending {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly quotes: QuotesRepository,
    private readonly preparation: SalesPreparation,
    private readonly clock: OrganizationClock,
  ) {}

  /** @throws Problem quote_in_other_status, quote_refused, sales_document_refused, tax_calculation_refused, party_on_hold */
  send(id: string, expectedVersion: number, { sentOn: named }: SendQuote, dryRun: boolean): Promise<QuoteRevisionView> {
    const work = async (transaction: Transaction) => {
      const quote = requireQuote(await this.quotes.hold(transaction, id), expectedVersion, ['draft']);
      const today = await this.clock.today(transaction);
      const sentOn = named ?? today;
      requireDay('sentOn', sentOn, today);
      if (quote.validUntil !== null && quote.validUntil < sentOn) {
        const message = `It would be valid until ${quote.validUntil}, which is over on ${sentOn}.`;
        refuseQuote('/sentOn', 'valid_before_sent', message);
      }
      const { legalEntityId, content, partyId } = quote;
      const wanted = { ...content, partyId, issuedOn: sentOn };
      const { document } = await this.preparation.prepare(transaction, 'invoice', legalEntityId, wanted);
      const printed = printedQuote(document);
      await this.quotes.send(transaction, quote, { sentOn, currency: document.currency, printed });
      const sent = await this.quotes.get(transaction, id);
      await transaction.publish(receivablesEvents.quoteSent, id, eventOf(sent));
      return this.quotes.revision(transaction, sent);
    };
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /** @throws Problem quote_in_other_status also where its last day was over by then; quote_refused */
  answer(
    id: string,
    expectedVersion: number,
    answer: QuoteAnswer,
    { answeredOn: named, note }: AnswerQuote,
  ): Promise<QuoteView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const held = await this.quotes.hold(transaction, id);
      const quote = requireQuote(held, expectedVersion, ['sent', 'expired']);
      const today = await this.clock.today(transaction);
      const answeredOn = named ?? today;
      requireDay('answeredOn', answeredOn, today, quote.sentOn!);
      if (answer === 'accepted' && quote.validUntil !== null && quote.validUntil < answeredOn) {
        const message = `It was valid until ${quote.validUntil}; begin another revision, or say on which day before that it was accepted.`;
        throw accountingProblems.quote_in_other_status(message, [
          { pointer: '/answeredOn', code: 'quote_expired', message },
        ]);
      }
      await this.quotes.answer(transaction, quote, { answer, answeredOn, note: note ?? null });
      const now = await this.quotes.get(transaction, id);
      await transaction.publish(answered[answer], id, eventOf(now));
      return now;
    });
  }
}

/** What is told of a quote that was sent. */
export function eventOf(quote: QuoteView) {
  const { id: quoteId, legalEntityId, partyId, revision, documentId, draftId } = quote;
  const sent = { number: quote.number!, currency: quote.currency!, payable: quote.payable! };
  return { quoteId, legalEntityId, partyId, revision, ...sent, documentId, draftId };
}
