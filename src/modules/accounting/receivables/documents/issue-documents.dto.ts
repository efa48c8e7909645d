import { IntersectionType } from '@nestjs/swagger';
import { Nested, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { JournalEntryView } from '../../journal/journal-entries.dto.js';
import { exampleId, SalesExternalId, SalesFields } from './sales-fields.dto.js';
import { SalesDocumentView } from './sales-documents.dto.js';

const legalEntity = {
  optional: true,
  example: exampleId,
  description: 'Who sells. The default one where left out; the only active one, where none is the default.',
} as const;

export class IssueInvoice extends IntersectionType(SalesFields, SalesExternalId) {
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
