import { breakingChanges } from './breaking-changes.js';
import type { DescribedApi, Operation, Schema } from './described-api.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string) => ({ 'application/json': { schema: ref(name) } });

function described() {
  const operations = {
    list: {
      operationId: 'listThings',
      security: [] as object[] | undefined,
      parameters: [{ in: 'query', name: 'status', required: false, schema: { type: 'string' } as Schema }],
      responses: { '200': { content: json('ThingView') }, '400': {} },
    },
    create: {
      operationId: 'createThing',
      parameters: [] as Operation['parameters'],
      requestBody: { required: false, content: { ...json('CreateThing'), 'text/csv': {} } },
      responses: { '201': { content: json('ThingView') } },
    },
  };
  const schemas: Record<string, Schema & { properties?: Record<string, Schema> }> = {
    CreateThing: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, kind: ref('Kind') } },
    ThingView: {
      type: 'object',
      required: ['id', 'name'],
      properties: { id: { type: 'string', format: 'uuid' }, name: { type: ['string', 'null'] } },
    },
    Kind: { type: 'string', enum: ['asset', 'income'] },
  };
  const paths = { '/things': { get: operations.list, post: operations.create } as Record<string, unknown> };
  return { api: { info: { version: '1.0.0' }, paths, components: { schemas } }, operations, schemas };
}

type Change = (description: ReturnType<typeof described>) => void;

const changesBy = (change: Change) => {
  const after = described();
  change(after);
  return breakingChanges(described().api, after.api satisfies DescribedApi);
};

it.each<[string, Change]>([
  ['GET /things is gone', ({ api }) => delete api.paths['/things'].get],
  ['GET /things is no longer called listThings', ({ operations }) => (operations.list.operationId = 'findThings')],
  ['GET /things needs a sign-in now', ({ operations }) => delete operations.list.security],
  ['GET /things query status is gone', ({ operations }) => operations.list.parameters.pop()],
  [
    'GET /things query status was string and is integer',
    ({ operations }) => (operations.list.parameters[0]!.schema = { type: 'integer' }),
  ],
  ['GET /things query status is required now', ({ operations }) => (operations.list.parameters[0]!.required = true)],
  [
    'POST /things header Idempotency-Key is required now',
    ({ operations }) => (operations.create.parameters = [{ in: 'header', name: 'Idempotency-Key', required: true }]),
  ],
  ['POST /things body is required now', ({ operations }) => (operations.create.requestBody.required = true)],
  [
    'POST /things body text/csv is gone',
    ({ operations }) => delete (operations.create.requestBody.content as Record<string, object>)['text/csv'],
  ],
  [
    'POST /things body application/json was #/components/schemas/CreateThing and is #/components/schemas/Kind',
    ({ operations }) => Object.assign(operations.create.requestBody.content, json('Kind')),
  ],
  ['GET /things 200 is gone', ({ operations }) => delete (operations.list.responses as Record<string, object>)['200']],
  [
    'GET /things 200 application/json is gone',
    ({ operations }) => Object.assign(operations.list.responses, { '200': { content: { 'text/csv': {} } } }),
  ],
  [
    'POST /things 201 application/json was #/components/schemas/ThingView and is #/components/schemas/MadeView',
    ({ operations, schemas }) => {
      schemas.MadeView = { type: 'object', required: ['id'], properties: { ...schemas.ThingView!.properties } };
      operations.create.responses = { '201': { content: json('MadeView') } };
    },
  ],
  ['schema Kind is gone', ({ schemas }) => delete schemas.Kind],
  ['schema Kind no longer knows income', ({ schemas }) => (schemas.Kind!.enum = ['asset'])],
  ['schema CreateThing kind is gone', ({ schemas }) => delete schemas.CreateThing!.properties!.kind],
  ['schema CreateThing kind is required now', ({ schemas }) => (schemas.CreateThing!.required = ['name', 'kind'])],
  ['schema ThingView id is gone', ({ schemas }) => delete schemas.ThingView!.properties!.id],
  ['schema ThingView id may be missing now', ({ schemas }) => (schemas.ThingView!.required = ['name'])],
  [
    'schema ThingView id was string uuid and is string',
    ({ schemas }) => (schemas.ThingView!.properties!.id = { type: 'string' }),
  ],
  [
    'schema ThingView id was string uuid and is null or string uuid',
    ({ schemas }) => (schemas.ThingView!.properties!.id = { type: ['string', 'null'], format: 'uuid' }),
  ],
  [
    'schema ThingView name was null or string and is array of #/components/schemas/Kind',
    ({ schemas }) => (schemas.ThingView!.properties!.name = { type: 'array', items: ref('Kind') }),
  ],
])('%s', (told, change) => expect(changesBy(change)).toEqual([told]));

it.each<[string, Change]>([
  ['nothing', () => {}],
  ['a new operation', ({ api, operations }) => Object.assign(api.paths, { '/more': { get: operations.list } })],
  ['a new optional parameter', ({ operations }) => (operations.create.parameters = [{ in: 'query', name: 'dryRun' }])],
  ['an operation opened to the public', ({ operations }) => Object.assign(operations.create, { security: [] })],
  ['a required field made optional', ({ schemas }) => (schemas.CreateThing!.required = [])],
  ['a new optional field asked', ({ schemas }) => (schemas.CreateThing!.properties!.note = { type: 'string' })],
  [
    'a new field answered',
    ({ schemas }) => {
      schemas.ThingView!.properties!.note = { type: 'string' };
      schemas.ThingView!.required = ['id', 'name', 'note'];
    },
  ],
  [
    'an answer that says more under a name of its own',
    ({ operations, schemas }) => {
      const properties = { ...schemas.ThingView!.properties, note: { type: 'string' } };
      schemas.MadeView = { type: 'object', required: ['id', 'name', 'note'], properties };
      operations.create.responses = { '201': { content: json('MadeView') } };
    },
  ],
  ['a new word of a list', ({ schemas }) => (schemas.Kind!.enum = ['asset', 'income', 'equity'])],
  ['the order of types', ({ schemas }) => (schemas.ThingView!.properties!.name = { type: ['null', 'string'] })],
  ['a description', ({ operations }) => Object.assign(operations.list, { description: 'All things.' })],
])('is not broken by %s', (_case, change) => expect(changesBy(change)).toEqual([]));
