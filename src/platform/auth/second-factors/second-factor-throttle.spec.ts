import type { Problem } from '#kernel/problem.js';
import type { SignInThrottle } from '../sign-in-throttle.js';
import { CodeThrottle, RecoveryCodeThrottle } from './second-factor-throttle.js';

const right = () => Promise.resolve(true);
const wrong = () => Promise.resolve(false);
const home = { account: 'anna', address: '192.0.2.1' };
const stranger = (number: number) => ({ account: 'anna', address: `198.51.100.${number}` });

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-01-31T12:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
});
afterEach(() => {
  jest.useRealTimers();
});

async function outcome(throttle: SignInThrottle, attempt: typeof home, verify = wrong): Promise<boolean | string> {
  try {
    return await throttle.check(attempt, verify);
  } catch (error) {
    const { status, headers } = error as Problem;
    return `${status} ${headers['Retry-After']}`;
  }
}
const waitSeconds = (seconds: number) => jest.setSystemTime(Date.now() + seconds * 1000);

/** How many wrong codes are looked at in a day of trying from ever new addresses, whenever it is possible. */
async function guessesInDay(throttle: SignInThrottle): Promise<number> {
  let [guesses, seconds] = [0, 0];
  for (let at = 0; seconds < 86_400; at += 1) {
    const answer = await outcome(throttle, stranger(at));
    if (answer === false) guesses += 1;
    else {
      const wait = Number(String(answer).split(' ')[1]);
      seconds += wait;
      waitSeconds(wait);
    }
  }
  return guesses;
}

it('codes: a stranger with the password has about a hundred guesses a day, of a million', async () => {
  const guesses = await guessesInDay(new CodeThrottle());
  expect(guesses).toBeGreaterThan(50);
  expect(guesses).toBeLessThan(150);
});

it('codes: where the person is at home, five guesses cost nothing, and none more than five minutes', async () => {
  const throttle = new CodeThrottle();
  await outcome(throttle, home, right);
  for (let count = 0; count < 5; count += 1) expect(await outcome(throttle, home)).toBe(false);
  expect(await outcome(throttle, home)).toBe('429 1');
  for (let count = 0; count < 20; count += 1) {
    waitSeconds(300);
    expect(await outcome(throttle, home)).toBe(false);
  }
  expect(await outcome(throttle, home, right)).toBe('429 300');
});

it('codes: strangers do not keep out who was let in from there before', async () => {
  const throttle = new CodeThrottle();
  await outcome(throttle, home, right);
  for (let at = 0; at < 20; at += 1) await outcome(throttle, stranger(at));
  expect(await outcome(throttle, stranger(99), right)).toMatch(/^429/);
  expect(await outcome(throttle, home, right)).toBe(true);
});

it('recovery codes: strangers keep out nobody, wherever they come from', async () => {
  const throttle = new RecoveryCodeThrottle();
  for (let at = 0; at < 200; at += 1) expect(await outcome(throttle, stranger(at))).toBe(false);
  expect(await outcome(throttle, home, right)).toBe(true);
});
