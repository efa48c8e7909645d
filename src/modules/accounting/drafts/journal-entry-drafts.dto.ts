import { PartialType } from '@nestjs/swagger';
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
import { type RequestState, requestStates } from '#platform/approvals/requests/request-state.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import { MOST_DIMENSIONS_OF_LINE } from '../dimensions/dimension-kind.js';
import { entryKinds } from '../journal/journal-entries.dto.js';
import { LineTaxFields } from '../journal/entry-taxes.dto.js';
import { LineDimensionFields, MAX_LINES, rateType } from '../journal/journal-lines.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const draftStatuses = ['draft', 'pending_approval', 'posted'] as const;

class DraftLineFields {
  @Code(20, { nullable: true, example: '1930', description: 'The account by its code; it need not exist yet.' })
  accountCode: string | null;

  @Money({ nullable: true, sign: 'not_negative', example: '1250.00', description: 'In the currency of the line.' })
  debit: string | null;

  @Money({ nullable: true, sign: 'not_negative', example: '0.00', description: 'In the currency of the line.' })
  credit: string | null;

  @CurrencyCode({ nullable: true, example: 'EUR', description: 'ISO 4217; the currency of the draft where null.' })
  currency: string | null;

  @Rate({
    nullable: true,
    sign: 'positive',
    example: '11.2345',
    description: 'Functional currency for one unit of the line’s currency; the recorded rate where null.',
  })
  exchangeRate: string | null;

  @Text(100, { nullable: true, example: 'ECB reference rate', description: 'Where a rate that is given comes from.' })
  exchangeRateSource: string | null;

  @Code(20, { ...rateType, nullable: true, example: 'spot', description: 'Type of the recorded rate to take.' })
  exchangeRateType: string | null;

  @Text(500, { nullable: true, example: 'Office rent' })
  description: string | null;

  @List(() => LineDimensionFields, {
    nullable: true,
    max: MOST_DIMENSIONS_OF_LINE,
    description: 'Values of dimensions, or a split, as for an entry.',
  })
  dimensions: LineDimensionFields[] | null;

  @Ref({
    nullable: true,
    example: exampleId,
    description: 'Whose the line is, on accounts that control receivables or payables.',
  })
  partyId: string | null;

  @OnDate({ nullable: true, example: '2026-03-02', description: 'When what the line leaves open falls due.' })
  dueOn: string | null;

  @Nested(() => LineTaxFields, { nullable: true, description: 'The taxes of the line, as for an entry.' })
  taxes: LineTaxFields | null;
}

/** A line as it is sent: whatever of it is known. */
export class DraftLine extends PartialType(DraftLineFields) {}

/** A line as it is kept. */
export class DraftLineView extends DraftLineFields {}

class DraftHeaderFields {
  @Text(20, { nullable: true, example: 'GENERAL', description: 'Code of the journal; `GENERAL` where null.' })
  journalCode: string | null;

  @OnDate({ nullable: true, example: '2026-01-31', description: 'Accounting date; needed to post.' })
  entryDate: string | null;

  @Flag({ nullable: true, example: false, description: 'Whether the entry goes to the adjustment period of its year.' })
  adjustment: boolean | null;

  @Choice(entryKinds, {
    name: 'JournalEntryKind',
    nullable: true,
    example: 'regular',
    description: '`regular` where null.',
  })
  kind: EntryKind | null;

  @Text(500, { nullable: true, example: 'Office rent January', description: 'Needed to post.' })
  description: string | null;

  @Text(100, { nullable: true, example: 'INV-2026-0117', description: 'Number of the voucher behind the entry.' })
  reference: string | null;

  @Text(100, { nullable: true, example: 'webshop', description: 'The system that the entry comes from.' })
  externalSource: string | null;

  @Text(200, { nullable: true, example: 'order-4711', description: 'The key of the entry in that system.' })
  externalId: string | null;

  @CurrencyCode({
    nullable: true,
    example: 'EUR',
    description: 'Currency of all lines that name none; the functional currency where null.',
  })
  currency: string | null;

  @Rate({
    nullable: true,
    sign: 'positive',
    example: '11.2345',
    description: 'Exchange rate of all foreign lines that name none.',
  })
  exchangeRate: string | null;

  @Text(100, { nullable: true, example: 'ECB reference rate' })
  exchangeRateSource: string | null;

  @Code(20, {
    ...rateType,
    nullable: true,
    example: 'spot',
    description: 'Type of the recorded rates that foreign lines take which have no rate of their own.',
  })
  exchangeRateType: string | null;

  @Text(500, {
    nullable: true,
    example: 'Late supplier invoice, agreed with the auditor',
    description: 'Why the entry belongs into a softly closed period.',
  })
  softCloseReason: string | null;

  @OnDate({ nullable: true, example: '2026-02-01', description: 'Once posted, the entry is reversed on this date.' })
  reversesOn: string | null;

  @OnDate({ nullable: true, example: '2026-01-28', description: 'The day that decides the rates of its taxes.' })
  taxPointOn: string | null;
}

class DraftFields extends DraftHeaderFields {
  @List(() => DraftLine, {
    max: MAX_LINES,
    description: 'The lines in their order, none to 5,000. They need not balance. Sent in a change, they replace all.',
  })
  lines: DraftLine[];
}

export class CreateJournalEntryDraft extends PartialType(DraftFields) {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; fixed for good.',
  })
  legalEntityId?: string;
}

export class UpdateJournalEntryDraft extends PartialType(DraftFields) {}

export class CopyJournalEntry {
  @OnDate({ example: '2026-02-28', description: 'Accounting date of the draft.' })
  entryDate: string;

  @Text(500, { optional: true, example: 'Office rent February', description: 'That of the entry where left out.' })
  description?: string;
}

export class DraftApprovalView {
  @Ref({ example: exampleId })
  requestId: string;

  @Choice(requestStates, { name: 'ApprovalRequestState', example: 'rejected' })
  state: RequestState;

  @Text(500, {
    nullable: true,
    example: 'The invoice is addressed to another company',
    description: 'Why the request ended, such as the reason of a rejection.',
  })
  reason: string | null;
}

export class JournalEntryDraftView extends DraftHeaderFields {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Choice(draftStatuses, {
    name: 'JournalEntryDraftStatus',
    example: 'draft',
    description:
      '`pending_approval`: submitted, waiting for decisions; a change makes it a draft again and voids the request. A posted draft is kept as it was posted and never changes.',
  })
  status: (typeof draftStatuses)[number];

  @Nested(() => DraftApprovalView, {
    nullable: true,
    description: 'What became of the last time that it was submitted for approval; null where it never was.',
  })
  approval: DraftApprovalView | null;

  @Ref({ nullable: true, example: exampleId, description: 'The entry that the draft was posted as.' })
  entryId: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The posted entry that the draft was copied from.' })
  copyOf: string | null;

  @List(() => DraftLineView, { max: MAX_LINES, description: 'The lines in their order, as they were typed.' })
  lines: DraftLineView[];

  @Ref({ example: exampleId, description: 'Who began the draft.' })
  createdBy: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;
}

export class JournalEntryDraftList extends ListOf(JournalEntryDraftView) {}
