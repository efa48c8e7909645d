import { Problem } from '#kernel/problem.js';
import { ResetThrottle } from './reset-throttle.js';

const ask = async (throttle: ResetThrottle, address: string, times: number) => {
  for (let time = 0; time < times; time++) await throttle.admit(address);
};

it('serves thirty an hour from one address, and others go on', async () => {
  const throttle = new ResetThrottle();
  await ask(throttle, '192.0.2.7', 30);
  const refused = await throttle.admit('192.0.2.7').catch((error: unknown) => error as Problem);
  expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
  expect(Number((refused as Problem).headers['Retry-After'])).toBeGreaterThan(3000);
  await ask(throttle, '192.0.2.8', 1);
});

it('takes a network of IPv6 for one address, and this machine for none', async () => {
  const throttle = new ResetThrottle();
  await ask(throttle, '2001:db8::1', 15);
  await ask(throttle, '2001:db8::2', 15);
  await expect(throttle.admit('2001:db8::3')).rejects.toThrow('Too many resets');
  await ask(throttle, '2001:db8:0:1::3', 1);
  await ask(throttle, '127.0.0.1', 40);
});
