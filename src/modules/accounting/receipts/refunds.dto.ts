import { List, Money, OnDate, Ref } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { MoneyFields, MOST_ITEMS } from './settlement-fields.dto.js';
import { Entries, MoneyView } from './settlement.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class RefundedItem {
  @Ref({ example: exampleId, description: 'A credit of the customer, such as a receipt on account or a credit note.' })
  openItemId: string;

  @Money({
    optional: true,
    sign: 'positive',
    example: '40.00',
    description: 'What of it is paid back; all that is open where left out.',
  })
  amount?: string;
}

export class RecordRefund extends MoneyFields {
  @OnDate({ example: '2026-02-16', description: 'When it was paid back: the accounting date.' })
  refundedOn: string;

  @List(() => RefundedItem, {
    min: 1,
    max: MOST_ITEMS,
    description: 'Credits of one currency, each once; what is paid back is their sum.',
  })
  items: RefundedItem[];
}

export class RefundSummary extends MoneyView {
  @OnDate({ example: '2026-02-16' })
  refundedOn: string;
}

export class RefundView extends RefundSummary {
  @Entries()
  entries: JournalEntryView[];
}

export class RefundList extends ListOf(RefundSummary) {}
