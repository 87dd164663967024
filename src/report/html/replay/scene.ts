import type { TimelineEvent, Topology, TopologyNode } from '../../../experiment/index.ts';
import type { Change } from '../../../visual/index.ts';
import { shorten } from '../../cells.ts';
import { count } from '../../figures.ts';
import { REPLAY } from '../../words/page/replay.ts';
import { type Keys, keysOf } from '../topology/keys.ts';
import { type Said, texts } from '../voices.ts';

type Of<K extends TimelineEvent['kind']> = Extract<TimelineEvent, { kind: K }>;
type State = keyof typeof REPLAY.states;

/** How a node stands: truth, belief and role as they have been told so far. */
interface Actor {
  readonly node: TopologyNode;
  readonly broken: Set<string>;
  readonly doubted: Set<string>;
  readonly states: Set<State>;
  uses: string | undefined;
}

const NOWHERE = new Set(['', '0', '-1']);
const isState = (name: string): name is State => Object.hasOwn(REPLAY.states, name);

/** Follows a story on the drawing: what each event changes there. */
export class Scene {
  private readonly topology: Topology;
  private readonly keys: Keys;
  private readonly actors: readonly Actor[];

  constructor(topology: Topology) {
    this.topology = topology;
    this.keys = keysOf(topology);
    this.actors = topology.nodes.map((node) => ({
      node,
      broken: new Set(),
      doubted: new Set(),
      states: new Set(),
      uses: undefined,
    }));
  }

  /** What an event changes about the drawing. */
  apply(event: TimelineEvent): Change[] {
    switch (event.kind) {
      case 'truth':
        return this.truth(event);
      case 'truths':
        return this.truths(event);
      case 'belief':
        return this.belief(event);
      case 'switching':
        return this.switching(event);
      case 'role':
        return this.role(event);
      case 'data':
        return this.data(event);
      default:
        return [];
    }
  }

  private truth({ thing, manner }: Of<'truth'>): Change[] {
    const well = manner === 'ok';
    const place = this.keys.place.get(thing);
    if (place !== undefined) return [{ key: place, truth: well ? 'ok' : 'down' }];
    const edge = this.topology.edges.findIndex(({ component }) => component === thing);
    if (edge >= 0) return [{ key: this.keys.edge[edge]!, truth: well ? 'ok' : 'down' }];
    return this.playedBy(thing).map((actor) => {
      if (well) actor.broken.delete(thing);
      else actor.broken.add(thing);
      if (well && thing === actor.node.component) actor.broken.clear();
      return this.shown(actor);
    });
  }

  private truths({ of, numbers, manner }: Of<'truths'>): Change[] {
    const meant = (thing: string): boolean => {
      if (!thing.startsWith(of)) return false;
      const number = Number(thing.slice(of.length + 1));
      return numbers.some(([from, to]) => number >= from && number <= to);
    };
    return this.actors
      .filter(({ node }) => isOf(of, node) && node.things.some(meant))
      .map((actor) => {
        for (const thing of actor.node.things.filter(meant)) {
          if (manner === 'ok') actor.broken.delete(thing);
          else actor.broken.add(thing);
        }
        return this.shown(actor);
      });
  }

  private belief({ observer, target, good }: Of<'belief'>): Change[] {
    return this.playedBy(target).map((actor) => {
      const doubt = JSON.stringify([observer, target]);
      if (good) actor.doubted.delete(doubt);
      else actor.doubted.add(doubt);
      return this.shown(actor);
    });
  }

  private data({ store, state }: Of<'data'>): Change[] {
    return this.playedBy(store).map((actor) => {
      actor.states.delete('damaged');
      actor.states.delete('gone');
      if (state === 'damaged' || state === 'noticed') actor.states.add('damaged');
      if (state === 'gone' || state === 'lost') actor.states.add('gone');
      return this.shown(actor);
    });
  }

  /** A node that is told as broken says so; the others of its component that it is being switched to. */
  private switching({ thing, phase, seconds }: Of<'switching'>): Change[] {
    if (phase !== 'switch') return [];
    return this.playedBy(thing).map((actor) => {
      this.put(actor, 'switching', seconds === null);
      return this.shown(actor);
    });
  }

  private role({ thing, role, value }: Of<'role'>): Change[] {
    const on = !NOWHERE.has(value);
    const own = this.playedBy(thing);
    if (role === 'answer') return this.answers(thing, value);
    if (role === 'writable') return own.slice(0, 1).map((actor) => ({ ...this.shown(actor), primary: on }));
    if (role === 'primary' || role === 'zone') return this.moved(own, value);
    if (role === 'uses') for (const actor of own) actor.uses = value;
    if (isState(role)) for (const actor of own) this.put(actor, role, on);
    return own.map((actor) => this.shown(actor));
  }

  private put({ states }: Actor, state: State, on: boolean): void {
    if (on) states.add(state);
    else states.delete(state);
  }

  /** A component in several places: the star stands where its primary is. */
  private moved(own: readonly Actor[], to: string): Change[] {
    if (own.length < 2) return own.map((actor) => this.shown(actor));
    return own.map((actor) => ({
      ...this.shown(actor),
      primary: actor.node.things.includes(to) || actor.node.place === to,
    }));
  }

  private answers(name: string, value: string): Change[] {
    const targets = new Set(value.split(', '));
    const own = new Set(this.playedBy(name).map(({ node }) => node.id));
    return this.topology.edges.flatMap(({ from, to, kind }, i) => {
      if (kind !== 'traffic' || !own.has(from)) return [];
      const component = this.topology.nodes.find(({ id }) => id === to)!.component;
      return [{ key: this.keys.edge[i]!, off: !targets.has(component) }];
    });
  }

  /** A part, or all of a component. */
  private playedBy(thing: string): Actor[] {
    const parts = this.actors.filter(({ node }) => node.things.includes(thing));
    return parts.length > 0 ? parts : this.actors.filter(({ node }) => node.component === thing);
  }

  private shown(actor: Actor): Change {
    return {
      key: this.keys.node.get(actor.node.id)!,
      truth: isDown(actor) ? 'down' : brokenOf(actor) > 0 ? 'part' : 'ok',
      belief: actor.doubted.size > 0 ? 'bad' : 'good',
      now: texts(nowOf(actor)),
    };
  }
}

/** Whether parts of a sort, `app` or `files/chunk`, are those of a node's component. */
const isOf = (sort: string, { component }: TopologyNode): boolean =>
  sort === component || sort.startsWith(`${component}/`);

const brokenOf = ({ broken, node }: Actor): number => Math.min(node.things.length, broken.size);
const isDown = (actor: Actor): boolean =>
  actor.broken.has(actor.node.component) || brokenOf(actor) >= actor.node.things.length;

function nowOf(actor: Actor): Said {
  const { node, doubted, states, uses } = actor;
  const [state] = states;
  return ({ language }) => {
    if (isDown(actor)) return REPLAY.all[language];
    if (brokenOf(actor) > 0) return REPLAY.some[language](count(brokenOf(actor)), count(node.things.length));
    if (state !== undefined) return REPLAY.states[state][language];
    if (doubted.size > 0) return REPLAY.believed[language];
    return uses === undefined ? '' : REPLAY.uses[language](shorten(uses, 14));
  };
}
