import { setTimeout as delay } from 'node:timers/promises';
import { faultOfAnswer } from '../support/described-answers.js';
import { PASSWORD } from '../support/provision.js';
import { Door, type SignedIn } from '../platform/door.js';
import type { Operation, Operations } from '../platform/operations.js';
import { Oracle } from '../platform/oracle.js';
import { curlOf, type Received, type Sent, shorten, Wire } from '../platform/wire.js';
import type { Coverage } from './coverage.js';
import { tablesWrittenBy } from './effects.js';
import type { KnownRecords } from './known-records.js';

const MOST_ATTEMPTS = 100;

export interface Exchange {
  operation: Operation;
  sent: Sent;
  received: Received;
}

/** Sends requests and judges every answer by what holds for all of them. */
export class Traffic {
  readonly wire = new Wire(12);
  private readonly oracle: Oracle;
  /** Of requests that must have left nothing, by their ids. */
  private readonly without = new Map<string, Exchange>();

  constructor(
    operations: Operations,
    readonly known: KnownRecords,
    readonly coverage: Coverage,
  ) {
    this.oracle = new Oracle(operations);
  }

  /** @throws Error with the request for a terminal, where the answer is one that no request may get */
  async send(operation: Operation, sent: Sent): Promise<Received> {
    const received = await this.answerTo(sent);
    this.coverage.add(operation, received.status);
    const exchange = { operation, sent, received };
    const fault = this.faultOf(exchange);
    if (fault) throw new Error(describe(fault, exchange));
    const requestId = received.headers['request-id'] as string;
    if (received.status >= 400 || isSafe(operation)) this.without.set(requestId, exchange);
    return received;
  }

  /** Who is told to come back in a moment does. */
  private async answerTo(sent: Sent): Promise<Received> {
    for (let attempt = 0; ; attempt += 1) {
      const received = await this.wire.send(sent);
      if (received.status !== 503 || !received.headers['retry-after'] || attempt === MOST_ATTEMPTS) return received;
      await delay(100);
    }
  }

  /** @throws Error where the answer is not the refusal that it has to be, at its place */
  async expectRefusal(operation: Operation, sent: Sent, pointer: string): Promise<void> {
    const received = await this.send(operation, sent);
    const fault = this.oracle.faultOf(sent, received, {
      statuses: [400, 422],
      pointer,
      documented: operation.statuses,
    });
    if (fault) throw new Error(`${operation.id}: ${fault}`);
  }

  /** What was refused or only read, and left a row all the same. */
  async effects(organizations: readonly string[]): Promise<string[]> {
    const written = await tablesWrittenBy(organizations, [...this.without.keys()]);
    const found = [...written].map(([id, table]) => {
      const exchange = this.without.get(id)!;
      return describe(`${exchange.received.status} left a row in ${table}`, exchange);
    });
    this.without.clear();
    return found;
  }

  /**
   * A new session for somebody who signed out, or whose session a request ended. Wrong passwords, which other requests
   * have drawn for the same person, are waited for.
   */
  async signIn(email: string): Promise<string> {
    const door = new Door(this.wire);
    for (let attempt = 1; ; attempt += 1) {
      const { status, headers, text } = await door.signIn({ email, password: PASSWORD });
      if (status === 200) return (JSON.parse(text) as SignedIn).accessToken;
      if (status !== 429 || attempt === MOST_ATTEMPTS) throw new Error(`the sign-in answered ${status} ${text}`);
      await delay(Number(headers['retry-after']) * 1000);
    }
  }

  private faultOf({ operation, sent, received }: Exchange): string | undefined {
    const { status, headers, text } = received;
    if (status >= 500) return `status ${status}`;
    const type = headers['content-type'];
    let body: unknown;
    if (text !== '' && /[/+]json(;|$)/.test(type ?? '')) {
      try {
        body = JSON.parse(text);
      } catch {
        return 'no JSON, though it says so';
      }
    }
    if (status < 300 && type?.startsWith('application/json')) this.known.learn(operation, body);
    const { method, path } = sent;
    const undescribed = faultOfAnswer({ method: method.toLowerCase(), path, status, type, body });
    if (undescribed) return undescribed;
    if (status < 400 || method === 'HEAD') return undefined;
    return this.oracle.faultOf(sent, received, { statuses: [status] });
  }
}

/** What reads and leaves a row all the same, with the reason. */
const recorded: Readonly<Record<string, string>> = {
  exportOrganization: 'who took all data along is in the audit trail',
};
const isSafe = ({ id, method }: Operation) => method === 'GET' && !(id in recorded);

function describe(fault: string, { operation, sent, received: { status, text } }: Exchange): string {
  return `${operation.id}: ${fault}\n  ${curlOf(sent)}\n  ${status} ${shorten(text, 500)}`;
}

/** Does all pieces of work, so many at the same time, and gives what went wrong in each. */
export async function faultsOfAll(pieces: readonly (() => Promise<unknown>)[], atOnce = 12): Promise<string[]> {
  const faults: string[] = [];
  const waiting = pieces.values();
  const work = async () => {
    for (const piece of waiting) {
      try {
        await piece();
      } catch (error) {
        faults.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return faults;
}

const MOST_SHOWN = 40;

/** Fails with the first of each kind. */
export function expectNoViolations(faults: readonly string[]): void {
  const kinds = new Map(faults.map((fault) => [fault.split('\n', 1)[0]!.replaceAll(/[0-9a-f-]{36}|\d+/g, '#'), fault]));
  const shown = [...kinds.values()].slice(0, MOST_SHOWN);
  if (faults.length > 0) throw new Error(`${faults.length} violations of ${kinds.size} kinds\n\n${shown.join('\n\n')}`);
}
