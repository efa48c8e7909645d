import { breakingChanges } from './breaking-changes.js';
import type { DescribedApi } from './described-api.js';

/** `write` replaces the committed document, `check` only asks whether it is current. */
export type DocumentUse = 'write' | 'check';

/** Why the document of a build may not take the place of the committed one, or differs from it; both are JSON text. */
export function documentRefusal(committed: string | undefined, built: string, use: DocumentUse): string | undefined {
  if (committed === built) return undefined;
  const broken = committed === undefined ? [] : brokenPromises(committed, built);
  if (broken.length > 0) {
    return ['Clients would break; keep what they use, or raise the version in package.json:', ...broken].join('\n  ');
  }
  if (use === 'write') return undefined;
  return 'The committed document is not what the application answers: run npm run openapi and commit the change.';
}

/** Another version may break what it likes. */
function brokenPromises(committed: string, built: string): string[] {
  const [before, after] = [JSON.parse(committed) as DescribedApi, JSON.parse(built) as DescribedApi];
  return before.info.version === after.info.version ? breakingChanges(before, after) : [];
}
