import { readRateFile } from './read-rate-file.js';

const header = 'rateType,fromCurrency,toCurrency,rateOn,rate,source';
const read = (text: string, defaults = {}) => readRateFile(Buffer.from(text), defaults);

describe('reading rates from a file', () => {
  it('gives each with its line', () => {
    expect(
      read(`${header}\nspot,EUR,SEK,2026-01-30,11.2345,ECB\n\nclosing,EUR,USD,2026-01-31,1.087,ECB`),
    ).toMatchObject({
      rates: [
        {
          rateType: 'spot',
          fromCurrency: 'EUR',
          toCurrency: 'SEK',
          rateOn: '2026-01-30',
          rate: '11.2345',
          source: 'ECB',
        },
        { rateType: 'closing', toCurrency: 'USD' },
      ],
      lines: [2, 4],
    });
  });

  it('fills in what holds for the whole file, where a line does not say it', () => {
    const text = 'fromCurrency,toCurrency,rateOn,rate,source\nEUR,SEK,2026-01-30,11,\nEUR,USD,2026-01-30,1.1,Riksbank';
    expect(read(text, { rateType: 'spot', source: 'ECB' }).rates).toMatchObject([
      { rateType: 'spot', source: 'ECB' },
      { rateType: 'spot', source: 'Riksbank' },
    ]);
  });

  it('names every cell that is wrong, a hundred of them at most', () => {
    const line = 'spot,EUR,SEK,2026-02-30,"11,2",ECB';
    const faults = read([header, ...Array.from({ length: 80 }, () => line)].join('\n')).errors!;
    expect(faults.slice(0, 2)).toMatchObject([
      { pointer: '/rateOn', code: 'invalid_date', line: 2 },
      { pointer: '/rate', code: 'invalid_decimal', line: 2 },
    ]);
    expect(faults).toHaveLength(100);
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'empty_file'],
    ['a header alone', header, 'empty_file'],
    ['a missing cell', `${header}\nspot,EUR,SEK,,11,ECB`, 'required'],
    ['a currency that does not exist', `${header}\nspot,EUR,DEM,2026-01-30,11,ECB`, 'unknown_currency'],
    ['an exponent', `${header}\nspot,EUR,SEK,2026-01-30,1e3,ECB`, 'invalid_decimal'],
  ])('refuses %s', (_, text, code) => expect(read(text).errors).toMatchObject([{ code }]));
});
