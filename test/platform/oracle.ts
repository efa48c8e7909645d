import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Operation, Operations } from './operations.js';
import { curlOf, problemIn, type Received, type Sent, shorten } from './wire.js';

/** What a refusal has to be. */
export interface Expected {
  statuses: readonly number[];
  /** The place, or one inside of it, that a finding points at; undefined when the request is wrong as a whole. */
  pointer?: string;
  /** Statuses outside those that the document promises for every operation are faults, unless told otherwise. */
  documented?: readonly number[];
}

/** Judges answers; keeps nothing. */
export class Oracle {
  private readonly isProblem: ValidateFunction;
  private readonly ajv: Ajv2020;

  constructor(private readonly operations: Operations) {
    this.ajv = new Ajv2020({ strict: false, validateFormats: false });
    this.ajv.addSchema(operations.document, 'api');
    this.isProblem = this.compile({ $ref: '#/components/schemas/ProblemView' });
  }

  /** Whether JSON text is a body that the document describes. */
  accepts(operation: Operation): (json: string) => boolean {
    const validate = this.compile(operation.body as { $ref: string });
    return (json) => validate(JSON.parse(json));
  }

  /** What is wrong with the refusal; undefined when nothing is. */
  faultOf(sent: Sent, received: Received, expected: Expected): string | undefined {
    const { statuses, pointer, documented } = expected;
    const faults = this.formFaults(received);
    if (!statuses.includes(received.status)) faults.push(`status ${received.status}, not ${statuses.join(' or ')}`);
    else if (documented && !documented.includes(received.status))
      faults.push('the document does not promise this status');
    if (pointer !== undefined && faults.length === 0) {
      const places = problemIn(received)!.errors.map((error) => error.pointer);
      const isNamed = places.some((place) => place === pointer || place.startsWith(`${pointer}/`));
      if (!isNamed) faults.push(`points at ${JSON.stringify(places)}, not at ${JSON.stringify(pointer)}`);
    }
    return faults.length === 0 ? undefined : describe(faults, sent, received);
  }

  /** As `faultOf`, for a request that may also be accepted: it must not be a defect. */
  defectOf(sent: Sent, received: Received): string | undefined {
    if (received.status < 300) return undefined;
    const faults = this.formFaults(received);
    if (received.status < 400 || received.status >= 500) faults.push(`status ${received.status}`);
    return faults.length === 0 ? undefined : describe(faults, sent, received);
  }

  /** Every refusal is a problem as the document has it, names itself, and tells nothing of the inside. */
  private formFaults(received: Received): string[] {
    const faults: string[] = [];
    const problem = problemIn(received);
    if (!problem) return [`content type ${received.headers['content-type']}`];
    if (!this.isProblem(problem)) faults.push(`no ProblemView: ${JSON.stringify(this.isProblem.errors)}`);
    if (problem.status !== received.status) faults.push(`status ${problem.status} in the body`);
    if (problem.type !== `urn:bureau:problem:${problem.code}`) faults.push(`type ${problem.type}`);
    if (problem.requestId !== received.headers['request-id']) faults.push('another requestId than Request-Id');
    if (innards.test(received.text)) faults.push('tells of the inside');
    return faults;
  }

  private compile({ $ref }: { $ref: string }): ValidateFunction {
    return this.ajv.compile({ $ref: `api${$ref}` });
  }
}

/** Stacks, files of the program, statements and names of the database. */
const innards =
  /node_modules|\.[jt]s:\d|at Object\.|\b(?:SELECT|INSERT INTO|UPDATE) |SQLSTATE|relation "|column "|violates|syntax error at/;

function describe(faults: string[], sent: Sent, { status, text }: Received): string {
  return `${faults.join('; ')}\n  ${curlOf(sent)}\n  ${status} ${shorten(text, 500)}`;
}

const MOST_SHOWN = 5;

/** Fails with one example of each kind of fault and how often there was one of it. */
export function expectNoFaults(faults: readonly (string | undefined)[]): void {
  const kinds = new Map<string, string[]>();
  for (const fault of faults) {
    if (fault === undefined) continue;
    const kind = fault.split('\n', 1)[0]!;
    kinds.set(kind, [...(kinds.get(kind) ?? []), fault]);
  }
  const shown = [...kinds.values()].slice(0, MOST_SHOWN).map((alike) => `${alike.length} times ${alike[0]}`);
  const more = kinds.size > MOST_SHOWN ? [`… and ${kinds.size - MOST_SHOWN} more kinds`] : [];
  expect([...shown, ...more].join('\n\n')).toBe('');
}
