import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DescribedApi,
  type Operation,
  type Parameter,
  type Schema,
} from '../../src/platform/http/openapi/described-api.js';

export interface DocumentedSchema extends Schema {
  pattern?: string;
  example?: unknown;
  additionalProperties?: unknown;
}

export interface DocumentedParameter extends Parameter {
  description?: string;
  schema?: DocumentedSchema;
}

interface Answer {
  $ref?: string;
  description?: string;
  headers?: Record<string, { $ref?: string }>;
  content?: Record<string, { schema?: DocumentedSchema }>;
}

export interface DocumentedOperation extends Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  'x-permission'?: string;
  parameters?: DocumentedParameter[];
  responses: Record<string, Answer>;
}

export interface ApiDocument extends DescribedApi {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers?: { url: string; description?: string }[];
  tags: { name: string; description: string }[];
  components: {
    schemas: Record<string, DocumentedSchema>;
    responses: Record<string, Answer>;
    securitySchemes: Record<string, object>;
  };
}

/** Tells what of a document breaks it, each with its place. */
export type DocumentRule = (document: ApiDocument) => string[];

/** Which of the checks failed, by their names. */
export const faultsOf = (checks: Readonly<Record<string, boolean>>): string[] =>
  Object.keys(checks).filter((fault) => checks[fault]);

/** The document that is in the repository. */
export const committedDocument = (): ApiDocument =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../openapi.json'), 'utf8')) as ApiDocument;
