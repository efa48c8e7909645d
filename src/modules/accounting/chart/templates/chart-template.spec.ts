import { codeRule, textRule } from '#platform/http/fields/text-rules.js';
import { accountCode } from '../account-code.js';
import { accountTypes } from '../account-type.js';
import { booksAccountFault, retainedEarnings, roundingDifferences } from '../books-account-rules.js';
import { postingAccountFault, postingPurposes } from '../posting-purposes.js';
import { planAccounts } from '../plan-accounts.js';
import { accountsOf, type ChartTemplate, chartTemplateCodes } from './chart-template.js';
import { ifrsGeneral } from './ifrs-general.js';
import { usSmallBusiness } from './us-small-business.js';

const templates: ChartTemplate[] = [ifrsGeneral, usSmallBusiness];

it('has a template for each code', () => {
  expect(templates.map(({ code }) => code)).toEqual([...chartTemplateCodes]);
});

describe.each(templates.map((template) => [template.code, template] as const))('the template %s', (_, template) => {
  const accounts = accountsOf(template);

  it('makes a chart as it stands', () => {
    const { accounts: planned, faults } = planAccounts(accounts, new Map(), 'create');
    expect(faults).toBeUndefined();
    expect(planned!.every(({ outcome }) => outcome === 'created')).toBe(true);
    expect(planned!.map(({ account }) => account.code)).toEqual(accounts.map(({ code }) => code));
  });

  it('is written like any chart', () => {
    const [code, name] = [codeRule({ max: 20, ...accountCode }), textRule({ max: 200 })];
    expect(accounts.filter((one) => code.check(one.code) ?? name.check(one.name))).toEqual([]);
    expect(new Set(accounts.map((one) => one.name)).size).toBe(accounts.length);
  });

  it('has a group for each type, accounts below every group, and a sub-type for each account', () => {
    expect(accounts.filter(({ parentCode }) => parentCode === null).map(({ type }) => type)).toEqual([...accountTypes]);
    const groups = accounts.filter(({ isGroup }) => isGroup);
    expect(groups.filter(({ code }) => !accounts.some(({ parentCode }) => parentCode === code))).toEqual([]);
    expect(accounts.filter(({ isGroup, subtype }) => isGroup === (subtype !== null))).toEqual([]);
    expect(accounts.filter(({ isGroup }) => !isGroup).length).toBeGreaterThanOrEqual(100);
  });

  it('has accounts for customers, suppliers and a bank', () => {
    const controls = accounts.map(({ control, subtype }) => `${control} ${subtype}`);
    expect(controls).toEqual(expect.arrayContaining(['receivable receivable', 'payable payable', 'bank bank']));
  });

  it('names accounts that books can name', () => {
    const { retainedEarningsAccountCode, roundingAccountCode } = template;
    const find = (wanted: string) => ({ ...accounts.find(({ code }) => code === wanted)!, status: 'active' as const });
    expect(booksAccountFault(retainedEarnings, find(retainedEarningsAccountCode))).toBeUndefined();
    expect(booksAccountFault(roundingDifferences, find(roundingAccountCode))).toBeUndefined();
  });
  it('names an account of its own for each purpose of documents, which fits', () => {
    const codes = Object.values(template.postingAccountCodes);
    expect(new Set(codes).size).toBe(postingPurposes.length);
    for (const purpose of postingPurposes) {
      const account = accounts.find(({ code }) => code === template.postingAccountCodes[purpose])!;
      expect(postingAccountFault(purpose, { ...account, status: 'active' })).toBeUndefined();
    }
  });
});
