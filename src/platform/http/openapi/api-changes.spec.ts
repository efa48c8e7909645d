import { apiChanges, changesText } from './api-changes.js';
import type { DescribedApi } from './described-api.js';

const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });

const before: DescribedApi = {
  info: { version: '1.0.0' },
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        parameters: [{ in: 'query', name: 'status' }],
        responses: { '200': { content: json('ThingView') }, '400': {} },
      },
      post: {
        operationId: 'createThing',
        requestBody: { content: json('CreateThing') },
        responses: { '201': { content: json('ThingView') } },
      },
    },
  },
  components: {
    schemas: {
      CreateThing: { type: 'object', properties: { name: { type: 'string' } } },
      ThingView: { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } },
      Kind: { type: 'string', enum: ['asset'] },
    },
  },
};

const after: DescribedApi = {
  info: { version: '1.1.0' },
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        deprecated: true,
        parameters: [
          { in: 'query', name: 'status' },
          { in: 'query', name: 'kind' },
        ],
        responses: { '200': { content: { ...json('ThingView'), 'text/csv': {} } }, '400': {}, '429': { content: {} } },
      },
      post: {
        operationId: 'createThing',
        parameters: [{ in: 'header', name: 'Idempotency-Key' }],
        requestBody: { content: { ...json('CreateThing'), 'text/csv': {} } },
        responses: { '201': { content: json('ThingView') } },
      },
    },
    '/parts': { get: { operationId: 'listParts', summary: 'List parts', responses: { '200': {} } } },
  },
  components: {
    schemas: {
      CreateThing: { type: 'object', properties: { name: { type: 'string' }, kind: {} } },
      ThingView: { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string', deprecated: true } } },
      Kind: { type: 'string', enum: ['asset', 'income'] },
      PartView: { type: 'object', properties: { id: { type: 'string' } } },
    },
  },
};

it('lists what is new and what is deprecated, by operation and by field', () => {
  expect(apiChanges(before, after)).toEqual({
    breaking: [],
    added: [
      '`GET /things` takes `?kind`',
      '`GET /things` answers `200 text/csv`',
      '`POST /things` takes `Idempotency-Key`',
      '`POST /things` reads `text/csv`',
      '`GET /parts` (listParts): List parts',
      '`CreateThing.kind`',
      '`Kind` knows `income`',
    ],
    deprecated: ['`GET /things` (listThings)', '`ThingView.name`'],
  });
});

it('finds the way back to be breaking, and nothing of it new', () => {
  const changes = apiChanges(after, before);
  expect(changes).toMatchObject({ added: [], deprecated: [] });
  expect(changes.breaking).toEqual(
    expect.arrayContaining(['GET /parts is gone', 'schema Kind no longer knows income']),
  );
});

it('tells what was deprecated already no second time', () => {
  expect(apiChanges(after, after)).toEqual({ breaking: [], added: [], deprecated: [] });
});

it('writes sections for a change log, leaving out the empty ones', () => {
  expect(changesText({ breaking: [], added: ['`POST /things`'], deprecated: ['`ThingView.name`'] })).toBe(
    '### Deprecated\n\n- `ThingView.name`\n\n### Added\n\n- `POST /things`',
  );
  expect(changesText({ breaking: [], added: [], deprecated: [] })).toBe('Nothing of the API has changed.');
});
