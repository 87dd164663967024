import { toSeconds, type Us } from '../../base/index.ts';
import type { Copying, Replication } from '../../model/index.ts';
import type { Model } from '../../scenario/index.ts';
import { nodesOf } from './nodes.ts';
import type { ToldExposure } from './result.ts';
import { Serving } from './serving.ts';
import { copiesWithin } from './within.ts';

type Seconds = [at: number, seconds: number | null][];

/** One way in which data come to be there twice. */
interface Line {
  readonly name: string;
  ends(): readonly [from: string, to: string];
  /** The nodes that these are now. */
  nodes(): readonly [from: string | undefined, to: string | undefined];
  /** µs; null where nothing is brought. */
  age(): number | null;
  /** What was seen of it, each direction by itself: a stream may have been turned round. */
  readonly seen: { readonly from: string; readonly to: string; readonly seconds: Seconds }[];
  readonly between: [at: number, from: string, to: string][];
}

/** Notes how far every copy is behind: of replications, of stores that copy to each other, and within stores. */
export class Copies {
  private readonly model: Model;
  private lines: readonly Line[] | undefined;

  constructor(model: Model) {
    this.model = model;
  }

  /** At an instant that is over. Asking draws from chance: the present is put back afterwards. */
  look(at: number): void {
    this.lines ??= this.declared();
    if (this.lines.length === 0) return;
    const { simulation } = this.model;
    const present = simulation.save();
    for (const line of this.lines) see(line, at);
    simulation.restore(present);
  }

  /** When all that is declared stands. */
  private declared(): Line[] {
    const { stores } = this.model.world;
    const nodes = nodesOf(this.model);
    const serving = new Serving(this.model.world, nodes);
    return [
      ...stores.streams.replications.map((one) => this.between(one, serving, (): number | null => ageOf(one))),
      ...stores.streams.copyings.map((one) => this.between(one, serving, () => one.gap().age)),
      ...copiesWithin(this.model, nodes).map(({ store, from, to, age }): Line => {
        // What led once follows the one that has taken over.
        const now = (): readonly [string, string] => {
          const leader = serving.of(store) ?? from;
          return [leader, leader === to ? from : to];
        };
        return { name: store, ends: now, nodes: now, age, seen: [], between: [] };
      }),
    ];
  }

  private between(copying: Copying, serving: Serving, age: Line['age']): Line {
    const { names } = this.model.world.stores;
    const ends = (): readonly [string, string] => [names[copying.source()]!, names[copying.target()]!];
    const nodes = (): ReturnType<Line['nodes']> => {
      const [from, to] = ends();
      return [serving.of(from), serving.of(to)];
    };
    return { name: copying.name, ends, nodes, age, seen: [], between: [] };
  }

  get told(): ToldExposure[] {
    return (this.lines ?? []).flatMap(({ name, seen, between }) =>
      seen.flatMap(({ from, to, seconds }) =>
        seconds.every(([, value]) => value === null) ? [] : [{ replication: name, from, to, seconds, ends: between }],
      ),
    );
  }
}

/** In the direction that it has now; nothing is brought in any other. */
function see({ ends, nodes, age, seen, between }: Line, at: number): void {
  const [from, to] = ends();
  noteEnds(between, at, nodes());
  const now = seen.find((one) => one.from === from && one.to === to) ?? { from, to, seconds: [] };
  if (!seen.includes(now)) seen.push(now);
  for (const one of seen) note(one.seconds, at, one === now ? age() : null);
}

const ageOf = (replication: Replication): number | null => (replication.attached() ? replication.gap().age : null);

function noteEnds(between: Line['between'], at: number, [from, to]: ReturnType<Line['nodes']>): void {
  const last = between.at(-1);
  if (from === undefined || to === undefined || (last?.[1] === from && last[2] === to)) return;
  between.push([at, from, to]);
}

/** What stays as it is needs no point of its own. */
function note(seconds: Seconds, at: number, age: number | null): void {
  const value = age === null || !Number.isFinite(age) ? null : toSeconds(Math.max(0, age) as Us);
  const [before, last] = [seconds.at(-2), seconds.at(-1)];
  if (last?.[0] === at || (last?.[1] === value && before?.[1] === value)) seconds.pop();
  seconds.push([at, value]);
}
