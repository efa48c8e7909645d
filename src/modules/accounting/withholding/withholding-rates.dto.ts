import { OmitType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, Flag, Money, OnDate, Rate, Ref } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import {
  type ThresholdRule,
  thresholdRules,
  type WithholdingBase,
  withholdingBases,
} from '../tax/calculation/tax-document.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class CreateWithholdingRate {
  @Ref({ example: exampleId, description: 'The withholding code.' })
  withholdingCodeId: string;

  @OnDate({ example: '2026-01-01', description: 'First day of documents that it is for.' })
  validFrom: string;

  @OnDate({ optional: true, nullable: true, example: '2026-12-31', description: 'Last day; open where left out.' })
  validTo?: string | null;

  @Rate({ sign: 'not_negative', example: '0.15', description: 'A fraction of what is taxable, 1 at most.' })
  rate: string;

  @Choice(withholdingBases, {
    name: 'WithholdingBase',
    optional: true,
    example: 'net',
    description: 'Net of tax where left out, as most regimes have it.',
  })
  base?: WithholdingBase;

  @Rate({
    sign: 'positive',
    optional: true,
    example: '1',
    description: 'The part of the base that the tax is of, where a regime exempts the rest; all of it where left out.',
  })
  baseShare?: string;

  @Money({
    sign: 'not_negative',
    optional: true,
    nullable: true,
    example: '1000.00',
    description:
      'Nothing is withheld until what counts of the customer in the year is more than this, in the functional currency.',
  })
  threshold?: string | null;

  @Choice(thresholdRules, {
    name: 'ThresholdRule',
    optional: true,
    nullable: true,
    example: 'excess',
    description:
      'With a threshold alone. Once it is passed: of what is beyond it, or of the whole, what came before included; `excess` where left out.',
  })
  thresholdRule?: ThresholdRule | null;

  @Flag({
    optional: true,
    example: true,
    description: 'Ends the rate that has no end yet on the day before, so that this one follows it.',
  })
  closesPrevious?: boolean;
}

export class CloseWithholdingRate {
  @OnDate({ example: '2026-12-31', description: 'Last day of documents with the rate; for good.' })
  validTo: string;
}

/** A rate as the database gives it. */
export interface WithholdingRateRow {
  id: string;
  legalEntityId: string;
  withholdingCodeId: string;
  code: string;
  validFrom: string;
  validTo: string | null;
  rate: string;
  base: WithholdingBase;
  baseShare: string;
  threshold: string | null;
  thresholdRule: ThresholdRule | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class WithholdingRateView extends OmitType(CreateWithholdingRate, [
  'validTo',
  'base',
  'baseShare',
  'threshold',
  'thresholdRule',
  'closesPrevious',
] as const) {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Code(20, { example: 'IRPF' })
  code: string;

  @OnDate({ nullable: true, example: '2026-12-31' })
  validTo: string | null;

  @Choice(withholdingBases, { name: 'WithholdingBase', example: 'net' })
  base: WithholdingBase;

  @Rate({ example: '1' })
  baseShare: string;

  @Money({ nullable: true, example: '1000.00' })
  threshold: string | null;

  @Choice(thresholdRules, { name: 'ThresholdRule', nullable: true, example: 'excess' })
  thresholdRule: ThresholdRule | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from({ createdAt, updatedAt, ...row }: WithholdingRateRow): WithholdingRateView {
    const { id, legalEntityId, withholdingCodeId, code, validFrom, validTo, rate, base, baseShare } = row;
    const { threshold, thresholdRule, version } = row;
    const key = { id, legalEntityId, withholdingCodeId, code };
    const terms = { validFrom, validTo, rate, base, baseShare, threshold, thresholdRule };
    return { ...key, ...terms, version, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  }
}

export class WithholdingRateList extends ListOf(WithholdingRateView) {}
