import { toSeconds, type Us } from '../../base/index.ts';
import type { Copying } from '../../model/index.ts';
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
  /** Whether anything is brought. */
  isOpen(): boolean;
  /** µs. May draw from chance. */
  age(): number;
  /** What was seen of it, each direction by itself: a stream may have been turned round. */
  readonly seen: { readonly from: string; readonly to: string; readonly seconds: Seconds }[];
  readonly between: [at: number, from: string, to: string][];
  /** How it stood when it was looked at last. */
  stood: Stand | undefined;
}

interface Stand {
  readonly ends: readonly [from: string, to: string];
  readonly nodes: ReturnType<Line['nodes']>;
  readonly isOpen: boolean;
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

  /** At the end of an instant between two looks: what begins, ends, or is turned round there has a point there. */
  ended(at: number): void {
    if (this.lines?.some(hasTurned) === true) this.look(at);
  }

  /** When all that is declared stands. */
  private declared(): Line[] {
    const { stores } = this.model.world;
    const nodes = nodesOf(this.model);
    const serving = new Serving(this.model.world, nodes);
    return [
      ...stores.streams.replications.map((one) => this.between(one, serving, () => one.attached())),
      ...stores.streams.copyings.map((one) => this.between(one, serving, always)),
      ...copiesWithin(this.model, nodes).map(({ store, from, to, age }): Line => {
        // What led once follows the one that has taken over.
        const now = (): readonly [string, string] => {
          const leader = serving.of(store) ?? from;
          return [leader, leader === to ? from : to];
        };
        return { name: store, ends: now, nodes: now, isOpen: always, age, seen: [], between: [], stood: undefined };
      }),
    ];
  }

  private between(copying: Copying, serving: Serving, isOpen: Line['isOpen']): Line {
    const { names } = this.model.world.stores;
    const ends = (): readonly [string, string] => [names[copying.source()]!, names[copying.target()]!];
    const nodes = (): ReturnType<Line['nodes']> => {
      const [from, to] = ends();
      return [serving.of(from), serving.of(to)];
    };
    const age = (): number => copying.gap().age;
    return { name: copying.name, ends, nodes, isOpen, age, seen: [], between: [], stood: undefined };
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
function see(line: Line, at: number): void {
  const { seen, between } = line;
  const { ends, nodes, isOpen } = standOf(line);
  line.stood = { ends, nodes, isOpen };
  const [from, to] = ends;
  noteEnds(between, at, nodes);
  const now = seen.find((one) => one.from === from && one.to === to) ?? { from, to, seconds: [] };
  if (!seen.includes(now)) seen.push(now);
  for (const one of seen) note(one.seconds, at, one === now && isOpen ? line.age() : null);
}

const standOf = (line: Line): Stand => ({ ends: line.ends(), nodes: line.nodes(), isOpen: line.isOpen() });

function hasTurned(line: Line): boolean {
  const { stood } = line;
  if (stood === undefined) return false;
  const { ends, nodes, isOpen } = standOf(line);
  return isOpen !== stood.isOpen || !isSame(ends, stood.ends) || !isSame(nodes, stood.nodes);
}

type Pair = Stand['nodes'];
const isSame = (a: Pair, b: Pair): boolean => a[0] === b[0] && a[1] === b[1];

const always = (): boolean => true;

function noteEnds(between: Line['between'], at: number, [from, to]: Stand['nodes']): void {
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
