import {
  Choice,
  Code,
  Count,
  CountryCode,
  List,
  OnDate,
  Rate,
  Ref,
  Text,
  Values,
} from '#platform/http/fields/fields.js';
import { textRule } from '#platform/http/fields/text-rules.js';
import { type DocumentDirection, documentDirections } from '../calculation/tax-document.js';
import { subdivisionCode } from '../rules/tax-rules.dto.js';
import { type TaxTemplate, type TaxTemplateCode, taxTemplateCodes } from './tax-template.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const rate = { sign: 'not_negative', optional: true } as const;

export class ImportTaxTemplate {
  @Choice(taxTemplateCodes, { name: 'TaxTemplateCode', example: 'eu_vat' })
  templateCode: TaxTemplateCode;

  @Ref({
    optional: true,
    example: exampleId,
    description: 'May be left out when the organization has one legal entity.',
  })
  legalEntityId?: string;

  @OnDate({ example: '2026-01-01', description: 'First tax point date of the rates.' })
  validFrom: string;

  @CountryCode({ optional: true, example: 'SE', description: 'Of `eu_vat`, which needs it: the Member State.' })
  country?: string;

  @Rate({ ...rate, example: '0.25', description: 'Of `eu_vat`, which needs it.' })
  standardRate?: string;

  @Rate({ ...rate, example: '0.12', description: 'Of `eu_vat`.' })
  reducedRate?: string;

  @Rate({ ...rate, example: '0.06', description: 'Of `eu_vat`.' })
  secondReducedRate?: string;

  @Code(3, {
    ...subdivisionCode,
    optional: true,
    example: 'NY',
    description: 'Of `us_sales_tax`, which needs it: the state.',
  })
  subdivision?: string;

  @Rate({ ...rate, example: '0.04', description: 'Of `us_sales_tax`, which needs it.' })
  stateRate?: string;

  @Rate({ ...rate, example: '0.00375', description: 'Of `us_sales_tax`.' })
  countyRate?: string;

  @Rate({ ...rate, example: '0.045', description: 'Of `us_sales_tax`.' })
  cityRate?: string;

  @Code(20, {
    optional: true,
    example: '2610',
    description: 'Account for what is owed, made where missing; the template has one.',
  })
  outputAccountCode?: string;

  @Code(20, { optional: true, example: '2640', description: 'The same for what is deducted.' })
  inputAccountCode?: string;
}

const outcomes = ['created', 'unchanged', 'skipped'] as const;
export type TemplateOutcome = (typeof outcomes)[number];

export class ImportedTaxPartView {
  @Code(20, { example: 'VAT-STD' })
  code: string;

  @Text(200, { example: 'VAT, standard rate' })
  name: string;

  @Choice(outcomes, {
    name: 'TaxTemplateOutcome',
    example: 'created',
    description: '`unchanged`: there was one with this code.',
  })
  outcome: TemplateOutcome;
}

export class ImportedTaxRuleView {
  @Text(200, { example: 'Standard rate, sale' })
  name: string;

  @Choice(documentDirections, { name: 'TaxDirection', example: 'sale' })
  direction: DocumentDirection;

  @Count(1, 1_000_000, { example: 1000 })
  priority: number;

  @Code(20, { example: 'VAT-STD' })
  taxCode: string;

  @Choice(outcomes, {
    name: 'TaxTemplateOutcome',
    example: 'created',
    description: '`unchanged`: it was there; `skipped`: another active rule has the priority.',
  })
  outcome: TemplateOutcome;
}

const statuses = ['imported', 'nothing_new', 'dry_run'] as const;

export class TaxTemplateImportView {
  @Choice(statuses, { name: 'TaxTemplateImportStatus', example: 'imported' })
  status: (typeof statuses)[number];

  @Ref({ example: exampleId })
  legalEntityId: string;

  @List(() => ImportedTaxPartView, { max: 10 })
  accounts: ImportedTaxPartView[];

  @List(() => ImportedTaxPartView, { max: 50 })
  taxCodes: ImportedTaxPartView[];

  @List(() => ImportedTaxRuleView, { max: 50 })
  rules: ImportedTaxRuleView[];
}

export class TaxTemplateView {
  @Choice(taxTemplateCodes, { name: 'TaxTemplateCode', example: 'eu_vat' })
  code: TaxTemplateCode;

  @Text(200, { example: 'VAT of a Member State of the European Union' })
  name: string;

  @Text(500, { example: 'Standard, reduced and zero rates, exemptions, reverse charge.' })
  description: string;

  @Values(textRule({ max: 50 }), {
    max: 20,
    example: ['country', 'standardRate'],
    description: 'Fields that it needs.',
  })
  needs: string[];

  @Values(textRule({ max: 300 }), {
    max: 20,
    example: ['Council Directive 2006/112/EC'],
    description: 'Where its facts are from.',
  })
  sources: string[];

  static from({ code, name, description, needs, sources }: TaxTemplate): TaxTemplateView {
    return { code, name, description, needs: [...needs], sources: [...sources] };
  }
}

export class TaxTemplatesView {
  @List(() => TaxTemplateView, { max: 20 })
  templates: TaxTemplateView[];
}
