import { baseBox, type ReturnTemplate, sumBox, taxBox } from './return-template.js';

/** What most states ask: gross sales, what is not taxed, what is, and the tax of each level. */
export const usSalesTaxReturn: ReturnTemplate = {
  code: 'us_sales_tax',
  name: 'Sales tax return of a state of the United States',
  description:
    'Gross sales, sales for resale and exempt items, deliveries where no tax is collected, taxable sales, and state, county and city tax.',
  sources: [
    'https://www.streamlinedsalestax.org: contents of the simplified electronic return (agreement, section 318)',
    'Boxes, periods and due dates: the authority of the state',
  ],
  needs: ['subdivision'],
  plan: ({ subdivision }) => {
    const [state, county, city] = ['STATE', 'COUNTY', 'CITY'].map((level) => `${subdivision}-${level}`);
    const of = (...taxCodes: string[]) => ({ direction: 'sale', taxCodes }) as const;
    return {
      code: `${subdivision}-SALES-TAX`,
      name: `${subdivision} sales tax return`,
      country: 'US',
      subdivision: subdivision!,
      frequency: 'quarterly',
      dueBox: 'DUE',
      taxCodes: [state!, county!, city!, 'RESALE', 'EXEMPT', 'NOT-COLLECTED'],
      boxes: [
        sumBox('GROSS', 'Gross sales', ['TAXABLE', 'RESALE', 'EXEMPT', 'ELSEWHERE']),
        baseBox('RESALE', 'Sales for resale', of('RESALE')),
        baseBox('EXEMPT', 'Sales of exempt items', of('EXEMPT')),
        baseBox('ELSEWHERE', 'Deliveries where no tax is collected', of('NOT-COLLECTED')),
        baseBox('TAXABLE', 'Taxable sales', of(state!)),
        taxBox('STATE', 'State tax', of(state!)),
        taxBox('COUNTY', 'County tax', of(county!)),
        taxBox('CITY', 'City tax', of(city!)),
        sumBox('DUE', 'Tax due', ['STATE', 'COUNTY', 'CITY']),
      ],
    };
  },
};
