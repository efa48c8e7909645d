import { AtInstant, Choice, CurrencyCode, List, Money, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ItemControl, itemControls } from './open-items.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** Pairs that one command settles. */
export const MOST_PAIRS = 500;

const softCloseReason = {
  optional: true,
  example: 'Payment of January, found in February',
  description:
    'Why it takes effect in a softly closed period; needs the permission `accounting.fiscal_period.pass_soft_close`.',
} as const;

export class ItemPair {
  @Ref({ example: exampleId, description: 'The item that was charged, such as an invoice.' })
  debitItemId: string;

  @Ref({ example: exampleId, description: 'The item that settles it, such as a receipt or a credit note.' })
  creditItemId: string;

  @Money({
    optional: true,
    sign: 'positive',
    example: '250.00',
    description: 'How much of each is settled, in their currency; as much as both have open where left out.',
  })
  amount?: string;
}

export class AllocateItems {
  @List(() => ItemPair, {
    min: 1,
    max: MOST_PAIRS,
    description: 'Items of one legal entity; those of a pair are of one party, control account and currency.',
  })
  pairs: ItemPair[];

  @OnDate({
    optional: true,
    example: '2026-02-14',
    description:
      'When it takes effect, not before the dates of the items, nor before a day on which one of them was opened again: from this day on reports show them settled, and differences of exchange rates are posted on it. Today where left out, or the first day that it may be where that is later.',
  })
  effectiveOn?: string;

  @Text(500, softCloseReason)
  softCloseReason?: string;
}

export class AllocateAutomatically {
  @Ref({ example: exampleId, description: 'The customer or vendor whose items are settled.' })
  partyId: string;

  @Choice(itemControls, {
    name: 'OpenItemControl',
    optional: true,
    example: 'receivable',
    description: '`receivable` where left out.',
  })
  control?: ItemControl;

  @OnDate({
    optional: true,
    example: '2026-02-14',
    description: 'When it takes effect, and up to which date items count; today where left out.',
  })
  effectiveOn?: string;

  @Text(500, softCloseReason)
  softCloseReason?: string;
}

export class UndoAllocation {
  @OnDate({
    optional: true,
    example: '2026-02-20',
    description: 'When the items are open again, not before they were settled; today where left out, or that day.',
  })
  effectiveOn?: string;

  @Text(500, softCloseReason)
  softCloseReason?: string;
}

export const allocationStatuses = ['active', 'undone', 'undoing'] as const;
export type AllocationStatus = (typeof allocationStatuses)[number];

export class AllocationView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'The same for all that one command settled.' })
  groupId: string;

  @Ref({ example: exampleId })
  partyId: string;

  @Ref({ example: exampleId })
  debitItemId: string;

  @Ref({ example: exampleId, description: 'The journal entry of the item that was charged.' })
  debitEntryId: string;

  @Ref({ example: exampleId })
  creditItemId: string;

  @Ref({ example: exampleId, description: 'The journal entry of the item that settles it.' })
  creditEntryId: string;

  @CurrencyCode({ example: 'USD' })
  currency: string;

  @Money({
    example: '250.00',
    description: 'What of each item it settles; negative where it takes an earlier one back.',
  })
  amount: string;

  @Money({ example: '225.00', description: 'What leaves the charged item in the functional currency.' })
  functionalDebitAmount: string;

  @Money({ example: '230.00', description: 'What leaves the settling item in the functional currency.' })
  functionalCreditAmount: string;

  @Money({
    example: '5.00',
    description:
      'The realised exchange difference: what the two differ by. Of receivables, gains are positive and losses negative; of payables likewise.',
  })
  exchangeDifference: string;

  @Ref({
    nullable: true,
    example: exampleId,
    description: 'The entry that posts the difference; null where there is none.',
  })
  differenceEntryId: string | null;

  @OnDate({ example: '2026-02-14' })
  effectiveOn: string;

  @Choice(allocationStatuses, {
    name: 'AllocationStatus',
    example: 'active',
    description: '`undone` has been taken back, by one that is `undoing`.',
  })
  status: AllocationStatus;

  @Ref({ nullable: true, example: exampleId, description: 'The allocation that it takes back.' })
  undoes: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The allocation that takes it back.' })
  undoneBy: string | null;

  @Ref({ example: exampleId, description: 'Who settled them.' })
  createdBy: string;

  @AtInstant({ example: '2026-02-14T08:30:00.000Z' })
  createdAt: string;
}

export class AllocationList extends ListOf(AllocationView) {}

export class AllocationsView {
  @List(() => AllocationView, { max: MOST_PAIRS, description: 'In the order in which they were settled.' })
  allocations: AllocationView[];
}
