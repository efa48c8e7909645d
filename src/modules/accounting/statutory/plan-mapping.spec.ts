import { type MappableAccount, planMapping } from './plan-mapping.js';

const account = (code: string, lineId: string | null = null, isGroup = false): MappableAccount => {
  return { id: `id of ${code}`, code, isGroup, lineId };
};
const accounts = new Map(
  [account('1000'), account('1010', 'cash'), account('1020', 'bank'), account('1', null, true)].map((one) => [
    one.code,
    one,
  ]),
);
const lines = new Map([
  ['51', 'cash'],
  ['52', 'bank'],
]);
const plan = (...wishes: [accountCode: string, lineCode: string | null][]) =>
  planMapping(
    wishes.map(([accountCode, lineCode], index) => ({ accountCode, lineCode, at: { pointer: `/mappings/${index}` } })),
    accounts,
    lines,
  );

describe('mapping accounts to statutory lines', () => {
  it('tells apart what is new, changed, gone and the same', () => {
    expect(plan(['1000', '51'], ['1010', '52'], ['1020', null]).changes).toEqual({
      set: [
        { accountId: 'id of 1000', lineId: 'cash' },
        { accountId: 'id of 1010', lineId: 'bank' },
      ],
      removed: ['id of 1020'],
      counts: { mapped: 1, changed: 1, removed: 1, unchanged: 0 },
    });
    const same = plan(['1000', null], ['1010', '51'], ['1020', '52']).changes;
    expect(same).toEqual({ set: [], removed: [], counts: { mapped: 0, changed: 0, removed: 0, unchanged: 3 } });
  });

  it.each<[string, [string, string | null][], string[]]>([
    ['an account that is not there', [['77', '51']], ['/mappings/0/accountCode unknown_account']],
    ['a group', [['1', '51']], ['/mappings/0/accountCode account_is_group']],
    ['a line that is not there', [['1000', '60']], ['/mappings/0/lineCode unknown_line']],
    [
      'an account twice',
      [
        ['1000', '51'],
        ['1000', null],
      ],
      ['/mappings/1/accountCode duplicate_account'],
    ],
    ['both at once', [['77', '60']], ['/mappings/0/accountCode unknown_account', '/mappings/0/lineCode unknown_line']],
  ])('refuses %s', (_, wishes, faults) => {
    expect(plan(...wishes).faults!.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
  });
});
