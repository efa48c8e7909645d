import { Webhook } from 'standardwebhooks';
import { Configuration, readEnvironment } from '../config/configuration.js';
import { WebhookSecrets } from './webhook-secrets.js';

const of = (secret: string) => new WebhookSecrets(new Configuration(readEnvironment({}), 'postgres://owner', secret));
const secrets = of('a'.repeat(32));

it('makes secrets of 32 octets, each another one', () => {
  const made = Array.from({ length: 20 }, () => secrets.make());
  expect(new Set(made).size).toBe(20);
  for (const one of made) expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});

it('opens what it has closed, for the same endpoint and secret of the installation only', () => {
  const text = secrets.make();
  const cipher = secrets.encrypt(text, 'endpoint');
  expect(cipher.includes(text)).toBe(false);
  expect(secrets.encrypt(text, 'endpoint')).not.toEqual(cipher);
  expect(secrets.decrypt(cipher, 'endpoint')).toBe(text);
  expect(() => secrets.decrypt(cipher, 'other')).toThrow('authenticate');
  expect(() => of('b'.repeat(32)).decrypt(cipher, 'endpoint')).toThrow('authenticate');
  const changed = Buffer.from(cipher);
  changed[20]! ^= 1;
  expect(() => secrets.decrypt(changed, 'endpoint')).toThrow('authenticate');
});

it('signs as receivers verify it, by each secret', () => {
  const [one, other, third] = [secrets.make(), secrets.make(), secrets.make()];
  const headers = secrets.sign([one, other], 'id', new Date(), '{"a":1}');
  expect(new Webhook(one).verify('{"a":1}', headers)).toEqual({ a: 1 });
  expect(new Webhook(other).verify('{"a":1}', headers)).toEqual({ a: 1 });
  expect(() => new Webhook(third).verify('{"a":1}', headers)).toThrow('No matching signature');
  expect(() => new Webhook(one).verify('{"a":2}', headers)).toThrow('No matching signature');
});
