import { baseBox, notIntraCommunity, type ReturnTemplate, sumBox, taxBox } from './return-template.js';

/** The nine boxes of VAT in the United Kingdom; 2, 8 and 9 have lines of category K only, of Northern Ireland. */
export const ukVatReturn: ReturnTemplate = {
  code: 'uk_vat',
  name: 'VAT return of the United Kingdom',
  description:
    'The nine boxes. Boxes 6 to 9 are in whole pounds. Box 5 is below zero where VAT is reclaimed; the authority wants it without its sign. Box 6 has no services on which the buyer owes the VAT: add them by a version of your own where you buy such from abroad.',
  sources: [
    'VAT Regulations 1995 (SI 1995/2518), regulation 25: quarterly periods and the form of returns',
    'https://www.gov.uk/guidance/how-to-fill-in-and-submit-your-vat-return-vat-notice-70012: what each box has',
  ],
  needs: [],
  plan: () => ({
    code: 'VAT-RETURN',
    name: 'VAT return',
    country: 'GB',
    subdivision: null,
    frequency: 'quarterly',
    dueBox: '5',
    taxCodes: ['VAT20', 'VAT5', 'VAT0', 'EXEMPT', 'RC-SALE', 'RC-PURCHASE', 'EXPORT', 'IMPORT-PVA'],
    boxes: [
      taxBox('1', 'VAT due on sales and other outputs', { side: 'output', categories: notIntraCommunity }),
      taxBox('2', 'VAT due on acquisitions from member states of the EU', {
        direction: 'purchase',
        side: 'output',
        categories: ['K'],
      }),
      sumBox('3', 'Total VAT due', ['1', '2']),
      taxBox('4', 'VAT reclaimed on purchases and other inputs', { side: 'input' }),
      sumBox('5', 'Net VAT to pay or reclaim', ['3'], ['4']),
      baseBox('6', 'Total value of sales excluding VAT', { direction: 'sale', rounding: 'whole_down' }),
      baseBox('7', 'Total value of purchases excluding VAT', {
        direction: 'purchase',
        side: 'input',
        rounding: 'whole_down',
      }),
      baseBox('8', 'Supplies of goods to member states of the EU', {
        direction: 'sale',
        categories: ['K'],
        rounding: 'whole_down',
      }),
      baseBox('9', 'Acquisitions of goods from member states of the EU', {
        direction: 'purchase',
        side: 'output',
        categories: ['K'],
        rounding: 'whole_down',
      }),
    ],
  }),
};
