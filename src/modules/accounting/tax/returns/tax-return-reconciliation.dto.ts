import { Code, Count, CurrencyCode, List, Money, OnDate, Ref, Text } from '#platform/http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const MOST_POSTINGS = 200;

export class ReconciledAccountView {
  @Ref({ example: exampleId })
  accountId: string;

  @Text(50, { example: '2610' })
  accountCode: string;

  @Text(200, { example: 'Output VAT' })
  accountName: string;

  @Money({ example: '1250.00', description: 'Credits less debits that are dated in the period.' })
  movement: string;

  @Money({ example: '1250.00', description: 'Tax that the return declares in the account: owed above zero.' })
  declared: string;

  @Money({ example: '0.00', description: 'Of it: in entries that are dated outside the period; taken off.' })
  declaredOfOtherDates: string;

  @Money({
    example: '0.00',
    description: 'Tax in entries that are dated in the period, and that this return does not declare; added.',
  })
  undeclared: string;

  @Money({
    example: '0.00',
    description: 'Postings to the account in the period that no tax line is about, such as payments; added.',
  })
  withoutTaxLines: string;

  @Money({
    example: '0.00',
    description: 'What settlements of returns, dated in the period, took from the account or gave back; added.',
  })
  settled: string;
}

export class PostingWithoutTaxLineView {
  @Ref({ example: exampleId })
  entryId: string;

  @Count(1, 5001, { example: 2 })
  lineNumber: number;

  @Code(20, { example: 'GENERAL' })
  journalCode: string;

  @Count(1, 2_147_483_647, { example: 42 })
  entryNumber: number;

  @OnDate({ example: '2026-03-12' })
  entryDate: string;

  @Text(500, { example: 'VAT of the fourth quarter, paid' })
  description: string;

  @Text(50, { example: '2610' })
  accountCode: string;

  @Money({ example: '-4200.00', description: 'Credit less debit, in the functional currency.' })
  amount: string;
}

export class TaxReturnReconciliationView {
  @Ref({ example: exampleId })
  taxReturnId: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @List(() => ReconciledAccountView, {
    max: 10_000,
    description:
      'Each account of the tax codes of the form: `movement` is `declared` less `declaredOfOtherDates` plus `undeclared` plus `withoutTaxLines` plus `settled`.',
  })
  accounts: ReconciledAccountView[];

  @List(() => PostingWithoutTaxLineView, {
    max: MOST_POSTINGS,
    description: 'The postings that no tax line is about, the earliest first.',
  })
  postingsWithoutTaxLines: PostingWithoutTaxLineView[];

  @Count(0, 2_147_483_647, { example: 1, description: 'How many there are, also of those that are not shown.' })
  postingWithoutTaxLineCount: number;
}
