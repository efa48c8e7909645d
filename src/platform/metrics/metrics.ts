import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Configuration } from '../config/configuration.js';

/** Seconds: from an answer out of memory to the limit of a statement. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Name, one sentence for the reader of the metrics, and the names of the labels: never one with a value per record. */
interface Description<Label extends string> {
  name: string;
  help: string;
  labels?: readonly Label[];
}

/** What this process counts and measures, for `GET /metrics`. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  constructor({ environment }: Configuration) {
    // Nobody reads them otherwise, and they keep the process watching itself.
    if (environment.METRICS_TOKEN) collectDefaultMetrics({ register: this.registry });
  }

  counter<Label extends string = never>({ labels = [], ...described }: Description<Label>): Counter<Label> {
    return new Counter({ ...described, labelNames: labels, registers: [this.registry] });
  }

  /** @param collect sets the present value whenever the metrics are read */
  gauge<Label extends string = never>(
    { labels = [], ...described }: Description<Label>,
    collect?: (gauge: Gauge<Label>) => void | Promise<void>,
  ): Gauge<Label> {
    const gauge: Gauge<Label> = new Gauge({
      ...described,
      labelNames: labels,
      registers: [this.registry],
      collect: collect && (() => collect(gauge)),
    });
    return gauge;
  }

  /** @param buckets upper bounds; of durations in seconds where left out */
  histogram<Label extends string = never>(
    { labels = [], ...described }: Description<Label>,
    buckets: number[] = DURATIONS,
  ): Histogram<Label> {
    return new Histogram({ ...described, labelNames: labels, buckets, registers: [this.registry] });
  }

  get mediaType(): string {
    return this.registry.contentType;
  }

  /** All of them in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
