import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { type BureauProcess, startApi, startWorker } from './bureau-process.js';
import { type BureauSession, entriesPath, sale, signIn } from './bureau-session.js';
import { createDatabase, type TestDatabase } from './database.js';
import { openBooks } from './ledger-fixture.js';
import { withClient, withRole } from './matrix-database.js';
import { WebhookReceiver } from './webhook-receiver.js';

export const ENDPOINTS = '/v1/webhook-endpoints';
export const DELIVERIES = '/v1/webhook-deliveries';

/** Receivers on this machine may be called. */
const settingsOf = (database: TestDatabase) => {
  return { DATABASE_URL: database.url, WEBHOOK_NETWORKS: '127.0.0.0/8' };
};

export interface Endpoint {
  id: string;
  secret: string;
  path: string;
}

/** An installation of its own with a worker, books that are open, and a receiver. */
export class WebhookScene {
  readonly workers: BureauProcess[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly session: BureauSession,
    readonly receiver: WebhookReceiver,
    private readonly api: BureauProcess,
  ) {}

  static async open(workers = 1): Promise<WebhookScene> {
    const database = await createDatabase();
    const api = await startApi(settingsOf(database));
    const session = await signIn(api);
    const scene = new WebhookScene(database, session, await new WebhookReceiver().start(), api);
    const { rows } = await withClient(database.url, (client) =>
      client.query<{ id: string }>('SELECT id FROM administration.legal_entity'),
    );
    await withRole(database.url, 'bureau_app', (client) =>
      openBooks(client, session.organizationId, rows[0]!.id, 'EUR'),
    );
    await Promise.all(Array.from({ length: workers }, () => scene.addWorker()));
    return scene;
  }

  async addWorker(): Promise<BureauProcess> {
    const worker = await startWorker(settingsOf(this.database));
    this.workers.push(worker);
    return worker;
  }

  async close(): Promise<void> {
    for (const worker of this.workers) await worker.stop();
    await this.api.stop();
    await this.receiver.stop();
    await this.database.drop();
  }

  /** Posts an entry. @returns its id, the subject of the event */
  async post(): Promise<string> {
    const { status, body } = await this.session.post(entriesPath, sale, newId());
    if (status !== 201) throw new Error(`posting was answered ${JSON.stringify(body)}`);
    return body.id as string;
  }

  /** An endpoint with a path of its own at the receiver. */
  async endpoint(eventTypes = ['accounting.journal_entry.*']): Promise<Endpoint> {
    await this.dispatched();
    const path = `/${newId()}`;
    const { status, body } = await this.session.post(ENDPOINTS, { url: `${this.receiver.url}${path}`, eventTypes });
    if (status !== 201) throw new Error(`the endpoint was answered ${JSON.stringify(body)}`);
    return { id: body.id, secret: body.secret, path };
  }

  /** Events that were committed before have found their endpoints. */
  private async dispatched(): Promise<void> {
    const waiting = 'SELECT FROM platform.outbox_event WHERE position IS NULL';
    while (this.workers.length > 0 && (await this.asOwner((client) => client.query(waiting))).rowCount! > 0)
      await delay(20);
  }

  /** The deliveries to an endpoint, the first one first, once the condition holds of them. */
  // oxlint-disable-next-line no-explicit-any
  async deliveries({ id }: Endpoint, condition: (rows: any[]) => boolean): Promise<any[]> {
    for (;;) {
      const { body } = await this.session.get(`${DELIVERIES}?endpointId=${id}&sort=createdAt`);
      if (condition(body.data)) return body.data;
      await delay(30);
    }
  }

  /** What waits for the endpoint is due now. */
  async makeDue({ id }: Endpoint): Promise<void> {
    await this.asOwner((client) =>
      client.query('UPDATE platform.webhook_delivery SET next_attempt_at = now() WHERE endpoint_id = $1', [id]),
    );
  }

  asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return withClient(this.database.url, work);
  }
}
