import fc from 'fast-check';
import { planAccounts } from './plan-accounts.js';
import type { AccountProposal, Chart, ChartAccount } from './planned-account.js';

const account = (code: string, fields: Partial<ChartAccount> = {}): ChartAccount => ({
  code,
  name: `Account ${code}`,
  type: 'asset',
  isGroup: false,
  subtype: null,
  cashFlowSection: null,
  control: 'none',
  currency: null,
  parentCode: null,
  status: 'active',
  booksPurpose: null,
  postingPurpose: null,
  ...fields,
});
const chartOf = (...accounts: ChartAccount[]): Chart => new Map(accounts.map((one) => [one.code, one]));
const proposal = (code: string, fields: Partial<AccountProposal> = {}): AccountProposal => ({
  code,
  name: `Account ${code}`,
  type: 'asset',
  isGroup: false,
  ...fields,
});

const chart = chartOf(
  account('1', { isGroup: true }),
  account('10', { isGroup: true, parentCode: '1' }),
  account('1000', { parentCode: '10', subtype: 'cash' }),
  account('2000', { type: 'liability' }),
  account('3000', { type: 'equity', booksPurpose: 'retained earnings' }),
  account('8', { isGroup: true, status: 'inactive' }),
);
const planned = (proposals: AccountProposal[], mode: 'create' | 'upsert' = 'create', from = chart) =>
  planAccounts(proposals, from, mode).accounts?.map((one) => [one.account.code, one.outcome, one.differs.join()]);
const refused = (proposals: AccountProposal[], mode: 'create' | 'upsert' = 'create') => {
  const { faults = [], conflicts = [] } = planAccounts(proposals, chart, mode);
  const told = ({ code, line }: { code: string; line?: number }) => (line === undefined ? code : `${line} ${code}`);
  return [faults.map(told), conflicts.map(told)];
};

describe('planning accounts', () => {
  it('creates what is missing, parents in any order', () => {
    const plan = planned([
      proposal('1100', { parentCode: '11' }),
      proposal('11', { isGroup: true, parentCode: '1' }),
      proposal('1000'),
    ]);
    expect(plan).toEqual([
      ['1100', 'created', ''],
      ['11', 'created', ''],
      ['1000', 'unchanged', ''],
    ]);
  });

  it('reports what is otherwise in the chart, and keeps it', () => {
    const sent = proposal('1000', { name: 'Till', subtype: 'bank', control: 'bank', currency: 'EUR', parentCode: '1' });
    const { accounts } = planAccounts([sent], chart, 'create');
    expect(accounts).toEqual([
      {
        line: null,
        outcome: 'unchanged',
        account: chart.get('1000'),
        differs: ['name', 'subtype', 'control', 'currency', 'parent'],
      },
    ]);
  });

  it('takes what is left out as it is in the chart', () => {
    const sent: AccountProposal[] = [{ code: '10', name: 'Account 10', type: 'asset' }];
    expect(planned(sent)).toEqual([['10', 'unchanged', '']]);
    expect(planned(sent, 'upsert')).toEqual([['10', 'unchanged', '']]);
    expect(planned([{ code: '4', name: 'Leaf', type: 'expense' }])).toEqual([['4', 'created', '']]);
  });

  it('changes name, sub-type and status where asked', () => {
    const { accounts } = planAccounts(
      [
        proposal('1000', { name: 'Till', subtype: 'bank', status: 'inactive' }),
        proposal('2000', { type: 'liability' }),
        proposal('3000', { type: 'equity', name: 'Earnings' }),
      ],
      chart,
      'upsert',
    );
    expect(
      accounts!.map(({ outcome, account: { name, subtype, status } }) => [outcome, name, subtype, status]),
    ).toEqual([
      ['changed', 'Till', 'bank', 'inactive'],
      ['unchanged', 'Account 2000', null, 'active'],
      ['changed', 'Earnings', null, 'active'],
    ]);
  });

  it.each<[string, AccountProposal[], string[], string[]]>([
    ['a code twice', [proposal('4', { line: 2 }), proposal('4', { line: 3 })], ['3 duplicate_code'], []],
    ['a parent that is nowhere', [proposal('4', { parentCode: '77' })], ['unknown_parent'], []],
    [
      'several things at once',
      [proposal('4', { parentCode: '77', subtype: 'payable' })],
      ['unknown_parent', 'subtype_of_other_type'],
      [],
    ],
    ['a parent that takes postings', [proposal('4', { parentCode: '1000' })], ['parent_is_no_group'], []],
    ['a parent of another type', [proposal('4', { type: 'expense', parentCode: '1' })], ['parent_type'], []],
    ['control of a group', [proposal('4', { isGroup: true, control: 'bank' })], ['group_with_control'], []],
    ['a sub-type of another type', [proposal('4', { subtype: 'payable' })], ['subtype_of_other_type'], []],
    ['currency of income', [proposal('4', { type: 'income', currency: 'USD' })], ['currency_type'], []],
    ['an inactive group above', [proposal('4', { parentCode: '8' })], [], ['parent_inactive']],
    [
      'a new inactive group above',
      [proposal('40', { parentCode: '4' }), proposal('4', { isGroup: true, status: 'inactive' })],
      [],
      ['parent_inactive'],
    ],
    ['itself above', [proposal('4', { isGroup: true, parentCode: '4' })], ['parent_cycle'], []],
    [
      'a circle above',
      [
        proposal('400', { parentCode: '40', line: 2 }),
        proposal('40', { isGroup: true, parentCode: '41', line: 3 }),
        proposal('41', { isGroup: true, parentCode: '40', line: 4 }),
      ],
      ['3 parent_cycle'],
      [],
    ],
    ['another type than the chart', [proposal('1000', { type: 'expense' })], [], ['account_type']],
    [
      'another type than the chart, below which more is new',
      [proposal('1', { isGroup: false }), proposal('11', { parentCode: '1' }), proposal('12', { parentCode: '1' })],
      [],
      ['account_is_group'],
    ],
    ['a group that takes postings', [proposal('1000', { isGroup: true, line: 9 })], [], ['9 account_is_group']],
  ])('refuses %s', (_, proposals, faults, conflicts) => {
    expect(refused(proposals)).toEqual([faults, conflicts]);
  });

  it.each<[string, AccountProposal[], string[], string[]]>([
    ['another parent', [proposal('1000', { parentCode: '1' })], [], ['account_fixed']],
    ['another control', [proposal('1000', { control: 'bank' })], [], ['account_fixed']],
    ['a currency', [proposal('1000', { currency: 'USD' })], [], ['account_fixed']],
    ['a sub-type of another type', [proposal('1000', { subtype: 'payable' })], ['subtype_of_other_type'], []],
    [
      'an inactive group above active accounts',
      [proposal('10', { isGroup: true, status: 'inactive' })],
      [],
      ['account_in_use'],
    ],
    [
      'an inactive account of the books',
      [proposal('3000', { type: 'equity', status: 'inactive' })],
      [],
      ['account_in_use'],
    ],
  ])('refuses to change an account to %s', (_, proposals, faults, conflicts) => {
    expect(refused(proposals, 'upsert')).toEqual([faults, conflicts]);
  });

  it('makes a group inactive together with all that is below it, and back', () => {
    const off = [
      proposal('1', { isGroup: true, status: 'inactive' }),
      proposal('10', { isGroup: true, status: 'inactive' }),
      proposal('1000', { status: 'inactive' }),
    ];
    const { accounts } = planAccounts(off, chart, 'upsert');
    expect(accounts!.every(({ outcome }) => outcome === 'changed')).toBe(true);
    const inactive = chartOf(...accounts!.map((one) => one.account));
    expect(planAccounts([proposal('1000', { status: 'active' })], inactive, 'upsert').conflicts).toMatchObject([
      { code: 'parent_inactive' },
    ]);
    const back = off.map((one) => ({ ...one, status: 'active' as const }));
    expect(planned(back, 'upsert', inactive)).toHaveLength(3);
  });

  it('finds nothing new the second time, and never a tree with a circle', () => {
    const codes = ['1', '2', '3', '4', '5', '6'];
    const proposals = fc.uniqueArray(
      fc.record({
        code: fc.constantFrom(...codes),
        isGroup: fc.boolean(),
        parentCode: fc.option(fc.constantFrom(...codes)),
      }),
      { selector: ({ code }) => code },
    );
    fc.assert(
      fc.property(proposals, (sent) => {
        const wanted = sent.map(({ code, ...fields }) => proposal(code, fields));
        const { accounts } = planAccounts(wanted, new Map(), 'create');
        if (!accounts) return;
        const made = chartOf(...accounts.map((one) => one.account));
        for (const start of made.values()) {
          let steps = 0;
          for (let at: ChartAccount | undefined = start; at?.parentCode; at = made.get(at.parentCode)) {
            expect((steps += 1)).toBeLessThanOrEqual(codes.length);
          }
        }
        const again = planAccounts(wanted, made, 'upsert').accounts!;
        expect(again.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
