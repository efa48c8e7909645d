import { PartialType } from '@nestjs/swagger';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { AtInstant, Choice, Count, Email, OnDate, Ref, Text, Value, Values } from '../../http/fields/fields.js';
import { codeRule, refRule, secretRule } from '../../http/fields/text-rules.js';
import { ListOf } from '../../listing/page.view.js';
import { type Language, languages } from '../../mail/language.js';
import { MOST_ROLES, roleCodeRule } from '../roles/role-fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_MODULES = 50;
const MOST_LEGAL_ENTITIES = 200;

const moduleRule = codeRule({
  max: 60,
  pattern: '^[a-z][a-z0-9_]{0,59}$',
  words: 'a small letter first, then small letters, digits and _',
});

class EngagementFields {
  @Text(200, { example: 'Nordic Accounting AB', description: 'The firm that the person is of.' })
  provider: string;

  @Text(200, { example: 'Contract 2026-17', description: 'What it rests on, e.g. a contract.' })
  reference: string;

  @Text(1000, { optional: true, nullable: true, multiline: true, example: 'Closes the months of 2026.' })
  reason?: string | null;

  @Values(roleCodeRule, {
    min: 1,
    max: MOST_ROLES,
    distinct: true,
    example: ['bookkeeper'],
    description: 'Codes of roles, with no more than you hold yourself. Never `owner`.',
  })
  roles: string[];

  @Values(moduleRule, {
    min: 1,
    max: MOST_MODULES,
    distinct: true,
    example: ['accounting'],
    description:
      'First parts of names of permissions. What the roles give holds within these modules alone. What gives others access is held by nobody who is engaged.',
  })
  modules: string[];

  @Values(refRule, {
    optional: true,
    nullable: true,
    min: 1,
    max: MOST_LEGAL_ENTITIES,
    distinct: true,
    example: [exampleId],
    description:
      'For these legal entities alone: nothing of others is there for the person, whatever they ask for, and what is of the organization as a whole is not theirs. For all of them where null or left out.',
  })
  legalEntityIds?: string[] | null;

  @OnDate({
    example: '2035-01-01',
    description: "First day, by the organization's clock: today or later. It stays once it has come.",
  })
  startsOn: CalendarDate;

  @OnDate({
    example: '2035-12-31',
    description: "Last day, by the organization's clock: today or later. The engagement ends by itself after it.",
  })
  endsOn: CalendarDate;
}

export class CreateEngagement extends EngagementFields {
  @Email({
    example: 'anna.berg@nordic.example',
    description: 'Of the person, who is invited unless engaged here before and a member still.',
  })
  email: string;

  @Count(1, 30, {
    optional: true,
    example: 7,
    description: 'Days until the invitation ends, 1 to 30; 7 where left out.',
  })
  validDays?: number;

  @Choice(languages, {
    name: 'Language',
    optional: true,
    example: 'en',
    description: 'Of the mail with the invitation; the own one of who invites where left out.',
  })
  language?: Language;
}

export class UpdateEngagement extends PartialType(EngagementFields) {}

export const engagementStates = ['planned', 'in_force', 'ended'] as const;

export interface EngagementRow {
  id: string;
  userId: string | null;
  name: string | null;
  email: string;
  provider: string;
  reference: string;
  reason: string | null;
  roles: string[];
  modules: string[];
  legalEntityIds: string[] | null;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  status: (typeof engagementStates)[number];
  invitationId: string | null;
  endedAt: Date | null;
  endedBy: string | null;
  createdBy: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class EngagementView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ nullable: true, example: exampleId, description: 'The person; null until the invitation is accepted.' })
  userId: string | null;

  @Text(200, { nullable: true, example: 'Anna Berg' })
  name: string | null;

  @Email({ example: 'anna.berg@nordic.example' })
  email: string;

  @Text(200, { example: 'Nordic Accounting AB' })
  provider: string;

  @Text(200, { example: 'Contract 2026-17' })
  reference: string;

  @Text(1000, { nullable: true, multiline: true, example: 'Closes the months of 2026.' })
  reason: string | null;

  @Values(roleCodeRule, { max: MOST_ROLES, example: ['bookkeeper'] })
  roles: string[];

  @Values(moduleRule, { max: MOST_MODULES, example: ['accounting'] })
  modules: string[];

  @Values(refRule, {
    nullable: true,
    max: MOST_LEGAL_ENTITIES,
    example: [exampleId],
    description: 'Null where it is for all of them.',
  })
  legalEntityIds: string[] | null;

  @OnDate({ example: '2035-01-01', description: "First day, by the organization's clock." })
  startsOn: CalendarDate;

  @OnDate({ example: '2035-12-31', description: "Last day, by the organization's clock." })
  endsOn: CalendarDate;

  @Choice(engagementStates, {
    name: 'EngagementStatus',
    example: 'in_force',
    description: "By the dates and the organization's clock; `ended` also where it was ended before its last day.",
  })
  status: (typeof engagementStates)[number];

  @Ref({ nullable: true, example: exampleId, description: 'The invitation to it, where one was needed.' })
  invitationId: string | null;

  @AtInstant({
    nullable: true,
    example: '2035-06-30T08:30:00.000Z',
    description: 'When it was ended before its last day; null where it was not.',
  })
  endedAt: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The person who ended it, `userId` of a membership.' })
  endedById: string | null;

  @Ref({ example: exampleId, description: 'The person who made it, `userId` of a membership.' })
  createdById: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: EngagementRow): EngagementView {
    const { id, userId, name, email, provider, reference, reason, roles, modules, legalEntityIds, startsOn, endsOn } =
      row;
    return {
      id,
      userId,
      name,
      email,
      provider,
      reference,
      reason,
      roles,
      modules,
      legalEntityIds,
      startsOn,
      endsOn,
      status: row.status,
      invitationId: row.invitationId,
      endedAt: row.endedAt?.toISOString() ?? null,
      endedById: row.endedBy,
      createdById: row.createdBy,
      version: row.version,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class EngagementList extends ListOf(EngagementView) {}

export class NewEngagementView extends EngagementView {
  @Value(secretRule(128, 0), {
    example: '••••••••••••••••',
    description:
      'Token of the invitation. Empty where no invitation was needed, and where the installation sends mail: it is in the mail alone then. Else it is shown this once: hand it to the person by a way that reaches nobody else.',
  })
  token: string;
}
