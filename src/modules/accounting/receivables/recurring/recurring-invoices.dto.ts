import { IntersectionType, PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, Flag, List, Nested, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { BulkErrorView } from '../../journal/bulk-posting.dto.js';
import { frequencies, type Frequency } from '../../schedules/recurrence.js';
import { recurringStatuses } from '../../schedules/recurring-entries.dto.js';
import { exampleId, SalesFields } from '../documents/sales-fields.dto.js';

export const recurringInvoiceModes = ['issue', 'draft'] as const;
export const recurringInvoiceDatings = ['due_date', 'run_date'] as const;

/** Dates that one run takes on; what is left waits for the next. */
export const MOST_DATES_OF_RUN = 1000;

/** What each invoice says. Days, rates and reasons are those of the single one; services move with the dates. */
export class RecurringInvoiceContent extends PickType(SalesFields, [
  'partyId',
  'currency',
  'exchangeRateType',
  'pricesIncludeTax',
  'rounding',
  'cashRounding',
  'country',
  'subdivision',
  'paymentTermsCode',
  'buyerReference',
  'orderReference',
  'note',
  'lines',
  'adjustments',
  'withholdings',
] as const) {}

class RecurringInvoiceFields {
  @Text(200, { example: 'Subscription of Nordlicht' })
  name: string;

  @Choice(recurringInvoiceModes, {
    name: 'RecurringInvoiceMode',
    example: 'issue',
    description: '`issue`: invoices are issued. `draft`: drafts are made, for somebody to look at and issue.',
  })
  mode: (typeof recurringInvoiceModes)[number];

  @Choice(recurringInvoiceDatings, {
    name: 'RecurringInvoiceDating',
    example: 'due_date',
    description:
      'The day of each invoice: the date of the schedule, also where it is made later, or the day on which it is made. Prices stand in the schedule; rates of taxes and currencies are those of that day.',
  })
  dating: (typeof recurringInvoiceDatings)[number];

  @OnDate({
    nullable: true,
    example: '2026-12-31',
    description: 'The last day that it may fall on; no end where null.',
  })
  endsOn: string | null;

  @Count(1, 10_000, { nullable: true, example: 12, description: 'How many dates it has at most; no bound where null.' })
  occurrences: number | null;
}

class RhythmFields {
  @Choice(frequencies, { name: 'Frequency', example: 'monthly' })
  frequency: Frequency;

  @OnDate({
    example: '2026-01-31',
    description:
      'The first date; the others are counted from it. What begins on the 31st falls on the last day of shorter months.',
  })
  startsOn: string;
}

export class CreateRecurringInvoice extends IntersectionType(
  RecurringInvoiceContent,
  PickType(RecurringInvoiceFields, ['name', 'mode']),
  PartialType(PickType(RecurringInvoiceFields, ['dating', 'endsOn', 'occurrences'])),
  RhythmFields,
) {
  @Ref({ optional: true, example: exampleId, description: 'Who sells; the default legal entity where left out.' })
  legalEntityId?: string;

  @Flag({ optional: true, example: false, description: 'Always on the last day of the month. Not with `weekly`.' })
  monthEnd?: boolean;
}

export class UpdateRecurringInvoice extends PartialType(
  IntersectionType(RecurringInvoiceContent, RecurringInvoiceFields),
) {}

export class RecurringInvoiceView extends IntersectionType(RecurringInvoiceFields, RhythmFields) {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'The customer; the one that stands for it where it was merged.' })
  partyId: string;

  @Nested(() => RecurringInvoiceContent, {
    description: 'What the next invoice says; services are those of the next date.',
  })
  content: RecurringInvoiceContent;

  @Flag({ example: false })
  monthEnd: boolean;

  @Choice(recurringStatuses, { name: 'RecurringStatus', example: 'active' })
  status: (typeof recurringStatuses)[number];

  @Count(0, 2_147_483_647, { example: 3, description: 'How many dates are behind it, done or left out.' })
  passed: number;

  @OnDate({ nullable: true, example: '2026-04-30', description: 'The next date; null where it has ended.' })
  nextOn: string | null;

  @Text(100, { nullable: true, example: 'party_on_hold', description: 'Why the next date was refused.' })
  refusalCode: string | null;

  @Text(1000, { nullable: true, example: 'Nordlicht GmbH is on hold: Disputed delivery' })
  refusal: string | null;

  @AtInstant({
    nullable: true,
    example: '2026-04-30T08:30:00.000Z',
    description: 'Since when it is refused for this reason. It is tried again at every run, before later dates.',
  })
  refusedAt: string | null;

  @Ref({ example: exampleId, description: 'Who set it up or changed it last.' })
  responsibleId: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;
}

export class RecurringInvoiceList extends ListOf(RecurringInvoiceView) {}

/** A recurring invoice as the database gives it. */
export interface RecurringInvoiceRow extends Omit<RecurringInvoiceView, 'refusedAt' | 'createdAt' | 'updatedAt'> {
  /** The date, by how many are before it, that the services of the content are of. */
  contentPassed: number;
  responsiblePersonId: string | null;
  refusedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export class RecurringInvoiceRunView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  recurringId: string;

  @OnDate({ example: '2026-01-31' })
  dueOn: string;

  @Ref({ nullable: true, example: exampleId, description: 'The invoice that was issued.' })
  documentId: string | null;

  @Code(60, { nullable: true, example: 'INV-2026-000017' })
  number: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The draft that was made; it may have been deleted since.' })
  draftId: string | null;

  @Ref({ example: exampleId, description: 'Who ran it; an id of zeros is the system.' })
  ranBy: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  ranAt: string;
}

export class RecurringInvoiceRunList extends ListOf(RecurringInvoiceRunView) {}

export class RunRecurringInvoices {
  @OnDate({
    optional: true,
    example: '2026-02-01',
    description: 'Makes what is due up to this day; up to today, by the clock of the organization, where left out.',
  })
  through?: string;

  @Ref({ optional: true, example: exampleId, description: 'Of this legal entity alone; of all where left out.' })
  legalEntityId?: string;
}

export const dueInvoiceOutcomes = ['issued', 'drafted', 'refused'] as const;

export class DueInvoiceView {
  @Ref({ example: exampleId })
  recurringId: string;

  @OnDate({ example: '2026-02-01' })
  dueOn: string;

  @Choice(dueInvoiceOutcomes, {
    name: 'DueInvoiceOutcome',
    example: 'issued',
    description: '`refused`: it is tried again at the next run, before later dates of the same recurring invoice.',
  })
  outcome: (typeof dueInvoiceOutcomes)[number];

  @Ref({ nullable: true, example: exampleId, description: 'The invoice that was issued.' })
  documentId: string | null;

  @Code(60, { nullable: true, example: 'INV-2026-000017' })
  number: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The draft that was made.' })
  draftId: string | null;

  @Text(100, { nullable: true, example: 'party_on_hold', description: 'The code of the problem.' })
  problemCode: string | null;

  @Text(1000, { nullable: true, example: 'Nordlicht GmbH is on hold: Disputed delivery' })
  detail: string | null;

  @List(() => BulkErrorView, { max: 100_000, description: 'What of the content it is about.' })
  errors: BulkErrorView[];
}

export class RecurringInvoicesRunView {
  @OnDate({ example: '2026-02-01' })
  through: string;

  @Flag({ example: false, description: 'Whether so much was due that some of it waits for the next run.' })
  hasMore: boolean;

  @List(() => DueInvoiceView, { max: MOST_DATES_OF_RUN, description: 'One for each date that was due.' })
  results: DueInvoiceView[];
}
