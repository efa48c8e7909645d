import { IntersectionType, PartialType, PickType } from '@nestjs/swagger';
import { dateRule } from '#platform/http/fields/time-rules.js';
import { AtInstant, Choice, Count, Flag, List, OnDate, Ref, Text, Values } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { MOST_AMOUNTS, NamedAmount } from '../templates/entry-templates.dto.js';
import { frequencies, type Frequency } from './recurrence.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const recurringModes = ['post', 'draft'] as const;
export const recurringStatuses = ['active', 'paused', 'ended'] as const;
const MOST_DATES = 100;

class ScheduleFields {
  @Choice(frequencies, { name: 'Frequency', example: 'monthly' })
  frequency: Frequency;

  @OnDate({
    example: '2026-01-31',
    description:
      'The first date; the others are counted from it. What begins on the 31st falls on the last day of shorter months.',
  })
  startsOn: string;
}

class RecurringFields {
  @Text(200, { example: 'Office rent' })
  name: string;

  @Choice(recurringModes, {
    name: 'RecurringMode',
    example: 'post',
    description: '`post`: entries are posted. `draft`: drafts are made, for somebody to post.',
  })
  mode: (typeof recurringModes)[number];

  @List(() => NamedAmount, { max: MOST_AMOUNTS, description: 'All amounts that the template asks for.' })
  amounts: NamedAmount[];

  @OnDate({
    nullable: true,
    example: '2026-12-31',
    description: 'The last day that it may fall on; no end where null.',
  })
  endsOn: string | null;

  @Count(1, 10_000, { nullable: true, example: 12, description: 'How many dates it has at most; no bound where null.' })
  occurrences: number | null;
}

export class CreateRecurringEntry extends IntersectionType(
  PickType(RecurringFields, ['name', 'mode']),
  PartialType(PickType(RecurringFields, ['amounts', 'endsOn', 'occurrences'])),
  ScheduleFields,
) {
  @Ref({ example: exampleId, description: 'The template that its entries are made of.' })
  templateId: string;

  @Flag({ optional: true, example: false, description: 'Always on the last day of the month. Not with `weekly`.' })
  monthEnd?: boolean;
}

export class UpdateRecurringEntry extends PartialType(RecurringFields) {}

const missed = ['catch_up', 'skip'] as const;

export class ResumeRecurringEntry {
  @Choice(missed, {
    name: 'MissedDates',
    example: 'catch_up',
    description:
      'What becomes of the dates before today: the next run does them in order, or they are left out for good.',
  })
  missed: (typeof missed)[number];
}

export class PreviewQuery {
  @Count(1, MOST_DATES, { optional: true, example: 12, description: 'How many dates; 12 where left out.' })
  count?: number;
}

export class RecurringPreviewView {
  @Values(dateRule, { max: MOST_DATES, example: ['2026-01-31', '2026-02-28'], description: 'In their order.' })
  dates: string[];
}

/** A recurring entry as the database gives it. */
export interface RecurringEntryRow extends Omit<RecurringEntryView, 'refusedAt' | 'createdAt' | 'updatedAt'> {
  postsToControlAccounts: boolean;
  refusedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export class RecurringEntryView extends RecurringFields {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  templateId: string;

  @Choice(frequencies, { name: 'Frequency', example: 'monthly' })
  frequency: Frequency;

  @OnDate({ example: '2026-01-31' })
  startsOn: string;

  @Flag({ example: false })
  monthEnd: boolean;

  @Choice(recurringStatuses, { name: 'RecurringStatus', example: 'active' })
  status: (typeof recurringStatuses)[number];

  @Count(0, 2_147_483_647, { example: 3, description: 'How many dates are behind it, done or left out.' })
  passed: number;

  @OnDate({ nullable: true, example: '2026-04-30', description: 'The next date; null where it has ended.' })
  nextOn: string | null;

  @Text(100, { nullable: true, example: 'period_closed', description: 'Why the next date was refused.' })
  refusalCode: string | null;

  @Text(1000, { nullable: true, example: 'The fiscal period 2026-04-01 to 2026-04-30 is locked for good.' })
  refusal: string | null;

  @AtInstant({
    nullable: true,
    example: '2026-04-30T08:30:00.000Z',
    description: 'Since when it is refused for this reason. It is tried again at every run, before later dates.',
  })
  refusedAt: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: RecurringEntryRow): RecurringEntryView {
    const { postsToControlAccounts: _, refusedAt, createdAt, updatedAt, ...view } = row;
    return {
      ...view,
      refusedAt: refusedAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class RecurringEntryList extends ListOf(RecurringEntryView) {}

export interface RecurringRunRow extends Omit<RecurringRunView, 'ranAt'> {
  ranAt: Date;
}

export class RecurringRunView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  recurringId: string;

  @OnDate({ example: '2026-01-31' })
  dueOn: string;

  @Ref({ nullable: true, example: exampleId, description: 'The entry that was posted.' })
  entryId: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The draft that was made; it may have been deleted since.' })
  draftId: string | null;

  @Ref({ example: exampleId, description: 'Who ran it; an id of zeros is the system.' })
  ranBy: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  ranAt: string;

  static from({ id, recurringId, dueOn, entryId, draftId, ranBy, ranAt }: RecurringRunRow): RecurringRunView {
    return { id, recurringId, dueOn, entryId, draftId, ranBy, ranAt: ranAt.toISOString() };
  }
}

export class RecurringRunList extends ListOf(RecurringRunView) {}
