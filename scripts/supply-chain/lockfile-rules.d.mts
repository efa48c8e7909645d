export interface LockedPackage {
  version?: string;
  license?: string;
  resolved?: string;
  integrity?: string;
  dev?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
}

export interface Lock {
  lockfileVersion: number;
  packages: Record<string, LockedPackage>;
}

export interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  overrides?: Record<string, unknown>;
  allowScripts?: Record<string, boolean>;
}

export interface Policy {
  licences: string[];
  licencesOfTools: string[];
  declared: Record<string, { licence: string; reason: string }>;
  leastAgeInDays: number;
  youngPackages: Record<string, { reason: string }>;
  advisories: Record<string, { until: string; reason: string }>;
}

export declare function lockfileFaults(given: { manifest: Manifest; lock: Lock; policy: Policy }): string[];
export declare function packagesOf(lock: Lock): (LockedPackage & { path: string; name: string; id: string })[];
