import { faultMessages } from '#platform/audit/prove-chain.js';
import { checkTrail, type CheckedTrail, type TrailFinding } from '#platform/audit/trail/check-trail.js';
import { openExport } from '#platform/organization-life/open-export.js';
import { givenPath } from './given-path.js';

export interface VerifyTrailOptions {
  file: string;
  sequence?: string;
  root?: string;
  json?: boolean;
}

/** Checks an exported audit trail with nothing but the file, and prints what was found. */
export async function verifyTrail({ file, json, ...kept }: VerifyTrailOptions): Promise<void> {
  const checked = await checkTrail(await openExport(givenPath(file)), keptRoot(kept));
  const status = checked.findings.length === 0 ? 'passed' : 'failed';
  const told = checked.findings.map((finding) => ({ ...finding, message: faultMessages[finding.fault] }));
  console.log(json ? JSON.stringify({ status, ...checked, findings: told }, undefined, 2) : textOf(status, checked));
  if (status === 'failed') process.exitCode = 1;
}

function keptRoot({ sequence, root }: Pick<VerifyTrailOptions, 'sequence' | 'root'>) {
  if (sequence === undefined && root === undefined) return {};
  if (sequence === undefined || root === undefined) throw new Error('Give --sequence and --root together.');
  if (!/^[1-9][0-9]{0,14}$/.test(sequence)) throw new Error('--sequence is the number of a seal.');
  if (!/^[0-9a-f]{64}$/.test(root)) throw new Error('--root has 64 hexadecimal digits in lower case.');
  return { sequence: Number(sequence), rootHash: root };
}

function textOf(status: string, { header, counts, rootHash, findings }: CheckedTrail): string {
  const { organization, firstSequence, lastSequence } = header;
  const seals = firstSequence === null ? 'no seals' : `seals ${firstSequence} to ${lastSequence}`;
  return [
    `${status}  ${organization.id}  ${organization.name} (${seals}, ${counts.entries} entries)`,
    ...(rootHash === null ? [] : [`  root of the seal ${lastSequence}: ${rootHash}`]),
    ...(counts.unsealed === 0 ? [] : [`  ${counts.unsealed} entries that no seal covers yet: nothing proves them`]),
    ...findings.map(lineOf),
  ].join('\n');
}

function lineOf({ fault, sequence, place }: TrailFinding): string {
  const where = [
    ...(sequence === null ? [] : [`seal ${sequence}`]),
    ...(place === null ? [] : [`audit entry ${place}`]),
  ].join(', ');
  return `    ${where}: ${faultMessages[fault]}`;
}
