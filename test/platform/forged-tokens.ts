import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { newId } from '#kernel/id.js';
import { deriveKey, deriveSigningKeys } from '#platform/config/derive-key.js';
import { provided } from '../support/database.js';
import { spaced } from './bad-values.js';

const SECRET = provided('TEST_SECRET');
const ours = deriveSigningKeys(SECRET);

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1000);

export interface Claims {
  sub: string;
  sid: string;
}

export const header = { alg: 'EdDSA', typ: 'at+jwt' };
const claimsOf = ({ sub, sid }: Claims) => {
  return { sid, iss: 'bureau', aud: 'bureau-api', sub, iat: seconds(), exp: seconds() + 600 };
};

/** With our own key, unless another is given. */
export function signed(payload: unknown, protectedHeader: object = header, key: KeyObject = ours.privateKey): string {
  const text = `${encode(protectedHeader)}.${encode(payload)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

function maced(payload: unknown, protectedHeader: object, hash: string, key: Buffer | string): string {
  const text = `${encode(protectedHeader)}.${encode(payload)}`;
  return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
}

/** What the server would issue itself: the proof that forgeries are refused for what is forged in them. */
export const genuine = (claims: Claims): string => signed(claimsOf(claims));

/** Tokens of someone who knows the published key, the protocol and a genuine token, but no secret. */
export function forgedByOutsiders(claims: Claims, token: string): Record<string, string> {
  const payload = claimsOf(claims);
  const other = generateKeyPairSync('ed25519');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = createPublicKey(other.privateKey).export({ format: 'jwk' });
  const pem = ours.publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const der = ours.publicKey.export({ format: 'der', type: 'spki' });
  const raw = Buffer.from(ours.publicKey.export({ format: 'jwk' }).x!, 'base64url');
  const [head = '', body = '', signature = ''] = token.split('.');
  const none = (alg: string, end = '') => `${encode({ ...header, alg })}.${encode(payload)}.${end}`;
  const withKey = (more: object) => signed(payload, { ...header, ...more }, other.privateKey);
  const hmac = (alg: string, key: Buffer | string) => maced(payload, { ...header, alg }, `sha${alg.slice(2)}`, key);
  const flipped = Buffer.from(signature, 'base64url').map((byte, at) => (at === 20 ? byte ^ 1 : byte));
  return {
    ...Object.fromEntries(spaced('none None NONE nOnE').map((alg) => [`alg ${alg}`, none(alg)])),
    'alg none with a signature': none('none', signature),
    'alg none in two parts': none('none').slice(0, -1),
    'no alg': `${encode({ typ: 'at+jwt' })}.${encode(payload)}.${signature}`,
    'alg as a list': signed(payload, { ...header, alg: ['EdDSA'] }, other.privateKey),
    'alg null': signed(payload, { ...header, alg: null }, other.privateKey),
    'HS256 with the public key as PEM': hmac('HS256', pem),
    'HS256 with the public key as PEM in one line': hmac('HS256', pem.trim()),
    'HS256 with the public key as DER': hmac('HS256', der),
    'HS256 with the public key as it is': hmac('HS256', raw),
    'HS256 with the public key as base64url': hmac('HS256', raw.toString('base64url')),
    'HS384 with the public key': hmac('HS384', pem),
    'HS512 with the public key': hmac('HS512', raw),
    'HS256 with an empty key': hmac('HS256', ''),
    'HS256 with a word': hmac('HS256', 'secret'),
    RS256: (() => {
      const text = `${encode({ ...header, alg: 'RS256' })}.${encode(payload)}`;
      return `${text}.${sign('sha256', Buffer.from(text), rsa.privateKey).toString('base64url')}`;
    })(),
    'another key': withKey({}),
    'another key that says RS256': withKey({ alg: 'RS256' }),
    'another key, brought along': withKey({ jwk }),
    'another key, to be fetched': withKey({ jku: 'http://127.0.0.1:9/keys.json' }),
    'another key, in a certificate': withKey({ x5c: [der.toString('base64')] }),
    'another key, in a certificate to be fetched': withKey({ x5u: 'http://127.0.0.1:9/key.pem' }),
    'another key, in a file': withKey({ kid: '../../../../dev/null' }),
    'another key, in a table': withKey({ kid: "' UNION SELECT 'key' --" }),
    'our key by its name': withKey({ kid: 'access-token' }),
    'crit that asks for nothing': withKey({ crit: [] }),
    'crit that asks for what is not known': withKey({ crit: ['x-admin'], 'x-admin': true }),
    'another person': `${head}.${encode({ ...payload, sub: newId() })}.${signature}`,
    'another session': `${head}.${encode({ ...payload, sid: newId() })}.${signature}`,
    'a later end': `${head}.${encode({ ...payload, exp: payload.exp + 86_400 })}.${signature}`,
    'claims in another order': `${head}.${encode(Object.fromEntries(Object.entries(payload).reverse()))}.${signature}`,
    'another header': `${encode({ typ: 'at+jwt', alg: 'EdDSA' })}.${body}.${signature}`,
    'a flipped bit': `${head}.${body}.${Buffer.from(flipped).toString('base64url')}`,
    'a signature of zeros': `${head}.${body}.${Buffer.alloc(64).toString('base64url')}`,
    'a signature that is empty': `${head}.${body}.`,
    'no signature': `${head}.${body}`,
    'half a signature': `${head}.${body}.${signature.slice(0, 43)}`,
    'a signature twice': `${head}.${body}.${signature}${signature}`,
    'four parts': `${token}.${signature}`,
    'five parts': `${head}..${body}.${signature}.${signature}`,
    'its payload only': body,
    'its parts in another order': `${body}.${head}.${signature}`,
    'its first letter off': token.slice(1),
    'its last ten letters off': token.slice(0, -10),
    'its middle off': `${token.slice(0, 60)}${token.slice(64)}`,
    'a letter in front': `a${token}`,
    'other case of letters': token.toLowerCase(),
    padding: `${token}==`,
    'standard base64': token.replaceAll('-', '+').replaceAll('_', '/').concat('/'),
    'a JSON text': JSON.stringify(payload),
    'the serialisation as JSON': JSON.stringify({ payload: body, signatures: [{ protected: head, signature }] }),
    'a token inside of a token': withKey({ cty: 'JWT' }),
    'an id': claims.sid,
    'a very long one': 'a'.repeat(12_000),
    points: '...',
    'a percent-encoded one': encodeURIComponent(token.replaceAll('.', '%2E')),
  };
}

/** Tokens that only somebody with our key could make, as a former version or another part of the program might. */
export function forgedByInsiders(claims: Claims): Record<string, string> {
  const payload = claimsOf(claims);
  const without = (name: string) => signed(Object.fromEntries(Object.entries(payload).filter(([key]) => key !== name)));
  const having = (changes: object) => signed({ ...payload, ...changes });
  const derived = (purpose: 'list-cursor' | 'request-hash') => deriveKey(SECRET, purpose);
  return {
    ...Object.fromEntries(spaced('iss aud sub sid iat exp').map((name) => [`without ${name}`, without(name)])),
    'another issuer': having({ iss: 'other' }),
    'a list of issuers': having({ iss: ['bureau'] }),
    'another audience': having({ aud: 'other' }),
    'a list of audiences': having({ aud: ['bureau-api'] }),
    'a list of several audiences': having({ aud: ['bureau-api', 'other'] }),
    'an end that is over': having({ iat: payload.iat - 700, exp: payload.iat - 100 }),
    'an end as text': having({ exp: String(payload.exp) }),
    'an end as null': having({ exp: null }),
    'an end at zero': having({ exp: 0 }),
    'an end below zero': having({ exp: -1 }),
    'issued long ago and without end in sight': having({ iat: payload.iat - 700, exp: payload.exp + 1e9 }),
    'issued in the future': having({ iat: payload.iat + 3600, exp: payload.exp + 3600 }),
    'issued in milliseconds': having({ iat: payload.iat * 1000, exp: payload.exp * 1000 }),
    'issued as text': having({ iat: String(payload.iat) }),
    'not valid yet': having({ nbf: payload.iat + 300 }),
    'not valid yet, as text': having({ nbf: String(payload.iat) }),
    'a session of nothing': having({ sid: newId() }),
    'a session that is no id': having({ sid: 'x' }),
    'a session in capitals': having({ sid: claims.sid.toUpperCase() }),
    'a session in braces': having({ sid: `{${claims.sid}}` }),
    'a session of SQL': having({ sid: `${claims.sid}'; --` }),
    'a list of sessions': having({ sid: [claims.sid] }),
    'a session as a number': having({ sid: 1 }),
    'a session as null': having({ sid: null }),
    'typ JWT': signed(payload, { alg: 'EdDSA', typ: 'JWT' }),
    'typ of a refresh token': signed(payload, { alg: 'EdDSA', typ: 'rt+jwt' }),
    'no typ': signed(payload, { alg: 'EdDSA' }),
    'alg Ed25519': signed(payload, { ...header, alg: 'Ed25519' }),
    'crit for the encoding of the payload': signed(payload, { ...header, crit: ['b64'], b64: false }),
    'crit for what is not known': signed(payload, { ...header, crit: ['x'], x: 1 }),
    'crit for what is not there': signed(payload, { ...header, crit: ['exp'] }),
    'a payload that is a list': signed([payload]),
    'a payload that is text': signed('text'),
    'a payload that is null': signed('null'),
    'an empty payload': signed({}),
    'HS256 with the secret': maced(payload, { ...header, alg: 'HS256' }, 'sha256', SECRET),
    'HS256 with the key of cursors': maced(payload, { ...header, alg: 'HS256' }, 'sha256', derived('list-cursor')),
    'the key of another installation': signed(payload, header, deriveSigningKeys('c0'.repeat(32)).privateKey),
  };
}
