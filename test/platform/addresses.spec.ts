import { newId } from '#kernel/id.js';
import { spaced } from './bad-values.js';
import { type Operation, pathOf } from './operations.js';
import { expectNoFaults } from './oracle.js';
import { expectRefused, Trial } from './trial.js';
import { problemIn, type Received, type Sent } from './wire.js';

let trial: Trial;
/** What asks for a token. */
let guarded: Operation[];

beforeAll(async () => {
  trial = await Trial.begin();
  guarded = trial.operations.all.filter(({ isPublic }) => !isPublic);
});
afterEach(() => trial.assertUntouched());
afterAll(() => trial.end('variants of addresses and methods'));

const own = (operation: Operation) => trial.untouched.request(operation).path;
const swapCase = (text: string) =>
  text.replace(/[a-z]/i, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));

/** Ways of writing an address that some part of some server takes for the address itself. */
const variants: Record<string, (path: string) => string> = {
  'as it is': (path) => path,
  'a slash behind': (path) => `${path}/`,
  'two slashes behind': (path) => `${path}//`,
  'two slashes in front': (path) => `/${path}`,
  'two slashes inside': (path) => path.replace('/v1/', '/v1//'),
  'a dot segment in front': (path) => `/.${path}`,
  'a dot segment inside': (path) => path.replace('/v1/', '/v1/./'),
  'a way up from a public one': (path) => `/health/live/../..${path}`,
  'an encoded way up from a public one': (path) => `/health/live/%2e%2e/%2e%2e${path}`,
  'a way up with encoded slashes': (path) => `/health/live%2f..%2f..${path}`,
  'a way up with backslashes': (path) => `/health\\live\\..\\..${path}`,
  'an encoded backslash': (path) => path.replace('/v1/', '/v1%5c'),
  'an encoded slash': (path) => path.replace('/v1/', '/v1%2f'),
  'a slash that is encoded twice': (path) => path.replace('/v1/', '/v1%252f'),
  'an encoded letter': (path) => path.replace('/v1/', '/%761/'),
  'an encoded dot': (path) => path.replace('/v1/', '/v1/%2e/'),
  'another case': (path) => path.replace('/v1/', '/V1/'),
  'another case inside': (path) => `${path.slice(0, 4)}${swapCase(path.slice(4))}`,
  'letters of full width': (path) => path.replace('v1', '%ef%bd%961'),
  'a matrix parameter': (path) => `${path};a=b`,
  'a matrix parameter inside': (path) => path.replace('/v1/', '/v1;a=b/'),
  'a blank behind': (path) => `${path}%20`,
  'a tab behind': (path) => `${path}%09`,
  'a line break behind': (path) => `${path}%0d%0a`,
  'a null character behind': (path) => `${path}%00`,
  'a null character and a file type': (path) => `${path}%00.json`,
  'a file type': (path) => `${path}.json`,
  'a fragment': (path) => `${path}#/health/live`,
  'a question mark': (path) => `${path}?`,
  'an encoded question mark': (path) => `${path}%3f`,
  'a host': (path) => `http://127.0.0.1${path}`,
  'a host and a user': (path) => `http://admin@localhost${path}`,
  'without its slash': (path) => path.slice(1),
  'an asterisk': () => '*',
};

/** Header fields that some proxies, frameworks and servers believe. */
const claims: Record<string, string>[] = [
  { 'X-HTTP-Method-Override': 'GET' },
  { 'X-HTTP-Method': 'GET' },
  { 'X-Method-Override': 'OPTIONS' },
  { 'X-Original-URL': '/health/live' },
  { 'X-Rewrite-URL': '/health/live' },
  { 'X-Forwarded-Prefix': '/health' },
  { 'X-Forwarded-For': '127.0.0.1' },
  { 'X-Forwarded-Host': 'localhost' },
  { 'X-Forwarded-User': 'admin' },
  { 'X-Remote-User': 'admin' },
  { 'X-User-Id': '1' },
  { 'X-Organization-Id': '1' },
  { Forwarded: 'for=127.0.0.1;proto=https' },
  { Host: 'localhost' },
  { Origin: 'null' },
  { Upgrade: 'h2c' },
];

const refusedStatuses = [400, 401, 404, 405, 414];

/** Neither an answer nor a way to one: no 2xx, no redirection, no defect. */
function faultOf(sent: Sent, received: Received): string | undefined {
  // Node.js answers what is no HTTP before any program of ours can.
  if (sent.method === 'HEAD')
    return refusedStatuses.includes(received.status) ? undefined : `${received.status} for ${sent.path}`;
  return trial.oracle.faultOf(sent, received, { statuses: refusedStatuses });
}

async function expectNoWayIn(cases: { sent: Sent }[], atLeast: number): Promise<void> {
  expect(cases.length).toBeGreaterThanOrEqual(atLeast);
  expectNoFaults((await trial.wire.sendAll(cases)).map(({ sent, received }) => faultOf(sent, received)));
}

describe('without a token', () => {
  it('no operation answers, neither to its own method nor to HEAD', async () => {
    const cases = guarded.flatMap((operation) => {
      const path = own(operation);
      return [operation.method, 'HEAD'].map((method) => ({ sent: { method, path } }));
    });
    const answered = await trial.wire.sendAll(cases);
    const statuses = answered.map(({ sent, received }) => [sent.method, sent.path, received.status]);
    expect(
      statuses.filter(
        ([method, , status]) => status !== 401 && !(method === 'HEAD' && (status === 404 || status === 405)),
      ),
    ).toEqual([]);
  });

  it.each(Object.keys(variants))('no address leads anywhere: %s', async (name) => {
    const cases = guarded.map((operation) => ({
      sent: { method: operation.method, path: variants[name]!(own(operation)) },
    }));
    await expectNoWayIn(cases, 30);
  });

  it.each(claims)('nobody is believed who says %j', async (headers) => {
    await expectNoWayIn(
      guarded.map((operation) => ({ sent: { method: operation.method, path: own(operation), headers } })),
      30,
    );
  });

  it('no file is given away beside the documentation', async () => {
    const paths = [
      ...spaced(
        '/docs/../package.json /docs/%2e%2e/package.json /docs/..%2fpackage.json /docs/....//package.json /docs/%00',
      ),
      ...spaced(
        '/docs/..%2f..%2f..%2f..%2fetc/passwd /docs/..%5c..%5cpackage.json /docs/swagger-ui.css/..%2f..%2f.env',
      ),
      ...spaced(
        '/package.json /.env /.git/config /dist/src/main.js /node_modules/pg/package.json /docs/.env /openapi.yaml',
      ),
    ];
    const cases = paths.map((path) => ({ sent: { method: 'GET', path } }));
    const answered = await trial.wire.sendAll(cases);
    const given = answered.filter(({ received }) => received.status < 400 || received.status >= 500);
    expect(given.map(({ sent, received }) => `${sent.path} ${received.status} ${received.text.slice(0, 80)}`)).toEqual(
      [],
    );
  });
});

describe('a method that an address does not have', () => {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH', 'REPORT'];
  const patterns = () =>
    trial.operations.all.map(({ method, path }) => {
      return { method, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) };
    });

  /** The methods of every operation whose address this is, `bulk` being an id to some. */
  const methodsOf = (path: string): string[] => {
    const found = patterns()
      .filter(({ pattern }) => pattern.test(path))
      .map(({ method }) => method);
    return [...new Set(found.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
  };

  it.each([
    ['with', true],
    ['without', false],
  ])('is refused naming those that it has, %s a token', async (_name, isSignedIn) => {
    const headers: Record<string, string> = isSignedIn
      ? { Authorization: `Bearer ${trial.untouched.actor.accessToken}` }
      : {};
    const paths = [...new Set(trial.operations.all.map((operation) => pathOf(operation, newId())))];
    const cases = paths.flatMap((path) => {
      const missing = methods.filter((method) => !methodsOf(path).includes(method));
      return missing.map((method) => ({ sent: { method, path, headers } }));
    });
    expect(cases.length).toBeGreaterThan(150);
    for (const { sent, received } of await trial.wire.sendAll(cases)) {
      expect([sent.method, sent.path, received.status, received.headers.allow]).toEqual([
        sent.method,
        sent.path,
        405,
        methodsOf(sent.path).join(', '),
      ]);
      expect(sent.method === 'HEAD' || problemIn(received)?.code === 'method_not_allowed').toBe(true);
    }
  });

  it('is none at all where there is no address', async () => {
    const paths = [
      '/v1',
      '/v1/',
      '/v2/accounting/accounts',
      '/v1/accounting',
      '/v1/accounting/accounts/x/y/z',
      '/graphql',
      '/metrics',
    ];
    const cases = paths.flatMap((path) => methods.map((method) => ({ sent: { method, path } })));
    const statuses = (await trial.wire.sendAll(cases)).map(({ received }) => received.status);
    expect(new Set(statuses)).toEqual(new Set([404]));
  });

  it('is told no more of a long address than the document promises', async () => {
    const paths = [5000, 12_000].map((length) => `/v1/${'a/'.repeat(length / 2)}`);
    await expectRefused(
      trial,
      paths.map((path) => ({ sent: { method: 'GET', path }, expected: { statuses: [404, 414] } })),
    );
  });
});
