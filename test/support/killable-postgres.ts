import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';

// The name lets the next run remove what a killed one left.
const folderPrefix = join(tmpdir(), `bureau-test-${process.pid}-`);

/** The durable server that comes with Bureau, of which all processes can be killed at once. */
export class KillablePostgres {
  private constructor(
    private readonly folder: string,
    private server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<KillablePostgres> {
    const folder = await mkdtemp(folderPrefix);
    return new KillablePostgres(folder, await startEmbeddedPostgres({ dataDir: folder, durable: true }));
  }

  /** As the superuser; another one after every start. */
  get url(): string {
    return this.server.url;
  }

  /** SIGKILL to every process of the server, before any of them can react to the end of another. */
  async kill(): Promise<void> {
    const lock = await readFile(join(this.folder, 'postgres/cluster/postmaster.pid'), 'utf8');
    const postmaster = Number.parseInt(lock, 10);
    // Stopped, it starts no more.
    process.kill(postmaster, 'SIGSTOP');
    const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
    for (const pid of [postmaster, ...children.trim().split(/\s+/).map(Number)]) kill(pid);
    await this.server.lost;
  }

  /** Asks every process of the server to end at once, without tidying up: what an impatient operator does. */
  async stopImmediately(): Promise<void> {
    const lock = await readFile(join(this.folder, 'postgres/cluster/postmaster.pid'), 'utf8');
    process.kill(Number.parseInt(lock, 10), 'SIGQUIT');
    await this.server.lost;
  }

  /** Starts it again on what is on the disk; resolves when it has recovered. */
  async restart(): Promise<void> {
    this.server = await startEmbeddedPostgres({ dataDir: this.folder, durable: true });
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // A backend that ended a moment ago.
  }
}

/** Waits until it is so. @throws Error where that takes too long */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, limit = 60_000): Promise<void> {
  const deadline = performance.now() + limit;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`It never came to this: ${what}`);
    await delay(10);
  }
}
