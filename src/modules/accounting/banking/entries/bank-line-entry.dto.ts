import { Choice, Code, Flag, List, Money, Nested, OnDate, Rate, Ref, Text } from '#platform/http/fields/fields.js';
import { MOST_DIMENSIONS_OF_LINE } from '../../dimensions/dimension-kind.js';
import { BorneTaxFields } from '../../journal/entry-taxes.dto.js';
import { LineDimensionFields } from '../../journal/journal-lines.dto.js';
import { type ItemControl, itemControls } from '../../open-items/open-items.dto.js';
import { ReceiptWithholding } from '../../receipts/receipts.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const MOST_LINES = 100;
const MOST_ITEMS = 200;
/** Codes under which something is withheld of one item. */
export const MOST_WITHHOLDINGS = 5;

export class BankLineSettlement {
  @Ref({ example: exampleId, description: 'An open item of the party, in the currency of the bank account.' })
  openItemId: string;

  @Money({
    optional: true,
    sign: 'positive',
    example: '250.00',
    description:
      'How much of the line goes to it; what it has open where left out, less the discount and what is withheld, or what is left of the line.',
  })
  amount?: string;

  @Money({
    optional: true,
    nullable: true,
    sign: 'positive',
    example: '5.00',
    description:
      'An early-payment discount, with the tax in it, which settles the item besides: as `recordReceipt` takes it. The line is recorded as a receipt then (`getReceipt`). Not with `takeDiscount`; none where null.',
  })
  discount?: string | null;

  @Flag({
    optional: true,
    example: false,
    description:
      'Whether the discount is granted that the amount earns on the accounting date of the entry; `false` where left out. The line is recorded as a receipt then.',
  })
  takeDiscount?: boolean;

  @Text(500, {
    optional: true,
    example: 'Agreed with sales',
    description:
      'Why the discount is granted beyond what was offered; needs the permission `accounting.early_discount.grant`.',
  })
  discountReason?: string;

  @List(() => ReceiptWithholding, {
    optional: true,
    max: MOST_WITHHOLDINGS,
    description:
      'Taxes that the customer kept back of it for the authority, which settle it besides: each code once, in the functional currency. The line is recorded as a receipt then (`getReceipt`).',
  })
  withholdings?: ReceiptWithholding[];
}

export class BankLineEntryLine {
  @Money({
    example: '250.00',
    description: 'Its share of the line of the statement, with the same sign for what goes the same way; never zero.',
  })
  amount: string;

  @Code(20, {
    optional: true,
    example: '6570',
    description:
      'The account by its code. Needed without a party; with one it is that of its items, or else the account for receivables or payables of the legal entity.',
  })
  accountCode?: string;

  @Ref({ optional: true, example: exampleId, description: 'The customer or vendor whose payment it is.' })
  partyId?: string;

  @Choice(itemControls, {
    name: 'OpenItemControl',
    optional: true,
    example: 'receivable',
    description: 'What of the party it is, where neither account nor items tell; `receivable` where left out.',
  })
  control?: ItemControl;

  @List(() => BankLineSettlement, {
    optional: true,
    max: MOST_ITEMS,
    description:
      'Items of the party that it settles, in this order and at most to its amount; what is left stays open as a payment on account. Only with a party.',
  })
  settles?: BankLineSettlement[];

  @Money({
    optional: true,
    sign: 'positive',
    example: '0.05',
    description:
      'The most that an item which it settles may have left to be settled all the same, the difference being posted to the account named for `payment_differences`. The line is recorded as a receipt then. Needs the permission `accounting.receivable.write_off`.',
  })
  differenceTolerance?: string;

  @Text(500, { optional: true, example: 'Account keeping January' })
  description?: string;

  @List(() => LineDimensionFields, {
    optional: true,
    max: MOST_DIMENSIONS_OF_LINE,
    description: 'Values of dimensions, at most one of each; as for an entry by hand. Not with a party.',
  })
  dimensions?: LineDimensionFields[];

  @Nested(() => BorneTaxFields, {
    optional: true,
    description:
      'Taxes that are in the amount: they become lines of their own, and the account gets the rest. Not with a party.',
  })
  taxes?: BorneTaxFields;
}

export class CreateBankLineEntry {
  @Ref({ example: exampleId, description: 'An unmatched line.' })
  statementLineId: string;

  @OnDate({
    optional: true,
    example: '2026-01-31',
    description: 'Accounting date; the day on which the bank booked the line where left out.',
  })
  entryDate?: string;

  @OnDate({
    optional: true,
    example: '2026-01-28',
    description: 'The day that decides the rates of the taxes, and the return; the accounting date where left out.',
  })
  taxPointOn?: string;

  @Code(20, {
    optional: true,
    example: 'GENERAL',
    description: 'Code of the journal; `GENERAL` where left out. Receipts stand in theirs.',
  })
  journalCode?: string;

  @Text(500, {
    optional: true,
    example: 'Payment of invoice 2026-17',
    description: 'What the bank says of the line where left out.',
  })
  description?: string;

  @Text(100, {
    optional: true,
    example: 'INV-2026-17',
    description: 'The reference of the sender, or of the bank, where left out.',
  })
  reference?: string;

  @Rate({
    optional: true,
    sign: 'positive',
    example: '0.92',
    description:
      'Functional currency for one unit of that of the bank account, where the two differ; the recorded rate of the date where left out.',
  })
  exchangeRate?: string;

  @Text(100, { optional: true, example: 'Bank', description: 'Where the rate comes from; needed with a rate.' })
  exchangeRateSource?: string;

  @Text(500, {
    optional: true,
    example: 'Agreed with the auditor',
    description:
      'Why the entry belongs into a softly closed period; needs the permission `accounting.fiscal_period.pass_soft_close`.',
  })
  softCloseReason?: string;

  @List(() => BankLineEntryLine, {
    min: 1,
    max: MOST_LINES,
    description: 'What the line of the statement is made of; the amounts sum up to its own.',
  })
  lines: BankLineEntryLine[];
}
