import {
  type AccountUse,
  deactivationFault,
  newAccountFaults,
  type NewAccount,
  type ParentAccount,
} from './account-rules.js';

const group: ParentAccount = { code: '19', type: 'asset', isGroup: true, status: 'active' };
const leaf: NewAccount = {
  type: 'asset',
  subtype: null,
  cashFlowSection: null,
  control: 'none',
  currency: null,
  isGroup: false,
};

const codesOf = (account: Partial<NewAccount>, parent?: Partial<ParentAccount>) =>
  newAccountFaults({ ...leaf, ...account }, parent && { ...group, ...parent }, '/parentCode').map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe('a new account', () => {
  it.each<[string, Partial<NewAccount>, Partial<ParentAccount> | undefined]>([
    ['stands alone', {}, undefined],
    ['is a leaf below a group', {}, {}],
    ['is a group below a group', { isGroup: true }, {}],
    ['is a control account among the assets', { control: 'bank' }, {}],
    ['is a control account among the liabilities', { control: 'payable', type: 'liability' }, { type: 'liability' }],
    ['is of a sub-type of its type', { subtype: 'inventory' }, {}],
    ['takes one currency among the assets', { currency: 'USD', control: 'bank' }, {}],
    ['takes one currency among the liabilities', { currency: 'USD', type: 'liability' }, undefined],
    ['is money among the liabilities', { type: 'liability', cashFlowSection: 'cash' }, undefined],
    ['is investing among the income', { type: 'income', cashFlowSection: 'investing' }, undefined],
    ['is income below income', { type: 'income' }, { type: 'income' }],
  ])('%s', (_, account, parent) => expect(codesOf(account, parent)).toEqual([]));

  it.each<[string, Partial<NewAccount>, Partial<ParentAccount> | undefined, string[]]>([
    ['controls as equity', { type: 'equity', control: 'bank' }, undefined, ['/control control_type']],
    ['controls as expense', { type: 'expense', control: 'payable' }, undefined, ['/control control_type']],
    ['controls as a group', { isGroup: true, control: 'receivable' }, undefined, ['/control group_with_control']],
    ['is of a sub-type of another type', { subtype: 'payable' }, undefined, ['/subtype subtype_of_other_type']],
    ['is of a sub-type as a group', { subtype: 'bank', isGroup: true }, undefined, ['/subtype group_with_subtype']],
    [
      'is money as income',
      { type: 'income', cashFlowSection: 'cash' },
      undefined,
      ['/cashFlowSection section_of_other_type'],
    ],
    [
      'holds exchange differences as an asset',
      { cashFlowSection: 'exchange_differences' },
      undefined,
      ['/cashFlowSection section_of_other_type'],
    ],
    [
      'has a section as a group',
      { cashFlowSection: 'cash', isGroup: true },
      undefined,
      ['/cashFlowSection group_with_section'],
    ],
    ['takes one currency as a group', { currency: 'USD', isGroup: true }, undefined, ['/currency group_with_currency']],
    ['takes one currency as income', { currency: 'USD', type: 'income' }, undefined, ['/currency currency_type']],
    ['takes one currency as equity', { currency: 'USD', type: 'equity' }, undefined, ['/currency currency_type']],
    ['is below a leaf', {}, { isGroup: false }, ['/parentCode parent_is_no_group']],
    ['is below an inactive group', {}, { status: 'inactive' }, ['/parentCode parent_inactive']],
    ['is below another type', { type: 'liability' }, {}, ['/parentCode parent_type']],
    [
      'breaks several rules',
      { type: 'income', control: 'bank', isGroup: true },
      { isGroup: false },
      [
        '/control group_with_control',
        '/control control_type',
        '/parentCode parent_is_no_group',
        '/parentCode parent_type',
      ],
    ],
  ])('that %s is refused', (_, account, parent, faults) => expect(codesOf(account, parent)).toEqual(faults));
});

describe('an account becomes inactive', () => {
  it('when nothing needs it', () => {
    expect(deactivationFault('1930', { activeChild: null, booksPurpose: null, postingPurpose: null })).toBeUndefined();
  });

  const unused = { activeChild: null, booksPurpose: null, postingPurpose: null };
  it.each<[AccountUse, RegExp]>([
    [{ ...unused, activeChild: '1930' }, /group 19 .* such as 1930/],
    [{ ...unused, booksPurpose: 'retained earnings' }, /books use account 19 for retained earnings/],
    [{ ...unused, postingPurpose: 'early_discounts_taken' }, /post to account 19 for early-payment discounts taken/],
  ])('not while it is needed: %j', (use, message) => expect(deactivationFault('19', use)).toMatch(message));
});
