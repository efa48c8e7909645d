import {
  Choice,
  Code,
  Count,
  CurrencyCode,
  Flag,
  Money,
  OnDate,
  Rate,
  Ref,
  Values,
} from '#platform/http/fields/fields.js';
import { codeRule } from '#platform/http/fields/text-rules.js';
import {
  type DocumentDirection,
  documentDirections,
  taxCategories,
  type TaxCategory,
  type TaxedAmount,
  taxedAmounts,
  type TaxSide,
  taxSides,
} from '../contract/tax-words.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
/** Tax lines that an entry may have. */
export const MOST_TAXES = 20_000;
const MOST_TAX_CODES = 5;

/** The taxes that a line bears. */
export class BorneTaxFields {
  @Choice(documentDirections, {
    name: 'TaxDirection',
    example: 'purchase',
    description:
      'A debit of a purchase is what was bought, a credit what is given back of it; of a sale it is the other way round.',
  })
  direction: DocumentDirection;

  @Values(codeRule({ max: 20 }), {
    min: 1,
    max: MOST_TAX_CODES,
    example: ['VAT25'],
    description: 'Tax codes in the order in which they are levied.',
  })
  taxCodes: string[];

  @Money({
    optional: true,
    sign: 'not_negative',
    example: '25.01',
    description:
      'The tax as the voucher states it, where that is not what is calculated. It may differ by ten of the smallest units of the currency.',
  })
  taxAmount?: string;
}

export class LineTaxFields extends BorneTaxFields {
  @Choice(taxedAmounts, {
    name: 'TaxedAmount',
    optional: true,
    example: 'gross',
    description:
      'What the amount of the line is: `net` of its taxes, `gross` with those that are paid with it, or a `tax` itself that the voucher states, on the account of its code. `net` where left out.',
  })
  amountIs?: TaxedAmount;

  @Money({
    optional: true,
    sign: 'not_negative',
    example: '100.00',
    description: 'What a line that is a tax itself was levied on; with `amountIs` `tax` only.',
  })
  base?: string;
}

/** A tax as returns are told of it. */
export class EntryTaxView {
  @Count(1, 5001, {
    nullable: true,
    example: 3,
    description: 'The line of the entry that the tax is in; null for none.',
  })
  lineNumber: number | null;

  @Code(20, { example: 'VAT25' })
  taxCode: string;

  @Rate({ example: '0.25', description: 'As it was on the tax point date.' })
  rate: string;

  @Choice(taxCategories, { name: 'TaxCategory', example: 'S' })
  category: TaxCategory;

  @Choice(documentDirections, { name: 'TaxDirection', example: 'purchase' })
  direction: DocumentDirection;

  @Choice(taxSides, { name: 'TaxSide', example: 'input', description: 'What is owed, or what is deducted.' })
  side: TaxSide;

  @OnDate({ example: '2026-01-31' })
  taxPointOn: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '100.00', description: 'In `currency`; given back below zero.' })
  base: string;

  @Money({ example: '25.00' })
  tax: string;

  @Money({ example: '100.00', description: 'In the functional currency, in which returns are made.' })
  functionalBase: string;

  @Money({ example: '25.00' })
  functionalTax: string;

  @Ref({ nullable: true, example: exampleId })
  partyId: string | null;

  @Flag({
    example: false,
    description:
      'Whether the tax waits until it is paid: no return has it. What becomes due of it leaves it by a line below zero.',
  })
  isDeferred: boolean;
}
