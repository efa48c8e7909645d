import { availableParallelism } from 'node:os';
import * as argon2 from '@node-rs/argon2';
import { Problem } from '#kernel/problem.js';
import { PasswordHasher } from './password-hasher.js';

jest.mock('@node-rs/argon2', () => {
  const library = jest.requireActual<typeof argon2>('@node-rs/argon2');
  return { ...library, verify: jest.fn(library.verify) };
});
const verify = jest.mocked(argon2.verify);

const password = 'correct horse battery staple';

function parsePhc(text: string) {
  const [, algorithm, version, parameters = '', salt = '', digest = ''] = text.split('$');
  const numbers = Object.fromEntries(parameters.split(',').map((one) => one.split('='))) as Record<string, string>;
  return { algorithm, version, ...numbers, salt: bytesIn(salt), digest: bytesIn(digest) };
}
const bytesIn = (text: string) => Buffer.from(text, 'base64').length;

describe('a password hash', () => {
  let hasher: PasswordHasher;
  let stored: string;
  beforeAll(async () => {
    hasher = new PasswordHasher();
    stored = await hasher.hash(password);
  });

  it('is argon2id with the parameters that OWASP ASVS asks for, its salt and its digest', () => {
    expect(parsePhc(stored)).toEqual({
      algorithm: 'argon2id',
      version: 'v=19',
      m: '19456',
      t: '2',
      p: '1',
      salt: 16,
      digest: 32,
    });
  });

  it('is another one for the same password every time', async () => {
    const again = await hasher.hash(password);
    expect(again).not.toBe(stored);
    expect(await hasher.verify(again, password)).toBe(true);
  });

  it.each([
    ['the password', password, true],
    ['another case of letters', password.toUpperCase(), false],
    ['a blank more', `${password} `, false],
    ['a part of it', password.slice(0, -1), false],
    ['nothing', '', false],
  ])('verifies %s', async (_name, given, isRight) => {
    expect(await hasher.verify(stored, given)).toBe(isRight);
  });

  it.each([1, 64, 65, 72, 73, 128])('depends on character %i of the password', async (position) => {
    const long = 'é'.repeat(128);
    const changed = `${long.slice(0, position - 1)}e${long.slice(position)}`;
    const longHash = await hasher.hash(long);
    expect([await hasher.verify(longHash, long), await hasher.verify(longHash, changed)]).toEqual([true, false]);
  });
});

describe('the same characters, written in another way', () => {
  const [composed, decomposed] = ['fjäll och Ångström'.normalize('NFC'), 'fjäll och Ångström'.normalize('NFD')];

  it('are the same password', async () => {
    expect(decomposed).not.toBe(composed);
    const hasher = new PasswordHasher();
    expect(await hasher.verify(await hasher.hash(composed), decomposed)).toBe(true);
    expect(await hasher.verify(await hasher.hash(decomposed), composed)).toBe(true);
    expect(await hasher.verify(await hasher.hash('full width 12345'), 'ｆｕｌｌ　ｗｉｄｔｈ　１２３４５')).toBe(true);
    expect(await hasher.verify(await hasher.hash(composed), composed.toLowerCase())).toBe(false);
  });

  it('open an account whose hash is of the text as it was sent, from before', async () => {
    const former = await argon2.hash(decomposed);
    expect(await new PasswordHasher().verify(former, decomposed)).toBe(true);
    expect(await new PasswordHasher().verify(former, composed)).toBe(false);
  });
});

describe('an unknown person', () => {
  it.each([
    ['a wrong password', 'the wrong one, and of ASCII', 1],
    ['one that is written in another way', 'wrong, and with an å', 2],
  ])('costs the same work as a known one with %s', async (_case, given, times) => {
    const hasher = new PasswordHasher();
    const stored = await hasher.hash(password);
    const costs = [];
    for (const hashOf of [stored, undefined]) {
      verify.mockClear();
      expect(await hasher.verify(hashOf, given.normalize('NFD'))).toBe(false);
      costs.push(verify.mock.calls.map(([hashed]) => hashed.toString().split('$').slice(0, 4)));
    }
    expect(costs[0]).toEqual(Array.from({ length: times }, () => ['', 'argon2id', 'v=19', 'm=19456,t=2,p=1']));
    expect(costs[1]).toEqual(costs[0]);
  });

  it.each([password, '', 'no password has this hash'])('is refused with the password %j', async (given) => {
    expect(await new PasswordHasher().verify(undefined, given)).toBe(false);
  });
});

describe('a flood of sign-ins', () => {
  const accepted = availableParallelism() + 50;

  it('waits in a queue of fifty and is refused beyond it, at once and with the time to come back', async () => {
    const hasher = new PasswordHasher();
    const stored = await hasher.hash(password);
    const flood = Array.from({ length: accepted + 20 }, () => hasher.verify(stored, password));
    const settled = await Promise.allSettled(flood);
    expect(settled.slice(0, accepted).every((one) => one.status === 'fulfilled' && one.value)).toBe(true);
    for (const one of settled.slice(accepted)) {
      const problem = (one as PromiseRejectedResult).reason as Problem;
      expect(problem).toBeInstanceOf(Problem);
      expect([problem.status, problem.code, problem.headers]).toEqual([
        503,
        'service_unavailable',
        { 'Retry-After': '1' },
      ]);
    }
    expect(await hasher.verify(stored, password)).toBe(true);
  });

  it('of hashes that cannot be read gives every turn back', async () => {
    const hasher = new PasswordHasher();
    const broken = Array.from({ length: accepted }, () => hasher.verify('$argon2id$broken', password));
    expect((await Promise.allSettled(broken)).every(({ status }) => status === 'rejected')).toBe(true);
    const stored = await hasher.hash(password);
    const flood = Array.from({ length: accepted }, () => hasher.verify(stored, password));
    expect(await Promise.all(flood)).toEqual(Array.from({ length: accepted }, () => true));
  });
});
