import { describe, expect, it } from 'vitest';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.1 (SLB): LVS and Tengine, session synchronisation.

const LVS_LOST = (listener: string) => `{at: 3d, lose: ${listener}/lvs-3, for: 1h}`;
const TENGINE_LOST = '{at: 3d, lose: http/tengine-5, for: 1h}';
const ALL_TENGINE = (listener: string) =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `{at: 3d, lose: ${listener}/tengine-${i}, for: 1h}`).join(', ');
const SECONDS = 20 * 86_400;
/** Seconds' worth of demand that failed. */
const failed = (scenario: ReturnType<typeof calm>, workload: string): number =>
  (1 - (measured(scenario).workloads[workload]!.availability.requests.mean ?? 1)) * SECONDS;
const longOnly = (text: string) => text.replace('long-connections: 60%', 'long-connections: 100%');
const unsynchronised = (text: string) => text.replace('session-sync: true', 'session-sync: false');

describe('the loss of one LVS node of eight', () => {
  it('moves its flows within a second; until then its share of new connections fails', () => {
    const scenario = calm('product-slb-cluster', LVS_LOST('http'));
    expect(failed(scenario, 'page')).toBeCloseTo(1 / 8, 5);
    const [blip] = incidents(scenario, 'page');
    expect(blip!.seconds).toBe(1);
  });

  it('is not seen by a client that tries once more: a share of a share fails, and no incident opens', () => {
    const scenario = calm('product-slb-cluster', LVS_LOST('http'));
    expect(failed(scenario, 'patient')).toBeCloseTo(1 / 64, 5);
    expect(incidents(scenario, 'patient')).toEqual([]);
  });

  it('spares established long connections where sessions are synchronised', () => {
    expect(failed(calm('product-slb-cluster', LVS_LOST('tcp'), longOnly), 'chat')).toBe(0);
    expect(failed(calm('product-slb-cluster', LVS_LOST('tcp')), 'chat')).toBeCloseTo(0.4 / 8, 5);
  });

  it('breaks them where they are not, until their clients are back after 5 s', () => {
    const alone = (text: string) => unsynchronised(longOnly(text));
    expect(failed(calm('product-slb-cluster', LVS_LOST('tcp'), alone), 'chat')).toBeCloseTo(5 / 8, 5);
    const mixed = calm('product-slb-cluster', LVS_LOST('tcp'), unsynchronised);
    expect(failed(mixed, 'chat')).toBeCloseTo((0.4 * 1 + 0.6 * 5) / 8, 5);
  });
});

describe('the loss of a Tengine node', () => {
  it('costs a layer-7 listener its share until LVS has taken it out', () => {
    const [lost] = incidents(calm('product-slb-cluster', TENGINE_LOST), 'page');
    const out = when(lost!, (event) => event.kind === 'belief' && event.target === 'http/tengine-5' && !event.good);
    expect(lost!.seconds).toBe(out);
    expect(out).toBeGreaterThanOrEqual(19);
    expect(out).toBeLessThanOrEqual(21);
    expect(failed(calm('product-slb-cluster', TENGINE_LOST), 'page')).toBeCloseTo(out / 8, 5);
  });

  it('stops a layer-7 listener when all of them are lost, and does nothing to a layer-4 one', () => {
    const both = (text: string) =>
      text.replace('cluster: {lvs: 8, session-sync', 'cluster: {lvs: 8, tengine: 8, session-sync');
    const gone = calm('product-slb-cluster', `${ALL_TENGINE('http')}, ${ALL_TENGINE('tcp')}`, both);
    expect(failed(gone, 'page')).toBeGreaterThan(3599);
    expect(failed(gone, 'chat')).toBe(0);
  });
});

describe('a balancer without a node left', () => {
  it('looks dead to the monitor of a name, which withdraws it', () => {
    const named = (text: string) =>
      text
        .replace(
          'components:',
          'components:\n  www: {kind: dns, ttl: 1s, answers: {tcp: 1, http: 1}, hold-on: {share: 0}, monitor: {}}',
        )
        .replace('chat:    {entry: tcp', 'chat:    {entry: www');
    const lvs = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `{at: 3d, lose: tcp/lvs-${i}, for: 1h}`).join(', ');
    const [lost] = incidents(calm('product-slb-cluster', lvs, named), 'chat');
    const withdrawn = when(
      lost!,
      (event) => event.kind === 'role' && event.role === 'answer' && event.value === 'http',
    );
    expect(lost!.seconds).toBeLessThanOrEqual(withdrawn + 1);
  });
});
