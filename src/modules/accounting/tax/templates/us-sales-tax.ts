import type { CreateTaxCode } from '../codes/tax-codes.dto.js';
import { type TaxTemplate, taxAccounts, type TemplateParameters, type TemplateRule } from './tax-template.js';

/** Sales tax of one state of the United States and one place in it, with the rates of the request. */
export const usSalesTax: TaxTemplate = {
  code: 'us_sales_tax',
  name: 'Sales tax of a state of the United States',
  description:
    'State, county and city taxes on one base, by destination; sales for resale and exempt items; nothing where no tax is collected.',
  sources: [
    'Rates and whether sales are taxed by destination: the authority of the state',
    'https://www.streamlinedsalestax.org: sourcing by destination (agreement, section 310), exemption for resale by certificate (section 317)',
  ],
  needs: ['subdivision', 'stateRate'],
  accounts: { output: '22000', input: '22000' },
  plan: (parameters) => ({
    accounts: taxAccounts(parameters, ['Sales tax payable']),
    codes: codesOf(parameters),
    rules: rulesOf(parameters),
  }),
};

function codesOf(parameters: TemplateParameters): Omit<CreateTaxCode, 'legalEntityId'>[] {
  const { subdivision, validFrom, outputAccountCode, stateRate, countyRate, cityRate } = parameters;
  const common = { kind: 'sales_tax' as const, appliesTo: 'sale' as const, country: 'US', outputAccountCode };
  const levels = [
    ['STATE', 'state', stateRate],
    ['COUNTY', 'county', countyRate],
    ['CITY', 'city', cityRate],
  ] as const;
  const taxes = levels.flatMap(([suffix, name, rate]) =>
    rate === undefined
      ? []
      : [
          {
            code: `${subdivision}-${suffix}`,
            name: `${subdivision} ${name} tax`,
            ...common,
            rates: [{ validFrom, rate }],
          },
        ],
  );
  const untaxed = (code: string, name: string, exemptionText: string) => {
    return { code, name, category: 'E' as const, exemptionText, ...common, rates: [{ validFrom, rate: '0' }] };
  };
  return [
    ...taxes,
    {
      code: `${subdivision}-SALES`,
      name: `${subdivision} sales tax`,
      appliesTo: 'sale',
      country: 'US',
      components: taxes.map(({ code }) => ({ code })),
    },
    untaxed('RESALE', 'Sale for resale', 'Sale for resale, by certificate'),
    untaxed('EXEMPT', 'Exempt item', 'Exempt from sales tax'),
    untaxed('NOT-COLLECTED', 'No tax collected', 'Delivered where no sales tax is collected'),
  ];
}

function rulesOf({ subdivision }: TemplateParameters): TemplateRule[] {
  const sale = { direction: 'sale' as const };
  const place = { country: 'US', subdivision: subdivision! };
  return [
    { name: 'Resale', ...sale, priority: 100, partyTaxClass: 'resale', taxCode: 'RESALE' },
    { name: 'Exempt items', ...sale, priority: 200, itemTaxClass: 'exempt', taxCode: 'EXEMPT' },
    { name: `Delivered in ${subdivision}`, ...sale, priority: 300, ...place, taxCode: `${subdivision}-SALES` },
    { name: 'Delivered elsewhere', ...sale, priority: 1000, taxCode: 'NOT-COLLECTED' },
  ];
}
