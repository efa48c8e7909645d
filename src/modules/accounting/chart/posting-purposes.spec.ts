import { type AccountControl, accountControls, type AccountType, accountTypes } from './account-type.js';
import { postingAccountFault, type PostingPurpose, postingPurposeRules, postingPurposes } from './posting-purposes.js';

const account = { code: '1100', type: 'asset', control: 'receivable', isGroup: false, status: 'active' } as const;

/** Type and control of every account that can serve. */
const fitting = (purpose: PostingPurpose) =>
  accountTypes.flatMap((type) =>
    accountControls
      .filter((control) => !postingAccountFault(purpose, { ...account, type, control }))
      .map((control) => `${type} ${control}`),
  );

describe('an account that documents post to', () => {
  it.each<[PostingPurpose, string[]]>([
    ['receivables', ['asset receivable']],
    ['payables', ['liability payable']],
    ['revenue', ['income none']],
    ['shipping_revenue', ['income none']],
    ['exchange_gains', ['income none']],
    ['exchange_losses', ['expense none']],
    ['early_discounts_granted', ['income none', 'expense none']],
    ['early_discounts_taken', ['income none', 'expense none']],
    ['bad_debts', ['expense none']],
    ['payment_differences', ['income none', 'expense none']],
    ['customer_deposits', ['liability none', 'liability receivable']],
    ['deferred_revenue', ['liability none']],
    ['bank_charges', ['expense none']],
    ['dunning_fees', ['income none']],
    ['tax_settlement', ['asset none', 'liability none']],
    ['receivables_revaluation', ['asset none']],
    ['payables_revaluation', ['liability none']],
    ['balances_revaluation', ['asset none', 'liability none']],
    ['unrealised_exchange_gains', ['income none']],
    ['unrealised_exchange_losses', ['expense none']],
  ])('for %s is one of %j', (purpose, kinds) => expect(fitting(purpose)).toEqual(kinds));

  it.each<[string, { type?: AccountType; control?: AccountControl; isGroup?: boolean; status?: 'inactive' }, RegExp]>([
    ['account_is_group', { isGroup: true, control: 'none' }, /1100 is a group/],
    ['account_inactive', { status: 'inactive' }, /1100 is inactive/],
    ['account_type', { type: 'liability' }, /for receivables is of type asset; 1100 is of type liability/],
    ['account_control', { control: 'none' }, /for receivables has control receivable; 1100 has control none/],
  ])('is refused with %s', (code, change, message) => {
    const refused = { code, message: expect.stringMatching(message) };
    expect(postingAccountFault('receivables', { ...account, ...change })).toEqual(refused);
  });

  it('is described for each purpose by words of its own', () => {
    const rules = postingPurposes.map((purpose) => postingPurposeRules[purpose]);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(postingPurposes.length);
    expect(new Set(rules.map(({ description }) => description)).size).toBe(postingPurposes.length);
  });
});
