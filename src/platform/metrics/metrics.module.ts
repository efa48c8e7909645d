import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics.js';
import { PoolMetrics } from './pool-metrics.js';
import { RequestMetrics } from './request-metrics.js';

@Global()
@Module({ providers: [Metrics, PoolMetrics, RequestMetrics], exports: [Metrics, RequestMetrics] })
export class MetricsModule {}
