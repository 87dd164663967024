import { describe, expect, it } from 'vitest';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud solution page "highly available architecture on the cloud", collected 2026-02-03: deployed from a template in 35 minutes.

const DARK = '{at: 3d 2m, lose: cn-beijing/a, for: 12h}';
const sure = (size: string) => (text: string) =>
  text
    .replaceAll('size: 50GB', `size: ${size}`)
    .replace('copy-to: cn-beijing/b', 'copy-to: cn-beijing/b, unusable: 0%, locate: 10m')
    .replace('decided-by: {people: on-call}', 'decided-by: {people: on-call, takes: 30m}');
const told = (size: string) => calm('cloud-redeploy', DARK, sure(size));

describe('a system deployed anew from its template', () => {
  it('takes the 35 minutes of the template, then as long as its data', () => {
    const [lost] = incidents(told('50GB'), 'page');
    const at = (step: string, event: string) =>
      when(lost!, (one) => one.kind === 'plan' && one.step === step && one.event === event);
    expect(at('start app-b', 'end') - at('start app-b', 'begin')).toBeCloseTo(35 * 60, 6);
    // 50 GB at 50 MB/s, beside finding the backup and replaying its log.
    expect(at('restore db-b', 'end') - at('restore db-b', 'begin')).toBeGreaterThan(1_000 + 600);
    expect(lost!.class).toBe('zone');
  });

  it('is back later the more data there are, a second for 50 MB', () => {
    const rto = (size: string) => measured(told(size)).workloads['page']!.rtoSeconds[0]!.max!;
    expect(rto('100GB') - rto('50GB')).toBeCloseTo(1_000, -1);
    expect(rto('50GB')).toBeGreaterThan((15 + 30 + 35) * 60);
  });

  it('loses what was written since the last log that had been shipped: of five minutes, two', () => {
    const { rpoSeconds, writesLostPerYear } = measured(told('50GB')).stores['db-b']!;
    expect(rpoSeconds).toMatchObject([{ class: 'zone', max: 120 }]);
    expect(writesLostPerYear * (20 / 365)).toBeCloseTo(200 * 120, 3);
  });
});

describe('the way home after the zone has been repaired', () => {
  const again = (zone: string) => `${DARK}, {at: 12d, lose: cn-beijing/${zone}, for: 2h}`;
  const all = (faults = DARK) => incidents(calm('cloud-redeploy', faults, sure('50GB')), 'page');

  it('is work on purpose: writes stop, 50 GB are copied at 80 MB/s, and the old database takes over', () => {
    expect(all().map((incident) => incident.class)).toEqual(['zone', 'plan']);
    // Stop 10 s, copy 625 s, promote and repoint a minute each.
    expect(all()[1]!.seconds).toBeCloseTo(10 + 625 + 60 + 60, 6);
    const { planned } = measured(told('50GB')).workloads['page']!.availability;
    expect(planned.mean! * 20 * 86_400).toBeCloseTo(755, 3);
  });

  it('loses nothing: what was lost was lost with the zone', () => {
    const { stores } = measured(told('50GB'));
    expect(stores['db-a']).toMatchObject({ recoveries: 0, writesLostPerYear: 0, orphanedPerYear: 0 });
    expect(stores['db-a']!.splitBrain).toMatchObject({ perYear: 0, conflictingWritesPerYear: 0 });
    expect(stores['db-b']!.writesLostPerYear * (20 / 365)).toBeCloseTo(200 * 120, 3);
  });

  it('ends at home: from then on the other zone may be lost, and the home zone may not', () => {
    expect(all(again('b')).map((incident) => incident.class)).toEqual(['zone', 'plan']);
    const lost = measured(calm('cloud-redeploy', again('a'), sure('50GB'))).workloads['page']!;
    expect(lost.rtoSeconds).toMatchObject([{ class: 'zone', domain: 'cn-beijing/a', count: 2 }]);
    const other = measured(calm('cloud-redeploy', again('b'), sure('50GB'))).workloads['page']!;
    expect(other.rtoSeconds).toMatchObject([{ class: 'zone', domain: 'cn-beijing/a', count: 1 }]);
  });
});

describe('a backup that is copied into another region', () => {
  const far = (text: string) =>
    sure('50GB')(text)
      .replace(/\{cn-beijing: \{price: \{[^}]*\}, a: \{\}, b: \{\}\}\}/, '{cn-beijing: {a: {}}, cn-shanghai: {b: {}}}')
      .replaceAll('cn-beijing/b', 'cn-shanghai/b');
  const region = '{at: 3d 2m, lose: cn-beijing, for: 12h}';

  it('is restored there when the region is lost, and leaves behind what was written since the last log that had come over', () => {
    const result = measured(calm('cloud-redeploy', region, far));
    expect(result.workloads['page']!.rtoSeconds[0]!.max!).toBeLessThan(10 * 3_600);
    const [rpo] = result.stores['db-b']!.rpoSeconds;
    expect(rpo).toMatchObject({ class: 'region', domain: 'cn-beijing', count: 1 });
    // A copy takes an hour to come over; of the log of five minutes, two.
    expect(rpo!.max!).toBe(3_600 + 120);
  });

  it('and not where the copies stay in the region: then service comes back with the region', () => {
    const near = (text: string) => far(text).replace('copy-to: cn-shanghai/b, ', '');
    const { rtoSeconds } = measured(calm('cloud-redeploy', region, near)).workloads['page']!;
    expect(rtoSeconds[0]!.max ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(12 * 3_600);
  });
});

it('costs what the document says: 20 yuan and 35 minutes', () => {
  const { cost } = measured(calm('cloud-redeploy', ''));
  expect(cost).toMatchObject({ currency: 'CNY', once: 20 });
  expect(JSON.stringify(cost)).toContain(String(35 * 60));
});
