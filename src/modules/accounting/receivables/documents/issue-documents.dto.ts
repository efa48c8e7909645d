import { IntersectionType } from '@nestjs/swagger';
import { List, Money, Nested, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { JournalEntryView } from '../../journal/journal-entries.dto.js';
import { exampleId, SalesExternalId, SalesFields } from './sales-fields.dto.js';
import { SalesDocumentView } from './sales-documents.dto.js';

const legalEntity = {
  optional: true,
  example: exampleId,
  description: 'Who sells. The default one where left out; the only active one, where none is the default.',
} as const;

/** Deposits that one invoice takes in. */
const MOST_DEPOSITS = 20;

export class InvoiceDeposit {
  @Ref({
    example: exampleId,
    description:
      'An open deposit of the customer, in the currency of the invoice and of its day or before: see `listDeposits`.',
  })
  depositItemId: string;

  @Money({ sign: 'positive', example: '250.00', description: 'What of it pays the invoice.' })
  amount: string;
}

/** What an invoice takes in of what was paid before. */
export class TakenDeposits {
  @List(() => InvoiceDeposit, {
    optional: true,
    max: MOST_DEPOSITS,
    description:
      'What the customer paid before: applied as the invoice is issued, to what falls due first, and printed on it. Needs the permission `accounting.open_item.allocate`.',
  })
  deposits?: InvoiceDeposit[];
}

export class IssueInvoice extends IntersectionType(SalesFields, SalesExternalId, TakenDeposits) {
  @Ref(legalEntity)
  legalEntityId?: string;
}

/** A credit note that takes no invoice back, such as a bonus of the year. */
export class IssueCreditNote extends IntersectionType(SalesFields, SalesExternalId) {
  @Ref(legalEntity)
  legalEntityId?: string;

  @Text(500, { example: 'Bonus of 2025', description: 'Why; it is printed.' })
  reason: string;
}

/** An issued document with the entry that it is posted with. */
export class IssuedDocumentView extends SalesDocumentView {
  @Nested(() => JournalEntryView)
  entry: JournalEntryView;
}

export class SalesDocumentList extends ListOf(SalesDocumentView) {}
