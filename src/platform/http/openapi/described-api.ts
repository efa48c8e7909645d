/** The parts of an OpenAPI document that decide what a client may rely on. */
export interface DescribedApi {
  info: { version: string };
  paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  components?: {
    schemas?: Readonly<Record<string, Schema>>;
    parameters?: Readonly<Record<string, Parameter>>;
    responses?: Readonly<Record<string, { description?: string }>>;
  };
}

export interface Operation {
  operationId?: string;
  summary?: string;
  deprecated?: boolean;
  /** Empty where no sign-in is needed; absent where the document's own requirement holds. */
  security?: readonly object[];
  parameters?: readonly Parameter[];
  requestBody?: { required?: boolean; description?: string; content: Readonly<Record<string, MediaType>> };
  responses: Readonly<Record<string, { content?: Readonly<Record<string, MediaType>> }>>;
}

export interface Parameter {
  $ref?: string;
  in?: string;
  name?: string;
  required?: boolean;
  description?: string;
  style?: string;
  explode?: boolean;
  example?: unknown;
  schema?: Schema;
}

export interface MediaType {
  schema?: Schema;
  example?: unknown;
}

export interface Schema {
  $ref?: string;
  deprecated?: boolean;
  type?: string | readonly string[];
  format?: string;
  enum?: readonly string[];
  items?: Schema;
  minItems?: number;
  default?: unknown;
  example?: unknown;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  allOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
}

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** The operations by method and path, such as `GET /v1/accounting/accounts`. */
export function operationsOf({ paths }: DescribedApi): Record<string, Operation> {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, item]) =>
      methods
        .filter((method) => item[method])
        .map((method) => [`${method.toUpperCase()} ${path}`, item[method] as Operation]),
    ),
  );
}

/** Name of the component that a reference leads to; empty without one. */
export const nameIn = (reference = ''): string => reference.slice(reference.lastIndexOf('/') + 1);

const schemaReference = /"\$ref":"#\/components\/schemas\/([^"]+)"/g;

/** Names of the schemas that parts of the document are made of, however deep. */
export function schemasBelow({ components }: DescribedApi, parts: readonly unknown[]): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    for (const [, name = ''] of (JSON.stringify(node) ?? '').matchAll(schemaReference)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(components?.schemas?.[name]);
    }
  };
  visit(parts);
  return found;
}
