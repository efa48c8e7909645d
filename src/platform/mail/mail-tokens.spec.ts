import { newId } from '#kernel/id.js';
import { readSecret } from '../auth/secret-token.js';
import { Configuration, readEnvironment } from '../config/configuration.js';
import { MailTokens } from './mail-tokens.js';

const tokensOf = (secret: string) => new MailTokens(new Configuration(readEnvironment({}), '', secret));
const tokens = tokensOf('b0'.repeat(32));
const [organizationId, mailId] = [newId(), newId()];
const given = tokens.of('bureau_reset_', organizationId, mailId);

it('is the same for every attempt at a mail, on every process that shares the secret', () => {
  expect(tokensOf('b0'.repeat(32)).of('bureau_reset_', organizationId, mailId)).toEqual(given);
  expect(readSecret('bureau_reset_', given.text)).toEqual({ organizationId, hash: given.hash });
});

it('is another one for another mail, purpose, organization or secret', () => {
  const others = [
    tokens.of('bureau_reset_', organizationId, newId()),
    tokens.of('bureau_invite_', organizationId, mailId),
    tokens.of('bureau_reset_', newId(), mailId),
    tokensOf('b1'.repeat(32)).of('bureau_reset_', organizationId, mailId),
  ];
  expect(new Set([given, ...others].map(({ text }) => text.slice(-42))).size).toBe(4);
  expect(new Set([given, ...others].map(({ hash }) => hash.toString('hex'))).size).toBe(5);
});
