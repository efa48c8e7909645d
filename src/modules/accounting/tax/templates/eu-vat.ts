import type { CreateTaxCode } from '../codes/tax-codes.dto.js';
import { type TaxTemplate, taxAccounts, type TemplateParameters, type TemplateRule } from './tax-template.js';

/** VAT of a Member State of the European Union, with the rates of the request. */
export const euVat: TaxTemplate = {
  code: 'eu_vat',
  name: 'VAT of a Member State of the European Union',
  description:
    'Standard, up to two reduced and the zero rate, exemptions, reverse charge, supplies and acquisitions within the Community, and exports.',
  sources: [
    'Council Directive 2006/112/EC: rates (articles 96 to 98), exemptions (132, 138, 146), who owes the tax (194 to 199)',
    'EN 16931-1 and its code lists UNCL5305 and VATEX',
  ],
  needs: ['country', 'standardRate'],
  accounts: { output: '2100', input: '1200' },
  plan: (parameters) => ({
    accounts: taxAccounts(parameters, ['Output VAT', 'Input VAT']),
    codes: codesOf(parameters),
    rules: rulesOf(parameters),
  }),
};

function codesOf(parameters: TemplateParameters): Omit<CreateTaxCode, 'legalEntityId'>[] {
  const { country, validFrom, outputAccountCode, inputAccountCode, standardRate } = parameters;
  const rated = (rate: string) => ({ country, rates: [{ validFrom, rate }] });
  const accounts = { outputAccountCode, inputAccountCode };
  const charged = (code: string, name: string, rate: string | undefined) =>
    rate === undefined ? [] : [{ code, name, appliesTo: 'both' as const, ...accounts, ...rated(rate) }];
  const sold = { appliesTo: 'sale' as const, ...rated('0') };
  const owed = { appliesTo: 'purchase' as const, isReverseCharge: true, ...accounts, ...rated(standardRate!) };
  return [
    ...charged('VAT-STD', 'VAT, standard rate', standardRate),
    ...charged('VAT-RED', 'VAT, reduced rate', parameters.reducedRate),
    ...charged('VAT-RED2', 'VAT, second reduced rate', parameters.secondReducedRate),
    { code: 'VAT-ZERO', name: 'VAT, zero rate', category: 'Z', appliesTo: 'both', ...rated('0') },
    {
      code: 'VAT-EXEMPT',
      name: 'Exempt from VAT',
      category: 'E',
      appliesTo: 'both',
      exemptionCode: 'VATEX-EU-132',
      ...rated('0'),
    },
    { code: 'VAT-RC-SALE', name: 'Reverse charge, sale', category: 'AE', exemptionCode: 'VATEX-EU-AE', ...sold },
    { code: 'VAT-RC-PURCHASE', name: 'Reverse charge, purchase', category: 'AE', ...owed },
    { code: 'VAT-IC-SALE', name: 'Intra-Community supply', category: 'K', exemptionCode: 'VATEX-EU-IC', ...sold },
    { code: 'VAT-IC-PURCHASE', name: 'Intra-Community acquisition', category: 'K', ...owed },
    { code: 'VAT-EXPORT', name: 'Export', category: 'G', exemptionCode: 'VATEX-EU-G', ...sold },
  ];
}

function rulesOf({ reducedRate, secondReducedRate }: TemplateParameters): TemplateRule[] {
  const business = { partyTaxClass: 'eu_business' };
  const services = { itemTaxClass: 'services' };
  const items = (['sale', 'purchase'] as const).flatMap((direction): TemplateRule[] => {
    const of = (name: string, priority: number, itemTaxClass: string, taxCode: string) => {
      return { name: `${name}, ${direction}`, direction, priority, itemTaxClass, taxCode };
    };
    return [
      of('Exempt', 200, 'exempt', 'VAT-EXEMPT'),
      of('Zero rate', 210, 'zero', 'VAT-ZERO'),
      ...(reducedRate === undefined ? [] : [of('Reduced rate', 220, 'reduced', 'VAT-RED')]),
      ...(secondReducedRate === undefined ? [] : [of('Second reduced rate', 230, 'reduced_2', 'VAT-RED2')]),
      { name: `Standard rate, ${direction}`, direction, priority: 1000, taxCode: 'VAT-STD' },
    ];
  });
  return [
    {
      name: 'Services to a business in the Community',
      direction: 'sale',
      priority: 100,
      ...business,
      ...services,
      taxCode: 'VAT-RC-SALE',
    },
    {
      name: 'Goods to a business in the Community',
      direction: 'sale',
      priority: 110,
      ...business,
      taxCode: 'VAT-IC-SALE',
    },
    { name: 'Exports', direction: 'sale', priority: 120, partyTaxClass: 'non_eu', taxCode: 'VAT-EXPORT' },
    {
      name: 'Services from a business in the Community',
      direction: 'purchase',
      priority: 100,
      ...business,
      ...services,
      taxCode: 'VAT-RC-PURCHASE',
    },
    {
      name: 'Goods from a business in the Community',
      direction: 'purchase',
      priority: 110,
      ...business,
      taxCode: 'VAT-IC-PURCHASE',
    },
    ...items,
  ];
}
