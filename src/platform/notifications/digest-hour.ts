/** Digests are sent in the morning, before work. */
const DIGEST_HOUR = 7;

/** Whether it is time for the digest of the day, by the clock of the organization. */
export function isDigestTime(now: Date, timeZone: string): boolean {
  const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now);
  return Number(hour) >= DIGEST_HOUR;
}
