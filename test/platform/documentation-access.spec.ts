import { adminEmail, adminPassword, type BureauProcess, startApi } from '../support/bureau-process.js';
import { signIn } from '../support/bureau-session.js';
import { createDatabase, provided, type TestDatabase } from '../support/database.js';

jest.setTimeout(60_000);

const shop = 'https://shop.example.com';

let database: TestDatabase;
const processes: BureauProcess[] = [];

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await Promise.all(processes.map((one) => one.stop()));
  await database?.drop();
});

async function start(settings: Record<string, string>): Promise<BureauProcess> {
  const api = await startApi({ DATABASE_URL: database.url, ...settings });
  processes.push(api);
  return api;
}

const get = (baseUrl: string, path: string, headers = {}) =>
  fetch(`${baseUrl}${path}`, { headers, redirect: 'manual' });
const basic = (email: string, password: string) => ({
  Authorization: `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`,
});

/** What tells of operations: the page asks for the second by itself. */
const describing = ['/docs', '/docs/swagger-ui-init.js', '/openapi.json'];

it('is open to everybody unless the settings say', async () => {
  const baseUrl = provided('TEST_BASE_URL');
  expect(await Promise.all(describing.map(async (path) => (await get(baseUrl, path)).status))).toEqual([200, 200, 200]);
  expect((await get(baseUrl, '/')).headers.get('location')).toBe('/docs');
});

describe('for those who can sign in', () => {
  let baseUrl: string;
  let accessToken: string;

  beforeAll(async () => {
    const api = await start({ DOCS: 'authenticated', CORS_ORIGINS: shop });
    ({ baseUrl } = api);
    ({ accessToken } = (await signIn(api)).sessionTokens);
  });

  it.each(describing)('%s asks who is there', async (path) => {
    const answer = await get(baseUrl, path);
    expect(answer.status).toBe(401);
    // What makes a browser ask its user.
    expect(answer.headers.get('www-authenticate')).toBe('Basic realm="Bureau API", charset="UTF-8"');
    expect(await answer.text()).not.toMatch(/"paths"|listAccounts/);
    expect((await fetch(`${baseUrl}${path}`, { method: 'HEAD' })).status).toBe(401);
  });

  it.each(['/docs/', '/docs/index.html', '/docs/./swagger-ui-init.js', '//docs', '/docs%2Fswagger-ui-init.js'])(
    '%s is no way around it',
    async (path) => {
      const answer = await get(baseUrl, path);
      expect(await answer.text()).not.toContain('listAccounts');
      expect(answer.status).toBeGreaterThanOrEqual(400);
    },
  );

  it.each(describing)('%s is shown to a person with password, and to a program with a token', async (path) => {
    for (const headers of [basic(adminEmail, adminPassword), { Authorization: `Bearer ${accessToken}` }]) {
      const answer = await get(baseUrl, path, headers);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it.each([
    ['a wrong password', basic(adminEmail, 'not the password')],
    ['an unknown person', basic('nobody@example.com', adminPassword)],
    ['no password', { Authorization: `Basic ${Buffer.from(adminEmail).toString('base64')}` }],
    ['rubbish', { Authorization: 'Basic %%%' }],
    ['a token that is none', { Authorization: 'Bearer a.b.c' }],
  ])('is not shown to %s', async (_, headers) => {
    expect((await get(baseUrl, '/openapi.json', headers)).status).toBe(401);
  });

  it('lets a password open the description only', async () => {
    const answer = await get(baseUrl, '/v1/accounting/accounts', basic(adminEmail, adminPassword));
    expect(answer.status).toBe(401);
  });

  it('the parts of the page that tell nothing are there, and the way to it', async () => {
    expect((await get(baseUrl, '/docs/swagger-ui-bundle.js')).status).toBe(200);
    expect((await get(baseUrl, '/')).headers.get('location')).toBe('/docs');
  });

  it('pages of an allowed origin may call the API, and no others', async () => {
    const preflight = (origin: string) =>
      fetch(`${baseUrl}/v1/accounting/journal-entries`, {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization,idempotency-key',
        },
      });
    const allowed = await preflight(shop);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, shop]);
    const refused = await preflight('https://evil.example.com');
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([405, null]);
    const answer = await get(baseUrl, '/v1/accounting/accounts', {
      Origin: shop,
      Authorization: `Bearer ${accessToken}`,
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, shop]);
    expect(answer.headers.get('access-control-expose-headers')).toContain('Request-Id');
  });
});

describe('that is off', () => {
  it('is nowhere, and nothing leads there', async () => {
    const { baseUrl } = await start({ DOCS: 'off' });
    const paths = [...describing, '/docs/swagger-ui-bundle.js', '/'];
    const answers = await Promise.all(paths.map(async (path) => (await get(baseUrl, path)).status));
    expect(answers).toEqual(paths.map(() => 404));
    expect((await get(baseUrl, '/health/ready')).status).toBe(200);
  });
});

it('every answer carries what browsers need to be careful', async () => {
  const baseUrl = provided('TEST_BASE_URL');
  for (const path of ['/docs', '/openapi.json', '/health/ready', '/v1/accounting/accounts', '/nothing']) {
    const { headers } = await get(baseUrl, path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(headers.get('x-powered-by')).toBeNull();
  }
});
