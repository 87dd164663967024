import { describe, expect, it } from 'vitest';
import type { Slot } from '../../src/engine/index.ts';
import type { Moments } from '../../src/measures/index.ts';
import { Chain } from './chain.ts';
import { ClockModel } from './jumps.ts';
import { expectNear } from './near.ts';

const MINUTES_A_YEAR = 8_760 * 60;

/** Hours. */
const [MTTF, MTTR, COVERED, UNCOVERED] = [5_000, 4, 30 / 3_600, 15 / 60];

type Rate = readonly [from: string, to: string, rate: number];

/** Two units, one crew; a failure of either starts a failover, which is covered or not. */
function pairChain(coverage: number, clocksRunOn: boolean): Chain {
  const failovers: Rate[] = [
    ['both', 'covered', (2 / MTTF) * coverage],
    ['both', 'uncovered', (2 / MTTF) * (1 - coverage)],
    ['covered', 'one', 1 / COVERED],
    ['uncovered', 'one', 1 / UNCOVERED],
  ];
  const meanwhile = ['covered', 'uncovered'].flatMap((state): Rate[] => [
    [state, 'both', 1 / MTTR],
    [state, 'none', 1 / MTTF],
  ]);
  return new Chain([
    ...failovers,
    ...(clocksRunOn ? meanwhile : []),
    ['one', 'both', 1 / MTTR],
    ['one', 'none', 1 / MTTF],
    ['none', 'one', 1 / MTTR],
  ]);
}
const PAIR_DOWN = ['covered', 'uncovered', 'none'];

/** The same on the engine's clocks: each unit has one for its life, the crew one for the repair. */
class Pair {
  readonly model = new ClockModel();
  private up = 2;
  private readonly lives: readonly Slot[];
  private readonly repair: Slot;
  private readonly short: Slot;
  private readonly long: Slot;
  private readonly broken: number[] = [];
  private readonly covered: () => boolean;
  private readonly clocksRunOn: boolean;

  constructor(coverage: number, clocksRunOn: boolean) {
    const { model } = this;
    this.clocksRunOn = clocksRunOn;
    this.lives = [0, 1].map((unit) => model.delay(`unit ${unit} fails`, MTTF, () => this.failed(unit)));
    this.repair = model.delay('repair', MTTR, () => this.repaired());
    this.short = model.delay('covered failover', COVERED, () => this.failedOver());
    this.long = model.delay('uncovered failover', UNCOVERED, () => this.failedOver());
    this.covered = model.chance('coverage', coverage);
    model.atStart(() => {
      this.up = 2;
      this.broken.length = 0;
      for (const life of this.lives) model.start(life);
    });
  }

  private failed(unit: number): void {
    const { model } = this;
    this.up -= 1;
    this.broken.push(unit);
    model.set(true);
    if (this.up === 0) model.stop(this.short, this.long);
    else model.start(this.covered() ? this.short : this.long);
    if (this.up === 0) return;
    if (this.clocksRunOn) model.start(this.repair);
    else model.stop(...this.lives);
  }

  private failedOver(): void {
    this.model.set(false);
    if (this.clocksRunOn) return;
    this.model.start(this.lives[1 - this.broken[0]!]!);
    this.model.start(this.repair);
  }

  private repaired(): void {
    const { model } = this;
    model.stop(this.short, this.long);
    model.start(this.lives[this.broken.shift()!]!);
    this.up += 1;
    if (this.up === 1) model.start(this.repair);
    model.set(false);
  }
}

describe('detection and failover coverage', () => {
  // Minutes a year: in sequence (during a failover nothing fails and no repair goes on), and with clocks that run on.
  it.each([
    [1, false, 2.4209],
    [1, true, 2.41725],
    [0.95, false, 4.9572],
    [0.95, true, 4.79932],
  ])('coverage %d, clocks run on %s: %d minutes a year', (coverage, clocksRunOn, minutes) => {
    const unavailability = pairChain(coverage, clocksRunOn).share(PAIR_DOWN);
    expect(Math.abs(unavailability * MINUTES_A_YEAR - minutes)).toBeLessThan(5e-5);
    expectNear(new Pair(coverage, clocksRunOn).model.run(1_000, 200), unavailability);
  });

  it('the sequential chain at full coverage is available 0.9999953941', () => {
    expect(1 - pairChain(1, false).share(PAIR_DOWN)).toBeCloseTo(0.9999953941, 10);
    expect(1 - pairChain(0.95, false).share(PAIR_DOWN)).toBeCloseTo(0.9999905685, 10);
  });
});

/** Hours: a node's life, the automatic and the manual switch, the rebuild, and the recovery after the loss of both. */
const [LIFE, SWITCH, MANUAL, REBUILD, BOTH] = [8_760, 30 / 3_600, 1, 4, 12];

function databaseChain(coverage: number, failsDuringSwitch: boolean): Chain {
  const during = ['switching', 'by hand'].map((state): Rate => [state, 'none', 1 / LIFE]);
  return new Chain([
    ['both', 'switching', coverage / LIFE],
    ['both', 'by hand', (1 - coverage) / LIFE],
    ['both', 'alone', 1 / LIFE],
    ['switching', 'alone', 1 / SWITCH],
    ['by hand', 'alone', 1 / MANUAL],
    ...(failsDuringSwitch ? during : []),
    ['alone', 'both', 1 / REBUILD],
    ['alone', 'none', 1 / LIFE],
    ['none', 'both', 1 / BOTH],
  ]);
}
const DATABASE_DOWN = ['switching', 'by hand', 'none'];

/** A primary and a standby on the engine's clocks. */
function database(coverage: number, failsDuringSwitch: boolean): Moments {
  const model = new ClockModel();
  const covered = model.chance('coverage', coverage);
  const primary = model.delay('primary fails', LIFE, () => {
    model.set(true);
    if (model.clocks.armed(rebuild)) lost();
    else {
      if (!failsDuringSwitch) model.stop(standby);
      model.start(covered() ? automatic : manual);
    }
  });
  const standby = model.delay('standby fails', LIFE, () => {
    if (model.clocks.armed(automatic) || model.clocks.armed(manual)) lost();
    else model.start(rebuild);
  });
  const switched = (): void => {
    model.set(false);
    model.stop(standby);
    model.start(primary);
    model.start(rebuild);
  };
  const automatic = model.delay('automatic switch', SWITCH, switched);
  const manual = model.delay('manual switch', MANUAL, switched);
  const rebuild = model.delay('rebuild', REBUILD, () => model.start(standby));
  const recovered = model.delay('recovery of both', BOTH, () => {
    model.set(false);
    model.start(primary);
    model.start(standby);
  });
  const lost = (): void => {
    model.stop(primary, standby, automatic, manual, rebuild);
    model.set(true);
    model.start(recovered);
  };
  model.atStart(() => {
    model.start(primary);
    model.start(standby);
  });
  return model.run(1_500, 285);
}

describe('a primary and a standby', () => {
  it.each([
    [1, false, 1.156176],
    [1, true, 1.15686],
    [0.95, false, 4.128433],
    [0.95, true, 4.132844],
  ])('coverage %d, failures during a switch %s: %d minutes a year', (coverage, failsDuringSwitch, minutes) => {
    const unavailability = databaseChain(coverage, failsDuringSwitch).share(DATABASE_DOWN);
    expect(Math.abs(unavailability * MINUTES_A_YEAR - minutes)).toBeLessThan(5e-7);
    expectNear(database(coverage, failsDuringSwitch), unavailability);
  });
});
