import {
  type DescribedApi,
  nameIn,
  type Operation,
  operationsOf,
  type Parameter,
  type Schema,
} from '../../src/platform/http/openapi/described-api.js';
import { SwaggerUiPage } from '../../src/platform/http/openapi/swagger-ui.fixture.js';
import { provided } from '../support/database.js';

/** What somebody does to a form before pressing Execute: parameters by name, fields of the body. */
interface Typed {
  parameters?: Readonly<Record<string, string>>;
  body?: object;
}

interface Filled {
  field: Parameter;
  value: unknown;
}

interface Answer {
  status: number;
  headers: Headers;
  // What comes back is looked at by the tests, field by field.
  // oxlint-disable-next-line no-explicit-any
  body: any;
}

const addressOf = (path: string) => new URL(path, provided('TEST_BASE_URL'));

/** The forms of `/docs`, sent as Swagger UI sends them: with what they start with and what somebody types. */
export class SwaggerUiForms {
  private constructor(
    readonly page: SwaggerUiPage,
    readonly document: DescribedApi,
  ) {}

  static async open(): Promise<SwaggerUiForms> {
    const script = await (await fetch(addressOf('/docs/swagger-ui-init.js'))).text();
    const page = new SwaggerUiPage(script, (path, init) => fetch(addressOf(path), init));
    return new SwaggerUiForms(page, JSON.parse(JSON.stringify(page.options.spec)) as DescribedApi);
  }

  /** The same forms, made of another document. */
  of(document: DescribedApi): SwaggerUiForms {
    return new SwaggerUiForms(this.page, document);
  }

  get operationIds(): string[] {
    return Object.values(operationsOf(this.document)).map(({ operationId = '' }) => operationId);
  }

  /** @throws Error, as Swagger UI marks the field, where one that is required is empty */
  async execute(operationId: string, { parameters = {}, body }: Typed = {}): Promise<Answer> {
    const { method, path, operation } = this.find(operationId);
    const filled = this.fill(operation, parameters);
    const inPlace = (place: string) => filled.filter(({ field }) => field.in === place);
    const [[type, media] = []] = Object.entries(operation.requestBody?.content ?? {});
    const { token, options } = this.page;
    const { url, headers } = await options.requestInterceptor({
      url: inPlace('path').reduce(
        (address, { field, value }) => address.replace(`{${field.name}}`, String(value)),
        path,
      ),
      method,
      headers: {
        ...Object.fromEntries(inPlace('header').map(({ field, value }) => [field.name, String(value)])),
        ...(type ? { 'Content-Type': type } : {}),
        ...(token && operation.security?.length !== 0 ? { Authorization: `Bearer ${token}` } : {}),
      },
    });
    const query = inPlace('query').map(({ field, value }) => queryOf(field, value));
    const sent = media && JSON.stringify({ ...(media.example as object), ...body });
    const address = addressOf(query.length > 0 ? `${url}?${query.join('&')}` : url);
    const response = await fetch(address, { method, headers, body: sent });
    const answer = { status: response.status, headers: response.headers, body: await bodyOf(response) };
    options.responseInterceptor({ url: response.url, ok: response.ok, body: answer.body as unknown });
    return answer;
  }

  namesRecord(operationId: string): boolean {
    return this.find(operationId).path.includes('{');
  }

  private find(operationId: string): { method: string; path: string; operation: Operation } {
    for (const [name, operation] of Object.entries(operationsOf(this.document))) {
      const [method = '', path = ''] = name.split(' ');
      if (operation.operationId === operationId) return { method, path, operation };
    }
    throw new Error(`there is no form ${operationId}`);
  }

  /** The fields that are not empty. */
  private fill(operation: Operation, typed: Readonly<Record<string, string>>): Filled[] {
    const fields = this.fieldsOf(operation);
    const unknown = Object.keys(typed).filter((name) => !fields.some((field) => field.name === name));
    if (unknown.length > 0) throw new Error(`${operation.operationId} has no field ${unknown.join(', ')}`);
    const filled = fields.map((field) => ({ field, value: typed[field.name!] ?? this.start(field) }));
    const missing = filled.filter(({ field, value }) => field.required && value === undefined);
    if (missing.length === 0) return filled.filter(({ value }) => value !== undefined);
    throw new Error(`${operation.operationId} waits for ${missing.map(({ field }) => field.name).join(', ')}`);
  }

  private fieldsOf({ parameters = [] }: Operation): Parameter[] {
    const shared = this.document.components?.parameters ?? {};
    return parameters.map((one) => (one.$ref ? shared[nameIn(one.$ref)]! : one));
  }

  /** What Swagger UI writes into a field that nobody has touched: for an object, an example of each of its fields. */
  private start({ example, schema = {} }: Parameter): unknown {
    const { properties, ...own } = this.document.components?.schemas?.[nameIn(schema.$ref)] ?? schema;
    const value = example ?? own.example ?? own.default;
    if (value !== undefined || !properties) return value;
    return Object.fromEntries(Object.entries(properties).map(([name, one]: [string, Schema]) => [name, one.example]));
  }
}

const pair = (name: string, value: string) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

function queryOf({ name = '', style }: Parameter, value: unknown): string {
  if (style !== 'deepObject') return pair(name, [value].flat().join(','));
  const operators = Object.entries(value as object);
  return operators.map(([operator, operand]) => pair(`${name}[${operator}]`, String(operand))).join('&');
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}
