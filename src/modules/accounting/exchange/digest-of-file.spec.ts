import { digestOfFile } from './digest-of-file.js';

it('is that of the content alone, as anybody computes it', () => {
  expect(digestOfFile('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(digestOfFile(Buffer.from('abc'))).toBe(digestOfFile('abc'));
});

it('is another one for each way of reading', () => {
  const digests = [undefined, {}, { mapping: { party: 'A' } }, { mapping: { party: 'B' } }].map((reading) =>
    digestOfFile('abc', reading),
  );
  expect(new Set(digests).size).toBe(4);
  expect(digestOfFile(Buffer.from('abc'), {})).toBe(digestOfFile('abc', {}));
});
