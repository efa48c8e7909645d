import type { OpenAPIObject } from '@nestjs/swagger';
import type { Operation, Parameter } from './described-api.js';
import { tryOutDocument } from './try-out-document.js';

const id = '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64';
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = (example: string) => ({ type: 'string', example });

const schemas = {
  Kind: { type: 'string', enum: ['asset', 'income'] },
  DateFilter: {
    type: 'object',
    properties: { eq: text('2026-01-31'), ne: text('2026-01-31'), gte: text('2026-01-31') },
  },
  SignIn: {
    type: 'object',
    required: ['email', 'password'],
    properties: {
      email: text('anna@example.com'),
      password: { type: 'string', format: 'password', example: '••••' },
      organizationId: text(id),
    },
  },
  Part: { type: 'object', properties: { code: text('1930'), amount: text('1.00') } },
  Maker: { type: 'object', required: ['name'], properties: { name: text('Berg'), town: text('Oslo') } },
  Thing: {
    type: 'object',
    required: ['kind', 'name', 'maker', 'former', 'parts', 'post'],
    properties: {
      id: text(id),
      name: text('Chair'),
      kind: { allOf: [ref('Kind')], example: 'asset' },
      maker: ref('Maker'),
      former: { anyOf: [ref('Maker'), { type: 'null' }] },
      parts: { type: 'array', minItems: 2, items: ref('Part') },
      post: { type: 'boolean', example: false },
    },
  },
  Bulk: {
    type: 'object',
    required: ['things'],
    properties: { things: { type: 'array', minItems: 1, items: ref('Thing') } },
  },
  Note: { type: 'object', properties: { reason: text('It is broken'), on: text('2026-01-31') } },
};

const body = (name: string, types = ['application/json'], description?: string) => ({
  required: true,
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: ref(name) }])),
});
const query = (name: string, field: object) => ({
  in: 'query',
  name,
  description: 'Things.',
  required: false,
  ...field,
});
const parameters = [
  query('code', { style: 'form', explode: false, schema: { type: 'array', items: text('1'), example: ['19', '20'] } }),
  query('kind', { style: 'form', explode: false, schema: { type: 'array', items: ref('Kind') }, example: ['asset'] }),
  query('active', { schema: { type: 'boolean', example: true } }),
  query('boughtOn', { style: 'deepObject', explode: true, schema: ref('DateFilter') }),
  query('limit', { schema: { type: 'integer', default: 50, example: 20 } }),
  query('ownerId', { schema: text(id) }),
  query('asOf', { required: true, schema: text('2026-12-31') }),
];
const headers = {
  key: { in: 'header', name: 'Idempotency-Key', description: 'A key.', required: true, schema: text('5f0b7f2e') },
  match: { in: 'header', name: 'If-Match', description: 'The ETag.', required: true, schema: text('"7"') },
  known: { $ref: '#/components/parameters/IfNoneMatch' },
};
const inPath = { in: 'path', name: 'id', description: 'Id.', required: true, example: id, schema: { type: 'string' } };

const document = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1.0.0', description: 'All things.' },
  servers: [{ url: '/' }],
  components: {
    schemas,
    parameters: {
      IfNoneMatch: { in: 'header', name: 'If-None-Match', description: 'Known.', required: false, schema: text('"7"') },
    },
    responses: { NotFound: { description: 'None.', headers: {}, content: { 'application/problem+json': {} } } },
  },
  paths: {
    '/things': {
      get: { operationId: 'listThings', parameters, responses: {} },
      post: { operationId: 'createThing', parameters: [headers.key], requestBody: body('Thing'), responses: {} },
    },
    '/things/{id}': {
      get: { operationId: 'getThing', parameters: [inPath, headers.known], responses: {} },
      patch: {
        operationId: 'updateThing',
        parameters: [inPath, headers.match],
        requestBody: body('Note', ['application/merge-patch+json', 'application/json'], 'What changes.'),
        responses: {},
      },
    },
    '/things/{id}/close': { post: { operationId: 'closeThing', requestBody: body('Note'), responses: {} } },
    '/things/bulk': { post: { operationId: 'createThings', requestBody: body('Bulk'), responses: {} } },
    '/things/file': {
      post: {
        operationId: 'importThings',
        requestBody: { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
        responses: {},
      },
    },
    '/sign-in': { post: { operationId: 'signIn', requestBody: body('SignIn'), responses: {} } },
  },
} as unknown as OpenAPIObject;

const firstParts = [{ code: '1930', amount: '1.00' }, { code: '2081' }];
const prepared = tryOutDocument(document, { 'Thing.parts': firstParts });
const operation = (path: string, method: 'get' | 'post' | 'patch') => prepared.paths[path]![method] as Operation;
const listed = (name: string) => operation('/things', 'get').parameters!.find((one) => one.name === name);
const bodyOf = (path: string, method: 'post' | 'patch' = 'post') => operation(path, method).requestBody!;
const exampleOf = (path: string) => bodyOf(path).content['application/json']!.example;

it('leaves the document as it is', () => {
  const before = JSON.stringify(document);
  tryOutDocument(document, { 'Thing.parts': firstParts });
  expect(JSON.stringify(document)).toBe(before);
});

describe('a parameter', () => {
  it.each<[string, Partial<Parameter> | undefined]>([
    ['kind', { schema: { type: 'array', items: ref('Kind') }, description: 'Things. Example: `asset`.' }],
    ['active', { schema: { type: 'boolean' }, description: 'Things.' }],
    ['limit', { schema: { type: 'integer', default: 50 }, description: 'Things.' }],
    ['ownerId', { schema: { type: 'string' }, description: 'Things.' }],
  ])('%s starts empty or with its default, and tells a short example', (name, expected) => {
    expect(listed(name)).toMatchObject({ ...expected, required: false });
    expect(listed(name)).not.toHaveProperty('example');
    expect(listed(name)!.schema).not.toHaveProperty('example');
  });

  it('that lists values is typed as it is sent', () => {
    expect(listed('code')).toMatchObject({ schema: { type: 'string' }, description: 'Things. Example: `19,20`.' });
  });

  it('that is an object of operators is a field for each', () => {
    const fields = operation('/things', 'get').parameters!.filter(({ name }) => name!.startsWith('boughtOn'));
    const field = { in: 'query', required: false, schema: { type: 'string' } };
    expect(fields).toEqual([
      { ...field, name: 'boughtOn', description: 'Things.' },
      { ...field, name: 'boughtOn[ne]', description: 'Anything but this.' },
      { ...field, name: 'boughtOn[gte]', description: 'From this on.' },
    ]);
  });

  it('that a query requires keeps its example', () => {
    expect(listed('asOf')).toEqual((parameters as Parameter[]).find(({ name }) => name === 'asOf'));
  });

  it('that names a record or its version stays required and starts empty', () => {
    const [path, match] = operation('/things/{id}', 'patch').parameters!;
    expect(path).toEqual({ in: 'path', name: 'id', description: 'Id.', required: true, schema: { type: 'string' } });
    expect(match).toMatchObject({
      required: true,
      description: 'The ETag. Example: `"7"`.',
      schema: { type: 'string' },
    });
    expect(match!.schema).not.toHaveProperty('example');
  });

  it('that operations share starts empty as well', () => {
    expect(operation('/things/{id}', 'get').parameters![1]).toEqual({
      in: 'header',
      name: 'If-None-Match',
      description: 'Known. Example: `"7"`.',
      required: false,
      schema: { type: 'string' },
    });
  });

  it('that is the key of a command may be left empty', () => {
    const [key] = operation('/things', 'post').parameters!;
    expect(key).toEqual({
      in: 'header',
      name: 'Idempotency-Key',
      description: 'A key. Left empty, every Execute sends a new one.',
      required: false,
      schema: { type: 'string' },
    });
  });
});

describe('a body', () => {
  const thing = {
    name: 'Chair',
    kind: 'asset',
    maker: { name: 'Berg' },
    former: { name: 'Berg' },
    parts: firstParts,
    post: false,
  };

  it('starts with what is required, in the order of the schema, and names the rest', () => {
    expect(Object.entries(exampleOf('/things') as object)).toEqual(Object.entries(thing));
    expect(bodyOf('/things').description).toBe('May also have `id`.');
  });

  it('holds as many elements of a list as it takes, each in the same way', () => {
    expect(exampleOf('/things/bulk')).toEqual({ things: [thing] });
    expect(bodyOf('/things/bulk').description).toBeUndefined();
    const plain = tryOutDocument(document).paths['/things']!.post as Operation;
    expect(plain.requestBody!.content['application/json']!.example).toMatchObject({ parts: [{}, {}] });
  });

  it('is empty where nothing is required', () => {
    expect(exampleOf('/things/{id}/close')).toEqual({});
    expect(bodyOf('/things/{id}/close').description).toBe('May have `reason`, `on`.');
  });

  it('that is a patch shows one change, under each of its types', () => {
    expect(bodyOf('/things/{id}', 'patch')).toMatchObject({
      description: 'What changes. May also have `on`.',
      content: {
        'application/merge-patch+json': { example: { reason: 'It is broken' } },
        'application/json': { example: { reason: 'It is broken' } },
      },
    });
  });

  it('leaves passwords to be typed', () => {
    expect(exampleOf('/sign-in')).toEqual({ email: 'anna@example.com', password: '' });
  });

  it('that is a file is left alone', () => {
    expect(bodyOf('/things/file')).toEqual(document.paths['/things/file']!.post!.requestBody);
  });

  it.each(['Thing.pieces', 'Nothing.parts', 'Thing'])('is not started from %s, which there is not', (name) => {
    expect(() => tryOutDocument(document, { [name]: [] })).toThrow(`no field ${name}`);
  });

  it('is not made up where an example is missing', () => {
    const broken = structuredClone(document);
    Object.assign(broken.components!.schemas!.Maker!, { properties: { name: { type: 'string' } } });
    expect(() => tryOutDocument(broken)).toThrow('the required field Maker.name has no example');
  });
});

it('leaves out what is in the way: the one server, and the same refusal below every answer', () => {
  expect(prepared).not.toHaveProperty('servers');
  expect(prepared.components!.responses).toEqual({ NotFound: { description: 'None.' } });
});

it('says on top what the page does', () => {
  expect(prepared.info.description).toMatch(/^All things\.\n\nOn this page, `signIn` authorizes/);
});
