import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs that read plain-text journals, and that nobody here wrote. */
export type AccountingProgram = 'hledger' | 'ledger';

/** The version that it tells; undefined where it is not installed. */
export function versionOf(program: AccountingProgram): string | undefined {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(
      '\n',
    )[0];
  } catch {
    return undefined;
  }
}

/** What the program says about the journal; an error where it cannot read it. */
export function ask(program: AccountingProgram, journal: string, ...question: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'bureau-journal-'));
  try {
    const file = join(folder, 'books.journal');
    writeFileSync(file, journal);
    return execFileSync(program, ['-f', file, ...question], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      maxBuffer: 64 * 1024 * 1024,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Balances of the accounts in cents by their code, as the program reckons them from the journal: at cost, which is the
 * functional currency. Accounts at zero are left out.
 */
export function balancesBy(program: AccountingProgram, journal: string): Record<string, number> {
  const text =
    program === 'hledger'
      ? ask('hledger', journal, 'balance', '--cost', '--flat', '--no-total', '--output-format=csv')
      : ask(
          'ledger',
          journal,
          'balance',
          '--basis',
          '--flat',
          '--no-total',
          '--format',
          '"%(account)","%(display_total)"\n',
        );
  return Object.fromEntries(
    Array.from(text.matchAll(/^"[A-Za-z]+:([A-Za-z0-9._-]+) .*,"(-?[\d.]+) [A-Z]{3}"$/gm), ([, code, amount]) => {
      return [code!, Math.round(Number(amount) * 100)] as const;
    }).filter(([, cents]) => cents !== 0),
  );
}
