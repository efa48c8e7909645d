import { Flag, List, Money, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { MOST_ITEMS, SettlementFields } from './settlement-fields.dto.js';
import { Entries, SettlementView } from './settlement.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class WrittenOffItem {
  @Ref({ example: exampleId, description: 'A charge of the customer, such as an invoice.' })
  openItemId: string;

  @Money({
    optional: true,
    sign: 'positive',
    example: '40.00',
    description: 'What of it is written off; all that is open where left out.',
  })
  amount?: string;
}

export class RecordWriteOff extends SettlementFields {
  @OnDate({ example: '2026-12-15', description: 'The accounting date.' })
  writtenOffOn: string;

  @List(() => WrittenOffItem, { min: 1, max: MOST_ITEMS, description: 'Charges of one currency, each once.' })
  items: WrittenOffItem[];

  @Text(500, { example: 'Insolvency, no dividend expected' })
  reason: string;

  @Flag({
    optional: true,
    example: false,
    description:
      'Whether the tax in the amounts is corrected, in proportion to the tax lines of what is written off, with the day of the write-off as tax point (bad-debt relief); `false` where left out. Whether the law grants it is for the caller to know.',
  })
  taxRelief?: boolean;
}

export class WriteOffSummary extends SettlementView {
  @OnDate({ example: '2026-12-15' })
  writtenOffOn: string;

  @Text(500, { example: 'Insolvency, no dividend expected' })
  reason: string;
}

export class WriteOffView extends WriteOffSummary {
  @Entries()
  entries: JournalEntryView[];
}

export class WriteOffList extends ListOf(WriteOffSummary) {}
