import { withholdingRateFaults } from './withholding-rate-faults.js';

const rate = { withholdingCodeId: 'code', validFrom: '2026-01-01', rate: '0.15' };

it.each([
  ['with nothing but a rate', {}, []],
  ['with all there is', { base: 'gross', baseShare: '0.5', threshold: '1000.00', thresholdRule: 'whole' }, []],
  ['that ends on its first day', { validTo: '2026-01-01' }, []],
  ['that ends before it begins', { validTo: '2025-12-31' }, ['/validTo validity_order']],
  ['of 15 where 15 % is meant', { rate: '15' }, ['/rate rate_is_fraction']],
  ['of more than the base', { baseShare: '1.01' }, ['/baseShare rate_is_fraction']],
  ['with a threshold below the cent', { threshold: '0.001' }, ['/threshold amount_scale']],
  ['with a rule about no threshold', { thresholdRule: 'excess' }, ['/thresholdRule threshold_missing']],
] as const)('says of a rate %s what is wrong', (_, change, expected) => {
  const faults = withholdingRateFaults({ ...rate, ...change }, 'EUR');
  expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
});
