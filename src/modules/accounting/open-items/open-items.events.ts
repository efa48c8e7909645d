import type { EventDeclaration } from '#platform/events/event-declaration.js';
import { CurrencyCode, Money, OnDate, Ref } from '#platform/http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class AllocationData {
  @Ref({ example: exampleId, description: 'Also the subject of the event.' })
  allocationId: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  partyId: string;

  @Ref({ example: exampleId, description: 'The entry of the item that was charged.' })
  debitEntryId: string;

  @Ref({ example: exampleId, description: 'The entry of the item that was paid or credited.' })
  creditEntryId: string;

  @Money({ example: '1250.00' })
  amount: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @OnDate({ example: '2026-02-14' })
  effectiveOn: string;
}

const example = {
  allocationId: exampleId,
  legalEntityId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12',
  partyId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13',
  debitEntryId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a14',
  creditEntryId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a15',
  amount: '1250.00',
  currency: 'EUR',
  effectiveOn: '2026-02-14',
};

export const openItemEvents = {
  allocationMade: {
    type: 'accounting.allocation.made.v1',
    description: 'An item was settled with another, in part or wholly.',
    data: AllocationData,
    example,
  },
  allocationUndone: {
    type: 'accounting.allocation.undone.v1',
    description: 'An allocation was taken back: both items are open again by its amount.',
    data: AllocationData,
    example,
  },
} as const satisfies Record<string, EventDeclaration<AllocationData>>;
