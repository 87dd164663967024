import { expect, it } from 'vitest';
import type { FlowGraph } from '../../src/model/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { follow, forAllScenarios, measure, sums, usually } from './measured.ts';

it('literal probes and elided ones give the same trace and the same sums', () => {
  forAllScenarios(20, (text) => expect(sums(measure(text, { probes: 'literal' }))).toEqual(sums(usually(text))));
});

it('evaluating service always and when something relevant has changed are the same to the last bit', () => {
  forAllScenarios(25, (text) => expect(measure(text, { evaluateAlways: true })).toEqual(usually(text)));
});

it('a model that keeps little of what it has met gives the same bytes', () => {
  forAllScenarios(10, (text) => expect(measure(text, { brief: true })).toEqual(usually(text)));
});

it('a model that is alone in its thread, whose methods are bound to what there is one of, gives the same bytes', () => {
  forAllScenarios(15, (text) => expect(measure(text, { alone: true })).toEqual(usually(text)));
});

it('the same seed gives the same bytes, in another model of the same scenario too', () => {
  forAllScenarios(10, (text) => expect(measure(text)).toEqual(usually(text)));
});

/** What nodes have written about themselves. */
const rows = ({ good, slow, each, stored, reach, slowest }: FlowGraph) =>
  [good, slow, each, stored, reach, slowest].map((column) => column.join()).join(';');

it('what the nodes have written of themselves is what they would write now', () => {
  forAllScenarios(25, (text) => {
    const model = compileScenario(read(text));
    const { flow } = model.world;
    const stale: (readonly string[])[] = [];
    follow(model, 0, () => {
      flow.freshen();
      const before = rows(flow);
      for (const node of flow.nodes) node.refill();
      if (rows(flow) !== before) stale.push([before, rows(flow)]);
    });
    expect(stale).toEqual([]);
  });
});
