import { expect, it, vi } from 'vitest';
import { PHASE_COUNT, Rotation } from '../../src/model/index.ts';
import { compileScenario, type Model } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { follow, forAllScenarios, HORIZON } from './measured.ts';
import { type Course, outages, servedShare } from './outages.ts';

/** What each workload was served, from the evaluations themselves. */
function courses({ service, meter, scenario, world }: Model): Course[] {
  const seen = scenario.workloads.map((): [number, number][] => []);
  service.attach({
    get watching() {
      return meter.watching;
    },
    service: (served) => {
      for (const [i, course] of seen.entries()) course.push([world.clocks.now, served[i]!]);
      meter.service(served);
    },
  });
  return seen;
}

it('up + downtime by phase = up + downtime by cause = horizon, to the microsecond', () => {
  forAllScenarios(35, (text) => {
    const model = compileScenario(read(text));
    const seen = courses(model);
    const { workloads } = follow(model, 0, () => {});
    for (const [i, levels] of model.scenario.workloads.entries()) {
      const [measured, truth] = [workloads[i]!, outages(seen[i]!, levels, HORIZON)];
      const phases = measured.phases.map(({ total }) => total);
      const up = BigInt(HORIZON - truth.down);
      expect(up + phases.slice(0, PHASE_COUNT).reduce((sum, span) => sum + span, 0n)).toBe(BigInt(HORIZON));
      expect(up + [...measured.causes.list].reduce((sum, { down }) => sum + down.total, 0n)).toBe(BigInt(HORIZON));
      for (const { down, phases: spent } of measured.causes.list) {
        expect(spent.reduce((sum, phase) => sum + (phase?.total ?? 0n), 0n)).toBe(down.total);
      }
      for (const [phase, total] of phases.slice(0, PHASE_COUNT).entries()) {
        const byCause = measured.causes.list.map(({ phases: spent }) => spent[phase]?.total ?? 0n);
        expect(byCause.reduce((sum, one) => sum + one, 0n)).toBe(total);
      }
      expect(up + measured.downTotal.total).toBe(BigInt(HORIZON));
      expect(phases[PHASE_COUNT]).toBe(BigInt(truth.flap));
      expect([...measured.durations.sorted()]).toEqual([...truth.lengths].sort((a, b) => a - b));
      expect(measured.censored).toBe(truth.open);
      expect(measured.incidents).toBe(truth.lengths.length + truth.open);
      expect([...measured.causes.list].reduce((sum, { incidents }) => sum + incidents.total, 0n)).toBe(
        BigInt(measured.incidents),
      );
      expect(measured.unserved.mean).toBeCloseTo(1 - servedShare(seen[i]!, HORIZON), 10);
    }
  });
});

it('served + lost = demand at every instant, where clients do not try again', () => {
  forAllScenarios(30, (text) => {
    const model = compileScenario(read(text));
    const { flow } = model.world;
    let lost = 0;
    const lose = flow.lose.bind(flow);
    flow.lose = (thing, amount, phase) => {
      if (amount > 0) lost += amount;
      lose(thing, amount, phase);
    };
    follow(model, 0, () => {
      for (const [i, { retries }] of model.scenario.workloads.entries()) {
        if (retries > 0 || model.service.share(i) === 1) continue;
        model.service.enact();
        lost = 0;
        model.service.judge(i);
        expect(model.service.share(i) + lost).toBeCloseTo(1, 9);
      }
    });
  });
});

/** Things with faults of their own: parts of components, places and links. */
function struck({ world, scenario }: Model): number[] {
  const wholes = [...scenario.places.map(({ path }) => path), ...scenario.links.map(({ name }) => name)];
  const own = scenario.components.flatMap(({ name }) => world.units.get(name)!);
  return [...own, ...wholes.map((name) => world.wholes.get(name)!)];
}

it('what is kept as counts is what counting again gives', () => {
  const bindNode = Rotation.prototype.bindNode;
  const rotations = new Set<Rotation>();
  vi.spyOn(Rotation.prototype, 'bindNode').mockImplementation(function (this: Rotation, node) {
    rotations.add(this);
    bindNode.call(this, node);
  });
  forAllScenarios(30, (text) => {
    rotations.clear();
    const model = compileScenario(read(text));
    expect(rotations.size).toBeGreaterThan(0);
    const { truth, sources } = model.world;
    const things = struck(model);
    const wrong: string[] = [];
    follow(model, 0, (now) => {
      for (const thing of things) {
        if (truth.manner[thing] !== truth.recount(thing)) wrong.push(`${truth.name(thing)} at ${now}`);
      }
      for (const rotation of rotations) {
        if (rotation.memo().join() !== rotation.recount().join()) wrong.push(`a rotation at ${now}`);
      }
      if (sources.active.some((count) => count < 0)) wrong.push(`a source at ${now}`);
    });
    expect(wrong).toEqual([]);
  });
  vi.restoreAllMocks();
});
