import { expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/index.ts';
import { type Happening, listen, read } from '../simulate.ts';
import { follow, forAllScenarios, measure, usually } from './measured.ts';
import { type Raw, textOf } from './scenarios.ts';

/** Lists whose order means something. */
const ORDERED = new Set(['steps', 'in', 'uniform', 'repoint', 'between']);

/** The same scenario, every map and every free list written backwards. */
function backwards(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => backwards(item));
    return ORDERED.has(key) ? items : items.reverse();
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, backwards(item, name)]),
  );
}

it('reordering the file changes nothing', () => {
  forAllScenarios(25, (text, raw) => {
    const other = JSON.stringify(backwards(raw));
    expect(other).not.toBe(text);
    expect(measure(other)).toEqual(usually(text));
  });
});

const ADDED = 'idle';

/** Without retries: those go on from pass to pass at every evaluation, whoever asked for it. */
const once = (raw: Raw): Raw => ({
  ...raw,
  workloads: Object.fromEntries(
    Object.entries(raw.workloads as Raw).map(([name, workload]) => [name, { ...(workload as Raw), retries: 0 }]),
  ),
});

/** The same with a pool of its own, that has its own users, before and after all others by name. */
function withMore(raw: Raw): Raw {
  const pool = {
    kind: 'ecs',
    in: 'r/a',
    count: 3,
    'capacity-each': '5/s',
    faults: { crash: { mtbf: '20m', repair: { exponential: '3m' }, effect: 'silent' } },
  };
  return {
    ...raw,
    components: { ...(raw.components as Raw), [`0 ${ADDED}`]: pool, [`~ ${ADDED}`]: pool },
    workloads: { ...(raw.workloads as Raw), [`~ ${ADDED}`]: { entry: `0 ${ADDED}`, demand: '10/s', retries: 1 } },
  };
}

/** What happens to what both have, and how long each of their workloads is down. */
function seen(raw: Raw): { happened: Happening[]; down: unknown[] } {
  const model = compileScenario(read(textOf(raw)));
  const happened = listen(model);
  const { workloads } = follow(model, 0, () => {});
  return {
    happened: happened.filter(([, kind, thing]) => ['truth', 'belief'].includes(kind) && !thing.includes(ADDED)),
    down: model.scenario.workloads.flatMap(({ name }, i) => {
      if (name.includes(ADDED)) return [];
      const { unserved, down, durations, phases } = workloads[i]!;
      return [{ name, unserved, down, durations, phases }];
    }),
  };
}

it('an unrelated component shifts nobody else’s draws', () => {
  forAllScenarios(25, (_, raw) => expect(seen(withMore(once(raw)))).toEqual(seen(once(raw))));
});
