import { nameIn, type Schema } from './described-api.js';

/**
 * Values to start from by schema and field (`OrderFields.lines`), where what the field's schema requires is not enough
 * for a request that works.
 */
export type FirstValues = Readonly<Record<string, unknown>>;

type Schemas = Readonly<Record<string, Schema>>;

/** Request bodies to start from, made of required fields with their examples. */
export class TryOutBodies {
  constructor(
    private readonly schemas: Schemas,
    private readonly firstValues: FirstValues,
  ) {
    for (const name of Object.keys(firstValues)) {
      const [schema = '', field = ''] = name.split('.');
      if (!schemas[schema]?.properties?.[field]) throw new Error(`the document has no field ${name} to start from`);
    }
  }

  /**
   * The body to start from, and the names of the fields that it leaves out. A patch requires nothing: the first of its
   * fields shows how to write one.
   */
  of(schema: Schema, isPatch = false): { example: object; left: string[] } {
    const [name, { properties = {}, required = [] }] = this.named(schema);
    const names = Object.keys(properties);
    const given = isPatch && required.length === 0 ? names.slice(0, 1) : names.filter((one) => required.includes(one));
    const fields = given.map((field) => [field, this.valueOf(`${name}.${field}`, properties[field]!)]);
    return { example: Object.fromEntries(fields) as object, left: names.filter((one) => !given.includes(one)) };
  }

  private valueOf(field: string, schema: Schema): unknown {
    if (field in this.firstValues) return this.firstValues[field];
    const { format, example, items, minItems = 0, properties } = { ...this.named(schema)[1], ...schema };
    // Nobody wants to remove the dots of a password before typing it.
    if (format === 'password') return '';
    if (example !== undefined) return example;
    if (items) return Array.from({ length: Math.max(1, minItems) }, () => this.valueOf('', items));
    if (properties) return this.of(schema).example;
    throw new Error(`the required field ${field} has no example`);
  }

  /** A schema with the name under which others refer to it. */
  private named(schema: Schema): [name: string, schema: Schema] {
    const name = nameIn([schema, ...(schema.allOf ?? []), ...(schema.anyOf ?? [])].find(({ $ref }) => $ref)?.$ref);
    return [name, this.schemas[name] ?? schema];
  }
}
