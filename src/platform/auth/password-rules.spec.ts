import { passwordFaults } from './password-rules.js';

const owner = { email: 'anna.berg@example.com', name: 'Anna Berg', current: 'the password until now' };

it.each([
  ['correct horse battery', []],
  ['åäö åäö ÅÄÖ 12345', []],
  ['aaaaaaaaaaaaaaaaaaa', ['password_repetitive']],
  ['abcabcabcabcabcabc', ['password_repetitive']],
  ['anna.berg@example.com', ['password_personal']],
  ['Anna.Berg@Example.com!', ['password_personal']],
  ['anna.berganna.berg12', ['password_personal']],
  ['ANNA BERG ANNA BERG', ['password_personal']],
  ['anna.berg likes long walks', []],
  ['the password until now', ['password_unchanged']],
])('judges %j', (password, codes) => {
  const faults = passwordFaults(password, owner, '/newPassword');
  expect(faults.map(({ code }) => code)).toEqual(codes);
  expect(faults.every(({ pointer }) => pointer === '/newPassword')).toBe(true);
});

it('takes short names for what they are: parts of words', () => {
  expect(passwordFaults('abcdefghijklmnop', { email: 'ab@example.com', name: 'Bo' }, '')).toEqual([]);
});
