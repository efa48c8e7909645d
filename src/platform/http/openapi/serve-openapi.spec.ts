import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { configureHttp } from '../configure-http.js';
import { createHttpAdapter } from '../http-adapter.js';
import { serveOpenApi } from './serve-openapi.js';
import { type PageFetch, SwaggerUiPage } from './swagger-ui.fixture.js';

@Controller('v1/things')
class ThingsController {
  @Get()
  list() {}

  @Post()
  create() {}
}
@Module({ controllers: [ThingsController] })
class ThingsModule {}

let app: NestFastifyApplication;
let document: OpenAPIObject;
let timesBuilt = 0;
let script: string;

beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(ThingsModule, createHttpAdapter(), { logger: false });
  configureHttp(app, { databaseProblems: {} });
  document = SwaggerModule.createDocument(app, { openapi: '3.1.0', info: { title: 'Things', version: '1.0.0' } });
  serveOpenApi(app, {
    document: () => {
      timesBuilt += 1;
      return document;
    },
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  script = (await app.inject('/docs/swagger-ui-init.js')).body;
});
afterAll(() => app.close());

const noServer: PageFetch = () => Promise.reject(new Error('the page asked for something by itself'));
const open = (fetch = noServer) => new SwaggerUiPage(script, fetch);

describe('the server', () => {
  it('answers the document as it is, and the page a copy of it, both built once', async () => {
    const served = await app.inject('/openapi.json');
    expect(served.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(served.json()).toEqual(JSON.parse(JSON.stringify(document)));
    expect(Object.keys(open().options.spec.paths)).toEqual(['/v1/things']);
    expect(timesBuilt).toBe(1);
  });

  it.each(['/', '/?from=anywhere'])('leads from %s to the page', async (url) => {
    const { statusCode, headers } = await app.inject(url);
    expect([statusCode, headers.location]).toEqual([302, '/docs']);
    expect(headers).toHaveProperty('request-id');
  });

  it.each<['GET' | 'POST', string]>([
    ['POST', '/'],
    ['GET', '/v1'],
    ['GET', '//'],
    ['GET', '/doc'],
  ])('does not lead there from %s %s', async (method, url) => {
    expect((await app.inject({ method, url })).statusCode).toBe(404);
  });

  it('sends a page whose scripts its own policy allows', async () => {
    const page = await app.inject('/docs');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('<title>Bureau API</title>');
    // The policy is script-src 'self': no script may stand in the page itself, and each must be served from here.
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.body).not.toMatch(/<script(?![^>]*\ssrc=)/);
    const scripts = [...page.body.matchAll(/<script src="([^"]+)"/g)].map((match) => match[1]!);
    expect(scripts.length).toBeGreaterThan(2);
    for (const one of scripts) {
      const { pathname } = new URL(one, 'http://localhost/docs');
      expect((await app.inject(pathname)).statusCode).toBe(200);
    }
  });

  it.each(['/', '/docs', '/openapi.json', '/v1/things'])('does not bind a host to HTTPS at %s', async (url) => {
    const { headers } = await app.inject({ url, headers: { 'x-forwarded-proto': 'https' } });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).toHaveProperty('x-content-type-options', 'nosniff');
  });
});

const tokens = (name: string) => ({ accessToken: `access-${name}`, refreshToken: `refresh-${name}`, expiresIn: 600 });
const answer = (body: object, path = '/v1/auth/login') => ({ url: `http://localhost${path}`, ok: true, body });

function signedIn(fetch?: PageFetch): SwaggerUiPage {
  const page = open(fetch);
  page.options.responseInterceptor(answer(tokens('first')));
  return page;
}

describe('a key', () => {
  it.each(['POST', 'PATCH'])('is new with every %s', async (method) => {
    const page = signedIn();
    const sent = await Promise.all([1, 2, 3].map(() => page.headersOf(method)));
    const keys = sent.map((headers) => headers['Idempotency-Key']!);
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('stays what somebody filled in', async () => {
    expect(await signedIn().headersOf('POST', { 'Idempotency-Key': 'my own' })).toHaveProperty(
      'Idempotency-Key',
      'my own',
    );
  });

  it('is given neither to what reads nor to a sign-in', async () => {
    expect(await signedIn().headersOf('GET')).toEqual({ Authorization: 'Bearer access-first' });
    expect(await open().headersOf('POST', { 'Content-Type': 'application/json' })).toEqual({
      'Content-Type': 'application/json',
    });
  });
});

describe('a session', () => {
  it('begins with a sign-in, whose token outlives a reload, and ends with the sign-out', () => {
    const page = signedIn();
    expect([page.token, page.kept]).toEqual(['access-first', 'access-first']);
    page.options.responseInterceptor(answer({ data: [] }, '/v1/things'));
    expect(page.token).toBe('access-first');
    page.options.responseInterceptor({ ...answer({}, '/v1/auth/logout'), ok: false });
    expect(page.token).toBe('access-first');
    page.options.responseInterceptor({ ok: true, url: 'http://localhost/v1/auth/logout' });
    expect([page.token, page.kept]).toEqual([undefined, undefined]);
  });

  it('does not begin with a refusal', () => {
    const page = open();
    page.options.responseInterceptor({ ...answer(tokens('first')), ok: false });
    expect(page.token).toBeUndefined();
  });

  it('is renewed once, when its token ends, and the request goes out with the next one', async () => {
    const asked: unknown[] = [];
    const page = signedIn((path, { method, body }) => {
      asked.push([method, path, JSON.parse(body as string)]);
      return Promise.resolve({ ok: true, url: `http://localhost${path}`, json: () => Promise.resolve(tokens('next')) });
    });
    await page.headersOf('GET');
    expect(asked).toEqual([]);
    page.session!.renewAt = Date.now();
    expect(await page.headersOf('GET')).toEqual({ Authorization: 'Bearer access-next' });
    await page.headersOf('GET');
    expect(asked).toEqual([['POST', '/v1/auth/refresh', { refreshToken: 'refresh-first' }]]);
    expect([page.token, page.kept]).toEqual(['access-next', 'access-next']);
  });

  it('that cannot be renewed is left to the answer of the request, and not tried again', async () => {
    let asked = 0;
    const page = signedIn((path) => {
      asked += 1;
      return Promise.resolve({ ok: false, url: path, json: () => Promise.resolve({}) });
    });
    page.session!.renewAt = Date.now();
    expect(await page.headersOf('GET')).toEqual({ Authorization: 'Bearer access-first' });
    await page.headersOf('GET');
    expect([asked, page.session]).toEqual([1, undefined]);
  });

  it('is not renewed for a request with another token', async () => {
    const page = signedIn();
    page.session!.renewAt = Date.now();
    const headers = { Authorization: 'Bearer of another sign-in' };
    expect(await page.headersOf('GET', headers)).toEqual(headers);
  });
});

/** As Immutable.js has them, as far as the page uses it. */
class Fields {
  constructor(private readonly fields: Record<string, unknown>) {}

  get(key: string): never {
    return this.fields[key] as never;
  }

  getIn(path: string[]): unknown {
    return path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], this.fields);
  }

  update(key: string, change: (value: never) => unknown): never {
    return new Fields({ ...this.fields, [key]: change(this.get(key)) }) as never;
  }
}

class Items {
  constructor(readonly items: unknown[]) {}

  get size(): number {
    return this.items.length;
  }

  map(change: (item: never) => unknown): never {
    return new Items(this.items.map((item) => change(item as never))) as never;
  }

  filter(test: (item: never) => boolean): Items {
    return new Items(this.items.filter((item) => test(item as never)));
  }
}

const operation = (method: string, path: string, operationId: string, summary: string) =>
  new Fields({ method, path, operation: { operationId, summary } });
const accounts = [
  operation('post', '/v1/accounts', 'createAccount', 'Create an account'),
  operation('get', '/v1/accounts', 'listAccounts', 'List accounts'),
];
const entries = [operation('post', '/v1/journal-entries', 'postJournalEntry', 'Post a journal entry')];

describe('the list of operations', () => {
  it.each([
    ['account', [['createAccount', 'listAccounts']]],
    ['LIST', [['listAccounts']]],
    ['journal-entries', [['postJournalEntry']]],
    ['entry post', [['postJournalEntry']]],
    ['an', [['createAccount']]],
    ['payroll', []],
  ])('filtered by %j holds %j', (phrase, found) => {
    const tags = [accounts, entries].map((operations) => new Fields({ operations: new Items(operations) }));
    const { opsFilter } = open().options.plugins[0]().fn;
    const { items } = opsFilter(new Items(tags), phrase) as Items;
    const names = (items as Fields[]).map((tag) =>
      (tag.get('operations') as Items).items.map((one) => (one as Fields).getIn(['operation', 'operationId'])),
    );
    expect(names).toEqual(found);
  });

  it('is in the order of paths, what reads before what writes', () => {
    const sorted = [...entries, ...accounts].sort(open().options.operationsSorter);
    expect(sorted.map((one) => one.getIn(['operation', 'operationId']))).toEqual([
      'listAccounts',
      'createAccount',
      'postJournalEntry',
    ]);
  });

  it('says above it what the filter does', () => {
    const { FilterContainer } = open().options.plugins[0]().wrapComponents;
    const createElement = (type: unknown, properties: object, ...children: unknown[]) => ({
      type,
      properties,
      children,
    });
    const Labelled = FilterContainer('Original', { React: { createElement } });
    const drawn = Labelled({ of: 'original' }) as ReturnType<typeof createElement>;
    expect(drawn.children).toEqual([{ type: 'Original', properties: { of: 'original' }, children: [] }]);
    const set: unknown[] = [];
    const input = { setAttribute: (...attribute: [string, string]) => set.push(attribute) };
    const { ref } = drawn.properties as { ref: (box: object | null) => void };
    ref({ querySelector: () => input });
    ref(null);
    expect(set).toEqual([['placeholder', 'Find operations']]);
  });
});

it('shows the duration of the request itself', () => {
  const url = 'http://localhost/v1/things';
  const shown: unknown[] = [];
  const { setResponse } = open().options.plugins[1]().statePlugins.spec.wrapActions;
  const show = setResponse((...given) => shown.push(given));
  const timings = jest.spyOn(performance, 'getEntriesByName');
  const cleared = jest.spyOn(performance, 'clearResourceTimings').mockReturnValue();
  timings.mockReturnValueOnce([{ duration: 900 }, { duration: 12.4 }] as never[]);
  show('/v1/things', 'get', { url, duration: 480 });
  expect(timings).toHaveBeenLastCalledWith(url);
  expect(cleared).toHaveBeenCalledTimes(1);
  timings.mockReturnValueOnce([]);
  show('/v1/things', 'get', { url, duration: 480 });
  expect(shown).toEqual([
    ['/v1/things', 'get', { url, duration: 12 }],
    ['/v1/things', 'get', { url, duration: 480 }],
  ]);
});
