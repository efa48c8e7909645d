import { Choice, Code, CountryCode, List, Nested, OnDate, Ref, Text, Values } from '#platform/http/fields/fields.js';
import { codeRule, textRule } from '#platform/http/fields/text-rules.js';
import { subdivisionCode } from '../../rules/tax-rules.dto.js';
import { type TaxTemplateCode, taxTemplateCodes } from '../../templates/tax-template.js';
import { type ReturnFrequency, returnFrequencies } from '../return-period.js';
import { TaxReturnFormView } from '../tax-return-forms.dto.js';
import type { ReturnTemplate } from './return-template.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class ImportTaxReturnTemplate {
  @Choice(taxTemplateCodes, { name: 'TaxTemplateCode', example: 'eu_vat' })
  templateCode: TaxTemplateCode;

  @Ref({
    optional: true,
    example: exampleId,
    description: 'May be left out when the organization has one legal entity.',
  })
  legalEntityId?: string;

  @OnDate({ example: '2026-01-01', description: 'First day of the first period that is declared on the form.' })
  validFrom: string;

  @CountryCode({ optional: true, example: 'SE', description: 'Of `eu_vat`, which needs it: the Member State.' })
  country?: string;

  @Code(3, {
    ...subdivisionCode,
    optional: true,
    example: 'NY',
    description: 'Of `us_sales_tax`, which needs it: the state.',
  })
  subdivision?: string;

  @Choice(returnFrequencies, {
    name: 'TaxReturnFrequency',
    optional: true,
    example: 'monthly',
    description: 'How long periods are; the template has one.',
  })
  frequency?: ReturnFrequency;
}

const statuses = ['imported', 'nothing_new', 'dry_run'] as const;

export class TaxReturnTemplateImportView {
  @Choice(statuses, {
    name: 'TaxTemplateImportStatus',
    example: 'imported',
    description: '`nothing_new`: the legal entity has a form with the code of the template.',
  })
  status: (typeof statuses)[number];

  @Nested(() => TaxReturnFormView)
  form: TaxReturnFormView;

  @Values(codeRule({ max: 20 }), {
    max: 50,
    example: ['VAT-RED2'],
    description: 'Tax codes of the template that the legal entity lacks: the form came without them.',
  })
  missingTaxCodes: string[];
}

export class TaxReturnTemplateView {
  @Choice(taxTemplateCodes, { name: 'TaxTemplateCode', example: 'eu_vat' })
  code: TaxTemplateCode;

  @Text(200, { example: 'VAT return of a Member State of the European Union' })
  name: string;

  @Text(500, { example: 'Bases and tax by rate, deductions, and what is payable.' })
  description: string;

  @Values(textRule({ max: 50 }), { max: 20, example: ['country'], description: 'Fields that it needs.' })
  needs: string[];

  @Values(textRule({ max: 300 }), {
    max: 20,
    example: ['Council Directive 2006/112/EC'],
    description: 'Where its facts are from.',
  })
  sources: string[];

  static from({ code, name, description, needs, sources }: ReturnTemplate): TaxReturnTemplateView {
    return { code, name, description, needs: [...needs], sources: [...sources] };
  }
}

export class TaxReturnTemplatesView {
  @List(() => TaxReturnTemplateView, { max: 20 })
  templates: TaxReturnTemplateView[];
}
