import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { slow, startThings } from './things.fixture.js';

const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

let app: NestFastifyApplication;
let leaving: boolean;
let port: number;
const open: Client[] = [];

beforeEach(async () => {
  leaving = false;
  slow.release = undefined;
  app = await startThings({ isLeaving: () => leaving });
  ({ port } = app.getHttpServer().address() as { port: number });
});
afterEach(async () => {
  slow.release?.();
  for (const { socket } of open.splice(0)) socket.destroy();
  await app.close();
});

/** A caller with one connection. */
class Client {
  received = '';
  readonly ended: Promise<unknown>;

  private constructor(readonly socket: Socket) {
    socket.on('data', (data) => (this.received += data.toString()));
    this.ended = once(socket, 'close');
  }

  static async connect(): Promise<Client> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const client = new Client(socket);
    open.push(client);
    return client;
  }

  async ask(path: string): Promise<void> {
    const before = this.received.length;
    this.socket.write(request(path));
    await until(() => this.received.length > before);
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(5);
}

const stopsListening = () => until(() => !app.getHttpServer().listening);

it('keeps connections open as long as it stays', async () => {
  const client = await Client.connect();
  await client.ask('/things/context');
  await client.ask('/things/context');
  expect(client.received.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  expect(client.received).toContain('keep-alive');
});

it('asks every caller to close the connection once it is leaving, and serves new ones all the same', async () => {
  leaving = true;
  for (const client of [await Client.connect(), await Client.connect()]) {
    await client.ask('/things/context');
    await client.ended;
    expect(client.received).toMatch(/^HTTP\/1\.1 200 [^]*connection: close/i);
  }
});

it('finishes what runs when it closes, and says there that the connection ends', async () => {
  const client = await Client.connect();
  client.socket.write(request('/things/slow'));
  await until(() => slow.release !== undefined);
  const closed = app.close();
  await stopsListening();
  await delay(600);
  expect(client.received).toBe('');
  slow.release!();
  await Promise.all([closed, client.ended]);
  expect(client.received).toMatch(/^HTTP\/1\.1 200 [^]*connection: close[^]*\{"done":true\}$/i);
});

it('still answers a request that comes on a connection kept alive while it closes', async () => {
  const client = await Client.connect();
  await client.ask('/things/context');
  const closed = app.close();
  await stopsListening();
  client.received = '';
  await client.ask('/things/context');
  await Promise.all([closed, client.ended]);
  expect(client.received).toMatch(/^HTTP\/1\.1 200 [^]*connection: close/i);
});

it('takes no new connection while it closes', async () => {
  const busy = await Client.connect();
  busy.socket.write(request('/things/slow'));
  await until(() => slow.release !== undefined);
  const closed = app.close();
  await stopsListening();
  await expect(Client.connect()).rejects.toThrow('ECONNREFUSED');
  slow.release!();
  await closed;
});

it.each([
  ['used before', async (client: Client) => client.ask('/things/context')],
  ['never used', () => Promise.resolve()],
])('does not wait for a connection that is idle, %s', async (_, prepare) => {
  const client = await Client.connect();
  await prepare(client);
  const began = performance.now();
  await app.close();
  await client.ended;
  expect(performance.now() - began).toBeLessThan(30_000);
});

it('closes at once when nobody is connected', async () => {
  const began = performance.now();
  await app.close();
  expect(performance.now() - began).toBeLessThan(300);
});
