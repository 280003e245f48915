import type { Pool } from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the edge counts; no label can hold anything that a caller wrote. */
export interface Metrics {
  readonly registry: Registry;
  readonly operations: Histogram<'kind' | 'outcome'>;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly sockets: Gauge;
  readonly subscriptions: Gauge;
  readonly deliveries: Counter<'outcome'>;
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes the counters of one server, in a registry of its own so that several can live in one process. */
export function makeMetrics(pool: Pool): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  poolGauge(pool, registry);
  return {
    registry,
    operations: new Histogram({
      name: 'kith_operation_seconds',
      help: 'Time of GraphQL operations, by kind and outcome.',
      labelNames: ['kind', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    requests: new Histogram({
      name: 'kith_request_seconds',
      help: 'Time of HTTP requests, by method, route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    }),
    sockets: new Gauge({ name: 'kith_sockets', help: 'Open sockets.', registers }),
    subscriptions: new Gauge({ name: 'kith_subscriptions', help: 'Running subscriptions.', registers }),
    deliveries: new Counter({
      name: 'kith_events_delivered_total',
      help: 'Events read again for a subscriber, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
  };
}

function poolGauge(pool: Pool, registry: Registry): void {
  const gauge = new Gauge({
    name: 'kith_pool_connections',
    help: 'Connections of the request pool, by state.',
    labelNames: ['state'],
    registers: [registry],
    collect: () => {
      gauge.set({ state: 'idle' }, pool.idleCount);
      gauge.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      gauge.set({ state: 'waited_for' }, pool.waitingCount);
    },
  });
}
