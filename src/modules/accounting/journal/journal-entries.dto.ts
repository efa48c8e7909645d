import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  Nested,
  OnDate,
  Rate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import { EntryApprovalView } from './entry-approval.dto.js';
import { EntryTaxView, MOST_TAXES } from './entry-taxes.dto.js';
import { JournalLineFields, JournalLineView, MAX_LINES, rateType } from './journal-lines.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const entryKinds = ['regular', 'opening', 'closing'] as const satisfies EntryKind[];

export class JournalEntryFields {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Text(20, {
    optional: true,
    example: 'GENERAL',
    description:
      'Code of the journal; `GENERAL` where left out. The entry gets the next number of the journal in its fiscal year.',
  })
  journalCode?: string;

  @OnDate({ example: '2026-01-31', description: 'Accounting date. Its fiscal period must be open.' })
  entryDate: string;

  @Flag({
    optional: true,
    example: false,
    description:
      'Whether the entry goes to the adjustment period of its fiscal year; its date is then the last day of the year. `false` where left out.',
  })
  adjustment?: boolean;

  @Choice(entryKinds, {
    name: 'JournalEntryKind',
    optional: true,
    example: 'regular',
    description:
      '`opening` entries count as opening balance and not as movement; `closing` entries are movement that reports show apart; `regular` where left out.',
  })
  kind?: EntryKind;

  @Text(500, { example: 'Office rent January' })
  description: string;

  @Text(100, {
    optional: true,
    example: 'INV-2026-0117',
    description: 'Number of the voucher or document behind the entry.',
  })
  reference?: string;

  @Text(100, {
    optional: true,
    example: 'webshop',
    description: 'The system that the entry comes from; given together with `externalId`.',
  })
  externalSource?: string;

  @Text(200, {
    optional: true,
    example: 'order-4711',
    description: 'The key of the entry in that system; one entry for each.',
  })
  externalId?: string;

  @CurrencyCode({
    optional: true,
    example: 'EUR',
    description: 'Currency of all lines that name none; the functional currency where left out.',
  })
  currency?: string;

  @Rate({
    optional: true,
    sign: 'positive',
    example: '11.2345',
    description: 'Exchange rate of all foreign lines that name none.',
  })
  exchangeRate?: string;

  @Text(100, { optional: true, example: 'ECB reference rate' })
  exchangeRateSource?: string;

  @Code(20, {
    ...rateType,
    optional: true,
    example: 'spot',
    description:
      'Type of the recorded rates that foreign lines take which have no rate of their own; `spot` where left out.',
  })
  exchangeRateType?: string;

  @Text(500, {
    optional: true,
    example: 'Late supplier invoice, agreed with the auditor',
    description:
      'Why the entry belongs into a softly closed period; needs the permission `accounting.fiscal_period.pass_soft_close`.',
  })
  softCloseReason?: string;

  @OnDate({
    optional: true,
    example: '2026-02-01',
    description: 'The entry is an accrual: it is reversed by itself on this date, which is after its own.',
  })
  reversesOn?: string;

  @OnDate({
    optional: true,
    example: '2026-01-28',
    description:
      'The day that decides the rates of its taxes, and the period of the return that declares them; the entry date where left out.',
  })
  taxPointOn?: string;

  @List(() => JournalLineFields, {
    min: 2,
    max: MAX_LINES,
    description: 'Debits equal credits, exactly, in the functional currency.',
  })
  lines: JournalLineFields[];
}

export class CreateJournalEntry extends JournalEntryFields {
  @Flag({
    example: true,
    description: 'Must be `true`: the entry is posted at once and for good. A correction is a reversal.',
  })
  post: boolean;
}

export class EntryOriginView {
  @Text(40, { example: 'allocation', description: 'What kind of document it is.' })
  type: string;

  @Ref({ example: exampleId, description: 'The document’s id.' })
  id: string;
}

const entryStatuses = ['posted', 'reversed'] as const;

export class JournalEntryView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Text(20, { example: 'GENERAL' })
  journalCode: string;

  @Count(1, 2_147_483_647, {
    example: 17,
    description: 'Gapless within the journal and fiscal year, in posting order.',
  })
  number: number;

  @Ref({ example: exampleId })
  fiscalYearId: string;

  @Ref({ example: exampleId })
  periodId: string;

  @OnDate({ example: '2026-01-31' })
  entryDate: string;

  @Flag({ example: false, description: 'Whether its period is the adjustment period of the year.' })
  adjustment: boolean;

  @Choice(entryKinds, { name: 'JournalEntryKind', example: 'regular' })
  kind: EntryKind;

  @Choice(entryStatuses, { name: 'JournalEntryStatus', example: 'posted' })
  status: (typeof entryStatuses)[number];

  @Text(500, { example: 'Office rent January' })
  description: string;

  @Text(100, { nullable: true, example: 'INV-2026-0117' })
  reference: string | null;

  @Text(100, { nullable: true, example: 'webshop' })
  externalSource: string | null;

  @Text(200, { nullable: true, example: 'order-4711' })
  externalId: string | null;

  @CurrencyCode({ example: 'EUR' })
  functionalCurrency: string;

  @Money({
    example: '1250.00',
    description: 'Sum of the debits, equal to the sum of the credits, in the functional currency.',
  })
  total: string;

  @Ref({ nullable: true, example: exampleId, description: 'The entry that this one reverses.' })
  reversalOf: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The entry that reverses this one.' })
  reversedBy: string | null;

  @Text(500, { nullable: true, example: 'Late supplier invoice' })
  softCloseReason: string | null;

  @Ref({ example: exampleId, description: 'The person who posted it.' })
  postedBy: string;

  @AtInstant({ example: '2026-02-01T08:30:00.000Z' })
  postedAt: string;

  @Nested(() => EntryApprovalView, {
    nullable: true,
    description: 'Who asked for it and who approved it, where a policy covered it; null for other entries.',
  })
  approval: EntryApprovalView | null;

  @Nested(() => EntryOriginView, {
    nullable: true,
    description:
      'The document that posted the entry, and through which it is taken back; null for entries that stand for themselves.',
  })
  origin: EntryOriginView | null;

  @List(() => JournalLineView, { min: 2, max: MAX_LINES + 1 })
  lines: JournalLineView[];

  @List(() => EntryTaxView, {
    max: MOST_TAXES,
    description: 'The taxes of the entry: its tax lines, which returns are made of.',
  })
  taxes: EntryTaxView[];
}
