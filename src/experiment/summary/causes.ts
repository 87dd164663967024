import type { CauseSum, PhaseSum, WholeSum, WorkloadCollected } from '../../measures/index.ts';
import { PHASE_COUNT, PHASE_NAMES } from '../../model/index.ts';
import type { Model } from '../../scenario/index.ts';
import type { Bounds, Cause, PhaseName, WorkloadResult } from '../result/index.ts';
import {
  amountBounds,
  rateBounds,
  type Simulated,
  shareBounds,
  type Total,
  togetherBounds,
  totalOf,
} from './bounds.ts';
import { withCuts } from './cuts.ts';

/** Causes listed one by one; the rest is summed. */
const LISTED = 40;
/** A microsecond, in minutes. */
const MINUTES = 1 / 60e6;

const minutesOf = ({ total }: WholeSum, { years }: Simulated): number => Number(total) / 60e6 / years;

/** Minutes a year by phase, what bounds them, and what bounds the share of all downtime that each is. */
export function phasesOf(collected: WorkloadCollected, simulated: Simulated) {
  const { phases, downTotal } = collected;
  const names: readonly (PhaseName | 'flap')[] = [...PHASE_NAMES, 'flap'];
  const all = names.map((name, i) => [name, Math.min(i, PHASE_COUNT)] as const);
  const of = (phase: number): Total => totalOf(phases[phase]!);
  const lost = all.filter(([name, phase]) => name !== 'flap' && phases[phase]!.runs.seen > 0);
  const down = totalOf(downTotal);
  return {
    minutes: Object.fromEntries(
      all.map(([name, phase]) => [name, minutesOf(phases[phase]!, simulated)]),
    ) as WorkloadResult['phases'],
    bounds: Object.fromEntries(
      all.map(([name, phase]) => [name, amountBounds(of(phase), simulated, MINUTES)]),
    ) as WorkloadResult['intervals']['phases'],
    shares: Object.fromEntries(lost.map(([name, phase]) => [name, shareBounds(of(phase), down, simulated)])),
  };
}

/** The dearest causes one by one, and what the others come to, minutes a year. */
interface Causes {
  readonly listed: readonly Cause[];
  readonly others: number;
  readonly othersBounds: Bounds;
}

interface Named extends Omit<Cause, 'cut' | 'share' | 'phases' | 'intervals'> {
  readonly sum: CauseSum;
  readonly name: string;
}

export function causesOf(
  collected: WorkloadCollected,
  simulated: Simulated,
  { world }: Model,
  blipUnderSeconds: number,
): Causes {
  const group = (id: number): string => (id < 0 ? 'nothing broken' : world.sources.groups[id]!);
  const named = (sum: CauseSum): Named => {
    const trigger = group(sum.trigger);
    const combination = sum.combination.map(([id, count]) => (count > 1 ? `${group(id)} ×${count}` : group(id)));
    const faultClass = world.sources.list.find((source) => source.group === sum.trigger)?.class ?? null;
    return {
      sum,
      name: `${trigger} ${combination.join('+')}`,
      trigger,
      class: faultClass,
      combination,
      minutesPerYear: minutesOf(sum.down, simulated),
      incidentsPerYear: Number(sum.incidents.total) / simulated.years,
    };
  };
  const all = withCuts(collected.causes.list.map(named), blipUnderSeconds).sort(
    (a, b) => b.minutesPerYear - a.minutesPerYear || (a.name < b.name ? -1 : 1),
  );
  const others = all.slice(LISTED);
  return {
    listed: all.slice(0, LISTED).map((one) => causeOf(one, totalOf(collected.downTotal), simulated)),
    others: others.reduce((total, { minutesPerYear }) => total + minutesPerYear, 0),
    othersBounds: togetherBounds(
      others.map(({ sum }) => amountBounds(totalOf(sum.down), simulated, MINUTES)),
      others.map(({ minutesPerYear }) => minutesPerYear),
    ),
  };
}

function causeOf(named: Named & Pick<Cause, 'cut'>, down: Total, simulated: Simulated): Cause {
  const { sum, name: _, ...cause } = named;
  const { phases, incidents } = sum;
  const total = totalOf(sum.down);
  return {
    ...cause,
    share: down.total > 0 ? total.total / down.total : 0,
    phases: byPhase(phases, (spent) => minutesOf(spent, simulated)),
    intervals: {
      share: shareBounds(total, down, simulated),
      minutesPerYear: amountBounds(total, simulated, MINUTES),
      incidentsPerYear: rateBounds(totalOf(incidents), simulated),
      phases: byPhase(phases, (spent) => amountBounds(totalOf(spent), simulated, MINUTES)),
      phaseShares: byPhase(phases, (spent) =>
        shareBounds({ ...totalOf(spent), sums: spent.ofCause }, total, simulated),
      ),
    },
  };
}

const byPhase = <T>(phases: CauseSum['phases'], of: (spent: PhaseSum) => T): Partial<Record<PhaseName, T>> =>
  Object.fromEntries(
    PHASE_NAMES.flatMap((name, phase) => {
      const spent = phases[phase];
      return spent === undefined ? [] : [[name, of(spent)] as const];
    }),
  );
