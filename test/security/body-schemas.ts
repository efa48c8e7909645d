import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { validate as isUuid } from 'uuid';
import type { Operation, Operations } from '../platform/operations.js';

/** What neither pattern nor format of the document can say of a value, with the code of the finding. */
const beyondValues: Readonly<Record<string, string>> = {
  unknown_currency: 'the pattern is the form of a code; which ones are in use ISO 4217 says',
  unknown_country: 'the pattern is the form of a code; which ones are in use ISO 3166-1 says',
  unknown_time_zone: 'the pattern is the form of a name; which ones there are the IANA database says',
};

/** What the document says in words only, because it is about several fields at once. */
const beyondFields: Readonly<Record<string, string>> = {
  ...beyondValues,
  invalid_sort: 'a pattern cannot say that the keys differ',
  invalid_range: 'a pattern cannot compare the two days of a range',
  in_the_past: 'a schema does not know the time',
  too_far: 'a schema does not know the time',
  too_late: 'a pattern cannot compare instants of several time zones',
  range_reversed: 'a schema cannot compare two values',
  range_empty: 'a schema cannot compare two values',
  required: 'one of several is needed, each of which may be left out',
  ambiguous_comparison: 'one parameter may need another',
  ambiguous_range: 'one of several may be given',
};

type Findings = readonly { code: string }[];
const areAll = (codes: object, findings: Findings) =>
  findings.length > 0 && findings.every(({ code }) => code in codes);

/** Whether all that a body is refused for is beyond what a schema can say of a value. */
export const isBeyondValues = (findings: Findings): boolean => areAll(beyondValues, findings);
/** Whether all that a request is refused for is beyond what the document can say of fields one by one. */
export const isBeyondFields = (findings: Findings): boolean => areAll(beyondFields, findings);

/** Whether the day is on the calendar: the pattern cannot tell February from March. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The formats as the standards have them that the document names: RFC 9562, RFC 3339. */
const formats = {
  uuid: isUuid,
  date: isDay,
  'date-time': (text: string) => isDay(text.slice(0, 10)),
  // Their patterns say all of it.
  decimal: true,
  password: true,
} as const;

/** The schemas of the document for bodies, as a client would check them before it sends. */
export class BodySchemas {
  private readonly ajv = new Ajv2020({ strict: false, formats, unicodeRegExp: true });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(operations: Operations) {
    this.ajv.addSchema(operations.document, 'api');
  }

  accepts({ body }: Operation, value: unknown): boolean {
    const { $ref } = body as { $ref: string };
    let validate = this.validators.get($ref);
    if (!validate) {
      validate = this.ajv.compile({ $ref: `api${$ref}` });
      this.validators.set($ref, validate);
    }
    return validate(value);
  }
}
