import type { Wire } from './wire.js';

/** The parts of JSON Schema that the document is made of. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  type?: string | string[];
  format?: string;
  enum?: string[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  example?: unknown;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  style?: string;
  schema: Schema;
}

interface Described {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
  security?: unknown[];
  'x-permission'?: string;
}

export interface Operation {
  id: string;
  method: string;
  /** With `{id}` and the like. */
  path: string;
  permission: string | undefined;
  isPublic: boolean;
  parameters: Parameter[];
  /** Schema of the JSON body. */
  body: Schema | undefined;
  /** Media type of the file that it takes as it is, where it takes one. */
  fileType: string | undefined;
  /** Statuses that the document promises. */
  statuses: number[];
}

export interface ApiDocument {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> };
}

const fileTypes = ['application/octet-stream', 'text/csv', 'application/x-www-form-urlencoded'];

/** What `/openapi.json` says of the server under test. */
export class Operations {
  readonly all: Operation[];

  constructor(readonly document: ApiDocument) {
    this.all = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, described]) => this.read(path, method.toUpperCase(), described)),
    );
  }

  static async read(wire: Wire): Promise<Operations> {
    const { text } = await wire.send({ method: 'GET', path: '/openapi.json' });
    return new Operations(JSON.parse(text) as ApiDocument);
  }

  get(id: string): Operation {
    const found = this.all.find((operation) => operation.id === id);
    if (!found) throw new Error(`the document has no operation ${id}`);
    return found;
  }

  /** The schema behind references; of one that may be null, the other alternative. */
  resolve(schema: Schema): Schema {
    const { $ref, allOf, anyOf = [], ...own } = schema;
    const name = $ref?.replace('#/components/schemas/', '');
    const parts = [
      ...(name ? [this.document.components.schemas[name]!] : []),
      ...(allOf ?? []),
      ...anyOf.filter(({ type }) => type !== 'null'),
    ];
    if (parts.length === 0) return schema;
    return Object.assign({}, ...parts.map((part) => this.resolve(part)), own) as Schema;
  }

  /** A value made of the examples in the document. */
  exampleOf(schema: Schema): unknown {
    const { example, enum: choices, properties, items, minItems } = this.resolve(schema);
    if (example !== undefined) return example;
    // A choice in a query is described where it is named, without an example of its own.
    if (choices) return choices[0];
    if (items) return Array.from({ length: Math.max(1, minItems ?? 1) }, () => this.exampleOf(items));
    if (!properties) throw new Error(`no example in ${JSON.stringify(schema)}`);
    return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, this.exampleOf(property)]));
  }

  private read(path: string, method: string, described: Described): Operation {
    const content = described.requestBody?.content ?? {};
    const fileType = fileTypes.find((type) => type in content);
    return {
      id: described.operationId,
      method,
      path,
      permission: described['x-permission'],
      isPublic: described.security?.length === 0,
      parameters: (described.parameters ?? []).map((one) => {
        return one.$ref ? this.document.components.parameters[one.$ref.split('/').at(-1)!]! : one;
      }),
      // JSON may be one of the types of files.
      body: fileType ? undefined : content['application/json']?.schema,
      fileType,
      statuses: Object.keys(described.responses).map(Number),
    };
  }
}

/** The path with its ids filled in. */
export function pathOf(operation: Pick<Operation, 'path'>, id: string): string {
  return operation.path.replaceAll(/\{\w+\}/g, id);
}

export const takesHeader = ({ parameters }: Operation, name: string): boolean =>
  parameters.some((parameter) => parameter.in === 'header' && parameter.name === name);
