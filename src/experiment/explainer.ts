import { toSeconds, type Us } from '../base/index.ts';
import type { Incident } from '../measures/index.ts';
import { type Key, masterKey } from '../random/index.ts';
import { compileScenario, type Model, type Scenario } from '../scenario/index.ts';
import { checkOptions } from './checked-options.ts';
import type { Explanation, Timeline } from './explanation.ts';
import { gather } from './gather.ts';
import type { RunOptions } from './options.ts';
import type { Origin } from './origin.ts';
import { partsOf } from './parts.ts';
import { BlockRun, blank, horizonOf, SLICE } from './replication.ts';
import { byName } from './summary/by-name.ts';
import { Chronicle } from './timeline.ts';
import { Copies, looksBetween, lookThrough, noteShare, Streams } from './topology/index.ts';
import { VERSION } from './version.ts';

/** What led to an incident is told from so long before it; what followed, until so long after. */
const BEFORE = 120_000_000;
const AFTER = 120_000_000;

interface Seen extends Incident {
  readonly replication: number;
}

/** Incidents of one kind that are kept to find a typical one among them. */
const KEPT = 1000;

/** The incidents of one workload that one fault domain has triggered. */
class Sightings {
  readonly workload: string;
  count = 0;
  down = 0;
  private readonly kept: Seen[] = [];
  private longest: Seen | undefined;

  constructor(workload: string) {
    this.workload = workload;
  }

  add(incident: Seen): void {
    this.count += 1;
    this.down += incident.down;
    if (this.kept.length < KEPT) this.kept.push(incident);
    if (this.longest === undefined || lengthOf(incident) > lengthOf(this.longest)) this.longest = incident;
  }

  get worst(): Seen {
    return this.longest!;
  }

  /** One whose length is the median of those kept. */
  get typical(): Seen {
    return [...this.kept].sort((a, b) => lengthOf(a) - lengthOf(b))[Math.ceil(this.kept.length / 2) - 1]!;
  }
}

const lengthOf = (incident: Incident): number => incident.end - incident.start;

/** Looks for the typical and the worst incident of each workload and each class of trigger, then replays them. */
export class Explainer {
  private readonly scenario: Scenario;
  private readonly options: RunOptions;
  private readonly model: Model;
  private readonly master: Key;
  private readonly horizon: Us;
  private readonly sightings = new Map<string, Sightings>();
  /** Of the block at hand, whose end may never come. */
  private fresh: Seen[] = [];
  private blocks = 0;
  private current: BlockRun | undefined;
  done = 0;

  constructor(scenario: Scenario, options: RunOptions) {
    checkOptions('Explainer', options, { runs: 'count', years: 'years' });
    this.scenario = scenario;
    this.options = options;
    this.model = compileScenario(scenario);
    this.master = masterKey(options.seed);
    this.horizon = horizonOf(options.years);
    for (const workload of this.model.meter.workloads) {
      workload.onIncident = (incident) => this.fresh.push({ ...incident, replication: this.model.replication });
    }
  }

  private see(incident: Seen): void {
    const key = `${incident.workload}\n${this.kindOf(incident)}`;
    const known = this.sightings.get(key) ?? new Sightings(incident.workload);
    known.add(incident);
    this.sightings.set(key, known);
  }

  private of(workload: string): Sightings[] {
    return [...this.sightings.values()].filter((kind) => kind.workload === workload).sort((a, b) => b.down - a.down);
  }

  get asked(): number {
    return this.options.runs;
  }

  /** Runs on for a slice; false when nothing is left to do. What counts as done are whole blocks. */
  step(): boolean {
    if (this.done >= this.asked) return false;
    this.current ??= new BlockRun(this.model, this.master, this.blocks++, this.asked, this.horizon);
    if (!this.current.advance(SLICE)) return true;
    this.done += this.current.block.collected.replications;
    this.current = undefined;
    for (const incident of this.fresh) this.see(incident);
    this.fresh = [];
    return this.done < this.asked;
  }

  explanation(origin: Origin): Explanation {
    const seen = byName(
      this.scenario.workloads.map(
        ({ name }) => [name, this.of(name).reduce((sum, kind) => sum + kind.count, 0)] as const,
      ),
    );
    return {
      hasim: VERSION,
      scenario: { name: this.scenario.name, ...origin },
      seed: this.options.seed,
      runs: this.done,
      yearsPerRun: this.options.years,
      seen,
      timelines: this.scenario.workloads.flatMap(({ name }) => this.of(name).flatMap((kind) => this.tellKind(kind))),
    };
  }

  /** Incidents are told apart by what broke. */
  private kindOf({ source }: Seen): string {
    const row = source < 0 ? undefined : this.model.world.sources.list[source];
    return row === undefined ? '' : `${row.class} ${row.domain}`;
  }

  private tellKind({ workload, typical, worst }: Sightings): Timeline[] {
    const told = [this.tell(workload, 'typical', typical)];
    return worst === typical ? told : [...told, this.tell(workload, 'worst', worst)];
  }

  private tell(workload: string, which: 'typical' | 'worst', incident: Seen): Timeline {
    const source = incident.source < 0 ? undefined : this.model.world.sources.list[incident.source];
    return {
      workload,
      which,
      class: source?.class ?? null,
      domain: source?.domain ?? null,
      trigger: source?.name ?? null,
      replication: incident.replication,
      began: incident.start / 1e6,
      seconds: (incident.end - incident.start) / 1e6,
      downSeconds: incident.down / 1e6,
      censored: incident.censored,
      ...this.replay(workload, incident),
    };
  }

  private replay(
    workload: string,
    incident: Seen,
  ): Pick<Timeline, 'until' | 'served' | 'lines' | 'flows' | 'exposures'> {
    const model = compileScenario(this.scenario, { brief: true });
    const to = Math.min(this.horizon, incident.end + AFTER) as Us;
    const from = Math.max(0, incident.start - BEFORE) as Us;
    const streams = new Streams(model);
    const copies = new Copies(model);
    const points: Timeline['served'][number][] = [];
    const watched = this.scenario.workloads.findIndex(({ name }) => name === workload);
    const at = (now: number): number => toSeconds((now - incident.start) as Us);
    const chronicle = new Chronicle(model, {
      from,
      to,
      zero: incident.start,
      cause: incident.source,
    });
    model.world.records.attach(chronicle);
    model.service.attach({
      get watching() {
        return model.meter.watching;
      },
      service: (served) => {
        const { now } = model.world.clocks;
        model.meter.service(served);
        chronicle.service(served);
        noteShare(points, at(Math.max(now, from)), served[watched]!);
        if (now >= from) streams.look(at(now));
      },
    });
    model.replication = incident.replication;
    model.meter.begin(blank(model));
    model.world.begin(model.simulation, this.master, incident.replication);
    lookThrough(model, looksBetween(from, incident.start, to), {
      look: (now) => {
        streams.look(at(now));
        copies.look(at(now));
      },
      ended: (now) => copies.ended(at(now)),
    });
    return {
      until: at(to),
      served: points,
      lines: gather(chronicle.told, partsOf(model.world)),
      flows: streams.changed,
      exposures: copies.told,
    };
  }
}
