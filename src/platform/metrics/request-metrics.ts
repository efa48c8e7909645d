import { Injectable } from '@nestjs/common';
import type { EndedRequest, RequestObserver } from '../http/observe-requests.js';
import { Metrics } from './metrics.js';

/** How long requests take, by route and outcome, and how many run. */
@Injectable()
export class RequestMetrics implements RequestObserver {
  private readonly durations;
  private readonly running;

  constructor(metrics: Metrics) {
    this.durations = metrics.histogram({
      name: 'bureau_http_request_duration_seconds',
      help: 'Time from the head of a request to the end of its answer.',
      labels: ['method', 'route', 'status_class'],
    });
    this.running = metrics.gauge({
      name: 'bureau_http_requests_in_flight',
      help: 'Requests that have no answer yet.',
    });
  }

  began(): void {
    this.running.inc();
  }

  ended({ method, route = 'none', status, durationMs }: EndedRequest): void {
    this.running.dec();
    const statusClass = status === undefined ? 'none' : `${Math.floor(status / 100)}xx`;
    this.durations.observe({ method, route, status_class: statusClass }, durationMs / 1000);
  }
}
