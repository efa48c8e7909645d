import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, a new one every 30 seconds. */
const RULES = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** Clocks of phones differ: the code before and the one after the present one count as well. */
const WINDOW = 1;

/** 160 random bits (RFC 4226, section 4) in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads, as a QR code or as a link. */
export const otpauthUri = (secret: string, account: string): string =>
  new TOTP({ ...RULES, issuer: 'Bureau', label: account, secret }).toString();

/** The step (of 30 seconds, counted from 1970) whose code was given; undefined where it is of none that counts now. */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const given = { ...RULES, secret: Secret.fromBase32(secret), token: code, timestamp: now, window: WINDOW };
  const delta = TOTP.validate(given);
  return delta === null ? undefined : TOTP.counter({ period: RULES.period, timestamp: now }) + delta;
}
