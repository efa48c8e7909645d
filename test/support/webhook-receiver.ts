import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as it came. */
export interface Call {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  // What comes is looked at by the tests, field by field.
  // oxlint-disable-next-line no-explicit-any
  event: any;
}

export type Answering = (call: Call, response: ServerResponse) => void;

/** A server of one spec that receives webhooks, and answers 204 unless it is told otherwise for a path. */
export class WebhookReceiver {
  readonly calls: Call[] = [];
  private readonly answers = new Map<string, Answering>();
  private readonly waiting = new Set<() => void>();
  private readonly server = createServer((request, response) => void this.receive(request, response));

  async start(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How calls of the path are answered from now on. */
  answer(path: string, answering: Answering): void {
    this.answers.set(path, answering);
  }

  answerStatus(path: string, status: number): void {
    this.answer(path, (_, response) => response.writeHead(status).end(`status ${status}`));
  }

  to(path: string): Call[] {
    return this.calls.filter((call) => call.path === path);
  }

  /** Waits until so many calls of the path have come. */
  async received(path: string, count: number): Promise<Call[]> {
    while (this.to(path).length < count) {
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
    return this.to(path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const call = { path: request.url!, headers: request.headers, body, event: JSON.parse(body) as unknown };
    this.calls.push(call);
    const answering = this.answers.get(call.path);
    if (answering) answering(call, response);
    else response.writeHead(204).end();
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
