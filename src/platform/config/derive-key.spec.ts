import { createHmac, sign, verify } from 'node:crypto';
import { deriveKey, deriveSigningKeys, type KeyPurpose } from './derive-key.js';

const secret = 'b0'.repeat(32);
const purposes: KeyPurpose[] = ['access-token', 'list-cursor', 'request-hash', 'webhook-secret'];

/** RFC 5869 written out for one block of output: extract, then expand. */
function hkdf(text: string, salt: string, info: string): Buffer {
  const extracted = createHmac('sha256', salt).update(text).digest();
  return createHmac('sha256', extracted).update(info).update(Buffer.of(1)).digest();
}

describe('a derived key', () => {
  it.each(purposes)('for %s is HKDF-SHA-256 of the secret', (purpose) => {
    expect(deriveKey(secret, purpose)).toEqual(hkdf(secret, 'bureau', purpose));
    expect(deriveKey(secret, purpose)).toEqual(deriveKey(secret, purpose));
  });

  it('never changes: tokens, cursors and idempotency keys that are out there depend on it', () => {
    expect(purposes.map((purpose) => deriveKey(secret, purpose).toString('hex'))).toMatchInlineSnapshot(`
     [
       "2beaad0bc5e5ff085c2447a2c27dceb8dd16256dfbe00c969398e0df04ccd66d",
       "e1674d6c24935f1227e0cd4f83c695048e4c831fa8349e1a8cf4dedb93e0fc20",
       "0745739132220fb30f95ae1191b5c95a41786d93985393ca60cf09abcdab73a3",
       "40c1947054fdb8dc77699835c9ce62365355a9d049e93165d3d5ba85a268cec9",
     ]
    `);
  });

  it('is another one for another purpose and for another secret', () => {
    const keys = [secret, `${secret}0`, secret.slice(1)].flatMap((one) =>
      purposes.map((purpose) => deriveKey(one, purpose)),
    );
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(12);
  });
});

describe('the signing keys', () => {
  const { privateKey, publicKey } = deriveSigningKeys(secret);

  it('are an Ed25519 pair whose seed is the key for access tokens', () => {
    expect([privateKey.asymmetricKeyType, publicKey.asymmetricKeyType]).toEqual(['ed25519', 'ed25519']);
    expect(privateKey.export({ format: 'jwk' }).d).toBe(deriveKey(secret, 'access-token').toString('base64url'));
    expect(publicKey.type).toBe('public');
  });

  it('belong together, on every process that shares the secret', () => {
    const text = Buffer.from('bureau');
    const signature = sign(null, text, privateKey);
    expect(verify(null, text, deriveSigningKeys(secret).publicKey, signature)).toBe(true);
    expect(verify(null, text, deriveSigningKeys('other').publicKey, signature)).toBe(false);
  });
});
