// What the registry says against the packages that are shipped, and how old those are that were added since the last commit
// that is a week old (or, in a younger history, since the last one). A part of `npm run check`; without the registry it says that nothing was checked, and does not fail.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addedPackages, advisoryFaults, youngFaults } from './supply-chain/advisory-rules.mjs';
import { packagesOf } from './supply-chain/lockfile-rules.mjs';
import { auditReport, publishedAt } from './supply-chain/registry.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const policy = JSON.parse(readFileSync(join(root, 'scripts/supply-chain/policy.json'), 'utf8'));
// Another commit, such as the last release: SUPPLY_CHAIN_BASE=v0.1.0.
const base = process.env.SUPPLY_CHAIN_BASE || agedCommit() || 'HEAD';
const now = new Date();

const faults = [...(await advisories()), ...(await ages())];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

async function advisories() {
  const report = await auditReport(root);
  if (!report) {
    console.log('Advisories: NOT CHECKED, the registry gives no answer (npm audit).');
    return [];
  }
  const found = advisoryFaults(report, policy.advisories, now.toISOString().slice(0, 10));
  console.log(`Advisories: asked, ${found.length} to act on.`);
  return found;
}

async function ages() {
  const before = lockOfBase();
  if (!before) {
    console.log(`Ages: NOT CHECKED, there is no package-lock.json of ${base}.`);
    return [];
  }
  const after = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const added = addedPackages(packagesOf(before), packagesOf(after));
  const published = {};
  for (const one of added) {
    const when = await publishedAt(root, one);
    if (when === undefined) {
      console.log(`Ages: NOT CHECKED, the registry gives no answer on ${one.id}.`);
      return [];
    }
    published[one.id] = when ?? undefined;
  }
  console.log(`Ages: ${added.length} packages more than in ${base}.`);
  return youngFaults(added, published, policy, now);
}

/** What was locked by then is old enough. */
function agedCommit() {
  return git('rev-list', '-1', `--before=${policy.leastAgeInDays} days ago`, 'HEAD')?.trim();
}

function lockOfBase() {
  const text = git('show', `${base}:package-lock.json`);
  return text ? JSON.parse(text) : undefined;
}

/** What git prints; undefined where it knows no such thing. */
function git(...parameters) {
  try {
    const options = { cwd: root, maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] };
    return execFileSync('git', parameters, options).toString();
  } catch {
    return undefined;
  }
}
