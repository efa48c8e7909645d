import { Configuration, readEnvironment } from '../../config/configuration.js';
import { SignInTransactions } from './sign-in-transactions.js';

const of = (letter: string) =>
  new SignInTransactions(new Configuration(readEnvironment({}), 'postgres://', letter.repeat(32)));

afterEach(() => jest.useRealTimers());

it('are opened as they were sealed, for ten minutes, under the same secret', () => {
  jest.useFakeTimers({ now: new Date('2026-01-31T08:30:00Z') });
  const begun = of('a').begin('0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11');
  const { token, expiresAt } = of('a').seal(begun);
  expect(expiresAt.toISOString()).toBe('2026-01-31T08:40:00.000Z');
  expect(of('a').open(token)).toEqual(begun);
  expect(of('b').open(token)).toBeUndefined();
  jest.setSystemTime(new Date('2026-01-31T08:40:00Z'));
  expect(of('a').open(token)).toBeUndefined();
});

it.each(['', 'none', 'a'.repeat(500)])('are not %j', (token) => expect(of('a').open(token)).toBeUndefined());

it('tell nobody what they hold, and are not alike', () => {
  const [one, other] = [of('a').begin(undefined), of('a').begin(undefined)];
  expect(new Set([one.state, one.nonce, one.codeVerifier, other.state, other.nonce, other.codeVerifier]).size).toBe(6);
  expect(Buffer.from(of('a').seal(one).token, 'base64url').toString('latin1')).not.toContain(one.codeVerifier);
});
