import type { Policy } from './lockfile-rules.mjs';

interface Advisory {
  title: string;
  severity: string;
  url: string;
}

export interface AuditReport {
  vulnerabilities: Record<string, { name: string; via: (string | Advisory)[] }>;
}

export declare function advisoryFaults(report: AuditReport, exceptions: Policy['advisories'], today: string): string[];
export declare function addedPackages<T extends { id: string }>(
  before: readonly { id: string }[],
  after: readonly T[],
): T[];
export declare function youngFaults(
  added: readonly { id: string }[],
  published: Readonly<Record<string, string | undefined>>,
  policy: Pick<Policy, 'leastAgeInDays' | 'youngPackages'>,
  now: Date,
): string[];
