import { Body, Controller, Get, Global, Module, Patch, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  type OpenAPIObject,
  PartialType,
} from '@nestjs/swagger';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { FileAnswers } from '#platform/exports/file-answers.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { ListCursor } from '#platform/listing/list-cursor.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import type { ListRequest } from '#platform/listing/list-request.js';
import { ListOf } from '#platform/listing/page.view.js';
import { configureHttp } from '../configure-http.js';
import { IfMatch, Versioned } from '../etag.js';
import { Choice, Code, Count, Flag, List, Money, Nested, OnDate, Ref, Text } from '../fields/fields.js';
import { createHttpAdapter } from '../http-adapter.js';
import { IdParam } from '../id-param.js';
import { OctetStreamBody } from '../route-limits.js';
import { buildOpenApiDocument } from './openapi-document.js';
import { Deprecated } from '../deprecation.js';
import { finishComponents } from './finish-components.js';
import { ProblemResponses, PublicOperation } from './operation-marks.js';

const id = '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64';
enum Kind {
  Asset = 'asset',
  Income = 'income',
}

class Part {
  @Money({ example: '1.00', description: 'Amount of the part.' }) amount: string;
}
class ThingFields {
  @Code(20, { example: '1930', description: 'Number of the thing.' }) code: string;
  @Choice(Kind, { name: 'ThingKind', example: Kind.Asset }) kind: Kind;
  @Text(200, { optional: true, nullable: true, example: 'Bank' }) note?: string | null;
  @Choice(Kind, { name: 'ThingKind', optional: true, nullable: true, example: null as unknown as Kind })
  other?: Kind | null;
  @List(() => Part, { min: 1, max: 10 }) parts: Part[];
  @Nested(() => Part, { optional: true, nullable: true }) rest?: Part | null;
}
class ChangeThing extends PartialType(ThingFields) {}
class ThingView extends ThingFields {
  @Ref({ readOnly: true, example: id }) id: string;
  @Count(1, 1_000_000, { readOnly: true, example: 7 }) version: number;
}
class ThingList extends ListOf(ThingView) {}
class ReportQuery {
  @OnDate({ example: '2026-01-31', description: 'Last day of the report.' }) asOf: string;
  @Flag({ optional: true, example: true }) detailed?: boolean;
}
const thingList = defineList({
  name: 'thing',
  id: 'thing.id',
  updatedAt: 'thing.updated_at',
  filters: {
    code: filter.text('thing.code', { prefix: true, description: 'Number of the thing.', example: '1930' }),
    kind: filter.choice('thing.kind', Kind, { name: 'ThingKind', description: 'Kind of the thing.', example: 'asset' }),
    active: filter.flag('thing.active', { description: 'Whether it is in use.', example: 'true' }),
    boughtOn: filter.date('thing.bought_on', { description: 'Day of purchase.', example: '2026-01-31' }),
  },
  sorts: { code: { column: 'thing.code', type: 'text' } },
  defaultSort: 'code',
});

@ApiTags('Things')
@Controller('v1/things')
class ThingsController {
  @Get()
  @ApiOperation({ operationId: 'listThings', summary: 'List things' })
  @ApiList(thingList, ThingList)
  list(@ListQuery(thingList) query: ListRequest) {
    return query.page([{ keyset: ['a', id] }, { keyset: ['b', id] }].slice(0, query.limit + 1), () => ({ id }));
  }

  @Post()
  @ApiOperation({ operationId: 'createThing', summary: 'Create a thing' })
  @ApiCreatedResponse({ type: ThingView, description: 'The new thing.' })
  @Versioned()
  @Idempotent()
  create(@Body() body: ThingFields) {
    return { ...body, id, version: 1 };
  }

  @Get('report')
  @PublicOperation()
  @ApiOperation({ operationId: 'readReport', summary: 'Read the report' })
  @ApiOkResponse({ type: ThingView, description: 'The report.' })
  report(@Query() query: ReportQuery) {
    return query;
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readThing', summary: 'Read a thing' })
  @ApiOkResponse({ type: ThingView, description: 'The thing.' })
  @Versioned()
  read(@IdParam() thingId: string) {
    return { id: thingId, version: 1 };
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeThing', summary: 'Change a thing' })
  @ApiOkResponse({ type: ThingView, description: 'The thing after the change.' })
  @Versioned()
  @ProblemResponses(409)
  change(@IdParam() thingId: string, @IfMatch() seen: number, @Body() body: ChangeThing) {
    return { ...body, id: thingId, version: seen + 1 };
  }

  @Get('old')
  @ApiOperation({ operationId: 'readOldThings', summary: 'Read old things', description: 'All of them.' })
  @ApiOkResponse({ type: ThingView, description: 'The things.' })
  @Deprecated({ since: '2026-03-01', sunset: '2027-03-01', successor: '/v1/things' })
  old() {
    return {};
  }

  @Post('import')
  @ApiOperation({ operationId: 'importThings', summary: 'Import things' })
  @ApiCreatedResponse({ type: ThingView, description: 'What was imported.' })
  @OctetStreamBody({ bodyLimit: 1000, description: 'The file.' })
  import(@Body() file: Buffer) {
    return { version: file.length };
  }
}

@Global()
@Module({
  controllers: [ThingsController],
  providers: [
    { provide: ListCursor, useValue: new ListCursor(Buffer.alloc(32, 1)) },
    { provide: FileAnswers, useValue: {} },
    { provide: UnitOfWork, useValue: {} },
  ],
  exports: [ListCursor, FileAnswers, UnitOfWork],
})
class ThingsModule {}

const options = {
  title: 'Things',
  version: '1.0.0',
  description: 'All things.',
  tags: [['Things', 'What there is.']],
} as const;
let app: NestFastifyApplication;
let document: OpenAPIObject;

beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(ThingsModule, createHttpAdapter(), { logger: false });
  configureHttp(app, { databaseProblems: {} });
  document = buildOpenApiDocument(app, options);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

const statusesOf = (operation?: { responses: object }) => Object.keys(operation?.responses ?? {});
const headersOf = (answer: unknown) => (answer as { headers: Record<string, object> }).headers;
const schema = (name: string) => document.components?.schemas?.[name] as Record<string, unknown>;

it('is OpenAPI 3.1 whose references all lead somewhere', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/' }], security: [{ bearer: [] }] });
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) =>
    match[1]!.split('/'),
  );
  expect(references.length).toBeGreaterThan(30);
  for (const path of references) {
    const target = path.reduce<unknown>(
      (node, step) => (node as Record<string, unknown> | undefined)?.[step],
      document,
    );
    expect({ path, found: target !== undefined }).toEqual({ path, found: true });
  }
  expect(JSON.stringify(document)).not.toMatch(/"x-(answers|is)-/);
});

it('names the answers of every operation by shared components', () => {
  const { get, post } = document.paths['/v1/things']!;
  const one = document.paths['/v1/things/{id}']!;
  expect(statusesOf(get)).toEqual(['200', '400', '401', '403', '406', '422', '429', '500', '503']);
  expect(statusesOf(post)).toEqual(['201', '400', '401', '403', '409', '413', '415', '422', '429', '500', '503']);
  expect(statusesOf(one.get)).toEqual(['200', '304', '400', '401', '403', '404', '429', '500', '503']);
  expect(statusesOf(one.patch)).toEqual([
    '200',
    '400',
    '401',
    '403',
    '404',
    '409',
    '412',
    '413',
    '415',
    '422',
    '428',
    '429',
    '500',
    '503',
  ]);
  expect(one.patch?.responses['412']).toEqual({ $ref: '#/components/responses/PreconditionFailed' });
});

it('marks what is deprecated, and says what to use instead', () => {
  expect(document.paths['/v1/things/old']!.get).toMatchObject({
    deprecated: true,
    'x-sunset': '2027-03-01',
    description:
      'Deprecated since 2026-03-01; it may be gone from 2027-03-01 on. Use /v1/things instead.\n\nAll of them.',
  });
  expect(document.paths['/v1/things']!.get).not.toHaveProperty('deprecated');
});

it('promises nothing that no operation answers', () => {
  const empty = { openapi: '3.1.0', info: { title: 'None', version: '1' }, paths: {} } as OpenAPIObject;
  finishComponents(empty);
  expect(empty.components).toEqual({ parameters: {}, responses: {}, headers: {} });
  const { headers, responses } = document.components!;
  expect(Object.keys(responses!)).toEqual(expect.arrayContaining(['NotModified', 'TooManyRequests']));
  expect(Object.keys(headers!)).toEqual(expect.arrayContaining(['ETag', 'RateLimit', 'RetryAfter']));
});

it('asks for a sign-in unless the operation is public', () => {
  const { get } = document.paths['/v1/things/report']!;
  expect(get?.security).toEqual([]);
  expect(statusesOf(get)).toEqual(['200', '400', '429', '500', '503']);
  expect(document.paths['/v1/things']?.get?.security).toBeUndefined();
});

it('closes what comes in to unknown fields, not what goes out', () => {
  expect(schema('ThingFields')).toMatchObject({ additionalProperties: false, required: ['code', 'kind', 'parts'] });
  expect(schema('ChangeThing')).toMatchObject({ additionalProperties: false });
  expect(schema('ChangeThing')).not.toHaveProperty('required');
  expect(schema('Part')).toMatchObject({ additionalProperties: false });
  expect(schema('ThingView')).not.toHaveProperty('additionalProperties');
});

it('describes fields once: rule, example, meaning, presence', () => {
  expect(schema('Part').properties).toEqual({
    amount: {
      type: 'string',
      format: 'decimal',
      pattern: '^-?(?:0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,6})?$',
      description: 'Amount of the part.',
      example: '1.00',
    },
  });
  expect(schema('ThingKind')).toEqual({ type: 'string', enum: ['asset', 'income'] });
  expect(schema('ThingFields').properties).toMatchObject({
    kind: { allOf: [{ $ref: '#/components/schemas/ThingKind' }], example: 'asset' },
    note: { type: ['string', 'null'], maxLength: 200 },
    other: { anyOf: [{ $ref: '#/components/schemas/ThingKind' }, { type: 'null' }] },
    parts: { type: 'array', minItems: 1, maxItems: 10, items: { $ref: '#/components/schemas/Part' } },
    rest: { anyOf: [{ $ref: '#/components/schemas/Part' }, { type: 'null' }] },
  });
  expect(schema('ThingView').properties).toMatchObject({ id: { readOnly: true, format: 'uuid' } });
});

it('documents the parameters of a list', () => {
  const parameters = document.paths['/v1/things']?.get?.parameters as { name: string; schema: object }[];
  expect(parameters.map(({ name }) => name)).toEqual([
    'code',
    'code[ne]',
    'code[prefix]',
    'kind',
    'kind[ne]',
    'active',
    'boughtOn',
    'updatedAt',
    'sort',
    'limit',
    'after',
  ]);
  const byName = Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter]));
  expect(byName.kind).toMatchObject({
    in: 'query',
    required: false,
    style: 'form',
    explode: false,
    schema: { type: 'array', items: { $ref: '#/components/schemas/ThingKind' } },
  });
  expect(byName.boughtOn).toMatchObject({
    style: 'deepObject',
    explode: true,
    schema: { $ref: '#/components/schemas/DateFilter' },
  });
  expect(byName.active).toMatchObject({ schema: { type: 'boolean', example: true } });
  expect(byName.sort).toMatchObject({ schema: { pattern: '^-?(?:code|updatedAt)(?:,-?(?:code|updatedAt)){0,2}$' } });
  expect(Object.keys(schema('DateFilter').properties as object)).toEqual(['eq', 'ne', 'gt', 'gte', 'lt', 'lte']);
  expect(schema('ThingList')).toMatchObject({
    required: ['data', 'page'],
    properties: { data: { items: { $ref: '#/components/schemas/ThingView' } } },
  });
});

it('documents query objects, headers and files', () => {
  expect(document.paths['/v1/things/report']?.get?.parameters).toMatchObject([
    { name: 'asOf', in: 'query', required: true, description: 'Last day of the report.', schema: { format: 'date' } },
    { name: 'detailed', in: 'query', required: false, schema: { type: 'boolean' } },
  ]);
  const { get, patch } = document.paths['/v1/things/{id}']!;
  expect(get?.parameters).toMatchObject([
    { name: 'id', in: 'path', required: true, schema: { format: 'uuid' } },
    { $ref: '#/components/parameters/IfNoneMatch' },
  ]);
  expect(patch?.parameters).toMatchObject([
    { name: 'id', in: 'path' },
    { name: 'If-Match', in: 'header', required: true },
  ]);
  expect(Object.keys((patch!.requestBody as { content: object }).content)).toEqual([
    'application/merge-patch+json',
    'application/json',
  ]);
  expect(Object.keys(headersOf(patch?.responses['200']))).toEqual(['Request-Id', 'ETag']);
  expect(document.paths['/v1/things/import']?.post?.requestBody).toEqual({
    required: true,
    description: 'The file.',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  });
});

it('documents on a command with an Idempotency-Key that its answer may be a repeated one', () => {
  const { post, get } = document.paths['/v1/things']!;
  expect(Object.keys(headersOf(post?.responses['201']))).toEqual(['Request-Id', 'ETag', 'Idempotent-Replayed']);
  expect(headersOf(post?.responses['201'])['Idempotent-Replayed']).toEqual({
    $ref: '#/components/headers/IdempotentReplayed',
  });
  expect(post?.responses['409']).toEqual({ $ref: '#/components/responses/Conflict' });
  expect(headersOf(get?.responses['200'])).not.toHaveProperty('Idempotent-Replayed');
});

it('refuses two operations of one name', () => {
  class Second {
    list() {}
  }
  Get('again')(Second.prototype, 'list', Object.getOwnPropertyDescriptor(Second.prototype, 'list')!);
  ApiOperation({ operationId: 'listThings' })(
    Second.prototype,
    'list',
    Object.getOwnPropertyDescriptor(Second.prototype, 'list')!,
  );
  Controller('second')(Second);
  @Module({
    controllers: [Second, ThingsController],
    providers: [
      { provide: ListCursor, useValue: {} },
      { provide: FileAnswers, useValue: {} },
      { provide: UnitOfWork, useValue: {} },
    ],
  })
  class Twice {}
  return NestFactory.create<NestFastifyApplication>(Twice, createHttpAdapter(), { logger: false }).then((twice) => {
    expect(() => buildOpenApiDocument(twice, options)).toThrow('operationId listThings of get');
    return twice.close();
  });
});

it('tells of the next page in a Link that is relative to the request', async () => {
  const first = await app.inject({ url: '/v1/things?limit=1&kind=asset', headers: { host: 'evil.example' } });
  const { page } = first.json<{ page: { next: string } }>();
  expect(first.headers.link).toBe(`</v1/things?limit=1&kind=asset&after=${page.next}>; rel="next"`);
  const second = await app.inject(first.headers.link!.toString().slice(1).split('>')[0]!);
  expect(second.statusCode).toBe(200);
  expect(second.headers.link?.toString().match(/after=/g)).toHaveLength(1);
  expect((await app.inject('/v1/things?limit=5')).headers).not.toHaveProperty('link');
  expect((await app.inject(`/v1/things?after=${page.next}`)).json()).toMatchObject({ code: 'invalid_cursor' });
});
