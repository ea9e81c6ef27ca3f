import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  observe(route: string, status: number, ms: number): void;
  text(): Promise<{ body: string; contentType: string }>;
};

/** For Prometheus. Labels are routes, not addresses: their number is fixed. */
export function openMetrics(watching: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'otklik_http_requests_total',
    help: 'HTTP requests by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'otklik_http_request_seconds',
    help: 'Duration of HTTP requests by route',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  const streams = new Gauge({
    name: 'otklik_live_streams',
    help: 'Open live streams',
    registers: [],
    collect() {
      this.set(watching());
    },
  });
  registry.registerMetric(streams);
  return {
    observe(route, status, ms) {
      requests.inc({ route, status });
      seconds.observe({ route }, ms / 1000);
    },
    text: async () => ({ body: await registry.metrics(), contentType: registry.contentType }),
  };
}
