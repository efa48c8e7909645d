import { isDeepStrictEqual } from 'node:util';
import { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { AccessTokens } from '#platform/auth/access-tokens.js';
import type { Configuration } from '#platform/config/configuration.js';
import { Furnished } from '../../platform/furnished.js';
import { Operations } from '../../platform/operations.js';
import { type Received, Wire } from '../../platform/wire.js';
import { type BureauProcess, secret, startApi } from '../../support/bureau-process.js';
import { until } from '../../support/killable-postgres.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { type Fate, PostgresProxy, type Sent } from '../../support/postgres-proxy.js';
import { Copies, type Copy, type Told } from './organization-copies.js';
import { makeReady } from './ready-organization.js';
import { type ValidRequest, validRequests } from './valid-requests.js';

/** What a request comes to when nothing is in its way. */
export interface Course {
  request: ValidRequest;
  status: number;
  body: string;
  told: Told;
  /** All that went to the database for it, on a connection of its own. */
  messages: readonly Sent[];
}

/** An API of one connection behind the proxy, and copies of an organization in which every operation can be done. */
export class FaultScene {
  readonly requests: ValidRequest[] = [];
  /** Of a copy to which nothing has happened. */
  before!: Told;
  private userId = '';

  private constructor(
    readonly proxy: PostgresProxy,
    private readonly database: TestDatabase,
    private readonly api: BureauProcess,
    private readonly client: Client,
    private readonly wire: Wire,
    private copies: Copies,
  ) {}

  static async start(batch: number): Promise<FaultScene> {
    const database = await createDatabase();
    const proxy = await PostgresProxy.start(database.url);
    const unlimited = { RATE_LIMIT_ADDRESS: '0', RATE_LIMIT_CREDENTIAL: '0', RATE_LIMIT_ORGANIZATION: '0' };
    const api = await startApi({ DATABASE_URL: proxy.url, DATABASE_POOL_SIZE: '1', ...unlimited });
    // From here on, everything in this file is about this server.
    Object.assign(process.env, { TEST_BASE_URL: api.baseUrl, TEST_OWNER_URL: database.url });
    const client = new Client(database.url);
    await client.connect();
    const wire = new Wire();
    const operations = await Operations.read(wire);
    const furnished = await Furnished.make(operations);
    const { organizationId, email } = furnished.actor;
    const ready = await makeReady(furnished.actor);
    const { rows } = await client.query<{ id: string }>('SELECT id FROM identity.user_account WHERE email = $1', [
      email,
    ]);
    const userId = rows[0]!.id;
    const copies = new Copies(client, { organizationId, userId }, batch);
    const scene = new FaultScene(proxy, database, api, client, wire, copies);
    scene.userId = userId;
    scene.requests.push(...validRequests(operations, furnished, ready));
    scene.before = await scene.tell(await scene.nextCopy());
    await proxy.cutAll();
    return scene;
  }

  async stop(): Promise<void> {
    this.wire.close();
    await this.client.end();
    await this.api.stop();
    await this.proxy.close();
    await this.database.drop();
  }

  nextCopy(): Promise<Copy> {
    return this.copies.next();
  }

  tell(copy: Copy): Promise<Told> {
    return this.copies.tell(copy);
  }

  tamper(copy: Copy, statement: string): Promise<void> {
    return this.copies.tamper(copy, statement);
  }

  /** Whether the database takes writes, in the sessions from now on. */
  async makeReadOnly(isReadOnly: boolean): Promise<void> {
    const { rows } = await this.client.query<{ statement: string }>(
      "SELECT format('ALTER DATABASE %I SET default_transaction_read_only = %s', current_database(), $1::text) AS statement",
      [isReadOnly ? 'on' : 'off'],
    );
    await this.client.query(rows[0]!.statement);
    await this.reconnect();
  }

  async status(path: string): Promise<number> {
    return (await this.wire.send({ method: 'GET', path })).status;
  }

  /** Waits until a transaction is about to be committed. */
  async untilCommitting(): Promise<void> {
    const written = "SELECT FROM pg_stat_activity WHERE application_name = 'bureau' AND backend_xid IS NOT NULL";
    await until(async () => (await this.client.query(written)).rows.length > 0, 'a transaction writes');
  }

  /** The next request has a connection of its own, with nothing prepared. */
  async reconnect(): Promise<void> {
    await this.proxy.cutAll();
  }

  async send(request: ValidRequest, copy: Copy, key: string): Promise<Received> {
    const token = await tokens.issue(copy.sessionId, this.userId);
    return this.wire.send(request.sent(token, key));
  }

  /** The same with a fate for every message. */
  async sendWith(request: ValidRequest, copy: Copy, key: string, fateOf: (sent: Sent) => Fate): Promise<Received> {
    this.proxy.decide = fateOf;
    const answer = await this.send(request, copy, key);
    await this.proxy.settled();
    this.proxy.decide = undefined;
    return answer;
  }

  /** Does the request undisturbed. @throws Error where it is refused */
  async courseOf(request: ValidRequest): Promise<Course> {
    const copy = await this.nextCopy();
    await this.reconnect();
    const messages: Sent[] = [];
    const answer = await this.sendWith(request, copy, newId(), (sent) => {
      messages.push(sent);
      return 'pass';
    });
    const { status, text } = answer;
    if (status >= 300) throw new Error(`${request.operation.id} is refused: furnish what it needs. ${text}`);
    return { request, status, body: masked(text), told: await this.tell(copy), messages };
  }

  /** Whether nothing has happened, all, or something between. */
  stateOf(told: Told, { told: done }: Course): 'before' | 'after' | 'between' {
    if (isDeepStrictEqual(told, done)) return 'after';
    return isDeepStrictEqual(told, this.before) ? 'before' : 'between';
  }
}

/** Whether the request changes anything; some only tell what would be. */
export const hasEffect = ({ told }: Course, { before }: FaultScene): boolean => differenceOf(told, before) !== '';

/** The answer where the database cannot be had, or has too much to do. */
export const isAway = ({ status, headers, text }: Received): boolean =>
  status === 503 && Number(headers['retry-after']) > 0 && text.includes('"code":"service_unavailable"');

/** What one has and the other has not. */
export function differenceOf(one: Told, other: Told): string {
  const counts = Object.keys(one.rows).filter((table) => one.rows[table] !== other.rows[table]);
  const extra = one.written.filter((row) => !other.written.includes(row));
  const missing = other.written.filter((row) => !one.written.includes(row));
  return [
    ...counts.map((table) => `${table} has ${one.rows[table]} rows instead of ${other.rows[table]}`),
    ...extra.map((row) => `+ ${row}`),
    ...missing.map((row) => `- ${row}`),
  ].join('\n    ');
}

const tokens = new AccessTokens({ secret } as Configuration);

/** An answer without ids, instants, versions of files and secrets, which differ from run to run. */
export function masked(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '?')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '?')
    .replaceAll(/"(secret\w*|key|token|\w+Token|next|url)":"[^"]*"/gi, '"$1":"?"');
}
