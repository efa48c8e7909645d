import { baseBox, type ReturnTemplate, sumBox, taxBox } from './return-template.js';

const sales = (...taxCodes: string[]) => ({ direction: 'sale', side: 'output', taxCodes }) as const;
const owed = (...taxCodes: string[]) => ({ direction: 'purchase', side: 'output', taxCodes }) as const;
const deducted = (...taxCodes: string[]) => ({ direction: 'purchase', side: 'input', taxCodes }) as const;

/** What a VAT return of a Member State has to say, in boxes of our own numbers: each state prints another form. */
export const euVatReturn: ReturnTemplate = {
  code: 'eu_vat',
  name: 'VAT return of a Member State of the European Union',
  description:
    'Bases and tax by rate, exempt and untaxed supplies, acquisitions and services on which the buyer owes the tax, deductions, and what is payable: above zero to the authority, below zero to be refunded. Number the boxes as your authority does.',
  sources: [
    'Council Directive 2006/112/EC: contents of returns (articles 250 and 251), tax periods (252), deductions (168)',
  ],
  needs: ['country'],
  plan: ({ country }) => ({
    code: 'VAT-RETURN',
    name: 'VAT return',
    country: country!,
    subdivision: null,
    frequency: 'quarterly',
    dueBox: '70',
    taxCodes: [
      'VAT-STD',
      'VAT-RED',
      'VAT-RED2',
      'VAT-ZERO',
      'VAT-EXEMPT',
      'VAT-RC-SALE',
      'VAT-RC-PURCHASE',
      'VAT-IC-SALE',
      'VAT-IC-PURCHASE',
      'VAT-EXPORT',
    ],
    boxes: [
      baseBox('10', 'Supplies at the standard rate', sales('VAT-STD')),
      taxBox('11', 'VAT on supplies at the standard rate', sales('VAT-STD')),
      baseBox('12', 'Supplies at the reduced rate', sales('VAT-RED')),
      taxBox('13', 'VAT on supplies at the reduced rate', sales('VAT-RED')),
      baseBox('14', 'Supplies at the second reduced rate', sales('VAT-RED2')),
      taxBox('15', 'VAT on supplies at the second reduced rate', sales('VAT-RED2')),
      baseBox('20', 'Supplies at the zero rate', sales('VAT-ZERO')),
      baseBox('21', 'Exempt supplies', sales('VAT-EXEMPT')),
      baseBox('22', 'Intra-Community supplies of goods', sales('VAT-IC-SALE')),
      baseBox('23', 'Supplies on which the customer owes the VAT', sales('VAT-RC-SALE')),
      baseBox('24', 'Exports', sales('VAT-EXPORT')),
      baseBox('30', 'Intra-Community acquisitions of goods', owed('VAT-IC-PURCHASE')),
      taxBox('31', 'VAT on intra-Community acquisitions', owed('VAT-IC-PURCHASE')),
      baseBox('32', 'Purchases on which the buyer owes the VAT', owed('VAT-RC-PURCHASE')),
      taxBox('33', 'VAT on these purchases', owed('VAT-RC-PURCHASE')),
      sumBox('40', 'VAT owed', ['11', '13', '15', '31', '33']),
      taxBox('50', 'Deductible VAT charged by suppliers', deducted('VAT-STD', 'VAT-RED', 'VAT-RED2')),
      taxBox('51', 'Deductible VAT that the buyer owes', deducted('VAT-IC-PURCHASE', 'VAT-RC-PURCHASE')),
      sumBox('60', 'VAT deducted', ['50', '51']),
      sumBox('70', 'VAT payable', ['40'], ['60']),
    ],
  }),
};
