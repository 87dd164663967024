import { toSeconds, type Us } from '../base/index.ts';
import { DECIDE, type Phase, SWITCH, type Thing, type World } from '../model/index.ts';
import type { TimelineEvent } from './explanation.ts';

type SwitchingEvent = Extract<TimelineEvent, { kind: 'switching' }>;

const TOLD: ReadonlyMap<Phase, SwitchingEvent['phase']> = new Map([
  [DECIDE, 'decide'],
  [SWITCH, 'switch'],
]);

interface Doing {
  readonly phase: SwitchingEvent['phase'] | undefined;
  readonly since: Us;
}

/** Watches what products do about losses by themselves, from the end of one instant to that of the next. */
export class Switching {
  private readonly world: World;
  private readonly doing = new Map<Thing, Doing>();

  constructor(world: World) {
    this.world = world;
  }

  /** What has begun and what has ended at this instant. */
  look(): SwitchingEvent[] {
    const { clocks, truth, workforce } = this.world;
    return [...workforce.products].flatMap(([thing, product]) => {
      const phase = TOLD.get(product.phase(thing));
      const { phase: before, since } = this.doing.get(thing) ?? { phase: undefined, since: clocks.now };
      if (phase === before) return [];
      this.doing.set(thing, { phase, since: clocks.now });
      const said = (one: SwitchingEvent['phase'] | undefined, seconds: number | null): SwitchingEvent[] =>
        one === undefined ? [] : [{ kind: 'switching', thing: truth.name(thing), phase: one, seconds }];
      return [...said(before, toSeconds((clocks.now - since) as Us)), ...said(phase, null)];
    });
  }
}
