import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#kernel/id.js';
import { type BureauProcess, startApi, startWorker } from './bureau-process.js';
import { type Answer, type BureauSession, sale, signIn } from './bureau-session.js';
import { createDatabase, type TestDatabase } from './database.js';
import { KeptSessions } from './kept-sessions.js';
import { openBooks } from './ledger-fixture.js';
import { withClient, withRole } from './matrix-database.js';

// What comes back is looked at by the tests, field by field.
// oxlint-disable-next-line no-explicit-any
type Job = any;

export const importPath = '/v1/accounting/imports/json';

/** A database of its own with an API, workers that a spec starts as it likes, and books to import into. */
export class JobSession {
  private readonly workers: BureauProcess[] = [];
  private readonly held: (() => Promise<void>)[] = [];
  private readonly sessions = new KeptSessions();

  private constructor(
    readonly database: TestDatabase,
    readonly api: BureauProcess,
    private signedIn: BureauSession,
    private readonly filesDir: string,
  ) {}

  static async start(): Promise<JobSession> {
    const database = await createDatabase();
    const filesDir = await mkdtemp(join(tmpdir(), 'bureau-jobs-'));
    const api = await startApi({ DATABASE_URL: database.url, FILES_DIR: filesDir });
    const session = await signIn(api);
    const made = new JobSession(database, api, session, filesDir);
    const { organizationId } = session;
    const [entity] = await made.query<{ id: string }>('SELECT id FROM administration.legal_entity');
    await withRole(database.url, 'bureau_app', (client) => openBooks(client, organizationId, entity!.id, 'EUR'));
    return made;
  }

  get session(): BureauSession {
    return this.signedIn;
  }

  /** To be called now and then by what takes longer than an access token lasts. */
  async keepSignedIn(): Promise<void> {
    this.signedIn = await this.sessions.at(this.api);
  }

  async startWorker(): Promise<BureauProcess> {
    const worker = await startWorker({ DATABASE_URL: this.database.url, FILES_DIR: this.filesDir, JOB_LEASE: '2' });
    this.workers.push(worker);
    return worker;
  }

  async stop(): Promise<void> {
    for (const process of [...this.workers, this.api]) await process.stop();
    await this.database.drop();
    await rm(this.filesDir, { recursive: true, force: true });
  }

  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return withClient(this.database.url, async (client) => (await client.query<Row>(text, values)).rows);
  }

  /** Another person of the organization, with the password of the first. */
  async colleague(roles: readonly string[]): Promise<BureauSession> {
    const email = `${newId()}@example.com`;
    await this.query(
      `WITH person AS (
         INSERT INTO identity.user_account (id, email, name, password_hash)
         SELECT gen_random_uuid(), $2, 'Colleague', password_hash FROM identity.user_account LIMIT 1 RETURNING id)
       INSERT INTO identity.membership (organization_id, id, user_id, roles) SELECT $1, gen_random_uuid(), id, $3 FROM person`,
      [this.session.organizationId, email, roles],
    );
    return signIn(this.api, email);
  }

  /** Asks for an import of so many entries as a job. */
  async requestImport(entries: readonly object[], session = this.session): Promise<Answer> {
    return session.post(importPath, { entries }, newId(), { Prefer: 'respond-async' });
  }

  async job(id: string): Promise<Job> {
    return (await this.session.get(`/v1/jobs/${id}`)).body;
  }

  /** The job once it is as asked. @throws Error with the job when that takes too long */
  async until(id: string, is: (job: Job) => boolean): Promise<Job> {
    for (let attempt = 0; attempt < 600; attempt++) {
      const job = await this.job(id);
      if (is(job)) return job;
      await delay(50);
    }
    throw new Error(`The job did not get there: ${JSON.stringify(await this.job(id))}`);
  }

  ended(id: string): Promise<Job> {
    return this.until(id, ({ endedAt }) => endedAt !== null);
  }

  /** Keeps imports or exports from being finished, until what it gives is called: all but the last of it is done by then. */
  async holdUp(table: 'accounting.import' | 'platform.export' = 'accounting.import'): Promise<() => Promise<void>> {
    let free: () => void;
    const freed = new Promise<void>((resolve) => (free = resolve));
    let held: () => void;
    const isHeld = new Promise<void>((resolve) => (held = resolve));
    const done = withClient(this.database.url, async (client) => {
      await client.query('BEGIN');
      await client.query(['LOCK TABLE', table, 'IN SHARE MODE'].join(' '));
      held();
      await freed;
      await client.query('COMMIT');
    });
    await isHeld;
    const release = () => {
      free();
      return done;
    };
    this.held.push(release);
    return release;
  }

  /** After a test, also one that failed. */
  async releaseAll(): Promise<void> {
    for (const release of this.held.splice(0)) await release();
  }

  /** Waits until so many jobs wait for `holdUp`. */
  async untilHeldUp(jobs = 1): Promise<void> {
    const waiting =
      "SELECT FROM pg_locks WHERE relation IN ('accounting.import'::regclass, 'platform.export'::regclass) AND NOT granted";
    for (let attempt = 0; (await this.query(waiting)).length < jobs; attempt++) {
      if (attempt > 500) throw new Error('No job has come so far.');
      await delay(20);
    }
  }
}

/** Entries that differ, so that no two files are the same. */
export const entriesOf = (count: number, name: string = newId()): object[] =>
  Array.from({ length: count }, (_, index) => {
    const { entryDate, lines } = sale;
    return { entryDate, lines, description: `${name} ${index + 1}` };
  });
