import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Configuration } from '../config/configuration.js';
import { deriveSigningKeys } from '../config/derive-key.js';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens.js';

const secret = 's'.repeat(32);
const session = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const tokensOf = (text: string) => new AccessTokens({ secret: text } as Configuration);
const tokens = tokensOf(secret);
const { privateKey, publicKey } = deriveSigningKeys(secret);
const seconds = () => Math.floor(Date.now() / 1000);

describe('an issued token', () => {
  it('says who it is of and for, for ten minutes, and nothing of what may be done', async () => {
    const before = seconds();
    const token = await tokens.issue(session, 'user');
    const { iat, ...claims } = decodeJwt(token);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'EdDSA', typ: 'at+jwt' });
    expect(claims).toEqual({ iss: 'bureau', aud: 'bureau-api', sub: 'user', sid: session, exp: iat! + 600 });
    expect(iat).toBeGreaterThanOrEqual(before);
    expect(iat).toBeLessThanOrEqual(seconds());
    expect(ACCESS_TOKEN_SECONDS).toBe(600);
    await expect(jwtVerify(token, publicKey)).resolves.toBeDefined();
  });

  it('is read back by every process that shares the secret, and by no other', async () => {
    const token = await tokens.issue(session, 'user');
    expect(await tokensOf(secret).credentialOf(token)).toEqual({ sessionId: session });
    expect(await tokensOf('t'.repeat(32)).credentialOf(token)).toBeUndefined();
  });

  describe('as time goes by', () => {
    beforeEach(() => {
      jest.useFakeTimers({
        now: new Date('2026-01-31T12:00:00Z'),
        doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'],
      });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it.each([
      [0, true],
      [599, true],
      [661, false],
      [86_400, false],
      // Issued by a process whose clock is ahead.
      [-60, true],
      [-62, false],
    ])('after %i seconds: valid %j', async (later, isValid) => {
      // Of its own: the same second gives the same token.
      const fresh = tokensOf(secret);
      const token = await fresh.issue(session, 'user');
      jest.setSystemTime(Date.now() + later * 1000);
      expect(await fresh.credentialOf(token)).toEqual(isValid ? { sessionId: session } : undefined);
    });

    it.each([
      [599, true],
      [659, true],
      [660, false],
      [86_400, false],
    ])('when seen before, after %i seconds: valid %j', async (later, isValid) => {
      const fresh = tokensOf(secret);
      const token = await fresh.issue(session, 'user');
      expect(await fresh.credentialOf(token)).toEqual({ sessionId: session });
      jest.setSystemTime(Date.now() + later * 1000);
      expect(await fresh.credentialOf(token)).toEqual(isValid ? { sessionId: session } : undefined);
    });
  });
});

describe('a token that we have not issued', () => {
  const good = () => ({
    iss: 'bureau',
    aud: 'bureau-api',
    sub: 'user',
    sid: session,
    iat: seconds(),
    exp: seconds() + 600,
  });
  const header = { alg: 'EdDSA', typ: 'at+jwt' };
  const sign = (payload: object, protectedHeader: object = header) =>
    new SignJWT(payload as JWTPayload).setProtectedHeader(protectedHeader as { alg: string }).sign(privateKey);

  it('is accepted when it could have been ours, so that the following are refused for what they change', async () => {
    expect(await tokens.credentialOf(await sign(good()))).toEqual({ sessionId: session });
  });

  it.each<[string, () => object]>([
    ['without iss', () => ({ ...good(), iss: undefined })],
    ['of another issuer', () => ({ ...good(), iss: 'other' })],
    ['with a list of issuers', () => ({ ...good(), iss: ['bureau'] })],
    ['without aud', () => ({ ...good(), aud: undefined })],
    ['for another audience', () => ({ ...good(), aud: 'other' })],
    ['for a list of audiences', () => ({ ...good(), aud: ['bureau-api'] })],
    ['without exp', () => ({ ...good(), exp: undefined })],
    ['with exp as text', () => ({ ...good(), exp: String(seconds() + 600) })],
    ['with an exp that is over', () => ({ ...good(), exp: seconds() - 61 })],
    ['with an exp of infinity', () => ({ ...good(), exp: null })],
    ['without iat', () => ({ ...good(), iat: undefined })],
    ['with iat as text', () => ({ ...good(), iat: String(seconds()) })],
    ['issued in the future', () => ({ ...good(), iat: seconds() + 3600, exp: seconds() + 4200 })],
    ['issued long ago, ending far away', () => ({ ...good(), iat: seconds() - 700, exp: seconds() + 86_400 })],
    ['not valid yet', () => ({ ...good(), nbf: seconds() + 120 })],
    ['with nbf as text', () => ({ ...good(), nbf: '0' })],
    ['without sub', () => ({ ...good(), sub: undefined })],
    ['without sid', () => ({ ...good(), sid: undefined })],
    ['with sid as a number', () => ({ ...good(), sid: 1 })],
    ['with a sid that is no id', () => ({ ...good(), sid: 'session' })],
    ['with sid as a list', () => ({ ...good(), sid: [session] })],
  ])('is refused %s', async (_name, claims) => {
    expect(await tokens.credentialOf(await sign(claims()))).toBeUndefined();
  });

  it.each([
    ['without typ', { alg: 'EdDSA' }],
    ['of typ JWT', { alg: 'EdDSA', typ: 'JWT' }],
    ['of another typ', { alg: 'EdDSA', typ: 'refresh+jwt' }],
  ])('is refused %s', async (_name, protectedHeader) => {
    expect(await tokens.credentialOf(await sign(good(), protectedHeader))).toBeUndefined();
  });

  it('is refused under another key, whatever key it brings along', async () => {
    const other = generateKeyPairSync('ed25519');
    const jwk = createPublicKey(other.privateKey).export({ format: 'jwk' });
    const brought = new SignJWT(good()).setProtectedHeader({ ...header, jwk }).sign(other.privateKey);
    expect(await tokens.credentialOf(await brought)).toBeUndefined();
  });

  it('is refused when the published key is its password', async () => {
    for (const format of ['pem', 'der'] as const) {
      const password = Buffer.from(publicKey.export({ format: format as 'pem', type: 'spki' }));
      const token = new SignJWT(good()).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' }).sign(password);
      expect(await tokens.credentialOf(await token)).toBeUndefined();
    }
  });

  it.each(['', '.', '..', 'x', 'a.b.c', 'a.b', '💶', '{}.{}.{}', `${'a'.repeat(10_000)}.b.c`])(
    'is refused as %j',
    async (text) => {
      expect(await tokens.credentialOf(text)).toBeUndefined();
    },
  );
});
