import { accountClassOf, accountSubtypes, allAccountSubtypes, isSubtypeOf } from './account-subtype.js';
import { accountTypes } from './account-type.js';

describe('the sub-types of accounts', () => {
  it('say the type', () => {
    expect(new Set(allAccountSubtypes).size).toBe(allAccountSubtypes.length);
    for (const subtype of allAccountSubtypes) {
      const types = accountTypes.filter((type) => isSubtypeOf(subtype, type));
      expect(types).toHaveLength(1);
      expect(accountSubtypes[types[0]!]).toContain(subtype);
    }
  });

  it.each([
    ['asset', 'bank', 'current'],
    ['asset', 'prepayment', 'current'],
    ['asset', 'accumulated_depreciation', 'non_current'],
    ['liability', 'payable', 'current'],
    ['liability', 'long_term_debt', 'non_current'],
    ['equity', 'reserve', 'equity'],
    ['equity', null, 'equity'],
    ['income', 'operating_revenue', 'operating'],
    ['income', 'finance_income', 'finance'],
    ['expense', 'depreciation', 'operating'],
    ['expense', 'finance_cost', 'finance'],
    ['expense', 'income_tax', 'income_tax'],
    ['asset', null, null],
    ['expense', null, null],
  ] as const)('class %s %s as %s', (type, subtype, expected) => {
    expect(accountClassOf(type, subtype)).toBe(expected);
  });

  it('of assets and liabilities are all current or not', () => {
    for (const type of ['asset', 'liability'] as const) {
      const classes = new Set(accountSubtypes[type].map((subtype) => accountClassOf(type, subtype)));
      expect(classes).toEqual(new Set(['current', 'non_current']));
    }
  });
});
