import type { LevelContent } from './dunning-levels.repository.js';
import { levelFaults } from './level-faults.js';
import { standardLevels } from './standard-levels.js';

const [content] = standardLevels as [LevelContent];

it.each<[string, Partial<LevelContent>, string[]]>([
  ['amounts in several currencies', { fees: [eur('5.00'), { currency: 'JPY', amount: '500' }] }, []],
  ['a currency twice', { fees: [eur('5.00'), eur('6.00')] }, ['/fees/1/currency']],
  ['a tenth of a cent', { minimumAmounts: [eur('5.001')] }, ['/minimumAmounts/0/amount']],
  ['trailing zeros', { minimumAmounts: [eur('5.0000')] }, []],
  ['too much interest', { interest: { rate: '100.01', dayCount: 'act_365' } }, ['/interest/rate']],
  ['as much as there may be', { interest: { rate: '100', dayCount: 'act_365' } }, []],
])('%s', (_, change, pointers) => {
  expect(levelFaults({ ...content, ...change }).map(({ pointer }) => pointer)).toEqual(pointers);
});

it('finds nothing wrong with the standard levels', () => {
  expect(standardLevels.flatMap((level) => levelFaults(level))).toEqual([]);
});

function eur(amount: string) {
  return { currency: 'EUR', amount };
}
