import { isDeepStrictEqual } from 'node:util';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { newId } from '#kernel/id.js';
import { asOwner } from '../support/owner.js';
import { provision } from '../support/provision.js';
import { verification } from '../security/verification.js';
import { bearer, Door, READING, type SignedIn } from './door.js';
import { type Claims, forgedByInsiders, forgedByOutsiders, genuine } from './forged-tokens.js';
import { type KeptRows, keptRows } from './kept-rows.js';
import { Operations } from './operations.js';
import { problemIn, type Received, type Sent, Wire } from './wire.js';

let wire: Wire;
let session: SignedIn;
let claims: Claims;
let before: KeptRows;

const kept = () => asOwner((owner) => keptRows(owner, session.organizationId));

beforeAll(async () => {
  wire = new Wire();
  const { email } = await provision();
  session = await new Door(wire).tokens(email);
  const { sub, sid } = decodeJwt(session.accessToken);
  claims = { sub: sub!, sid: sid as string };
  before = await kept();
});
afterAll(() => {
  console.log(`${wire.count} requests, most of them with forged tokens`);
  wire.close();
});

type Headers = NonNullable<Sent['headers']>;

const reading = (headers: Headers): Sent => ({ method: 'GET', path: READING, headers });
const writing = (headers: Headers): Sent => {
  const others = { 'Content-Type': 'application/json', 'Idempotency-Key': newId() };
  const body = JSON.stringify({ name: 'Forged company', functionalCurrency: 'EUR' });
  const all = Array.isArray(headers) ? [...headers, ...Object.entries(others).flat()] : { ...headers, ...others };
  return { method: 'POST', path: READING, headers: all, body };
};

/** 401 as a problem that says how to come in, and nothing else. */
const shownBy = (received: Received) => [
  received.status,
  problemIn(received)?.code,
  received.headers['www-authenticate']?.split(' ')[0],
];
const shut = [401, 'unauthenticated', 'Bearer'];

/** Every one of them opens neither a read nor a write, and nothing is kept. */
async function expectShut(all: Record<string, Headers>): Promise<void> {
  for (const [name, headers] of Object.entries(all)) {
    for (const sent of [reading(headers), writing(headers)]) {
      expect([name, sent.method, shownBy(await wire.send(sent))]).toEqual([name, sent.method, shut]);
    }
  }
  expect(await kept()).toEqual(before);
}

const asBearers = (tokens: Record<string, string>) =>
  Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, bearer(token)]));

describe('an access token', () => {
  it('names the person and the session, for ten minutes, and tells of no permission', () => {
    const { iat, exp, ...rest } = decodeJwt(session.accessToken);
    expect(decodeProtectedHeader(session.accessToken)).toEqual({ alg: 'EdDSA', typ: 'at+jwt' });
    expect(rest).toEqual({ iss: 'bureau', aud: 'bureau-api', sub: session.userId, sid: expect.any(String) });
    expect(exp! - iat!).toBe(600);
    expect(Math.abs(iat! - Date.now() / 1000)).toBeLessThan(60);
  });

  it('that the tests make themselves is as good as one of the server, so that forgeries fail by what is forged', async () => {
    expect((await wire.send(reading(bearer(genuine(claims))))).status).toBe(200);
  });

  it.each(['Bearer', 'bearer', 'BEARER'])('is sent as %s: the case of the scheme does not count', async (scheme) => {
    expect((await wire.send(reading({ Authorization: `${scheme} ${session.accessToken}` }))).status).toBe(200);
  });
});

describe('no forged token opens anything', () => {
  it('of those that an outsider can make', async () => {
    const tokens = forgedByOutsiders(claims, session.accessToken);
    expect(Object.keys(tokens).length).toBeGreaterThanOrEqual(50);
    await expectShut(asBearers(tokens));
  });

  it('of those that another part of the program could make', async () => {
    const tokens = forgedByInsiders(claims);
    expect(Object.keys(tokens).length).toBeGreaterThanOrEqual(40);
    await expectShut(asBearers(tokens));
  });

  it('not even beside a request with a good one', async () => {
    const forged = forgedByInsiders(claims)['a session that is no id']!;
    const together = await Promise.all(
      Array.from({ length: 20 }, (_, at) => wire.send(reading(bearer(at % 2 === 0 ? forged : session.accessToken)))),
    );
    expect(together.map(({ status }) => status)).toEqual(
      Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 401 : 200)),
    );
  });
});

describe('no other way of sending a token opens anything', () => {
  it('in the header', async () => {
    const token = session.accessToken;
    const basic = Buffer.from(`admin:${token}`).toString('base64');
    const values = {
      empty: '',
      'the scheme only': 'Bearer',
      'no scheme': token,
      'another scheme': `Token ${token}`,
      Basic: `Basic ${basic}`,
      Digest: `Digest token="${token}"`,
      JWT: `JWT ${token}`,
      'a scheme that begins like it': `Bearer2 ${token}`,
      'a scheme that ends like it': `XBearer ${token}`,
      'a tab': `Bearer\t${token}`,
      'a comma': `Bearer,${token}`,
      'a colon': `Bearer: ${token}`,
      'an equals sign': `Bearer=${token}`,
      'nothing between': `Bearer${token}`,
      'quotation marks': `Bearer "${token}"`,
      'a letter in front of the scheme': `x Bearer ${token}`,
      'the scheme twice': `Bearer Bearer ${token}`,
      'a word behind': `Bearer ${token} x`,
      'two tokens': `Bearer ${token} ${token}`,
      'two credentials': `Bearer ${token}, Bearer ${token}`,
      'a parameter': `Bearer ${token};a=b`,
      'a no-break space': `Bearer\u00a0${token}`,
      'a no-break space in the token': `Bearer \u00a0${token}`,
      'a letter beyond ASCII': `Bearer ${token}\u00e9`,
    };
    await expectShut(
      Object.fromEntries(Object.entries(values).map(([name, Authorization]) => [name, { Authorization }])),
    );
  });

  it('in another header, or twice', async () => {
    const token = session.accessToken;
    const [good, bad] = [`Bearer ${token}`, 'Bearer x.y.z'];
    const names = spacedNames.map((name) => [name, { [name]: good }] as const);
    await expectShut({
      'no header at all': {},
      ...Object.fromEntries(names),
      'a cookie': { Cookie: `access_token=${token}; token=${token}; Authorization=${good}` },
      'a bad one before a good one': ['Authorization', bad, 'Authorization', good],
      'a good one before a bad one': ['Authorization', good, 'Authorization', bad],
      'a good one twice': ['Authorization', good, 'authorization', good],
    });
  });

  it('in the query or in the body', async () => {
    const token = session.accessToken;
    for (const query of [
      `access_token=${token}`,
      `token=${token}`,
      `authorization=Bearer%20${token}`,
      `jwt=${token}`,
    ]) {
      const answers = [
        await wire.send({ ...reading({}), path: `${READING}?${query}` }),
        await wire.send({ ...writing({}), path: `${READING}?${query}` }),
      ];
      for (const { status } of answers) expect([400, 401]).toContain(status);
    }
    const body = JSON.stringify({ name: 'Forged', functionalCurrency: 'EUR', access_token: token });
    expect(shownBy(await wire.send({ ...writing({}), body }))).toEqual(shut);
    expect(await kept()).toEqual(before);
  });

  const spacedNames = [
    'X-Access-Token',
    'X-Auth-Token',
    'X-Authorization',
    'Proxy-Authorization',
    'X-Api-Key',
    'Token',
  ];
});

it('every operation that is not public is shut to every forged token', async () => {
  const operations = (await Operations.read(wire)).all.filter(({ isPublic }) => !isPublic);
  const outside = Object.values(forgedByOutsiders(claims, session.accessToken));
  const inside = Object.values(forgedByInsiders(claims));
  // In the short form of those that are signed with our own key, which each operation would have to tell apart, only some.
  const tokens = [...outside, ...(verification.isLong ? inside : inside.slice(0, 4)), session.refreshToken];
  expect(tokens.length).toBeGreaterThanOrEqual(40);
  const cases = operations.flatMap(({ method, path }) =>
    tokens.map((token) => ({ sent: { method, path: path.replace(/\{\w+\}/, newId()), headers: bearer(token) } })),
  );
  expect(cases.length).toBeGreaterThanOrEqual(40 * 200);
  const answered = await wire.sendAll(cases);
  const opened = answered.filter(({ received }) => !isDeepStrictEqual(shownBy(received), shut));
  expect(opened.map(({ sent, received }) => [sent.method, sent.path, shownBy(received)])).toEqual([]);
  expect(await kept()).toEqual(before);
});
