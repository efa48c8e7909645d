import type { CreateTaxCode } from '../codes/tax-codes.dto.js';
import { type TaxTemplate, taxAccounts, type TemplateParameters, type TemplateRule } from './tax-template.js';

/** VAT of the United Kingdom. */
export const ukVat: TaxTemplate = {
  code: 'uk_vat',
  name: 'VAT of the United Kingdom',
  description:
    'The rates of 20 %, 5 % and 0 %, exemptions, the domestic reverse charge, exports, and import VAT that is accounted for on the return.',
  sources: [
    'Value Added Tax Act 1994: rates (section 2, schedules 7A and 8), exemptions (schedule 9), exports (section 30)',
    'https://www.gov.uk/vat-rates: 20 %, 5 % and 0 %; the standard rate is 20 % since 4 January 2011',
    'https://www.gov.uk/guidance/check-when-you-can-account-for-import-vat-on-your-vat-return: since 1 January 2021',
  ],
  needs: [],
  accounts: { output: '2100', input: '1200' },
  plan: (parameters) => ({
    accounts: taxAccounts(parameters, ['Output VAT', 'Input VAT']),
    codes: codesOf(parameters),
    rules: (['sale', 'purchase'] as const).flatMap((direction) => rulesOf(direction)),
  }),
};

const POSTPONED_SINCE = '2021-01-01';

function codesOf(parameters: TemplateParameters): Omit<CreateTaxCode, 'legalEntityId'>[] {
  const { validFrom, outputAccountCode, inputAccountCode } = parameters;
  const rated = (rate: string, from = validFrom) => ({ country: 'GB', rates: [{ validFrom: from, rate }] });
  const accounts = { outputAccountCode, inputAccountCode };
  const charged = { appliesTo: 'both' as const, ...accounts };
  const owed = { appliesTo: 'purchase' as const, isReverseCharge: true, ...accounts };
  const postponed = rated('0.2', validFrom < POSTPONED_SINCE ? POSTPONED_SINCE : validFrom);
  const [none, onSale] = [rated('0'), { appliesTo: 'sale' as const }];
  return [
    { code: 'VAT20', name: 'VAT 20 %', ...charged, ...rated('0.2') },
    { code: 'VAT5', name: 'VAT 5 %', ...charged, ...rated('0.05') },
    { code: 'VAT0', name: 'VAT 0 %', category: 'Z', appliesTo: 'both', ...none },
    {
      code: 'EXEMPT',
      name: 'Exempt from VAT',
      category: 'E',
      appliesTo: 'both',
      exemptionText: 'Exempt: VAT Act 1994, schedule 9',
      ...none,
    },
    {
      code: 'RC-SALE',
      name: 'Reverse charge, sale',
      category: 'AE',
      ...onSale,
      exemptionText: 'Reverse charge: the customer accounts for the VAT to HMRC',
      ...none,
    },
    { code: 'RC-PURCHASE', name: 'Reverse charge, purchase', category: 'AE', ...owed, ...rated('0.2') },
    {
      code: 'EXPORT',
      name: 'Export',
      category: 'G',
      ...onSale,
      exemptionText: 'Export: VAT Act 1994, section 30',
      ...none,
    },
    { code: 'IMPORT-PVA', name: 'Import VAT, postponed', ...owed, ...postponed },
  ];
}

function rulesOf(direction: 'sale' | 'purchase'): TemplateRule[] {
  const named = (name: string, priority: number, more: Partial<TemplateRule> & { taxCode: string }) => {
    return { name: `${name}, ${direction}`, direction, priority, ...more };
  };
  const abroad = { partyTaxClass: 'non_uk' };
  return [
    named('Reverse charge', 100, {
      itemTaxClass: 'reverse_charge',
      taxCode: direction === 'sale' ? 'RC-SALE' : 'RC-PURCHASE',
    }),
    named('Abroad', 110, { ...abroad, taxCode: direction === 'sale' ? 'EXPORT' : 'IMPORT-PVA' }),
    named('Exempt', 200, { itemTaxClass: 'exempt', taxCode: 'EXEMPT' }),
    named('Zero rate', 210, { itemTaxClass: 'zero', taxCode: 'VAT0' }),
    named('Reduced rate', 220, { itemTaxClass: 'reduced', taxCode: 'VAT5' }),
    named('Standard rate', 1000, { taxCode: 'VAT20' }),
  ];
}
