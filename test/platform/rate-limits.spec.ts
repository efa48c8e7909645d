import { type BureauProcess, adminEmail, adminPassword, startApi } from '../support/bureau-process.js';
import { createDatabase, type TestDatabase } from '../support/database.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let api: BureauProcess;

beforeAll(async () => {
  database = await createDatabase();
  api = await startApi({
    DATABASE_URL: database.url,
    TRUSTED_PROXIES: '127.0.0.1',
    RATE_LIMIT_CREDENTIAL: '5',
    RATE_LIMIT_ORGANIZATION: '8',
    RATE_LIMIT_ADDRESS: '3',
  });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const at = (path: string) => `${api.baseUrl}${path}`;
const account = '/v1/auth/sessions';

function signIn(address: string): Promise<Response> {
  return fetch(at('/v1/auth/login'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': address },
    body: JSON.stringify({ email: adminEmail, password: adminPassword }),
  });
}

async function tokenFrom(address: string): Promise<string> {
  const { accessToken } = (await (await signIn(address)).json()) as { accessToken: string };
  return accessToken;
}

const ask = (token: string, address = '198.51.100.1') =>
  fetch(at(account), { headers: { Authorization: `Bearer ${token}`, 'X-Forwarded-For': address } });

async function statuses(times: number, asked: () => Promise<Response>): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time++) found.push((await asked()).status);
  return found;
}

it('serves a credential its quota, an organization that of all its credentials, and says what is left', async () => {
  const [one, other] = [await tokenFrom('192.0.2.1'), await tokenFrom('192.0.2.2')];
  const first = await ask(one);
  expect(first.headers.get('RateLimit-Policy')).toBe('"credential";q=5;w=60, "organization";q=8;w=60');
  expect(first.headers.get('RateLimit')).toMatch(/^"credential";r=4;t=\d+, "organization";r=7;t=\d+$/);
  expect(await statuses(4, () => ask(one))).toEqual([200, 200, 200, 200]);

  const refused = await ask(one);
  const seconds = Number(refused.headers.get('Retry-After'));
  expect(refused.status).toBe(429);
  expect(seconds).toBeGreaterThan(0);
  expect(refused.headers.get('RateLimit')).toBe(`"credential";r=0;t=${seconds}`);
  expect(await refused.json()).toMatchObject({
    status: 429,
    code: 'too_many_requests',
    detail: `This credential has sent too many requests: 5 a minute are served. Try again in ${seconds} s.`,
  });

  // What was refused did not count for the organization, of whose eight three are left.
  expect(await statuses(4, () => ask(other))).toEqual([200, 200, 200, 429]);
  expect((await ask(other)).headers.get('RateLimit')).toMatch(/^"credential";r=0;t=\d+, "organization";r=0;t=\d+$/);
});

it('bounds those without a valid credential by address, whatever they ask', async () => {
  const stranger = '203.0.113.9';
  expect((await signIn(stranger)).status).toBe(200);
  expect(await statuses(3, () => ask('no.valid.token', stranger))).toEqual([401, 401, 429]);
  expect((await signIn(stranger)).status).toBe(429);
  expect((await ask('no.valid.token', '203.0.113.10')).status).toBe(401);
});

it('counts all addresses of an IPv6 network as one', async () => {
  const [host, neighbour, stranger] = ['2001:db8::1', '2001:db8::ffff:2', '2001:db8:0:1::1'];
  expect(await statuses(3, () => ask('no.valid.token', host))).toEqual([401, 401, 401]);
  expect((await ask('no.valid.token', neighbour)).status).toBe(429);
  expect((await ask('no.valid.token', stranger)).status).toBe(401);
});

it('does not make those wait who share an address with strangers', async () => {
  const address = '203.0.113.20';
  const token = await tokenFrom('192.0.2.3');
  expect(await statuses(4, () => ask('no.valid.token', address))).toEqual([401, 401, 401, 429]);
  // The organization has used up its quota above: it is refused as itself, not as a stranger.
  const answer = await ask(token, address);
  expect(answer.headers.get('RateLimit-Policy')).toContain('"credential"');
});

it('answers whoever watches the process as often as they ask', async () => {
  const answer = await fetch(at('/health/live'));
  expect(answer.headers.get('RateLimit')).toBeNull();
  expect(await statuses(5, () => fetch(at('/health/live')))).toEqual(Array(5).fill(200));
});
