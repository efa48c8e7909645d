import { Problem } from '#kernel/problem.js';
import { SignInThrottle } from './sign-in-throttle.js';

const right = () => Promise.resolve(true);
const wrong = () => Promise.resolve(false);
const home = { account: 'anna', address: '192.0.2.1' };
const stranger = (number: number) => ({ account: 'anna', address: `198.51.100.${number}` });

let throttle: SignInThrottle;
beforeEach(() => {
  throttle = new SignInThrottle();
  jest.useFakeTimers({ now: new Date('2026-01-31T12:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
});
afterEach(() => {
  jest.useRealTimers();
});

async function outcome(attempt: typeof home, verify = wrong): Promise<boolean | string> {
  try {
    return await throttle.check(attempt, verify);
  } catch (error) {
    const { status, headers } = error as Problem;
    return `${status} ${headers['Retry-After']}`;
  }
}

async function times(count: number, work: (at: number) => Promise<unknown>): Promise<unknown[]> {
  const outcomes = [];
  for (let at = 0; at < count; at += 1) outcomes.push(await work(at));
  return outcomes;
}
const waitSeconds = (seconds: number) => jest.setSystemTime(Date.now() + seconds * 1000);

it('refuses the eleventh guess at an account from one address without looking at the password', async () => {
  expect(new Set(await times(10, () => outcome(home)))).toEqual(new Set([false]));
  const verify = jest.fn(right);
  expect(await outcome(home, verify)).toBe('429 1');
  expect(verify).not.toHaveBeenCalled();
  waitSeconds(1);
  expect(await outcome(home, verify)).toBe(true);
});

it('lets the right password wipe the failures of its address', async () => {
  await times(9, () => outcome(home));
  expect(await outcome(home, right)).toBe(true);
  expect(new Set(await times(10, () => outcome(home)))).toEqual(new Set([false]));
});

it('bounds guesses from many addresses together', async () => {
  expect(new Set(await times(30, (at) => outcome(stranger(at))))).toEqual(new Set([false]));
  expect(await outcome(stranger(200))).toBe('429 1');
});

it('does not let strangers keep out who was let in from there before', async () => {
  await outcome(home, right);
  await times(200, (at) => {
    waitSeconds(30);
    return outcome(stranger(at));
  });
  expect(await outcome(stranger(201), right)).toBe('429 30');
  expect(await outcome(home, right)).toBe(true);
});

it('keeps nobody out for longer than half a minute by what others do', async () => {
  await times(200, (at) => {
    waitSeconds(30);
    return outcome(stranger(at));
  });
  waitSeconds(30);
  expect(await outcome(stranger(250), right)).toBe(true);
});

it('bounds guesses from one address at many accounts', async () => {
  const at = (number: number) => ({ account: `account ${number}`, address: home.address });
  expect(new Set(await times(100, (number) => outcome(at(number))))).toEqual(new Set([false]));
  expect(await outcome(at(100), right)).toBe('429 1');
});

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('does not take %s for one caller', async (address) => {
  const at = (number: number) => ({ account: `account ${number}`, address });
  expect(new Set(await times(150, (number) => outcome(at(number))))).toEqual(new Set([false]));
});

it('counts guesses that come at once, all of them', async () => {
  const verify = jest.fn(wrong);
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => outcome(home, verify)));
  expect(verify).toHaveBeenCalledTimes(10);
  expect(outcomes.filter((one) => one === false)).toHaveLength(10);
});

it('lets so many wait and no more', async () => {
  const outcomes = await Promise.all(Array.from({ length: 60 }, () => outcome(home, right)));
  expect(outcomes.filter((one) => one === true)).toHaveLength(50);
  expect(outcomes.filter((one) => one === '429 1')).toHaveLength(10);
});

it('goes on after a check that failed by itself', async () => {
  const broken = () => Promise.reject(new Error('no database'));
  await expect(throttle.check(home, broken)).rejects.toThrow('no database');
  expect(await outcome(home, right)).toBe(true);
});
