import { readFileSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const millisecondsPerTick = 10; // USER_HZ is 100 on every Linux that Node.js runs on

/** Milliseconds of processor time of one process, all its threads; undefined where the system does not tell. */
export function processorTime(pid) {
  const fields = statOf(pid);
  return fields && (fields.user + fields.system) * millisecondsPerTick;
}

/** The same for a process with its children, those that have ended included: a PostgreSQL server. */
export function familyProcessorTime(pid) {
  const parent = statOf(pid);
  if (!parent) return undefined;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const living = children.map((child) => processorTime(child) ?? 0).reduce((sum, time) => sum + time, 0);
  const { user, system, endedUser, endedSystem } = parent;
  return (user + system + endedUser + endedSystem) * millisecondsPerTick + living;
}

/** Milliseconds that the processors of the machine have worked, for whomever. */
export function machineProcessorTime() {
  const busy = os.cpus().map(({ times }) => times.user + times.nice + times.sys + times.irq);
  return busy.reduce((sum, time) => sum + time, 0);
}

/** Waits, up to a minute, until nobody else works on this machine; for half a second, which says nothing of the next. */
export async function awaitQuiet() {
  const deadline = Date.now() + 60_000;
  const length = 500;
  while (Date.now() < deadline) {
    const before = machineProcessorTime();
    await delay(length);
    if (machineProcessorTime() - before < 0.1 * length) return;
  }
}

/** The server that a connection's own process belongs to, when it runs on this machine. */
export function serverOf(backendPid) {
  const backend = statOf(backendPid);
  return backend?.name === 'postgres' ? backend.parent : undefined;
}

/** What a process keeps resident; undefined where the system does not tell (proc(5)). */
export function residentMiB(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return undefined;
  }
}

/** proc(5): the name stands in parentheses and may hold anything, so the fields are counted behind it. */
function statOf(pid) {
  let text;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  const end = text.lastIndexOf(')');
  const name = text.slice(text.indexOf('(') + 1, end);
  const [, parent, , , , , , , , , , user, system, endedUser, endedSystem] = text
    .slice(end + 2)
    .split(' ')
    .map(Number);
  return { name, parent, user, system, endedUser, endedSystem };
}
