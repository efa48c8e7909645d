import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account.js';
import { cleanEnvironment } from './binaries.js';

// Runs a program that must not outlive us. Our end of the shell's standard input closes when we end, however we end:
// then the watcher asks the program to stop. Signals to us or to everybody (a service manager) do not end the shell.
const watchdog = `
trap '' HUP INT TERM
exec 3<&0 </dev/null
"$@" >&2 3<&- &
program=$!
echo "$program"
exec >&2
(read -r _ <&3; kill -INT "$program") &
watcher=$!
exec 3<&-
wait "$program"
status=$?
kill -KILL "$watcher" 2>/dev/null
exit "$status"
`;

const fastShutdownLimit = 30_000;
const immediateShutdownLimit = 5_000;

/** A PostgreSQL server that stops when this process ends, even when it is killed. */
export interface GuardedProcess {
  pid: number;
  /** How it ended, e.g. `exit code 1`; set once it has. */
  ending: string | undefined;
  ended: Promise<string>;
  /** Fast shutdown: clients are disconnected, data is safe. */
  stop(): Promise<void>;
}

interface Launch {
  program: string;
  args: string[];
  account: Account | undefined;
  workingFolder: string;
  /** File descriptor that receives everything the program writes. */
  output: number;
}

/** Starts the program in a session of its own, so that Ctrl-C in the terminal reaches us and not the program. */
export async function startGuarded(launch: Launch): Promise<GuardedProcess> {
  const shell = spawn('/bin/sh', ['-c', watchdog, 'bureau-postgres-watchdog', launch.program, ...launch.args], {
    ...launch.account,
    cwd: launch.workingFolder,
    env: cleanEnvironment,
    detached: true,
    stdio: ['pipe', 'pipe', launch.output],
  }) as ChildProcessByStdio<Writable, Readable, null>;
  const exit = once(shell, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const [line] = (await Promise.race([once(createInterface(shell.stdout), 'line'), exit])) as [unknown];
  const pid = Number(line);
  if (typeof line !== 'string' || !pid) throw new Error(`The shell that guards PostgreSQL ended with ${String(line)}`);

  const guarded: GuardedProcess = {
    pid,
    ending: undefined,
    ended: exit.then(([code, signal]) => (guarded.ending = describeEnding(code, signal))),
    stop: async () => {
      shell.ref();
      shell.stdin.end();
      if (await endsWithin(guarded.ended, fastShutdownLimit)) return;
      signalIfAlive(pid, 'SIGQUIT');
      if (await endsWithin(guarded.ended, immediateShutdownLimit)) return;
      signalIfAlive(pid, 'SIGKILL');
      await guarded.ended;
    },
  };
  // A script that forgets to stop the server can still end, and the server with it.
  shell.unref();
  for (const stream of [shell.stdin, shell.stdout]) (stream as unknown as Socket).unref();
  return guarded;
}

/** The shell reports a program that a signal ended as 128 plus the signal's number. */
function describeEnding(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal) return `its guard was ended by ${signal}`;
  return code !== null && code > 128 ? `signal ${code - 128}` : `exit code ${code}`;
}

async function endsWithin(ended: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const giveUp = new AbortController();
  const timeout = delay(milliseconds, false, { signal: giveUp.signal }).catch(() => false);
  const inTime = await Promise.race([ended.then(() => true), timeout]);
  giveUp.abort();
  return inTime;
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended a moment ago.
  }
}
