import { newId } from '#kernel/id.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import type { PreparedDocument } from '../receivables/documents/sales-preparation.service.js';

/**
 * What an invoice will leave open, before it is posted: each instalment, which is a line of its entry. What it comes to in
 * the functional currency follows with the rate of the entry; as long as it is not known, it is told as in its own.
 */
export function itemsOfInvoice({ document, party }: PreparedDocument, accountCode: string): OpenItemView[] {
  const { legalEntityId, currency, issuedOn, instalments } = document;
  return instalments.map(({ amount, dueOn }, index) => {
    const text = amount.toFixed();
    return {
      id: newId(),
      legalEntityId,
      partyId: party.id,
      partyNumber: document.buyer.number ?? '',
      partyName: party.name,
      control: 'receivable',
      accountCode,
      entryId: '',
      lineNumber: index + 1,
      description: '',
      reference: null,
      entryDate: issuedOn,
      dueOn,
      currency,
      amount: text,
      openAmount: text,
      functionalAmount: text,
      functionalOpenAmount: text,
      status: 'open',
      dunningLevel: 0,
      lastRemindedOn: null,
      updatedAt: '',
    };
  });
}
