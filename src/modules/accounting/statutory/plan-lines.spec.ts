import { planLines } from './plan-lines.js';

const known = [
  { id: 'a', code: '51', name: 'Cash', isMapped: true },
  { id: 'b', code: '52', name: 'Banks', isMapped: false },
];
const line = (code: string, name = 'Line') => ({ code, name });

describe('replacing the lines of a statutory chart', () => {
  it('adds, renames and removes', () => {
    expect(planLines([line('51', 'Cash'), line('60', 'Purchases')], known).changes).toEqual({
      added: [line('60', 'Purchases')],
      renamed: [],
      removed: [known[1]],
    });
    const renamed = planLines([line('51', 'Money'), line('52', 'Banks')], known).changes;
    expect(renamed).toEqual({ added: [], renamed: [{ id: 'a', name: 'Money' }], removed: [] });
  });

  it('refuses codes that are there twice, and lines that accounts need', () => {
    const { faults, inUse } = planLines([line('60'), line('60'), line('60')], known);
    expect(faults!.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/lines/1/code duplicate_code',
      '/lines/2/code duplicate_code',
    ]);
    expect(inUse!.map(({ message }) => message)).toEqual([expect.stringContaining('line 51')]);
  });
});
