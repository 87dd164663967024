import { bindSingles } from '../base/index.ts';
import { declareComponent } from '../components/index.ts';
import { DEFAULT_LIMITS, type Limits, type Simulation } from '../engine/index.ts';
import { compileFaults } from '../faults/index.ts';
import { Meter } from '../measures/index.ts';
import { type ProbeMode, World } from '../model/index.ts';
import { compileMaintenance, compilePlans } from '../plans/index.ts';
import { Service } from '../service/index.ts';
import { watchLags } from './lags.ts';
import type { Scenario } from './scenario.ts';
import { servedAmong } from './served.ts';
import { addPlaces, lineOf } from './structure/ground.ts';

export interface CompileOptions {
  /** Default: elided. */
  readonly probes?: ProbeMode;
  /** Evaluate service after every instant: slow, and must change no number. */
  readonly evaluateAlways?: boolean;
  readonly limits?: Limits;
  /** A few short replications are all that it will run: it is compiled faster. Changes no number. */
  readonly brief?: boolean;
  /** This thread simulates nothing else for long, neither before nor after: then {@link bindSingles} makes it faster. Changes no number. */
  readonly alone?: boolean;
}

/** A scenario that can be simulated. */
export interface Model {
  readonly scenario: Scenario;
  readonly world: World;
  readonly simulation: Simulation;
  readonly service: Service;
  readonly meter: Meter;
  /** The replication that runs, or ran last. */
  replication: number;
}

/** Turns a scenario into a simulation. The order in the file changes nothing: every list is sorted by name. */
export function compileScenario(scenario: Scenario, options: CompileOptions = {}): Model {
  const world = new World({
    probes: options.probes ?? 'elided',
    start: scenario.start,
    limits: options.limits ?? DEFAULT_LIMITS,
    brief: options.brief ?? false,
  });
  declarePlaces(world, scenario);
  const parts = scenario.components.map((component) => declareComponent(component, world));
  world.allocate();
  const service = new Service(world, scenario.workloads, { evaluateAlways: options.evaluateAlways ?? false });
  for (const part of parts) part.wire();
  watchLags(world, scenario);
  compileFaults(world, scenario);
  compilePlans(world, scenario);
  compileMaintenance(world, scenario.maintenance);
  world.allocateSources();
  service.open();
  const meter = new Meter(world, service, scenario.workloads, servedAmong(world.stores.names, scenario));
  service.attach(meter);
  const simulation = world.seal(service.entrances);
  service.seal();
  if (options.alone === true) bindSingles({ world, simulation, service, meter });
  return { scenario, world, simulation, service, meter, replication: 0 };
}

function declarePlaces(world: World, { places, links }: Scenario): void {
  for (const { path, id } of addPlaces(world.places, places)) world.wholes.set(path, world.truth.add(path, id));
  for (const link of links) {
    const { name, bandwidth, latency } = link;
    const thing = world.truth.add(name, 0);
    world.wholes.set(name, thing);
    world.sight.addLink({
      thing,
      ...lineOf(link, world.places),
      bandwidth: bandwidth ?? Number.POSITIVE_INFINITY,
      latency,
    });
  }
}
