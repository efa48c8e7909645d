import { Agent, type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';
import { provided } from '../support/database.js';
import { askForFile } from '../support/room-for-files.js';

export interface Sent {
  method: string;
  /** As it goes out: nothing is normalised. */
  path: string;
  /** A list of names and values, where one name is to be sent twice. */
  headers?: Record<string, string> | string[];
  body?: string | Buffer;
}

export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const LONGEST_WAIT = 120_000;

/** Talks to the server under test exactly as told and counts what it sent. */
export class Wire {
  count = 0;
  private readonly agent: Agent;
  private readonly server = new URL(provided('TEST_BASE_URL'));

  /** @param connections most requests at the same time; others wait for their turn */
  constructor(private readonly connections = 8) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  async send(sent: Sent): Promise<Received> {
    this.count += 1;
    return askForFile(
      () => this.sendOnce(sent),
      ({ text }) => text,
    );
  }

  private async sendOnce(sent: Sent): Promise<Received> {
    try {
      return await this.exchange(sent);
    } catch (error) {
      // The server may close an idle connection at the moment at which it is taken for another request.
      if (error instanceof StaleConnection) return this.exchange(sent);
      throw error;
    }
  }

  /** Sends all, a few at a time; the answers are in the order of the requests. */
  async sendAll<Case extends { sent: Sent }>(cases: readonly Case[]): Promise<(Case & { received: Received })[]> {
    const answered: (Case & { received: Received })[] = [];
    const waiting = cases.entries();
    const work = async () => {
      for (const [position, one] of waiting) answered[position] = { ...one, received: await this.send(one.sent) };
    };
    await Promise.all(Array.from({ length: this.connections }, work));
    return answered;
  }

  close(): void {
    this.agent.destroy();
  }

  private exchange({ method, path, headers = {}, body }: Sent): Promise<Received> {
    const { hostname, port, host } = this.server;
    // To a list Node.js adds neither of the two.
    const framing = ['Host', host, 'Content-Length', String(Buffer.byteLength(body ?? ''))];
    const sent = Array.isArray(headers) ? [...framing, ...headers] : headers;
    return new Promise((resolve, reject) => {
      const outgoing = request({
        agent: this.agent,
        hostname,
        port,
        method,
        path,
        headers: sent,
        timeout: LONGEST_WAIT,
      });
      let answered = false;
      outgoing.on('response', (incoming) => {
        answered = true;
        const chunks: Buffer[] = [];
        const received = () =>
          resolve({ status: incoming.statusCode!, headers: incoming.headers, text: Buffer.concat(chunks).toString() });
        // A stream of events goes on until somebody leaves.
        const goesOn = incoming.headers['content-type']?.startsWith('text/event-stream');
        incoming.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (!goesOn) return;
          received();
          outgoing.destroy();
        });
        incoming.on('error', reject);
        incoming.on('end', received);
      });
      outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer to ${method} ${path}`)));
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        // A body that is refused while it is being sent breaks the rest of the sending; the answer counts.
        if (!answered) reject(isStale(outgoing, error) ? new StaleConnection() : error);
      });
      outgoing.end(body);
    });
  }
}

class StaleConnection extends Error {}

const isStale = ({ reusedSocket }: ClientRequest, { code }: NodeJS.ErrnoException) =>
  reusedSocket && code === 'ECONNRESET';

/** A refusal as it is answered. */
export interface ProblemShown {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  errors: { pointer: string; code: string; message: string; line?: number }[];
}

/** The answer as a problem; undefined when it is none. RFC 6749, 5.2, has its refusals as plain JSON. */
export function problemIn({ status, headers, text }: Received): ProblemShown | undefined {
  const type = headers['content-type'];
  const isOfOAuth = status >= 400 && type === 'application/json; charset=utf-8';
  if (type !== 'application/problem+json; charset=utf-8' && !isOfOAuth) return undefined;
  const body = JSON.parse(text) as ProblemShown;
  return isOfOAuth && !('error_description' in body) ? undefined : body;
}

/** The request for a terminal, without its token. */
export function curlOf({ method, path, headers = {}, body }: Sent): string {
  const pairs = Array.isArray(headers)
    ? headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1]!]] : []))
    : Object.entries(headers);
  const shown = pairs.map(([name, value]) => `-H '${name}: ${name === 'Authorization' ? 'Bearer …' : value}'`);
  const text = body === undefined ? '' : ` --data-raw '${shorten(body.toString())}'`;
  return `curl -X ${method} --path-as-is '$URL${path}' ${shown.join(' ')}${text}`;
}

export const shorten = (text: string, length = 300): string =>
  text.length > length ? `${text.slice(0, length)}… (${text.length})` : text;
