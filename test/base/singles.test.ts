import { expect, it } from 'vitest';
import { bindSingles } from '../../src/base/index.ts';

class Clock {
  private readonly hours: number;
  constructor(hours: number) {
    this.hours = hours;
  }
  read(): number {
    return this.hours;
  }
}

class Tower {
  readonly clock = new Clock(3);
  readonly bells = [new Bell('low'), new Bell('high')];
  readonly column = new Float64Array(2);
  readonly names = new Map([['west', new Face()]]);
  get height(): number {
    return 40;
  }
  strike(): string {
    return `${this.clock.read()} ${this.name()}`;
  }
  name(): string {
    return 'tower';
  }
}

class Bell {
  readonly pitch: string;
  constructor(pitch: string) {
    this.pitch = pitch;
  }
  ring(): string {
    return this.pitch;
  }
}

class Face {
  look(): Face {
    return this;
  }
}

class Church extends Tower {
  override name(): string {
    return `church, once a ${super.name()}`;
  }
}

const ownNames = (object: object): string[] => Object.getOwnPropertyNames(object);

it('whatever there is one of has its methods for its own, those that it inherits too, and no accessor', () => {
  const church = new Church();
  bindSingles(church);
  expect(ownNames(church).sort()).toEqual(['bells', 'clock', 'column', 'name', 'names', 'strike']);
  expect(ownNames(church.clock)).toEqual(['hours', 'read']);
  expect(church.height).toBe(40);
});

it('a bound method works on its object, whatever it is called on', () => {
  const { clock } = bound(new Tower());
  const { read } = clock;
  expect(read()).toBe(3);
});

it('an overriding method stays the one that is called', () => {
  expect(bound(new Church()).strike()).toBe('3 church, once a tower');
});

it('what there are several of, and what the language gives, stays as it was', () => {
  const { bells, column, names } = bound(new Tower());
  expect(bells.flatMap(ownNames)).toEqual(['pitch', 'pitch']);
  expect(ownNames(bells)).toEqual(['0', '1', 'length']);
  expect(ownNames(names)).toEqual([]);
  expect(ownNames(column)).toEqual(['0', '1']);
});

it('what stands in maps is found, and what holds itself ends', () => {
  const face = new Face();
  const held = bound({ byName: new Map([['west', face]]), self: undefined as unknown });
  held.self = held;
  bindSingles(held);
  expect(ownNames(face)).toEqual(['look']);
});

function bound<T extends object>(root: T): T {
  bindSingles(root);
  return root;
}
