import { newId } from '#kernel/id.js';
import { smallFile } from '../platform/furnished.js';
import { type Operation, type Operations, type Parameter, pathOf, takesHeader } from '../platform/operations.js';
import type { Received, Sent } from '../platform/wire.js';
import type { KnownRecords } from './known-records.js';
import type { Traffic } from './traffic.js';

export interface Wishes {
  body?: string | Buffer | undefined;
  /** Of the example only what the operation asks for. */
  least?: true;
  query?: Readonly<Record<string, unknown>>;
  /** Which of the known rows; the first unless told otherwise. */
  row?: number;
  id?: string;
  /** Beside those that the operation asks for; undefined takes one of them away. */
  headers?: Readonly<Record<string, string | undefined>>;
}

/** A person with the password that all people of the tests have, or a program; `once` for who may be shut out for good. */
export type Credential = { email: string; once?: true } | { key: string };

/** One person of one organization, who asks for operations. */
export class Requests {
  private token = '';

  constructor(
    private readonly traffic: Traffic,
    private readonly operations: Operations,
    private readonly known: KnownRecords,
    private readonly credential: Credential,
  ) {}

  async signIn(): Promise<this> {
    const { credential } = this;
    this.token = 'key' in credential ? credential.key : await this.traffic.signIn(credential.email);
    return this;
  }

  /** What the document shows for an example, about records that there are. */
  example(operation: Operation): string | Buffer | undefined {
    if (operation.fileType) return smallFile(operation);
    if (!operation.body) return undefined;
    return JSON.stringify(this.bound(this.operations.exampleOf(operation.body)));
  }

  make(operation: Operation, { least, query = {}, row = 0, id, headers, ...wishes }: Wishes = {}): Sent {
    const body = wishes.body ?? (least ? this.least(operation) : this.example(operation));
    const rows = this.known.rowsOf(operation);
    const chosen = rows[row % Math.max(1, rows.length)];
    const given = { ...this.requiredQuery(operation), ...query };
    const text = Object.entries(given).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
    const standard = {
      Authorization: `Bearer ${this.token}`,
      ...(body === undefined ? {} : { 'Content-Type': operation.fileType ?? 'application/json' }),
      ...(takesHeader(operation, 'Idempotency-Key') ? { 'Idempotency-Key': newId() } : {}),
      ...(takesHeader(operation, 'If-Match') ? { 'If-Match': chosen?.etag ?? '"1"' } : {}),
    };
    return {
      method: operation.method,
      path: pathOf(operation, id ?? chosen?.id ?? newId()) + (text.length === 0 ? '' : `?${text.join('&')}`),
      headers: Object.fromEntries(
        Object.entries({ ...standard, ...headers }).filter(
          (field): field is [string, string] => field[1] !== undefined,
        ),
      ),
      body,
    };
  }

  async send(operation: Operation, wishes: Wishes = {}): Promise<Received> {
    const received = await this.traffic.send(operation, this.make(operation, wishes));
    const isShutOut = received.status === 401 && !operation.isPublic && wishes.headers?.['Authorization'] === undefined;
    if (!isShutOut || 'once' in this.credential) return received;
    // Some requests end the session that they are sent with, or all of the person's.
    await this.signIn();
    return this.traffic.send(operation, this.make(operation, wishes));
  }

  /** Ids of nothing in an example become ids of something, where a field tells of what. */
  private bound(value: unknown, name = ''): unknown {
    if (Array.isArray(value)) return value.map((one) => this.bound(one, name));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.bound(inner, key)]));
    }
    return /(?:Id|Code)$/.test(name) ? (this.known.of(name)[0] ?? value) : value;
  }

  private least({ body }: Operation): string | undefined {
    if (!body) return undefined;
    const { required = [] } = this.operations.resolve(body);
    const whole = Object.entries(this.operations.exampleOf(body) as object);
    return JSON.stringify(this.bound(Object.fromEntries(whole.filter(([name]) => required.includes(name)))));
  }

  private requiredQuery({ parameters }: Operation): Record<string, unknown> {
    const required = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
    return Object.fromEntries(
      required.map((parameter) => [parameter.name, this.bound(this.exampleOf(parameter), parameter.name)]),
    );
  }

  private exampleOf({ schema }: Parameter): unknown {
    return this.operations.exampleOf(schema);
  }
}
