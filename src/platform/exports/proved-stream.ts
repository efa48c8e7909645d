import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** Passes bytes on and tells their digest (RFC 9530) after the last of them, before the reader knows of the end. */
export function provedStream(tell: (contentDigest: string) => void): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      tell(contentDigest(hash.digest()));
      done();
    },
  });
}

export const digestOf = (body: Uint8Array): string => contentDigest(createHash('sha256').update(body).digest());

const contentDigest = (sha256: Buffer) => `sha-256=:${sha256.toString('base64')}:`;
