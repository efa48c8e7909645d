import { setTimeout as delay } from 'node:timers/promises';
import { type BureauProcess, startApi, startWorker } from './bureau-process.js';
import { type BureauSession, signIn } from './bureau-session.js';
import { createDatabase, type TestDatabase } from './database.js';
import { withClient } from './matrix-database.js';
import { SmtpReceiver } from './smtp-receiver.js';

// What comes back is looked at by the tests, field by field.
// oxlint-disable-next-line no-explicit-any
type Body = any;

/** An installation of its own with a worker and a mail server, whose first organization is one for tests. */
export class SandboxScene {
  private constructor(
    readonly database: TestDatabase,
    private readonly processes: BureauProcess[],
    readonly session: BureauSession,
    readonly smtp: SmtpReceiver,
  ) {}

  static async open(): Promise<SandboxScene> {
    const [database, smtp] = await Promise.all([createDatabase(), new SmtpReceiver().start()]);
    const settings = { DATABASE_URL: database.url, SMTP_URL: smtp.url, BUREAU_TEST_ORGANIZATION: 'true' };
    const [api, worker] = await Promise.all([startApi(settings), startWorker(settings)]);
    return new SandboxScene(database, [worker, api], await signIn(api), smtp);
  }

  async close(): Promise<void> {
    for (const process of this.processes) await process.stop();
    await this.smtp.stop();
    await this.database.drop();
  }

  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return withClient(this.database.url, async (client) => (await client.query<Row>(text, values)).rows);
  }

  /** Without a credential, or with another one. */
  async send(method: string, path: string, body?: object, token?: string): Promise<{ status: number; body: Body }> {
    const answer = await fetch(`${this.processes[1]!.baseUrl}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** @throws Error unless it was created or done */
  async post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Body> {
    const answer = await this.session.post(path, body, undefined, headers);
    if (answer.status > 201) throw new Error(`${path} was answered ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async get(path: string): Promise<Body> {
    return (await this.session.get(path)).body;
  }

  /** What `ask` gives, once it is as told. */
  async until<T>(ask: () => Promise<T>, is: (given: T) => boolean): Promise<T> {
    let given = await ask();
    for (let attempt = 0; !is(given); attempt++) {
      if (attempt > 1200) throw new Error(`It did not get there: ${JSON.stringify(given)}`);
      await delay(50);
      given = await ask();
    }
    return given;
  }

  /** Advances the clock, and waits until all that was due is done. */
  async advance(how: { to: string } | { by: string }): Promise<Body> {
    await this.post('/v1/test/clock/advance', how);
    return this.until(
      () => this.get('/v1/test/clock'),
      ({ state }) => state === 'ready',
    );
  }
}
