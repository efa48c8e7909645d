import { createHash, randomBytes, randomInt } from 'node:crypto';

const hex = (octets = 12) => randomBytes(octets).toString('hex');
const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');
const base32 = (count: number) =>
  Array.from({ length: count }, () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[randomInt(32)]).join('');

/**
 * Values as people and programs type them in confidence, each so long that it stands nowhere by chance. They go into every
 * place of a request, those too that are for something else: people paste into the wrong field.
 */
export const canaries: Readonly<Record<string, string>> = {
  password: `correct-${hex()}-staple`,
  passphrase: `four words and ${hex()}`,
  pin: digits(14),
  accessToken: `eyJhbGciOiJFZERTQSJ9.${hex(20)}.${hex(32)}`,
  refreshToken: `bureau_refresh_${hex(24)}`,
  apiKey: `bureau_live_${hex(32)}`,
  foreignKey: `sk_live_${hex(16)}`,
  authenticatorSecret: base32(32),
  recoveryCode: `${base32(5)}-${base32(5)}-${hex(4)}`,
  resetToken: `bureau_reset_${hex(32)}`,
  invitationToken: `bureau_invite_${hex(32)}`,
  challenge: `eyJ0eXAiOiJjaGFsbGVuZ2Urand0In0.${hex(16)}.${hex(32)}`,
  webhookSecret: `whsec_${randomBytes(32).toString('base64')}`,
  smtpUrl: `smtps://office:${hex()}@mail.example.com`,
  databaseUrl: `postgres://bureau:${hex()}@db.example.com/bureau`,
  privateKey: `-----BEGIN PRIVATE KEY-----${randomBytes(24).toString('base64')}`,
  cookie: `session=${hex(16)}`,
  clientSecret: `cs-${hex(20)}`,
  iban: `SE${digits(22)}`,
  bankAccount: `8327-9, ${digits(12)}`,
  card: `4571 ${digits(12)}`,
  nationalId: `19${digits(6)}-${digits(9)}`,
  passport: `P${digits(12)}`,
  taxNumber: `SE${digits(14)}01`,
  salary: `${digits(11)}.50 a month`,
  diagnosis: `Burn-out, F43.${digits(10)}`,
  phone: `+4670${digits(11)}`,
  email: `anna.${hex()}@example.com`,
  name: `Anna Berg ${hex()}`,
  address: `Storgatan ${digits(12)}, Lund`,
  mailBody: `Dear Anna, you are given notice. ${hex()}`,
  note: `she told us of ${hex()}`,
  union: `member ${digits(12)} of the union`,
  fileName: `salaries-${hex()}.pdf`,
  csvCell: `=cmd|${hex()}`,
  markup: `<script>${hex()}</script>`,
};

/** How a value may stand somewhere: as it is, escaped, or in hexadecimal or base64 of its octets. */
function spellingsOf(value: string): string[] {
  const octets = Buffer.from(value);
  // What comes before and behind it would change the last digits.
  const base64 = octets.toString('base64').replace(/=+$/, '').slice(0, -2);
  return [value, octets.toString('hex'), base64, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)];
}

export const hashOf = (value: string): string => createHash('sha256').update(value).digest('hex');

/** Names of the values that the text holds in some spelling. */
export function foundIn(text: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    spellingsOf(value).some((spelling) => text.includes(spelling)) ? [name] : [],
  );
}
