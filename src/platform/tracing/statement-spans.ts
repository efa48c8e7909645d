import { SpanKind } from '@opentelemetry/api';
import { Client } from 'pg';
import { inSpan } from './spans.js';

const attributes = { 'db.system.name': 'postgresql' };

type Query = (this: Client, ...given: unknown[]) => unknown;

/**
 * A span for every statement that the process waits for, under the name it is prepared with, else its first word: texts
 * are long and values may be personal. The driver offers no other place to hook into.
 */
export function installStatementSpans(): void {
  const prototype = Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function query(...given) {
    // What answers in another way than by a promise: callbacks, and rows that are read one after another.
    if (typeof given.at(-1) === 'function' || isSubmitted(given[0])) return original.apply(this, given);
    return inSpan(
      nameOf(given[0]),
      { kind: SpanKind.CLIENT, attributes },
      () => original.apply(this, given) as Promise<unknown>,
    );
  };
}

const isSubmitted = (asked: unknown) => typeof (asked as { submit?: unknown } | undefined)?.submit === 'function';

export function nameOf(asked: unknown): string {
  const { name, text } = typeof asked === 'string' ? { text: asked } : (asked as { name?: string; text?: string });
  return name ?? /[a-z]+/i.exec(text ?? '')?.[0].toUpperCase() ?? 'statement';
}
