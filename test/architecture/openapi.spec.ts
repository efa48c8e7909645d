import { breakingChanges } from '../../src/platform/http/openapi/breaking-changes.js';
import {
  type ApiDocument,
  committedDocument,
  type DocumentedOperation,
  type DocumentedSchema,
} from './openapi-document.js';
import { operationRules } from './openapi-operation-rules.js';
import { schemaRules } from './openapi-schema-rules.js';
import { preview } from './preview.js';

const rules = { ...operationRules, ...schemaRules };
let document: ApiDocument;

beforeAll(async () => {
  ({ document } = await preview());
});

it('is committed as the application answers it: npm run openapi', () => {
  expect(document).toEqual(committedDocument());
});

it('breaks no client of the committed document', () => {
  expect(breakingChanges(committedDocument(), document)).toEqual([]);
});

it.each(Object.entries(rules))('keeps the rule: %s', (_name, rule) => expect(rule(document)).toEqual([]));

type Fault = [told: string, plant: (document: ApiDocument) => unknown];

const operation = ({ paths }: ApiDocument, name: string): DocumentedOperation => {
  const [method = '', path = ''] = name.split(' ');
  return paths[path]![method.toLowerCase()] as DocumentedOperation;
};
const accounts = '/v1/accounting/accounts';
const list = (planted: ApiDocument) => operation(planted, `GET ${accounts}`);
const post = (planted: ApiDocument) => operation(planted, `POST ${accounts}`);
const get = (planted: ApiDocument) => operation(planted, `GET ${accounts}/{id}`);
const patch = (planted: ApiDocument) => operation(planted, `PATCH ${accounts}/{id}`);
const signIn = (planted: ApiDocument) => operation(planted, 'POST /v1/auth/login');
const without = (one: DocumentedOperation, name: string) =>
  (one.parameters = one.parameters!.filter((parameter) => parameter.name !== name && !parameter.$ref?.endsWith(name)));
const schema = ({ components }: ApiDocument, name: string) => components.schemas[name] as DocumentedSchema;
const fields = (planted: ApiDocument, name = 'AccountView') =>
  schema(planted, name).properties as Record<string, DocumentedSchema>;
const field = (name: string) => `/components/schemas/AccountView/properties/${name}`;

const planted: Record<keyof typeof rules, Fault[]> = {
  whole: [
    ['OpenAPI 3.0.0 instead of 3.1', (it) => (it.openapi = '3.0.0')],
    ['no servers', (it) => delete it.servers],
    ['no title, version or description', (it) => (it.info.description = '')],
    ['no security scheme', (it) => (it.components.securitySchemes = {})],
    ['a tag without a description', (it) => (it.tags[0]!.description = '')],
  ],
  operationNames: [
    [`GET ${accounts}: operationId getAccount is not unique`, (it) => (list(it).operationId = 'getAccount')],
    [`GET ${accounts}: operationId accounts is not a verb and a noun`, (it) => (list(it).operationId = 'accounts')],
    [`GET ${accounts}: operationId fetchAccounts starts with none`, (it) => (list(it).operationId = 'fetchAccounts')],
    ['GET /v1/accounting/bankAccounts: the path', (it) => Object.assign(it.paths, moved(it, 'bankAccounts'))],
  ],
  texts: [
    [`GET ${accounts}: no summary`, (it) => (list(it).summary = '')],
    [`GET ${accounts}: summary of 61 characters, at most 60`, (it) => (list(it).summary = 'a'.repeat(61))],
    [`GET ${accounts}: no description`, (it) => delete list(it).description],
    [`GET ${accounts}: description repeats the summary`, (it) => (list(it).description = list(it).summary)],
    [`GET ${accounts}: no description of limit`, (it) => delete parameter(it, 'limit').description],
    [`GET ${accounts}: no description of the answer 200`, (it) => (list(it).responses['200']!.description = '')],
  ],
  tags: [
    [`GET ${accounts}: tags auth instead of accounting`, (it) => (list(it).tags = ['auth'])],
    [`GET ${accounts}: tags accounting, auth instead of`, (it) => (list(it).tags = ['accounting', 'auth'])],
    ['tag hr is on no operation', (it) => it.tags.push({ name: 'hr', description: 'People.' })],
    ['tag health is not described', (it) => (it.tags = it.tags.filter(({ name }) => name !== 'health'))],
  ],
  problems: [
    ...['400', '401', '403', '409', '413', '415', '422', '500', '503'].map<Fault>((status) => [
      `POST ${accounts}: createAccount does not document ${status}`,
      (it) => delete post(it).responses[status],
    ]),
    ...['404', '412', '428'].map<Fault>((status) => [
      `PATCH ${accounts}/{id}: updateAccount does not document ${status}`,
      (it) => delete patch(it).responses[status],
    ]),
    [
      `POST ${accounts}: answer 409 is not a shared component`,
      (it) => (post(it).responses['409'] = { description: 'Taken.' }),
    ],
  ],
  sharedProblems: [
    ['NotFound has no description', (it) => delete it.components.responses.NotFound!.description],
    ['NotFound is no problem', (it) => delete it.components.responses.NotFound!.content],
    ['NotFound answers without Request-Id', (it) => delete it.components.responses.NotFound!.headers],
  ],
  security: [
    [`GET ${accounts}: public, but not on the list`, (it) => openToAll(list(it))],
    [`POST /v1/auth/login: on the list of public`, (it) => Object.assign(signIn(it), { security: undefined, ...held })],
    [`POST /v1/auth/login: public and with a permission`, (it) => Object.assign(signIn(it), held)],
    [`GET ${accounts}: neither public nor with a permission`, (it) => delete list(it)['x-permission']],
  ],
  headers: [
    [`GET ${accounts}: no success documented`, (it) => delete list(it).responses['200']],
    [`GET ${accounts}: answers without Request-Id`, (it) => delete list(it).responses['200']!.headers!['Request-Id']],
    [`POST ${accounts}: a POST or PATCH without Idempotency-Key`, (it) => without(post(it), 'Idempotency-Key')],
    [
      `POST ${accounts}: answers a key without Idempotent-Replayed`,
      (it) => delete post(it).responses['201']!.headers!['Idempotent-Replayed'],
    ],
    [`PATCH ${accounts}/{id}: a PATCH without If-Match`, (it) => without(patch(it), 'If-Match')],
    [`GET ${accounts}/{id}: answers a version without ETag`, (it) => delete get(it).responses['200']!.headers!.ETag],
    [`GET ${accounts}/{id}: reads a version without If-None-Match`, (it) => without(get(it), 'IfNoneMatch')],
  ],
  lists: [
    [`GET ${accounts}: answers a page, but is not called`, (it) => (list(it).operationId = 'getAccounts')],
    [`GET ${accounts}/{id}: is called list`, (it) => (get(it).operationId = 'listAccount')],
    [`GET ${accounts}: a list without updatedAt`, (it) => without(list(it), 'updatedAt')],
    [`GET ${accounts}: a list without a Link`, (it) => delete list(it).responses['200']!.headers!.Link],
  ],
  references: [['#/components/schemas/Nowhere leads nowhere', (it) => (fields(it).id = ref('Nowhere'))]],
  examples: [
    [`${field('id')}: the example data must match`, (it) => (fields(it).id!.example = '17')],
    [`${field('version')}: the example data must be integer`, (it) => (fields(it).version!.example = '1')],
    [`${field('type')}: the example data must be equal`, (it) => (fields(it).type!.example = 'wealth')],
    [`${field('createdAt')}: the example data must match`, (it) => (fields(it).createdAt!.example = '2026-01-31')],
  ],
  exampleGiven: [[`${field('name')}: no example`, (it) => delete fields(it).name!.example]],
  namedObjects: [
    [
      `${field('parent')}: an object without a name of its own`,
      (it) => (fields(it).parent = { type: 'object', properties: { id: { type: 'string' } } }),
    ],
    [
      '/components/schemas/Anything: an object without properties',
      (it) => Object.assign(it.components.schemas, { Anything: { type: 'object' } }),
    ],
  ],
  namedEnums: [
    [
      `${field('status')}: a list of words without a name of its own`,
      (it) => (fields(it).status = { type: 'string', enum: ['active', 'inactive'] }),
    ],
    [
      '/components/schemas/AccountStatus: words that are not lower_snake',
      (it) => (schema(it, 'AccountStatus').enum = ['Active']),
    ],
  ],
  decimals: [
    [`${field('balance')}: balance is no decimal string`, (it) => (fields(it).balance = { type: 'string' })],
    [`${field('share')}: a floating-point number`, (it) => (fields(it).share = { type: 'number' })],
    [
      `${field('balance')}: a decimal without a pattern`,
      (it) => (fields(it).balance = { type: 'string', format: 'decimal' }),
    ],
  ],
  fieldNames: [
    [`${field('closedAt')}: closedAt is no date-time`, (it) => (fields(it).closedAt = { type: 'string' })],
    [`${field('openedOn')}: openedOn is no date`, (it) => (fields(it).openedOn = { type: 'string' })],
    [`${field('parentId')}: parentId is no uuid`, (it) => (fields(it).parentId = { type: 'string' })],
  ],
};

const held = { 'x-permission': 'accounting.books.read' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const parameter = (it: ApiDocument, name: string) => list(it).parameters!.find((one) => one.name === name)!;
const openToAll = (one: DocumentedOperation) => {
  delete one['x-permission'];
  Object.assign(one, { security: [] });
};
const moved = (it: ApiDocument, noun: string) => {
  const item = { get: { ...list(it), operationId: 'listBankAccounts' } };
  return { [`/v1/accounting/${noun}`]: item };
};

describe.each(Object.entries(planted))('the rule %s', (name, faults) => {
  it.each(faults)('finds: %s', (told, plant) => {
    const rule = rules[name as keyof typeof rules];
    const changed = structuredClone(document);
    plant(changed);
    expect(rule(changed)).toContainEqual(expect.stringContaining(told));
  });
});
