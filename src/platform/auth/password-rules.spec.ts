import { commonPasswords } from './listed-passwords.js';
import { passwordFaults } from './password-rules.js';

const owner = {
  email: 'anna.berg@lighthouse.example',
  name: 'Anna Berg',
  current: 'the password until now',
  organizations: ['Fjord & Sons Shipping AB'],
};
const codesOf = async (password: string) =>
  (await passwordFaults(password, owner, '/newPassword')).map(({ code }) => code);

it.each([
  ['correct horse battery', []],
  ['four legs good two legs bad', []],
  ['der hund bellt laut', []],
  ['blue sky and rain', []],
  ['åäö lär sig ÅÄÖ 12345', []],
  ['åäö åäö ÅÄÖ 12345', ['password_common']],
  ['aaaaaaaaaaaaaaaaaaa', ['password_repetitive']],
  ['abcabcabcabcabcabc', ['password_repetitive']],
  ['xk9!mxk9!mxk9!mxk9!m', ['password_repetitive']],
  ['abcdefghijklmnop', ['password_repetitive']],
  ['123456789012345', ['password_repetitive', 'password_common']],
  ['qwertyuiopasdfghjkl', ['password_repetitive', 'password_common']],
  ['1qaz2wsx3edc4rfv', ['password_repetitive', 'password_common']],
  ['anna.berg@lighthouse.example', ['password_personal']],
  ['Anna.Berg@Lighthouse.Example!', ['password_personal']],
  ['anna.berganna.berg12', ['password_personal']],
  ['ANNA BERG ANNA BERG', ['password_personal', 'password_common']],
  ['AnnaBerg 2026!', ['too_short', 'password_personal']],
  ['anna.berg 1234567890', ['password_personal', 'password_common']],
  ['anna.berg likes long walks', []],
  ['Fjord & Sons Shipping AB', ['password_expected']],
  ['FjordSonsShipping1', ['password_expected']],
  ['Bureau-Lighthouse-26', ['password_expected']],
  ['bureaubureaubureau', ['password_repetitive', 'password_expected', 'password_common']],
  ['annas bureau stands by the fjord', []],
  ['the password until now', ['password_unchanged']],
  ['passwordpassword', ['password_common']],
  ['Password.Password', ['password_common']],
  ['password-2026-1', ['password_common']],
  ['trustno1trustno2', ['password_common']],
  ['letmein monkey !!', ['password_common']],
  ['Dragon and Monkey', ['password_common']],
  ['dragon, monkey and a shadow', []],
])('judges %j', async (password, codes) => {
  expect(await codesOf(password)).toEqual(codes);
});

it('points at the field and says what to do', async () => {
  const [fault] = await passwordFaults('passwordpassword', owner, '/newPassword');
  expect(fault).toEqual({
    pointer: '/newPassword',
    code: 'password_common',
    message: 'Must not be made of one or two commonly used passwords; use more words, or other ones.',
  });
});

it('takes short names for what they are: parts of words', async () => {
  const short = { email: 'ab@example.org', name: 'Bo', organizations: ['Ob'] };
  expect(await passwordFaults('abbots robots obey', short, '')).toEqual([]);
});

describe('the thousand most common passwords', () => {
  let most: string[];
  beforeAll(async () => {
    most = [...(await commonPasswords())].slice(0, 1000);
  });
  const padded = (word: string, padding: string) => word + padding.slice(0, Math.max(15 - word.length, 1));

  it('are of a list of more than 3,000, of which few are long enough to be a password here', async () => {
    const list = [...(await commonPasswords())];
    expect(list.length).toBeGreaterThan(40_000);
    expect(list.filter((word) => word.length >= 15).length).toBeLessThan(100);
    expect(most.slice(0, 3)).toEqual(['123456', 'password', '12345678']);
    expect(new Set(most).size).toBe(1000);
  });

  it.each<[string, (word: string) => string]>([
    ['as they are', (word) => word],
    ['repeated', (word) => word.repeat(Math.ceil(15 / word.length))],
    ['with blanks between', (word) => Array.from({ length: 8 }, () => word).join(' ')],
    ['before digits in order', (word) => padded(word, '12345678901234567890')],
    ['before one character again and again', (word) => padded(word, '!!!!!!!!!!!!!!!!!!!!')],
    ['behind the first row of the keyboard', (word) => `qwertyuiop${word}`.padEnd(15, '1')],
    ['in capitals, before the most common one', (word) => `${word.toUpperCase()}password`.padEnd(15, '.')],
  ])('are refused %s', async (_how, made) => {
    const accepted = [];
    for (const word of most) if ((await codesOf(made(word))).length === 0) accepted.push(made(word));
    expect(accepted).toEqual([]);
  });

  it('are refused of whatever length the list has: all of it', async () => {
    const long = [...(await commonPasswords())].filter((word) => word.length >= 15);
    for (const word of long)
      expect([word, await codesOf(word)]).toEqual([word, expect.arrayContaining([expect.any(String)])]);
  });
});

describe('the length', () => {
  const text =
    'Vessla på taket sjunger varje morgon om sill, dill och kapris; ingen vet varför, inte ens den gamle vaktmästaren i tornet nere.';

  it.each([
    [14, ['too_short']],
    [15, []],
    [16, []],
    [64, []],
    [128, []],
  ])('%i is counted in characters', async (length, codes) => {
    expect([...text].length).toBeGreaterThanOrEqual(length - 1);
    expect(await codesOf([...text.padEnd(128, '?')].slice(0, length).join(''))).toEqual(codes);
  });

  it('is that of the normalized form: marks that join their letter are none of their own', async () => {
    const decomposed = 'ä1ö2å3é4ü5ñ'.normalize('NFD');
    expect([...decomposed].length).toBeGreaterThanOrEqual(15);
    expect(await codesOf(decomposed)).toContain('too_short');
    expect(await codesOf('ＰＡＳＳＷＯＲＤ－２０２６－１')).toEqual(['password_common']);
  });
});
