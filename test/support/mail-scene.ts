import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#kernel/id.js';
import { type BureauProcess, startApi, startWorker } from './bureau-process.js';
import { type BureauSession, signIn } from './bureau-session.js';
import { createDatabase, type TestDatabase } from './database.js';
import { inOrganization } from './ledger-fixture.js';
import { withClient, withRole } from './matrix-database.js';
import { SmtpReceiver } from './smtp-receiver.js';

export const OFFICE = 'https://office.example.com';

// What comes back is looked at by the tests, field by field.
// oxlint-disable-next-line no-explicit-any
type Mail = any;

/** An installation of its own with a worker and a mail server, whose first organization is a live one. */
export class MailScene {
  private constructor(
    private readonly database: TestDatabase,
    private readonly processes: BureauProcess[],
    readonly session: BureauSession,
    readonly smtp: SmtpReceiver,
  ) {}

  static async open(): Promise<MailScene> {
    const [database, smtp] = await Promise.all([createDatabase(), new SmtpReceiver().start()]);
    const settings = {
      DATABASE_URL: database.url,
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Back office <office@bureau.example>',
      APP_URL: OFFICE,
    };
    const api = await startApi(settings);
    const worker = await startWorker(settings);
    return new MailScene(database, [worker, api], await signIn(api), smtp);
  }

  get baseUrl(): string {
    return this.processes[1]!.baseUrl;
  }

  async close(): Promise<void> {
    for (const process of this.processes) await process.stop();
    await this.smtp.stop();
    await this.database.drop();
  }

  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return withClient(this.database.url, async (client) => (await client.query<Row>(text, values)).rows);
  }

  /** Invites somebody new. */
  async invite(fields: object = {}) {
    const email = `${newId()}@example.com`;
    const { status, body } = await this.session.post('/v1/identity/invitations', {
      email,
      roles: ['auditor'],
      ...fields,
    });
    if (status !== 201) throw new Error(`the invitation was answered ${JSON.stringify(body)}`);
    return { email, id: body.id as string, body };
  }

  /** The newest mail that something caused, once it is as asked. */
  async mailOf(sourceId: string, is: (mail: Mail) => boolean): Promise<Mail> {
    for (let attempt = 0; attempt < 500; attempt++) {
      const { body } = await this.session.get(`/v1/mails?sourceId=${sourceId}`);
      if (body.data[0] && is(body.data[0])) return body.data[0];
      await delay(20);
    }
    throw new Error('The mail did not get there.');
  }

  /** What waits to be tried again is due now. */
  async makeDue(): Promise<void> {
    await this.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now() AND key IS NULL');
  }

  /** Has the worker do a scheduled task now. */
  async runTask(name: string): Promise<void> {
    await withRole(this.database.url, 'bureau_app', (client) =>
      inOrganization(client, this.session.organizationId, () =>
        client.query("SELECT platform.enqueue_job($1, '{}')", [name]),
      ),
    );
  }

  /** Waits until nothing of what was asked for stands in the queue. */
  async untilTasksAreDone(): Promise<void> {
    const waiting = `
      SELECT FROM graphile_worker.jobs WHERE task_identifier IN ('send_mail', 'send_digests', 'tell_expiring_api_keys')`;
    for (let attempt = 0; (await this.query(waiting)).length > 0; attempt++) {
      if (attempt > 500) throw new Error('The queue was not worked off.');
      await delay(20);
    }
  }

  /** Without a credential. */
  async send(path: string, body: object): Promise<{ status: number; body: Mail }> {
    const answer = await fetch(`${this.baseUrl}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  }
}
