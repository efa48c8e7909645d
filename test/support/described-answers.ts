import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Described {
  content?: Record<string, unknown>;
  $ref?: string;
}
type PathItem = Record<string, { responses: Record<string, Described> } | undefined>;
interface Document {
  paths: Record<string, PathItem>;
  webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: { $ref: string } }> } } }>;
  components: {
    schemas: Record<string, { properties?: object; additionalProperties?: boolean }>;
    responses: Record<string, Described>;
  };
}

export interface GivenAnswer {
  method: string;
  /** With its query. */
  path: string;
  status: number;
  type: string | undefined;
  body: unknown;
}

/**
 * Holds every answer against the committed API document: its status, its media type and, where it is JSON, its fields.
 * A field that the document does not name is a lie as well, so views are taken as complete here.
 */
class DescribedAnswers {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  private readonly places: { pattern: RegExp; pointer: string; item: PathItem }[];
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: Document) {
    for (const schema of Object.values(document.components.schemas)) {
      if (schema.properties && schema.additionalProperties === undefined) schema.additionalProperties = false;
    }
    this.ajv.addSchema(document, 'api');
    this.places = Object.entries(document.paths).map(([path, item]) => ({
      // Most specific first: `/entries/bulk` is no id.
      pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      pointer: pointerTo('paths', path),
      item,
    }));
    this.places.sort((one, other) => wildcards(one.pattern) - wildcards(other.pattern));
  }

  /** What the document does not say of the answer; undefined where it says all of it. */
  faultOf({ method, path, status, type, body }: GivenAnswer): string | undefined {
    const place = this.places.find(({ pattern, item }) => pattern.test(path.split('?', 1)[0]!) && item[method]);
    if (!place) return [404, 405].includes(status) ? undefined : `${method} ${path} is no operation of the document.`;
    const described = place.item[method]!.responses[status];
    if (!described) return `The document promises no status ${status}.`;
    const content = described.$ref
      ? this.document.components.responses[nameOf(described.$ref)]!.content
      : described.content;
    if (!content) return type ? `The document promises no body with ${status}.` : undefined;
    const mediaType = type?.split(';', 1)[0] ?? 'none';
    if (!(mediaType in content)) return `The document promises no ${mediaType} with ${status}.`;
    if (!/[/+]json$/.test(mediaType)) return undefined;
    const owner = described.$ref?.slice(1) ?? `${place.pointer}${pointerTo(method, 'responses', String(status))}`;
    const validate = this.validatorOf(`${owner}${pointerTo('content', mediaType, 'schema')}`);
    return validate(body) ? undefined : this.ajv.errorsText(validate.errors, { dataVar: 'the answer' });
  }

  /** What the document does not say of the data of an event; undefined where it says all of it. */
  faultOfEvent(type: string, data: unknown): string | undefined {
    if (!(type in this.document.webhooks)) return `The document names no event ${type}.`;
    const envelope = nameOf(
      this.document.webhooks[type]!.post.requestBody.content['application/cloudevents+json']!.schema.$ref,
    );
    const validate = this.validatorOf(pointerTo('components', 'schemas', envelope, 'properties', 'data'));
    return validate(data) ? undefined : `${type}: ${this.ajv.errorsText(validate.errors, { dataVar: 'the data' })}`;
  }

  private validatorOf(pointer: string): ValidateFunction {
    const known = this.validators.get(pointer);
    if (known) return known;
    const validate = this.ajv.compile({ $ref: `api#${pointer}` });
    this.validators.set(pointer, validate);
    return validate;
  }
}

const pointerTo = (...steps: string[]) =>
  steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');
const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);
const wildcards = (pattern: RegExp) => pattern.source.split('[^/]+').length;

let answers: DescribedAnswers | undefined;
const document = () => (answers ??= new DescribedAnswers(JSON.parse(readFileSync('openapi.json', 'utf8')) as Document));

/** @throws Error where the answer is not one that the API document describes */
export function requireDescribed(answer: GivenAnswer): void {
  const fault = document().faultOf(answer);
  if (fault) {
    const { method, path, status, body } = answer;
    throw new Error(`${method} ${path} answered ${status}. ${fault}\n${JSON.stringify(body)?.slice(0, 2_000)}`);
  }
}

/** What the API document does not say of the answer; undefined where it says all of it. */
export const faultOfAnswer = (answer: GivenAnswer): string | undefined => document().faultOf(answer);

/** What the API document does not say of the data of an event; undefined where it says all of it. */
export const faultOfEvent = (type: string, data: unknown): string | undefined => document().faultOfEvent(type, data);
