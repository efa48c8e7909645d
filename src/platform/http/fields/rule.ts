/** Why a value is refused: a stable code for programs and, for people, what to send instead. */
export interface Finding {
  code: string;
  message: string;
}

/** The keywords of JSON Schema (as in OpenAPI 3.1) that rules make use of. */
export interface ValueSchema {
  type: 'string' | 'integer' | 'boolean' | 'array';
  items?: ValueSchema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/**
 * What one value must be. The same object validates requests, feeds class-validator and writes the published schema, and
 * the three say the same: what `check` accepts, `schema` accepts.
 */
export interface ValueRule {
  readonly schema: ValueSchema;
  /** The closed list of values, where there is one, with the name of its schema component. */
  readonly choices?: { readonly name: string; readonly values: readonly string[] };
  /** The finding when the value is refused. Values are never changed on the way in, only accepted or refused. */
  check(value: unknown): Finding | undefined;
  /** Reads the text of a query or path parameter; text that cannot be read is returned as it is, for `check` to refuse. */
  fromText?(text: string): unknown;
}

export const finding = (code: string, message: string): Finding => ({ code, message });
