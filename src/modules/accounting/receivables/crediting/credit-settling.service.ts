import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import { Problem } from '#kernel/problem.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { AllocationService } from '../../open-items/allocation.service.js';
import { PartyFactsRepository } from '../../parties/party-facts.repository.js';
import type { SalesDocumentRow } from '../documents/sales-documents.dto.js';

const HOLD_ITEMS: Statement = {
  name: 'hold_items_of_invoice',
  text: `
    SELECT accounting.hold_open_items($1, ARRAY(
      SELECT id FROM accounting.open_item WHERE organization_id = $1 AND entry_id = $2))`,
};
const FIND_ITEMS: Statement = {
  name: 'find_items_to_credit',
  text: `
    SELECT id, entry_id AS "entryId", abs(open_amount)::text AS "openAmount" FROM accounting.open_item
    WHERE organization_id = $1 AND entry_id = ANY ($2::uuid[]) AND open_amount <> 0 ORDER BY due_on, line_number`,
};

interface OpenPart {
  id: string;
  entryId: string;
  openAmount: string;
}

type Credited = Pick<SalesDocumentRow, 'legalEntityId' | 'partyId' | 'entryId'>;

/** Settles what is open of an invoice with what takes it back. */
@Injectable()
export class CreditSettling {
  constructor(
    private readonly parties: PartyFactsRepository,
    private readonly allocation: AllocationService,
  ) {}

  /**
   * Holds the customer and the items of the invoice until the transaction ends. Whatever settles items holds these before it
   * posts; a credit note that posted first would wait for a payment of the invoice that waits for it.
   */
  async hold(transaction: Transaction, { legalEntityId, partyId, entryId }: Credited): Promise<void> {
    await this.parties.loadAndHold(transaction, { legalEntityIds: [legalEntityId], ids: [partyId] });
    await transaction.rows(HOLD_ITEMS, [transaction.organizationId, entryId]);
  }

  /** What is open of the invoice, the earliest due first, as far as the credit note goes. */
  async settle(transaction: Transaction, { entryId }: Credited, creditEntryId: string, on: string): Promise<void> {
    const values = [transaction.organizationId, [entryId, creditEntryId]];
    const items = await transaction.rows<OpenPart & object>(FIND_ITEMS, values);
    const credit = items.find((item) => item.entryId === creditEntryId)!;
    let left = new Decimal(credit.openAmount);
    const pairs = items
      .filter((item) => item.entryId === entryId)
      .flatMap(({ id, openAmount }) => {
        const amount = Decimal.min(left, openAmount);
        left = left.minus(amount);
        return amount.isZero() ? [] : { debitItemId: id, creditItemId: credit.id, amount: amount.toFixed() };
      });
    if (pairs.length === 0) return;
    await this.allocation.allocate({ pairs, effectiveOn: on }).catch((error: unknown) => {
      // An item that was opened again later is settled then at the earliest.
      const isTooEarly = error instanceof Problem && error.errors.some(({ code }) => code === 'effective_too_early');
      if (!isTooEarly) throw error;
      return this.allocation.allocate({ pairs });
    });
  }
}
