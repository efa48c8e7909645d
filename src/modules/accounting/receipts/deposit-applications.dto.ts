import { List, Money, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { MOST_ITEMS, SettlementFields } from './settlement-fields.dto.js';
import { Entries, SettlementView } from './settlement.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class DepositAllocation {
  @Ref({
    example: exampleId,
    description: 'A charge of the customer, such as an invoice, in the currency of the deposit.',
  })
  openItemId: string;

  @Money({ sign: 'positive', example: '250.00', description: 'What of the deposit goes to it.' })
  amount: string;
}

export class ApplyDeposit extends SettlementFields {
  @Ref({
    example: exampleId,
    description:
      'The deposit: a credit of the customer that stands on another account than what it pays. `listDeposits` has them.',
  })
  depositItemId: string;

  @OnDate({
    example: '2026-03-20',
    description:
      'When it is applied: the accounting date, not before the deposit or what it pays. Its period must be open; that of the deposit need not be.',
  })
  appliedOn: string;

  @List(() => DepositAllocation, { min: 1, max: MOST_ITEMS, description: 'What it pays; each item once.' })
  allocations: DepositAllocation[];

  @Text(500, { optional: true, example: 'Final invoice of the order' })
  note?: string;
}

export class DepositApplicationSummary extends SettlementView {
  @OnDate({ example: '2026-03-20' })
  appliedOn: string;

  @Ref({ example: exampleId, description: 'The entry that takes it from the account of deposits.' })
  entryId: string;

  @Text(500, { nullable: true, example: 'Final invoice of the order' })
  note: string | null;
}

export class DepositApplicationView extends DepositApplicationSummary {
  @Entries()
  entries: JournalEntryView[];
}

export class DepositApplicationList extends ListOf(DepositApplicationSummary) {}
