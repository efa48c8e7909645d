import { decodeJwt, decodeProtectedHeader, type JWTPayload, SignJWT } from 'jose';
import type { Configuration } from '../config/configuration.js';
import { deriveSigningKeys } from '../config/derive-key.js';
import { AccessTokens } from './access-tokens.js';

const secret = 's'.repeat(32);
const tokens = new AccessTokens({ secret } as Configuration);
const { privateKey } = deriveSigningKeys(secret);
const [organizationId, serviceAccountId, clientSecretId] = [
  '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
  '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12',
  '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13',
];
const client = { organizationId, serviceAccountId, clientSecretId, scope: undefined };

describe('the access token of a service account', () => {
  it('names client, organization, secret and scope as RFC 9068 has it, and itself by an id', async () => {
    const token = await tokens.issueToClient({ ...client, scope: ['a.b.read', 'a.b.write'] }, 600);
    const { iat, jti, ...claims } = decodeJwt(token);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'EdDSA', typ: 'at+jwt' });
    expect(claims).toEqual({
      iss: 'bureau',
      aud: 'bureau-api',
      sub: serviceAccountId,
      client_id: serviceAccountId,
      organization_id: organizationId,
      client_secret_id: clientSecretId,
      scope: 'a.b.read a.b.write',
      exp: iat! + 600,
    });
    expect(decodeJwt(await tokens.issueToClient(client, 600)).jti).not.toBe(jti);
  });

  it('is read back as it was given, with a scope and without', async () => {
    for (const scope of [undefined, ['a.b.read'], ['a.b.read', 'a.b.write']]) {
      expect(await tokens.credentialOf(await tokens.issueToClient({ ...client, scope }, 600))).toEqual({
        ...client,
        scope,
      });
    }
  });

  it('ends with its secret, and after ten minutes at the latest', async () => {
    for (const [seconds, lifetime] of [
      [30, 30],
      [86_400, 600],
    ]) {
      const { iat, exp } = decodeJwt(await tokens.issueToClient(client, seconds!));
      expect(exp! - iat!).toBe(lifetime);
    }
  });

  it.each<[string, JWTPayload]>([
    ['another subject', { sub: organizationId }],
    ['a client that is no id', { sub: 'shop', client_id: 'shop' }],
    ['no organization', { organization_id: undefined }],
    ['an organization that is no id', { organization_id: 'home' }],
    ['no secret', { client_secret_id: undefined }],
    ['a session besides', { sid: clientSecretId }],
    ['a list as scope', { scope: ['a.b.read'] }],
    ['another audience', { aud: 'bureau-webhooks' }],
    ['two audiences', { aud: ['bureau-api', 'other'] }],
    ['another issuer', { iss: 'bureau-2' }],
  ])('stands for nothing with %s, even signed by us', async (_name, changed) => {
    const payload = decodeJwt(await tokens.issueToClient(client, 600));
    const sign = (claims: JWTPayload) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' }).sign(privateKey);
    expect(await tokens.credentialOf(await sign(payload))).toEqual(client);
    expect(await tokens.credentialOf(await sign({ ...payload, ...changed }))).toBeUndefined();
  });
});
