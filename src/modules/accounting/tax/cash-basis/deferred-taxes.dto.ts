import { Count, CurrencyCode, List, Money, OnDate, Ref, Text } from '#platform/http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const MOST_DOCUMENTS = 1000;

export class DeferredTaxesQuery {
  @Ref({ optional: true, example: exampleId, description: 'The default legal entity where left out.' })
  legalEntityId?: string;

  @OnDate({ optional: true, example: '2026-03-31', description: 'At the end of which day; today where left out.' })
  on?: string;
}

export class DeferredTaxAccountView {
  @Ref({ example: exampleId })
  accountId: string;

  @Text(50, { example: '2615' })
  accountCode: string;

  @Text(200, { example: 'Output tax not yet due' })
  accountName: string;

  @Money({ example: '20.00', description: 'What the account stands at: credits less debits.' })
  balance: string;

  @Money({ example: '20.00', description: 'Tax of documents that waits on it.' })
  deferred: string;

  @Money({ example: '0.00', description: '`balance` less `deferred`: postings that no tax line is about.' })
  withoutTaxLines: string;
}

export class DeferredTaxDocumentView {
  @Ref({ example: exampleId, description: 'The journal entry of the document.' })
  entryId: string;

  @OnDate({ example: '2026-03-05' })
  entryDate: string;

  @Text(50, { nullable: true, example: 'invoice' })
  documentType: string | null;

  @Ref({ nullable: true, example: exampleId })
  documentId: string | null;

  @Ref({ nullable: true, example: exampleId })
  partyId: string | null;

  @Money({ example: '100.00', description: 'What the waiting tax is of, in the functional currency.' })
  base: string;

  @Money({ example: '20.00', description: 'Tax that waits, in the functional currency; of a credit note below zero.' })
  tax: string;
}

export class DeferredTaxesView {
  @OnDate({ example: '2026-03-31' })
  on: string;

  @CurrencyCode({ example: 'EUR', description: 'Functional currency of the legal entity; all amounts are in it.' })
  currency: string;

  @List(() => DeferredTaxAccountView, { max: 10_000, description: 'Each account that tax codes let taxes wait on.' })
  accounts: DeferredTaxAccountView[];

  @Money({ example: '20.00', description: 'Tax that waits of all documents, also of those that are not shown.' })
  total: string;

  @List(() => DeferredTaxDocumentView, {
    max: MOST_DOCUMENTS,
    description: 'The documents of which tax waits, the earliest first.',
  })
  documents: DeferredTaxDocumentView[];

  @Count(0, 2_147_483_647, { example: 1, description: 'How many there are, also of those that are not shown.' })
  documentCount: number;
}
