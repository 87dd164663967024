import { toSeconds, type Us } from '../../base/index.ts';
import { IDLE, PHASE_NAMES, type ServiceMeter } from '../../model/index.ts';
import type { Model } from '../../scenario/index.ts';
import { type Parts, partsOf } from '../parts.ts';
import type { PhaseName } from '../result/index.ts';
import type { Chronicle } from '../timeline.ts';
import { Copies, noteShare, type Onlooker, Streams } from '../topology/index.ts';
import type { PhaseSpan, Point } from './timeline.ts';

interface Blame {
  readonly phase: PhaseName;
  readonly on: string | null;
}

/** One workload while a drill is told. */
class Track {
  readonly served: Point[] = [];
  readonly spans: PhaseSpan[] = [];
  private since = 0;
  private blame: Blame | undefined;

  lost(at: number, blame: Blame | undefined): void {
    const { blame: before } = this;
    if (before?.phase === blame?.phase && before?.on === blame?.on) return;
    if (before !== undefined && at > this.since) this.spans.push({ from: this.since, to: at, ...before });
    this.since = at;
    this.blame = blame;
  }
}

/** Watches one drill that is run again, and writes down what happened to whom. */
export class Teller implements ServiceMeter, Onlooker {
  readonly chronicle: Chronicle;
  readonly tracks: readonly Track[];
  private readonly model: Model;
  private readonly from: Us;
  private readonly zero: Us;
  readonly parts: Parts;
  readonly streams: Streams;
  readonly copies: Copies;

  /** From `from` on; times are told from `zero`, when the fault strikes. */
  constructor(model: Model, chronicle: Chronicle, from: Us, zero: Us) {
    this.from = from;
    this.model = model;
    this.chronicle = chronicle;
    this.zero = zero;
    this.tracks = model.scenario.workloads.map(() => new Track());
    this.parts = partsOf(model.world);
    this.streams = new Streams(model);
    this.copies = new Copies(model);
    model.world.records.attach(chronicle);
    model.service.attach(this);
  }

  get watching(): boolean {
    return this.model.meter.watching;
  }

  service(served: Float64Array): void {
    this.model.meter.service(served);
    this.chronicle.service(served);
    const { now } = this.model.world.clocks;
    const at = toSeconds((Math.max(now, this.from) - this.zero) as Us);
    for (const [i, track] of this.tracks.entries()) {
      noteShare(track.served, at, served[i]!);
      track.lost(at, this.model.meter.workloads[i]!.below ? this.blameOf(i) : undefined);
    }
    if (now >= this.from) this.streams.look(at);
  }

  wrong(shares: Float64Array): void {
    this.model.meter.wrong(shares);
  }

  private blameOf(workload: number): Blame {
    const { service, world } = this.model;
    const { thing, phase } = service.worst(workload);
    const whole = thing < 0 ? thing : world.truth.whole(thing);
    const now = phase === IDLE ? world.workforce.phase(thing, whole) : phase;
    return { phase: PHASE_NAMES[now]!, on: thing < 0 ? null : world.truth.name(thing) };
  }

  /** Notes what goes where, and how far copies are behind. */
  look(now: Us): void {
    const at = toSeconds((now - this.zero) as Us);
    this.streams.look(at);
    this.copies.look(at);
  }

  ended(now: Us): void {
    this.copies.ended(toSeconds((now - this.zero) as Us));
  }
}
