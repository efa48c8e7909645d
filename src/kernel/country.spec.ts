import { countryCodes } from './country.js';

describe('country codes', () => {
  it('are all of ISO 3166-1, each once', () => {
    expect(countryCodes.size).toBe(249);
    expect([...countryCodes].every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
  });

  it('are known to the locale data of the platform under a name of their own', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect([...countryCodes].filter((code) => !names.of(code))).toEqual([]);
    expect(new Set([...countryCodes].map((code) => names.of(code))).size).toBe(249);
  });

  it.each(['UK', 'EU', 'XK', 'ZZ', 'AN', 'se', ''])('have no %s', (code) => {
    expect(countryCodes.has(code)).toBe(false);
  });
});
