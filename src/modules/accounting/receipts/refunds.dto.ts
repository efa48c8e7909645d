import { Code, List, Money, Nested, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { MoneyFields, MOST_ITEMS } from './settlement-fields.dto.js';
import { Entries, MoneyView } from './settlement.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class RefundWithholding {
  @Code(20, { example: 'IRPF', description: 'A withholding code of the legal entity; an inactive one, too.' })
  code: string;

  @Money({
    optional: true,
    sign: 'positive',
    example: '150.00',
    description:
      'What is taken back of what had been withheld, which settles the item besides what is paid back; no more than is withheld of the customer, and of the invoice that the item credits. Where left out, what had been withheld beyond what is still expected of that invoice, in proportion to what is paid back: parts sum to the whole.',
  })
  amount?: string;

  @Money({
    optional: true,
    sign: 'positive',
    example: '1000.00',
    description: 'What that had been reckoned of, where the customer says so; not less.',
  })
  base?: string;

  @Text(100, {
    optional: true,
    example: 'R-2026-119',
    description: 'What the certificate that says so is called; `updateWithholding` keeps later ones.',
  })
  certificateNumber?: string;

  @OnDate({ optional: true, example: '2026-02-16', description: 'The day of the certificate, with its number.' })
  certifiedOn?: string;
}

export class RefundedItem {
  @Ref({ example: exampleId, description: 'A credit of the customer, such as a receipt on account or a credit note.' })
  openItemId: string;

  @Money({
    optional: true,
    sign: 'positive',
    example: '40.00',
    description:
      'What of it is paid back; all that is open where left out, less what is taken back of what had been withheld.',
  })
  amount?: string;

  @Nested(() => RefundWithholding, {
    optional: true,
    description:
      'A tax that the customer had kept back for the authority, and now gets from there: the claim to it is taken back. In the functional currency alone.',
  })
  withholding?: RefundWithholding;

  @List(() => RefundWithholding, {
    optional: true,
    max: 5,
    description: 'The same where taxes had been kept back under several codes, each once.',
  })
  withholdings?: RefundWithholding[];
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
