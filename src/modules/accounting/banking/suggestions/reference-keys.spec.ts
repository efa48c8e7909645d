import { referenceKey, referenceKeysOf } from './reference-keys.js';

it.each([
  ['Invoice INV-2026-0017', 'INV-2026-0017'],
  ['inv 2026 0017 / thank you', 'INV-2026-0017'],
  ['RE:INV20260017;RF18', 'INV-2026-0017'],
  ['Faktura Nr. 4711, Kd. 12', '4711'],
])('finds in “%s” the reference %s', (text, reference) => {
  expect(referenceKeysOf([text])).toContain(referenceKey(reference));
});

it('takes no words without digits, none that are too short, and none across texts', () => {
  expect(referenceKeysOf(['Thank you very much', '17', null])).toEqual([]);
  expect(referenceKeysOf(['INV 20', '26'])).toEqual(['INV20']);
});

it('is bounded, however long the text is', () => {
  const text = Array.from({ length: 1000 }, (_, index) => `A${index}XYZ`).join(' ');
  expect(referenceKeysOf([text])).toHaveLength(200);
});
