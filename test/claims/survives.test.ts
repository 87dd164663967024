import { describe, expect, it } from 'vitest';
import { scenarioFiles, scenarioOf } from '../../bench/measured.ts';
import { Drill, parseDuration } from '../../src/index.ts';

// What each architecture of the documents is for: the places that may be lost for a week without its users losing more than hours.

/** The places whose loss leaves users unserved to the end, and why. */
const NOT_SURVIVED: Readonly<Record<string, readonly string[]>> = {
  // One city, one region: white paper, version 2019-07-18, sections 2 and 6.3.
  'a-a': ['cn-beijing'],
  'a-a-simplest': ['cn-beijing'],
  'a-s': ['cn-beijing'],
  'replication-ha': ['cn-beijing'],
  'same-city-recommended': ['cn-beijing'],
  'multi-slb-dns': ['cn-beijing'],
  'multi-zone-slb-rds': ['cn-beijing'],
  'zonal-rds-dts': ['cn-beijing'],
  'cloud-ha': ['cn-hangzhou'],
  'cloud-ha-changes': ['cn-hangzhou'],
  'cloud-redeploy': ['cn-beijing'],
  // The few servers of the standby zone are overloaded (section 1.1).
  'multi-zone-slb': ['cn-beijing', 'cn-beijing/b'],
  // The store stands in one room.
  'multi-room-services-only': ['cn-shenzhen', 'cn-shenzhen/a'],
  // All in one zone, or one room.
  'same-city-general': ['cn-hangzhou', 'cn-hangzhou/h'],
  'single-node': ['cn-beijing', 'cn-beijing/a'],
  'self-built-ha': ['office'],
  // Data are saved, not the servers: sections 1.3 and 6.2.
  'idc-db-to-cloud': ['room'],
  'db-cold-backup': ['idc', 'idc/recovery'],
  'db-hot-backup': ['idc', 'idc/servers'],
  // Any place may be lost.
  'hybrid-active-active': [],
  'hybrid-backup': [],
  'hybrid-dr': [],
  'multi-region-active': [],
  'multi-zone-remote': [],
  'remote-dr': [],
  'traditional-app-replication': [],
  'traditional-cdp': [],
  'traditional-storage-replication': [],
  'two-site-three-centre': [],
  'two-site-three-centre-bank': [],
};

const architectures = scenarioFiles()
  .map((file) => file.replace('.yaml', ''))
  .filter((name) => !/^(product|reference)-/.test(name));

describe('the loss of a place', () => {
  it('is looked at for every architecture', () =>
    expect(Object.keys(NOT_SURVIVED).sort()).toEqual([...architectures].sort()));

  it.each(architectures)('%s goes on after every one but those that it is not built for', (name) => {
    const scenario = scenarioOf(`${name}.yaml`);
    const lost = scenario.places
      .filter(({ path }) => {
        const drill = new Drill(scenario, { seed: '1', times: 2, lostFor: parseDuration('7d')!, fault: path });
        while (drill.step());
        const rows = drill.result({ file: name, sha256: '' }).rows.filter(({ domain }) => domain === path);
        return rows.some(({ workloads }) => workloads.some(({ failed }) => failed.share > 0));
      })
      .map(({ path }) => path);
    expect(lost.sort()).toEqual(NOT_SURVIVED[name]);
  });
});
