import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { id, sendTo, startThings } from './things.fixture.js';

const shop = 'https://shop.example.com';
const portal = 'http://localhost:5173';

let app: NestFastifyApplication;
afterEach(() => app.close());

const namesIn = (header: unknown) => String(header).toLowerCase().split(', ');

describe('with origins', () => {
  beforeEach(async () => {
    app = await startThings({ allowedOrigins: [shop, portal] });
  });
  const ask = (origin: string | undefined, headers = {}) =>
    sendTo(app, `/things/id/${id}`, { headers: { ...headers, ...(origin ? { origin } : {}) } });
  const preflight = (origin: string) =>
    sendTo(app, `/things/id/${id}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,content-type,if-match,idempotency-key',
      },
    });

  it.each([shop, portal])('a page of %s may call and read what it needs', async (origin) => {
    const { status, headers } = await ask(origin);
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(namesIn(headers['access-control-expose-headers'])).toEqual(
      expect.arrayContaining(['request-id', 'etag', 'link', 'idempotent-replayed', 'location']),
    );
    expect(headers.vary).toBe('Origin');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('its preflight is answered, before any sign-in', async () => {
    const { status, headers, text } = await preflight(shop);
    expect([status, text]).toEqual([204, '']);
    expect(headers['access-control-allow-origin']).toBe(shop);
    expect(namesIn(headers['access-control-allow-methods'])).toEqual(
      expect.arrayContaining(['get', 'post', 'patch', 'put', 'delete']),
    );
    expect(namesIn(headers['access-control-allow-headers'])).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'if-match', 'if-none-match', 'idempotency-key']),
    );
    expect(Number(headers['access-control-max-age'])).toBeGreaterThan(0);
    expect(headers).toHaveProperty('request-id');
  });

  it('refusals can be read as well', async () => {
    const { status, headers } = await sendTo(app, '/nothing', { headers: { origin: shop } });
    expect([status, headers['access-control-allow-origin']]).toEqual([404, shop]);
  });

  it.each([
    'https://evil.example.com',
    'https://shop.example.com.evil.example',
    'https://shop.example.com:8443',
    'http://shop.example.com',
    'HTTPS://SHOP.EXAMPLE.COM',
    'null',
  ])('a page of %s may not', async (origin) => {
    for (const { headers } of [await ask(origin), await preflight(origin)]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      // A cache must not give the answer to a page that may.
      expect(headers.vary).toBe('Origin');
    }
    expect((await preflight(origin)).status).toBe(405);
  });

  it('whoever is no page is answered as ever', async () => {
    const { status, headers } = await ask(undefined);
    expect([status, headers['access-control-allow-origin'], headers.vary]).toEqual([200, undefined, 'Origin']);
    const options = await sendTo(app, '/things', { method: 'OPTIONS', headers: { origin: shop } });
    expect(options.status).toBe(405);
  });
});

it('without origins nothing of it is there', async () => {
  app = await startThings();
  const { headers } = await sendTo(app, '/things/context', { headers: { origin: shop } });
  expect(Object.keys(headers).filter((name) => /^access-control-|^vary$/.test(name))).toEqual([]);
});
