import { Choice, Code, CurrencyCode, List, Money, Nested, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { type AccountType, accountTypes } from '../chart/account-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class TrialBalanceQuery {
  @OnDate({
    example: '2026-12-31',
    description: 'The last day that counts. Movement starts with the fiscal year that holds it.',
  })
  asOf: string;

  @Ref({
    optional: true,
    example: exampleId,
    description: 'May be left out when the organization has one legal entity.',
  })
  legalEntityId?: string;

  @Text(20, {
    optional: true,
    example: 'COST-CENTRE',
    description: 'Only lines with a value of this dimension; given together with `valueCode`.',
  })
  dimensionCode?: string;

  @Text(50, {
    optional: true,
    example: 'STO',
    description: 'The value by its code. Such a part of the books need not balance.',
  })
  valueCode?: string;
}

export class TrialBalanceLineView {
  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '1930' })
  accountCode: string;

  @Text(200, { example: 'Bank account' })
  accountName: string;

  @Choice(accountTypes, { name: 'AccountType', example: 'asset' })
  accountType: AccountType;

  @Money({
    example: '1000.00',
    description:
      'Balance before the fiscal year and its opening entries, debit positive. Income and expense accounts open at zero.',
  })
  opening: string;

  @Money({
    example: '250.00',
    description: 'Sum of debits from the start of the fiscal year to `asOf`, opening entries left out.',
  })
  debit: string;

  @Money({ example: '100.00', description: 'Sum of credits in the same time.' })
  credit: string;

  @Money({ example: '1150.00', description: 'Opening plus debit less credit.' })
  closing: string;
}

export class TrialBalanceTotalsView {
  @Money({ example: '0.00' })
  opening: string;

  @Money({ example: '250.00' })
  debit: string;

  @Money({ example: '250.00' })
  credit: string;

  @Money({ example: '0.00' })
  closing: string;
}

export class TrialBalanceView {
  @Ref({ example: exampleId })
  legalEntityId: string;

  @CurrencyCode({ example: 'EUR', description: 'Functional currency of the legal entity; all amounts are in it.' })
  currency: string;

  @OnDate({ example: '2026-12-31' })
  asOf: string;

  @OnDate({ example: '2026-01-01', description: 'Start of the fiscal year that holds `asOf`.' })
  fiscalYearStartsOn: string;

  @Text(20, { nullable: true, example: 'COST-CENTRE', description: 'Null where all lines count.' })
  dimensionCode: string | null;

  @Text(50, { nullable: true, example: 'STO', description: 'The value that the lines have; null where all count.' })
  valueCode: string | null;

  @List(() => TrialBalanceLineView, { max: 100_000, description: 'Accounts with a figure, by code.' })
  lines: TrialBalanceLineView[];

  @Nested(() => TrialBalanceTotalsView, { description: 'Sums of the lines.' })
  totals: TrialBalanceTotalsView;

  @Money({
    example: '0.00',
    description:
      'Result of earlier fiscal years that no entry has taken to equity yet, debit positive (a loss). It stands in no line; total opening and total closing are its opposite, and zero without it.',
  })
  unclosedResult: string;
}
