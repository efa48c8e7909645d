import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Money } from '#kernel/money.js';
import type { Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../../accounting.problems.js';
import { dueDates } from '../../parties/due-dates.js';
import type { PartyFact } from '../../parties/party-facts.js';
import { PartyFactsRepository } from '../../parties/party-facts.repository.js';
import type { WantedDocument } from './content-of-request.js';
import { dueAtOnce } from './plan-sales-posting.js';
import type { PrintedParty, SalesInstalment, SalesKind } from './sales-document.js';
import { SalesFactsRepository } from './sales-facts.repository.js';
import { customerFault, refuseSale } from './sales-faults.js';
import type { KnownCustomer } from './sales-policy.js';

/** Whom documents are for, and when they pay. */
@Injectable()
export class SalesCustomers {
  constructor(
    private readonly parties: PartyFactsRepository,
    private readonly facts: SalesFactsRepository,
  ) {}

  /** Held until the transaction ends. @throws Problem sales_document_refused, party_on_hold */
  async find(
    transaction: Transaction,
    legalEntityId: string,
    { partyId, withholdings = [] }: WantedDocument,
    known: KnownCustomer | undefined,
  ): Promise<PartyFact> {
    const id = partyId.toLowerCase();
    const party = known?.party ?? (await this.hold(transaction, legalEntityId, id, withholdings.length > 0));
    refuseSale(customerFault(party, id));
    if (party!.status === 'on_hold') {
      throw accountingProblems.party_on_hold(`${party!.name} is on hold: ${party!.holdReason}`);
    }
    return party!;
  }

  private async hold(
    transaction: Transaction,
    legalEntityId: string,
    id: string,
    withholds: boolean,
  ): Promise<PartyFact | undefined> {
    await this.facts.holdCustomers(transaction, [id], withholds);
    const found = await this.parties.loadAndHold(transaction, { legalEntityIds: [legalEntityId], ids: [id] });
    return found.byId(legalEntityId, id);
  }

  /** As it is printed. */
  printed(transaction: Transaction, partyId: string): Promise<PrintedParty> {
    return this.facts.buyer(transaction, partyId);
  }

  /** What falls due when: as is asked for, or by the terms of the customer. @throws Problem sales_document_refused */
  async instalments(
    transaction: Transaction,
    kind: SalesKind,
    { paymentTermsCode: code, dueOn }: WantedDocument,
    party: PartyFact,
    issuedOn: CalendarDate,
    payable: Money,
  ): Promise<SalesInstalment[]> {
    if (dueOn !== undefined) return dueAtOnce(dueOn as CalendarDate, payable.amount);
    // What is given back is due when it is given.
    const isWanted = code !== undefined || (kind === 'invoice' && party.paymentTermsId !== null);
    if (!isWanted) return dueAtOnce(issuedOn, payable.amount);
    const terms = await this.facts.terms(transaction, party.legalEntityId, { code, id: party.paymentTermsId });
    if (!terms || (code !== undefined && terms.status !== 'active')) {
      const message = `The legal entity has no active payment terms ${code}.`;
      refuseSale([{ pointer: '/paymentTermsCode', code: 'unknown_payment_terms', message }]);
    }
    return dueDates(terms!, issuedOn, payable)
      .filter(({ amount }) => !amount.isZero())
      .map(({ dueOn: day, amount, discounts }) => ({
        dueOn: day,
        amount: amount.amount,
        discounts: discounts.map(({ until, percentage, amount: part }) => ({ until, percentage, amount: part.amount })),
      }));
  }
}
