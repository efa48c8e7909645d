import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Ended {
  stdout: string;
  stderr: string;
  code: number | null;
}

export interface Given {
  /** Where the operator is. */
  folder: string;
  settings: Record<string, string>;
  /** What standard input has. */
  input?: string;
}

/** Gives the command as `npm run bureau -- …` would, from a folder of the operator's. */
export async function giveCommand(parameters: readonly string[], { folder, settings, input }: Given): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'scripts/bureau.mjs'), ...parameters], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      BUREAU_SECRET: '7dc96f776c8423e57a2785489a3f9c43fb6e756876d6ad9a9cac4aa4e72ec193',
      ...settings,
    },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  const ended: Ended = { stdout: '', stderr: '', code: null };
  child.stdout!.on('data', (data: Buffer) => (ended.stdout += data.toString()));
  child.stderr!.on('data', (data: Buffer) => (ended.stderr += data.toString()));
  ended.code = await new Promise((resolve) => child.once('close', resolve));
  return ended;
}
