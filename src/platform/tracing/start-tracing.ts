import { setTimeout as delay } from 'node:timers/promises';
import { context, diag, DiagLogLevel, propagation, trace } from '@opentelemetry/api';
import type { Environment } from '../config/configuration.js';
import type { Log } from '../logging/log.js';
import { switchSpans } from './spans.js';
import { installStatementSpans } from './statement-spans.js';

/** How long a process that ends waits for a collector to take what is left. */
const FLUSH_LIMIT_MS = 2_000;

export interface TracedProcess {
  version: string;
  /** Which of the programs it is. */
  process: 'api' | 'worker';
}

/**
 * Sends spans to the collector that the settings name, over OTLP; without one nothing is loaded. What goes wrong on the
 * way is a warning in the log and nothing else.
 *
 * @returns what sends the last spans, before the process ends
 */
export async function startTracing(
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER_ARG }: Environment,
  { version, process: name }: TracedProcess,
  log: Log,
): Promise<() => Promise<void>> {
  if (!endpoint) return async () => {};
  const { provider, contexts, propagator } = await load(endpoint, OTEL_TRACES_SAMPLER_ARG, {
    'service.name': OTEL_SERVICE_NAME,
    'service.version': version,
    'bureau.process': name,
  });
  const warn = (message: string) => log.warn({ msg: `Traces: ${message}` });
  diag.setLogger({ error: warn, warn, info() {}, debug() {}, verbose() {} }, DiagLogLevel.WARN);
  context.setGlobalContextManager(contexts);
  propagation.setGlobalPropagator(propagator);
  trace.setGlobalTracerProvider(provider);
  installStatementSpans();
  switchSpans(true);
  return async () => {
    switchSpans(false);
    await Promise.race([
      provider.shutdown().catch((error: unknown) => warn(String(error))),
      delay(FLUSH_LIMIT_MS, undefined, { ref: false }),
    ]);
  };
}

async function load(endpoint: string, share: number, resource: Record<string, string>) {
  const [sdk, { OTLPTraceExporter }, { resourceFromAttributes }, { W3CTraceContextPropagator }, hooks] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/core'),
      import('@opentelemetry/context-async-hooks'),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes(resource),
    // A caller who traces decides for all that follows, as OTEL_TRACES_SAMPLER=parentbased_traceidratio does.
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  });
  return {
    provider,
    contexts: new hooks.AsyncLocalStorageContextManager().enable(),
    propagator: new W3CTraceContextPropagator(),
  };
}
