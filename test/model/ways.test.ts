import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Us } from '../../src/base/index.ts';
import { Arena } from '../../src/engine/index.ts';
import { type Effect, type Link, mannerOf, Places, Truth, Ways } from '../../src/model/index.ts';
import { TIMES } from '../times.ts';

const CUT: Effect = { manner: mannerOf('silent'), share: 1, probesFail: 1, factor: 1, destroys: false };
const SLOW: Effect = { ...CUT, manner: mannerOf('slow'), factor: 4 };
const STREAMS = 3;
const ENDS: readonly (readonly [string, string, number])[] = [
  ['hq', 'near', 100],
  ['hq', 'near', 20],
  ['near', 'far', 60],
  ['hq', 'far', 10],
];
const SITES = ['hq', 'near', 'far'];

interface Route {
  readonly from: string;
  readonly to: string;
  readonly flowing: boolean;
}

/** Three sites, joined by four links, and streams between them. */
class Sites {
  readonly places = new Places();
  readonly truth = new Truth({ now: 0 as Us, truth: () => {} });
  readonly ways: Ways;
  private readonly links: readonly Link[];
  private readonly flowing = new Set<number>();
  /** Whether somebody asks what room there is whenever a link changes. */
  asks = false;

  constructor() {
    const arena = new Arena();
    for (const site of SITES) this.places.add(site, 'idc', undefined);
    this.links = ENDS.map(([a, b, bandwidth], i) => ({
      thing: this.truth.add(`link ${i}`, 0),
      a: this.places.id(a),
      b: this.places.id(b),
      egress: false,
      bandwidth,
      latency: (1000 * (i + 1)) as Us,
    }));
    this.ways = new Ways(this.places, this.truth, this.links);
    // As who watches what is in sight: told of a link before it is divided anew.
    for (const { thing } of this.links) this.truth.watch(thing, () => this.asks && this.rooms);
    for (let i = 0; i < STREAMS; i++) this.ways.add(() => {});
    this.truth.seal(arena);
    for (const { thing } of this.links) for (const one of [CUT, SLOW]) this.truth.foresee([thing], one, arena);
    this.ways.seal(arena);
  }

  hit(link: number, effect: Effect): void {
    this.truth.hit([this.links[link]!.thing], 0, effect);
  }

  heal(link: number, effect: Effect): void {
    this.truth.heal([this.links[link]!.thing], 0, effect);
  }

  route(stream: number, { from, to, flowing }: Route): void {
    this.flowing.delete(stream);
    if (flowing) this.flowing.add(stream);
    this.ways.route(stream, this.places.id(from), this.places.id(to), flowing);
  }

  /**
   * What each stream gets, how long that is on its way (one that stands still keeps the last one), and what one more would get
   * between any two sites.
   */
  get shown() {
    const { ways, flowing, rooms } = this;
    const moves = (stream: number): boolean => flowing.has(stream) && ways.share(stream) > 0;
    const streams = Array.from({ length: STREAMS }, (_, i) => [ways.share(i), moves(i) && ways.transit(i)]);
    return { streams, rooms };
  }

  private get rooms(): number[] {
    const { ways, places } = this;
    return SITES.flatMap((from) => SITES.map((to) => ways.room(places.id(from), places.id(to))));
  }
}

const site = fc.constantFrom(...SITES);
const route: fc.Arbitrary<Route> = fc.record({ from: site, to: site, flowing: fc.boolean() });
const step = fc.oneof(
  fc.record({ link: fc.nat(ENDS.length - 1), slow: fc.boolean(), asks: fc.boolean() }),
  fc.record({ stream: fc.nat(STREAMS - 1), route }),
);

describe('ways', () => {
  it('of two equal streams each gets half of a line, and a third would get a third', () => {
    const sites = new Sites();
    for (const stream of [0, 1]) sites.route(stream, { from: 'hq', to: 'near', flowing: true });
    expect(sites.shown.streams.slice(0, 2)).toEqual([
      [50, 500],
      [50, 500],
    ]);
    expect(sites.ways.room(sites.places.id('hq'), sites.places.id('near'))).toBe(100 / 3);
    sites.hit(0, CUT);
    expect(sites.ways.share(0)).toBe(10);
    expect(sites.ways.room(sites.places.id('hq'), sites.places.id('near'))).toBe(20 / 3);
  });

  it('asked for room before the links are divided anew, remembers none of a division that was', () => {
    const sites = new Sites();
    sites.route(0, { from: 'hq', to: 'near', flowing: true });
    sites.hit(0, CUT);
    sites.asks = true;
    sites.heal(0, CUT);
    expect(sites.ways.room(sites.places.id('hq'), sites.places.id('near'))).toBe(50);
  });

  it('whatever has gone before, streams share links as if these had always been so and streams had just begun', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const sites = new Sites();
        const faults = ENDS.map(() => new Set<Effect>());
        const routes = new Map<number, Route>();
        for (const one of steps) {
          if ('route' in one) {
            sites.route(one.stream, one.route);
            routes.set(one.stream, one.route);
          } else {
            const effect = one.slow ? SLOW : CUT;
            sites.asks = one.asks;
            const stand = faults[one.link]!;
            if (stand.delete(effect)) sites.heal(one.link, effect);
            else {
              stand.add(effect);
              sites.hit(one.link, effect);
            }
          }
        }
        const fresh = new Sites();
        for (const [link, stand] of faults.entries()) for (const effect of stand) fresh.hit(link, effect);
        for (const [stream, known] of routes) fresh.route(stream, known);
        expect(sites.shown).toEqual(fresh.shown);
      }),
      { numRuns: 300 * TIMES },
    );
  });
});
