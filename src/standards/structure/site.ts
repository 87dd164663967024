import type { Topology } from '../../scenario/index.ts';
import type { DeclaredSpec } from '../../service/index.ts';
import type { MeasuredDisaster } from '../judge/measured.ts';
import type { Settings } from '../result/index.ts';
import { type DataSet, dataSets } from './data.ts';
import { type NetworkWay, networkWays } from './network.ts';
import { type Standby, standbyOf } from './standby.ts';

/** What drills have shown, and how often a recovery may fail. */
export interface Drilled {
  readonly disasters: readonly MeasuredDisaster[];
  readonly settings: Pick<Settings, 'mayFail'>;
}

/** Everything that the loss of one place is held against. */
export interface Site {
  readonly lost: string;
  readonly topology: Topology;
  readonly data: readonly DataSet[];
  readonly standby: readonly Standby[];
  readonly ways: readonly NetworkWay[];
  readonly declared: DeclaredSpec;
  readonly drilled: Drilled;
}

export function siteOf(lost: string, topology: Topology, drilled: Drilled): Site {
  return {
    lost,
    topology,
    drilled,
    data: dataSets(topology),
    standby: standbyOf(lost, topology),
    ways: networkWays(lost, topology),
    declared: topology.scenario.declared,
  };
}
