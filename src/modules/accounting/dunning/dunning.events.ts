import type { EventDeclaration } from '#platform/events/event-declaration.js';
import { Count, CurrencyCode, Money, OnDate, Ref } from '#platform/http/fields/fields.js';

const example = {
  dunningLetterId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
  legalEntityId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12',
  partyId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13',
  level: 2,
  currency: 'EUR',
  totalAmount: '1262.34',
  payBy: '2026-03-12',
};

class DunningLetterData {
  @Ref({ example: example.dunningLetterId, description: 'Also the subject of the event.' })
  dunningLetterId: string;

  @Ref({ example: example.legalEntityId })
  legalEntityId: string;

  @Ref({ example: example.partyId })
  partyId: string;

  @Count(1, 9, { example: example.level })
  level: number;

  @CurrencyCode({ example: example.currency })
  currency: string;

  @Money({ example: example.totalAmount, description: 'What the customer is asked to pay.' })
  totalAmount: string;

  @OnDate({ example: example.payBy })
  payBy: string;
}

export const dunningEvents = {
  letterIssued: {
    type: 'accounting.dunning.letter_issued.v1',
    description: 'A customer was reminded of what is overdue.',
    data: DunningLetterData,
    example,
  },
  letterCancelled: {
    type: 'accounting.dunning.letter_cancelled.v1',
    description: 'A reminder was taken back, with its charges.',
    data: DunningLetterData,
    example,
  },
} as const satisfies Record<string, EventDeclaration<DunningLetterData>>;
