import { OmitType, PartialType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  Nested,
  Percentage,
  Ref,
  Text,
  Value,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { languageTagRule } from '../../parties/language-tag.js';
import { type DayCount, dayCounts } from '../runs/dunning-interest.js';
import { placeholders } from './letter-texts.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_LEVELS = 9;
const MOST_AMOUNTS = 50;
const MOST_TEXTS = 30;
const MOST_DAYS = 3650;
const LONGEST = 4000;

export class DunningAmount {
  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ sign: 'positive', example: '5.00' })
  amount: string;
}

export class DunningInterest {
  @Percentage({ sign: 'positive', example: '9.12', description: 'Percent of a year, at most 100.' })
  rate: string;

  @Choice(dayCounts, {
    name: 'DunningDayCount',
    example: 'act_365',
    description: 'How days count: `act_365`, those of the calendar over 365; `30e_360`, months of 30 days over 360.',
  })
  dayCount: DayCount;
}

const named = `Placeholders in double braces, such as \`{{payBy}}\`, are filled in: ${placeholders.join(', ')}.`;

export class DunningText {
  @Value(languageTagRule, { example: 'fr', description: 'BCP 47. Each language once.' })
  language: string;

  @Text(200, { example: 'Rappel {{partyNumber}}', description: named })
  subject: string;

  @Text(LONGEST, { multiline: true, example: 'Bonjour,', description: 'Above the items. The same placeholders.' })
  introduction: string;

  @Text(LONGEST, {
    multiline: true,
    example: 'Merci de régler {{totalAmount}} avant le {{payBy}}.',
    description: 'Below the items. The same placeholders.',
  })
  conclusion: string;
}

export class CreateDunningLevel {
  @Ref({
    optional: true,
    example: exampleId,
    description:
      'Who reminds. The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Count(1, MOST_LEVELS, {
    example: 1,
    description: 'Its place, fixed for good: the one before it exists. Items are reminded of at one after the other.',
  })
  level: number;

  @Text(100, { example: 'Friendly reminder' })
  name: string;

  @Count(1, MOST_DAYS, {
    example: 7,
    description: 'Days after the due date (the entry date, where there is none) from which the level applies.',
  })
  daysOverdue: number;

  @Count(1, MOST_DAYS, { example: 14, description: 'Days since the reminder before, at the least.' })
  daysSinceLast: number;

  @Count(0, MOST_DAYS, { example: 10, description: 'Days after the letter until when it asks for payment.' })
  daysToPay: number;

  @List(() => DunningAmount, {
    optional: true,
    max: MOST_AMOUNTS,
    description: 'Least that a letter is written about, items less credits, by currency; anything where none is named.',
  })
  minimumAmounts?: DunningAmount[];

  @List(() => DunningAmount, {
    optional: true,
    max: MOST_AMOUNTS,
    description: 'What a letter costs, by currency; nothing where none is named.',
  })
  fees?: DunningAmount[];

  @Nested(() => DunningInterest, {
    optional: true,
    nullable: true,
    description:
      'Simple interest on each item for the days after its due date, or after those that were charged before, through the day of the letter; none where left out or null.',
  })
  interest?: DunningInterest | null;

  @Flag({
    optional: true,
    example: true,
    description:
      'Whether fee and interest are posted, to the account named for `dunning_fees`, as an item of the customer that is due when the letter is; told of only where `false`, as where left out.',
  })
  postsCharges?: boolean;

  @List(() => DunningText, {
    optional: true,
    max: MOST_TEXTS,
    description:
      'The words of its letters by language. English and German have words of their own where none are given; whoever reads another language is written to in English.',
  })
  texts?: DunningText[];
}

export class UpdateDunningLevel extends PartialType(
  OmitType(CreateDunningLevel, ['legalEntityId', 'level'] as const),
) {}

export class CreateStandardDunningLevels {
  @Ref({ optional: true, example: exampleId, description: 'Who reminds; the default legal entity where left out.' })
  legalEntityId?: string;
}

export class DunningLevelView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Count(1, MOST_LEVELS, { example: 1 })
  level: number;

  @Text(100, { example: 'Friendly reminder' })
  name: string;

  @Count(1, MOST_DAYS, { example: 7 })
  daysOverdue: number;

  @Count(1, MOST_DAYS, { example: 14 })
  daysSinceLast: number;

  @Count(0, MOST_DAYS, { example: 10 })
  daysToPay: number;

  @List(() => DunningAmount, { max: MOST_AMOUNTS })
  minimumAmounts: DunningAmount[];

  @List(() => DunningAmount, { max: MOST_AMOUNTS })
  fees: DunningAmount[];

  @Nested(() => DunningInterest, { nullable: true })
  interest: DunningInterest | null;

  @Flag({ example: true })
  postsCharges: boolean;

  @List(() => DunningText, { max: MOST_TEXTS })
  texts: DunningText[];

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;
}

export class DunningLevelList extends ListOf(DunningLevelView) {}

/** The levels of a legal entity that had none. */
export class StandardDunningLevelsView {
  @List(() => DunningLevelView, { max: MOST_LEVELS })
  levels: DunningLevelView[];
}
