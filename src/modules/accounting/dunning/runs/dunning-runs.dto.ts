import { OmitType, PartialType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Flag,
  List,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_EXCLUSIONS = 400;

export const runStatuses = ['draft', 'confirmed'] as const;
export type RunStatus = (typeof runStatuses)[number];

export class DunningExclusion {
  @Ref({ optional: true, example: exampleId, description: 'A customer who gets no letter; this or `openItemId`.' })
  partyId?: string;

  @CurrencyCode({ optional: true, example: 'EUR', description: 'With `partyId`: only the letter in this currency.' })
  currency?: string;

  @Ref({ optional: true, example: exampleId, description: 'An item that is in no letter; this or `partyId`.' })
  openItemId?: string;

  @Text(500, { example: 'Has called: pays on Friday' })
  reason: string;
}

export class CreateDunningRun {
  @Ref({
    optional: true,
    example: exampleId,
    description:
      'Who reminds. The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @OnDate({
    optional: true,
    example: '2026-03-02',
    description:
      'The date of the letters and of what they post, today or earlier by the clock of the organization; today where left out.',
  })
  runOn?: string;

  @Flag({
    optional: true,
    example: false,
    description: 'Whether customers on hold are reminded; `false` where left out.',
  })
  includesPartiesOnHold?: boolean;

  @List(() => DunningExclusion, {
    optional: true,
    max: MOST_EXCLUSIONS,
    description: 'Who and what is left out, each with a reason. A change replaces the whole list.',
  })
  exclusions?: DunningExclusion[];
}

export class UpdateDunningRun extends PartialType(OmitType(CreateDunningRun, ['legalEntityId'] as const)) {}

export const digestField = {
  pattern: '^[0-9a-f]{64}$',
  words: '64 hexadecimal digits',
  example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
} as const;

export class ConfirmDunningRun {
  @Code(64, {
    ...digestField,
    optional: true,
    description:
      'The `digest` of the proposal that was read: where anything of its letters has changed since, none is written (409, `dunning_run_changed`). Without it the letters are those of now: what was settled meanwhile is in none.',
  })
  digest?: string;
}

export class DunningRunView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @OnDate({ example: '2026-03-02' })
  runOn: string;

  @Flag({ example: false })
  includesPartiesOnHold: boolean;

  @List(() => DunningExclusion, { max: MOST_EXCLUSIONS })
  exclusions: DunningExclusion[];

  @Choice(runStatuses, { name: 'DunningRunStatus', example: 'draft' })
  status: RunStatus;

  @Count(0, 2_147_483_647, { example: 0, description: 'Letters that it has written, cancelled ones with them.' })
  letterCount: number;

  @Ref({ nullable: true, example: exampleId })
  confirmedBy: string | null;

  @AtInstant({ nullable: true, example: '2026-03-02T08:30:00.000Z' })
  confirmedAt: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-03-02T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-03-02T08:30:00.000Z' })
  updatedAt: string;
}

export class DunningRunList extends ListOf(DunningRunView) {}
