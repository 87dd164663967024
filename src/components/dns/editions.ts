import { formatDuration, SECOND, type Us } from '../../base/index.ts';
import type { Notebook, ProbeSpec } from '../../language/index.ts';

export const DNS_EDITIONS = ['free', 'standard', 'ultimate'] as const;
export type DnsEdition = (typeof DNS_EDITIONS)[number];

interface Bounds {
  /** alibabacloud.com/help/doc-detail/29806: the lowest TTL of each edition. */
  readonly ttl: Us;
  /** help.aliyun.com/en/dns/tcp-health-check-gtm3-0: 1 min, 15 s in the ultimate edition only. */
  readonly interval: Us;
}

const seconds = (count: number): Us => (count * SECOND) as Us;

const BOUNDS: Readonly<Record<DnsEdition, Bounds>> = {
  free: { ttl: seconds(600), interval: seconds(60) },
  standard: { ttl: seconds(60), interval: seconds(60) },
  ultimate: { ttl: seconds(1), interval: seconds(15) },
};
/** The same page: how long a probe may wait, and how many may fail in a row. */
const TIMEOUTS: readonly Us[] = [2, 3, 5, 10].map(seconds);
const MOST_FAILURES = 3;

/** Checks that an edition can be set as it is written. */
export function checkEdition(edition: DnsEdition, ttl: Us, monitor: ProbeSpec | undefined, notes: Notebook): void {
  const bounds = BOUNDS[edition];
  if (ttl < bounds.ttl) {
    const lowest = formatDuration(bounds.ttl);
    notes.error('ttl-below-edition', `the ${edition} edition has no TTL below ${lowest}`, {
      path: ['ttl'],
      expected: `at least ${lowest}, or a larger edition`,
    });
  }
  if (monitor !== undefined) checkMonitor(edition, bounds, monitor, notes.at('monitor'));
}

function checkMonitor(edition: DnsEdition, { interval }: Bounds, monitor: ProbeSpec, notes: Notebook): void {
  const shortest = formatDuration(interval);
  if (monitor.interval < interval) {
    notes.error('interval-below-edition', `the ${edition} edition probes no more often than every ${shortest}`, {
      path: ['interval'],
      expected: `at least ${shortest}, or a larger edition`,
    });
  }
  if (!TIMEOUTS.includes(monitor.timeout)) {
    notes.error('no-such-timeout', 'a probe of the traffic manager waits 2, 3, 5 or 10 s', {
      path: ['timeout'],
      expected: '2s, 3s, 5s or 10s',
    });
  }
  if (monitor.unhealthy > MOST_FAILURES) {
    notes.error('too-many-failures', 'a probe of the traffic manager fails 1 to 3 times in a row', {
      path: ['unhealthy'],
      expected: '1, 2 or 3',
    });
  }
}
