import { badParameters, brokenEscapes, unknownParameters } from './bad-texts.js';
import { badIds, spaced } from './bad-values.js';
import { smallFile } from './furnished.js';
import { type Operation, takesHeader } from './operations.js';
import { Sparing, verification } from '../security/verification.js';
import { type Case, expectRefused, Trial } from './trial.js';
import { problemIn, type Sent } from './wire.js';

// Thousands of requests, more with every operation.
jest.setTimeout(600_000);

let trial: Trial;
let all: Operation[];

beforeAll(async () => {
  trial = await Trial.begin();
  // Sign-out has nothing that could be refused, and would end the session.
  all = trial.operations.all.filter(({ id }) => id !== 'signOut');
});
afterEach(() => trial.assertUntouched());
afterAll(() => trial.end(`bad parameters to ${all.length} operations`));

/** The operation with a body that is not refused for its shape, so that what is refused is the parameter. */
function request(operation: Operation, headers?: Record<string, string>): Sent {
  const { body, fileType } = operation;
  if (fileType) return trial.untouched.request(operation, smallFile(operation), headers);
  const example = body && JSON.stringify(trial.operations.exampleOf(body));
  return trial.untouched.request(operation, example, headers);
}

function withQuery(operation: Operation, query: string, pointer?: string): Case {
  const sent = request(operation);
  const expected = { statuses: [400], pointer, documented: operation.statuses };
  return { sent: { ...sent, path: `${sent.path}?${query}` }, expected };
}

const queryOf = ({ parameters }: Operation) => parameters.filter((parameter) => parameter.in === 'query');

it('knows lists with filters', () => {
  const lists = all.filter((operation) => queryOf(operation).some(({ name }) => name === 'after'));
  expect(lists.length).toBeGreaterThanOrEqual(7);
});

describe('a query parameter', () => {
  it('is refused with any text that is not of its type, alone and among good ones', async () => {
    const tried = new Sparing();
    const cases = all.flatMap((operation) =>
      queryOf(operation).flatMap((parameter) =>
        badParameters(trial.operations, parameter).flatMap(({ key, texts }) =>
          // Every text for every kind of parameter, and some for every parameter.
          texts
            .filter((text) => tried.takes(JSON.stringify([parameter.schema, text]), `${operation.id} ${key}`))
            .map((text) => {
              const query = `${encodeURIComponent(key).replace(/%5B(\w+)%5D/, '[$1]')}=${encodeURIComponent(text)}`;
              return withQuery(operation, query, text.includes('\0') ? undefined : `?${key}`);
            }),
        ),
      ),
    );
    await expectRefused(trial, cases, 1000);
  });

  it('that does not exist is refused everywhere', async () => {
    const tried = new Sparing();
    const cases = all.flatMap((operation) =>
      unknownParameters.filter((query) => tried.takes(query, operation.id)).map((query) => withQuery(operation, query)),
    );
    await expectRefused(trial, cases, 400);
    for (const { received } of await trial.wire.sendAll(cases.slice(0, 200))) {
      expect(problemIn(received)?.errors[0]?.pointer).toMatch(/^\?/);
    }
  });

  it('that asks for a rehearsal is refused where there is none', async () => {
    const without = all.filter((operation) => queryOf(operation).every(({ name }) => name !== 'dryRun'));
    await expectRefused(
      trial,
      without.map((operation) => withQuery(operation, 'dryRun=true', '?dryRun')),
      30,
    );
  });

  it('is refused when it is given twice', async () => {
    const cases = all.flatMap((operation) =>
      queryOf(operation).map(({ name, schema }) => {
        const { properties } = trial.operations.resolve(schema);
        const key = properties ? `${name}[eq]` : name;
        return withQuery(operation, `${key}=1&${key}=1`, `?${key}`);
      }),
    );
    await expectRefused(trial, cases, 50);
  });

  it.each(brokenEscapes)('is refused when it is written %s', async (text) => {
    const cases = all.flatMap((operation, at) => {
      const queries = [`${text}=1`, `limit=${text}`, text];
      const chosen = verification.isLong ? queries : [queries[at % queries.length]!];
      return chosen.map((query) => withQuery(operation, query));
    });
    await expectRefused(trial, cases, 90);
  });

  it('may not be longer than the address may be', async () => {
    const cases = all.map((operation) => withQuery(operation, `name=${'a'.repeat(20_000)}`));
    const tooLong = cases.map(({ sent }) => ({ sent, expected: { statuses: [414, 431] } }));
    await expectRefused(trial, tooLong, 30);
  });
});

describe('a cursor', () => {
  const list = '/v1/accounting/accounts';
  const get = async (path: string) => (await trial.untouched.actor.get(path)).body;

  it('holds for the list, the filters and the sort that it was answered for, and as a whole', async () => {
    const first = await get(`${list}?limit=1&sort=-code&type=asset,equity`);
    const cursor: string = first.page.next;
    const following = await get(`${list}?limit=1&sort=-code&type=equity,asset&after=${cursor}`);
    expect(following.data).toHaveLength(1);
    expect(following.data[0].id).not.toBe(first.data[0].id);

    const changed = Array.from(
      cursor,
      (letter, at) => cursor.slice(0, at) + (letter === 'A' ? 'B' : 'A') + cursor.slice(at + 1),
    );
    const queries = [
      ...[...changed, `${cursor}=`, `${cursor}A`, cursor.slice(1), cursor.slice(0, -1), cursor.toLowerCase()].map(
        (one) => `${list}?limit=1&sort=-code&type=asset,equity&after=${one}`,
      ),
      `${list}?limit=1&sort=code&type=asset,equity&after=${cursor}`,
      `${list}?limit=1&type=asset,equity&after=${cursor}`,
      `${list}?limit=1&sort=-code&type=asset&after=${cursor}`,
      `${list}?limit=1&sort=-code&type[ne]=asset,equity&after=${cursor}`,
      `${list}?limit=1&sort=-code&after=${cursor}`,
      `/v1/accounting/journals?limit=1&sort=-code&after=${cursor}`,
    ];
    const headers = { Authorization: `Bearer ${trial.untouched.actor.accessToken}` };
    const cases = queries.map((path) => ({
      sent: { method: 'GET', path, headers },
      expected: { statuses: [400], pointer: '?after' },
    }));
    await expectRefused(trial, cases, 50);
  });
});

describe('an id in the path', () => {
  const ids = [
    ...badIds,
    'null',
    'undefined',
    '*',
    '0',
    '-1',
    'true',
    '{id}',
    ':id',
    '%',
    '%%',
    "' OR 1=1 --",
    'é',
    '💶',
  ];
  const within = ({ path }: Operation, text: string) => path.replace(/\{\w+\}/, text);

  it('is refused when it is none', async () => {
    const cases = all
      .filter(({ path }) => path.includes('{'))
      .flatMap((operation) =>
        ids.map((id) => ({
          sent: { ...request(operation), path: within(operation, encodeURIComponent(id)) },
          expected: { statuses: [400], pointer: /\{\w+\}/.exec(operation.path)![0], documented: operation.statuses },
        })),
      );
    await expectRefused(trial, cases, 200);
  });

  it('is refused when it is no text, or a very long one', async () => {
    const cases = all
      .filter(({ path }) => path.includes('{'))
      .flatMap((operation) => [
        ...brokenEscapes.map((text) => ({
          sent: { ...request(operation), path: within(operation, text) },
          expected: { statuses: [400] },
        })),
        {
          sent: { ...request(operation), path: within(operation, 'a'.repeat(201)) },
          expected: { statuses: [414] },
        },
      ]);
    await expectRefused(trial, cases, 100);
  });
});

describe('a header field', () => {
  const taking = (name: string) => all.filter((operation) => takesHeader(operation, name));
  const refused = (
    operation: Operation,
    headers: Record<string, string>,
    statuses: number[],
    pointer?: string,
  ): Case => ({
    sent: request(operation, headers),
    expected: { statuses, pointer, documented: operation.statuses },
  });

  it('If-Match has to be one strong ETag', async () => {
    const tags = [
      ...spaced(
        `* W/"1" 1 "1 1" '1' "" "0" "01" "-1" "1.0" "1e0" "x" "1","2" "12345678901" "9007199254740993" "\u00e9"`,
      ),
      '"1", "1"',
      '"1"; x',
      '" 1"',
      ' ',
    ];
    const cases = taking('If-Match').flatMap((operation) =>
      tags.map((tag) => refused(operation, { 'If-Match': tag }, [400], 'If-Match')),
    );
    await expectRefused(trial, cases, 100);
  });

  it('If-Match has to be there, and of the version that is', async () => {
    const cases = taking('If-Match').flatMap((operation) => {
      const { 'If-Match': _, ...headers } = request(operation).headers as Record<string, string>;
      return [
        { ...refused(operation, {}, [428], 'If-Match'), sent: { ...request(operation), headers } },
        refused(operation, { 'If-Match': '"999999"' }, [412]),
      ];
    });
    await expectRefused(trial, cases, 10);
  });

  it('Idempotency-Key has to be visible ASCII, and there where something is posted', async () => {
    const keys = ['', ' ', 'a b', 'a\tb', 'é', 'a'.repeat(256), 'a,b c'];
    const cases = taking('Idempotency-Key').flatMap((operation) => {
      const { 'Idempotency-Key': _, ...headers } = request(operation).headers as Record<string, string>;
      const { parameters } = operation;
      const isRequired = parameters.some(({ name, required }) => name === 'Idempotency-Key' && required);
      const missing = { ...refused(operation, {}, [400], 'Idempotency-Key'), sent: { ...request(operation), headers } };
      const twice = Object.entries({ ...headers, 'Idempotency-Key': 'a' }).flat();
      return [
        ...keys.map((key) => refused(operation, { 'Idempotency-Key': key }, [400], 'Idempotency-Key')),
        { ...missing, sent: { ...request(operation), headers: [...twice, 'Idempotency-Key', 'b'] } },
        ...(isRequired ? [missing] : []),
      ];
    });
    await expectRefused(trial, cases, 80);
  });
});
