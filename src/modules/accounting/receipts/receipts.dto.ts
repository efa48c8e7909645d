import { Code, CurrencyCode, Flag, List, Money, Nested, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { MoneyFields, MOST_ITEMS } from './settlement-fields.dto.js';
import { Entries, MoneyView } from './settlement.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class ReceiptWithholding {
  @Code(20, { example: 'IRPF', description: 'An active withholding code of the legal entity.' })
  code: string;

  @Money({
    optional: true,
    sign: 'positive',
    example: '150.00',
    description:
      'What the customer kept back of the item, which it settles besides what was paid. Where left out, what is expected by the document of the item, in proportion to what is paid: parts sum to the whole.',
  })
  amount?: string;

  @Money({
    optional: true,
    sign: 'positive',
    example: '1000.00',
    description: 'What that was reckoned of, where the customer says so; not less.',
  })
  base?: string;

  @Text(100, {
    optional: true,
    example: 'R-2026-118',
    description: 'What the certificate is called, where there is one already; `updateWithholding` keeps later ones.',
  })
  certificateNumber?: string;

  @OnDate({ optional: true, example: '2026-02-14', description: 'The day of the certificate, with its number.' })
  certifiedOn?: string;
}

export class ReceiptAllocation {
  @Ref({ example: exampleId, description: 'A charge of the customer, such as an invoice, in the same currency.' })
  openItemId: string;

  @Money({ sign: 'positive', example: '98.00', description: 'What of the receipt goes to it.' })
  amount: string;

  @Money({
    optional: true,
    sign: 'positive',
    example: '2.00',
    description:
      'An early-payment discount, with the tax in it, which settles the item besides. Within what was offered; beyond it with `discountReason` alone. Not with `takeDiscount`.',
  })
  discount?: string;

  @Flag({
    optional: true,
    example: false,
    description: 'Whether the discount that the amount earns on this day is granted; `false` where left out.',
  })
  takeDiscount?: boolean;

  @Text(500, {
    optional: true,
    example: 'Agreed with sales',
    description:
      'Why the discount is granted beyond what was offered; needs the permission `accounting.early_discount.grant`.',
  })
  discountReason?: string;

  @Nested(() => ReceiptWithholding, {
    optional: true,
    description: 'A tax that the customer kept back for the authority. In the functional currency alone.',
  })
  withholding?: ReceiptWithholding;

  @List(() => ReceiptWithholding, {
    optional: true,
    max: 5,
    description: 'The same where the customer kept back taxes under several codes, each once.',
  })
  withholdings?: ReceiptWithholding[];
}

export class RecordReceipt extends MoneyFields {
  @OnDate({ example: '2026-02-14', description: 'When it was paid: the accounting date. Its period must be open.' })
  receivedOn: string;

  @Money({ sign: 'positive', example: '98.00', description: 'What the customer paid, with the charge in it.' })
  amount: string;

  @CurrencyCode({ optional: true, example: 'EUR', description: 'The functional currency where left out.' })
  currency?: string;

  @Money({
    optional: true,
    sign: 'not_negative',
    example: '1.50',
    description:
      'What the bank or the payment provider kept of it, in the same currency, less than the amount; posted to the account named for `bank_charges`.',
  })
  charge?: string;

  @List(() => ReceiptAllocation, {
    optional: true,
    max: MOST_ITEMS,
    description: 'What it pays; each item once. What is left stays as a credit of the customer.',
  })
  allocations?: ReceiptAllocation[];

  @Flag({
    optional: true,
    example: false,
    description:
      'Whether what is left is a deposit: posted to the account named for `customer_deposits`, which then has to control receivables. `false` where left out.',
  })
  deposit?: boolean;

  @Money({
    optional: true,
    sign: 'positive',
    example: '0.05',
    description:
      'The most that an item may have left to be settled all the same, the difference being posted to the account named for `payment_differences`. Needs the permission `accounting.receivable.write_off`.',
  })
  differenceTolerance?: string;
}

export class ReceiptSummary extends MoneyView {
  @OnDate({ example: '2026-02-14' })
  receivedOn: string;

  @Money({ example: '1.50', description: 'What the bank or provider kept of the amount.' })
  charge: string;

  @Flag({ example: false, description: 'Whether what it settles nothing with is a deposit.' })
  deposit: boolean;

  @Money({ example: '0.00', description: 'What of it settles nothing now. Zero once it is reversed.' })
  unallocatedAmount: string;

  @Ref({
    nullable: true,
    example: null as never,
    description:
      'The match with a line of a bank statement that it was recorded for (`createBankLineEntry`, or a suggestion that was accepted); undoing that takes the receipt back, and nothing else does.',
  })
  bankMatchId: string | null;
}

export class ReceiptView extends ReceiptSummary {
  @Entries()
  entries: JournalEntryView[];
}

export class ReceiptList extends ListOf(ReceiptSummary) {}
