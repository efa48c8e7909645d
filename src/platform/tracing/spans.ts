import {
  type Attributes,
  context,
  type Link,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { nameOfFailure } from './failure-name.js';

// What the rest of Bureau knows of OpenTelemetry. Without a collector nothing below costs more than asking whether there is one.

let exporting = false;

/** Spans are made from now on, or no more. */
export function switchSpans(on: boolean): void {
  exporting = on;
}

/** Whether the settings name a collector. */
export function spansAreMade(): boolean {
  return exporting;
}

export interface SpanOptions {
  kind?: SpanKind;
  /** Ids and names alone: what callers send, texts and values of statements stay out of spans. */
  attributes?: Attributes;
  /** Work for several at once: it begins a trace of its own that points to theirs. */
  onBehalfOf?: readonly (SpanReference | undefined)[];
}

/** Points to a span that goes on elsewhere. */
export type SpanReference = Link;

/** The span that is going on here, if any. */
export function presentSpan(): SpanReference | undefined {
  const present = exporting ? trace.getSpanContext(context.active()) : undefined;
  return present && { context: present };
}

/** Id of the trace that this process takes part in here; none without a collector. */
export function presentTraceId(): string | undefined {
  return presentSpan()?.context.traceId;
}

/** Does the work in a span of this name, which ends with it and tells whether it failed. */
export function inSpan<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T> {
  if (!exporting) return work();
  const { kind = SpanKind.INTERNAL, attributes, onBehalfOf } = options;
  const parent = onBehalfOf ? ROOT_CONTEXT : context.active();
  const links = onBehalfOf?.filter((link) => link !== undefined);
  return tracer().startActiveSpan(name, { kind, attributes, links }, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      markFailed(span, nameOfFailure(error));
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The name tells what failed; messages may hold values, so they stay out. */
export function markFailed(span: Span, name: string): void {
  span.setAttribute('error.type', name);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

export const tracer = () => trace.getTracer('bureau');
