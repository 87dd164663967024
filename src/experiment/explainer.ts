import type { Us } from '../base/index.ts';
import { type Incident, Tally } from '../measures/index.ts';
import { type Key, masterKey } from '../random/index.ts';
import { compileScenario, type Model, type Scenario } from '../scenario/index.ts';
import type { Explanation, Timeline, TimelineLine } from './explanation.ts';
import { horizonOf, replicate, runBlock } from './replication.ts';
import type { Origin, RunOptions } from './run.ts';
import { Chronicle } from './timeline.ts';
import { VERSION } from './version.ts';

/** What led to an incident is told from so long before it; what followed, until so long after. */
const BEFORE = 120_000_000;
const AFTER = 120_000_000;

interface Seen extends Incident {
  readonly replication: number;
}

/** Looks for the typical and the worst incident of each workload and each class of trigger, then replays them. */
export class Explainer {
  private readonly scenario: Scenario;
  private readonly options: RunOptions;
  private readonly model: Model;
  private readonly master: Key;
  private readonly horizon: Us;
  private readonly incidents: Seen[] = [];
  private block = 0;
  done = 0;

  constructor(scenario: Scenario, options: RunOptions) {
    this.scenario = scenario;
    this.options = options;
    this.model = compileScenario(scenario);
    this.master = masterKey(options.seed);
    this.horizon = horizonOf(options.years);
    for (const workload of this.model.meter.workloads) {
      workload.onIncident = (incident) => this.incidents.push({ ...incident, replication: this.model.replication });
    }
  }

  get asked(): number {
    return this.options.runs;
  }

  step(): boolean {
    if (this.done >= this.asked) return false;
    const block = runBlock(this.model, this.master, this.block++, this.asked, this.horizon);
    this.done += block.collected.replications;
    return this.done < this.asked;
  }

  explanation(origin: Origin): Explanation {
    const seen = Object.fromEntries(
      this.scenario.workloads.map(({ name }) => [name, this.incidents.filter((incident) => incident.workload === name).length]),
    );
    return {
      hasim: VERSION,
      scenario: { name: this.scenario.name, ...origin },
      seed: this.options.seed,
      runs: this.done,
      yearsPerRun: this.options.years,
      seen,
      timelines: this.scenario.workloads.flatMap(({ name }) => this.of(name)),
    };
  }

  /** By what broke: the worst incident of each fault domain, and one whose length is the median of its kind. */
  private of(workload: string): Timeline[] {
    const groups = new Map<string, Seen[]>();
    for (const incident of this.incidents) {
      if (incident.workload !== workload) continue;
      const key = this.kindOf(incident);
      groups.set(key, [...(groups.get(key) ?? []), incident]);
    }
    const ranked = [...groups.values()].sort((a, b) => total(b) - total(a));
    return ranked.flatMap((group) => this.tellGroup(workload, group));
  }

  private kindOf({ source }: Seen): string {
    const row = source < 0 ? undefined : this.model.world.sources.list[source];
    return row === undefined ? '' : `${row.class} ${row.domain}`;
  }

  private tellGroup(workload: string, group: readonly Seen[]): Timeline[] {
    const byLength = [...group].sort((a, b) => a.end - a.start - (b.end - b.start));
    const lengths = new Tally();
    for (const incident of byLength) lengths.add(incident.end - incident.start);
    const typical = byLength[Math.ceil(byLength.length / 2) - 1]!;
    const worst = byLength.at(-1)!;
    const told = [this.tell(workload, 'typical', typical)];
    if (worst !== typical) told.push(this.tell(workload, 'worst', worst));
    return told;
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
      lines: this.replay(incident),
    };
  }

  private replay(incident: Seen): TimelineLine[] {
    const model = compileScenario(this.scenario);
    const to = Math.min(this.horizon, incident.end + AFTER) as Us;
    const chronicle = new Chronicle(model, (incident.start - BEFORE) as Us, to, incident.start);
    model.world.records.attach(chronicle);
    model.service.attach({
      get watching() {
        return model.meter.watching;
      },
      service: (served, now) => {
        model.meter.service(served, now);
        chronicle.service(served);
      },
    });
    replicate(model, this.master, incident.replication, this.horizon);
    return gather(chronicle.lines);
  }
}

const total = (incidents: readonly Seen[]): number => incidents.reduce((sum, incident) => sum + incident.down, 0);

/** Many instances that break for one cause at one instant are one line. */
function gather(lines: readonly TimelineLine[]): TimelineLine[] {
  const out: TimelineLine[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const merged = last === undefined ? undefined : merge(last, line);
    if (merged === undefined) out.push(line);
    else out[out.length - 1] = merged;
  }
  return out;
}

const partOf = (thing: string): string => thing.replace(/\/\d+$/, '');

function merge(a: TimelineLine, b: TimelineLine): TimelineLine | undefined {
  if (a.at !== b.at || b.event.kind !== 'truth' || partOf(b.event.thing) === b.event.thing) return undefined;
  const of = partOf(b.event.thing);
  const first = a.event;
  if (first.kind === 'truth' && partOf(first.thing) === of && first.thing !== of && first.manner === b.event.manner) {
    return { at: a.at, event: { kind: 'truths', of, count: 2, manner: first.manner, cause: first.cause } };
  }
  if (first.kind === 'truths' && first.of === of && first.manner === b.event.manner) {
    return { at: a.at, event: { ...first, count: first.count + 1 } };
  }
  return undefined;
}

