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
