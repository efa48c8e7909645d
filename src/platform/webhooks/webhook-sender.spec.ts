import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createListener } from 'node:net';
import { Configuration, readEnvironment } from '../config/configuration.js';
import { guardedLookup, NameResolver } from './guarded-lookup.js';
import { reachOf } from './reachable.js';
import { WebhookSender } from './webhook-sender.js';

/** Gives one answer after the other, and the last one from then on. */
class FakeResolver extends NameResolver {
  asked = 0;

  constructor(private readonly answers: string[][]) {
    super();
  }

  resolve(): Promise<string[]> {
    return Promise.resolve(this.answers[Math.min(this.asked++, this.answers.length - 1)]!);
  }
}

const sender = (settings: NodeJS.ProcessEnv, resolver: NameResolver = new FakeResolver([[]])) =>
  new WebhookSender(new Configuration(readEnvironment(settings), 'postgres://owner', 'x'.repeat(32)), resolver);
const to = (url: string) => ({ url, headers: { 'content-type': 'application/json' }, body: '{}' });
const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;

/** A listener on this machine that nothing may reach; counts connections, on which nothing has to be said. */
let canary: ReturnType<typeof createListener>;
let hits = 0;
beforeAll(async () => {
  canary = createListener((socket) => {
    hits += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(canary, 'listening');
});
beforeEach(() => (hits = 0));
afterAll(() => void canary.close());

const ports = () => ({ WEBHOOK_PORTS: String(portOf(canary)) });
const at = (host: string) => `https://${host}:${portOf(canary)}/hooks`;

it.each(['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '0', '[::1]', '[::ffff:7f00:1]', 'localhost'])(
  'calls nobody at %s, however it got there',
  async (host) => {
    expect(await sender(ports()).send(to(at(host)))).toMatchObject({ outcome: 'address_forbidden', httpStatus: null });
    expect(hits).toBe(0);
  },
);

it.each([
  ['this machine', ['127.0.0.1']],
  ['this machine, mapped', ['::ffff:127.0.0.1']],
  ['a private network', ['10.0.0.1']],
  ['metadata of a cloud', ['169.254.169.254']],
  ['the internet and this machine at once', ['93.184.216.34', '127.0.0.1']],
  ['no address at all', ['nonsense']],
])('calls nobody by a name that leads to %s', async (_, addresses) => {
  const resolver = new FakeResolver([addresses]);
  const attempt = await sender(ports(), resolver).send(to(at('shop.example.com')));
  expect([attempt.outcome, attempt.error]).toEqual(['address_forbidden', null]);
  expect([hits, resolver.asked]).toEqual([0, 1]);
});

it('connects to the address that was judged, wherever the name leads a moment later', async () => {
  const resolver = new FakeResolver([['93.184.216.34'], ['127.0.0.1']]);
  const lookup = guardedLookup(resolver, reachOf([443]));
  const ask = () =>
    new Promise((resolve) => lookup('shop.example.com', { all: true }, (error, found) => resolve(error ?? found)));
  expect(await ask()).toEqual([{ address: '93.184.216.34', family: 4 }]);
  expect(await ask()).toBeInstanceOf(Error);
  // The second attempt asks anew, and what is answered then counts.
  expect(await sender(ports(), resolver).send(to(at('shop.example.com')))).toMatchObject({
    outcome: 'address_forbidden',
  });
  expect(hits).toBe(0);
});

it('tells of a name that is not known', async () => {
  const attempt = await sender(ports()).send(to(at('shop.example.com')));
  expect(attempt).toMatchObject({ outcome: 'unreachable', error: 'ENOTFOUND', answerStart: null });
});

describe('a receiver on this machine, which the settings allow', () => {
  let server: Server;
  const serve = async (listener: RequestListener) => {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${portOf(server)}/hooks`;
  };
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const developing = () => sender({ WEBHOOK_NETWORKS: '127.0.0.0/8' });

  it('is not followed to where it redirects', async () => {
    const url = await serve((_, response) =>
      response.writeHead(302, { Location: `http://127.0.0.1:${portOf(canary)}/` }).end('moved'),
    );
    expect(await developing().send(to(url))).toMatchObject({
      outcome: 'redirected',
      httpStatus: 302,
      answerStart: 'moved',
    });
    expect(hits).toBe(0);
  });

  it('is told what the body is, and read no further than 64 KiB', async () => {
    let written = 0;
    let received: unknown;
    const url = await serve((request, response) => {
      received = [request.method, request.headers['content-type'], request.headers['content-length']];
      const pour = () => {
        while (!response.destroyed && response.write('å'.repeat(4096))) written += 8192;
      };
      response.on('drain', pour);
      pour();
    });
    const attempt = await developing().send(to(url));
    expect(attempt).toMatchObject({ outcome: 'delivered', httpStatus: 200, answerStart: 'å'.repeat(1000) });
    expect(received).toEqual(['POST', 'application/json', '2']);
    // What the system holds on the way between comes on top.
    expect(written).toBeLessThan(16 * 1024 * 1024);
  });

  it('has what would disturb a line taken out of its answer', async () => {
    const url = await serve((_, response) => response.writeHead(500).end('a\u0000b\u001b[2Jc\n'));
    expect((await developing().send(to(url))).answerStart).toBe('a\ufffdb\ufffd[2Jc\ufffd');
  });

  it('breaks the connection', async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await developing().send(to(url))).toMatchObject({ outcome: 'unreachable', error: 'ECONNRESET' });
  });
});
