import type { ComponentSpec, DnsAnswer } from '../components/index.ts';

const NOBODY: readonly DnsAnswer[] = [];

/**
 * What names are answered with, for those who tell of it: of the answers that may be given, as bits by their order in the
 * scenario, those of the lowest priority, and of all where none may be.
 */
export class GivenAnswers {
  private readonly byName = new Map<string, readonly DnsAnswer[]>();

  constructor(components: readonly ComponentSpec[]) {
    for (const spec of components) if (spec.kind === 'dns') this.byName.set(spec.name, spec.answers);
  }

  /** The answers that are given, as bits, where those of `mask` may be. */
  of(name: string, mask: number): number {
    const offered = mask === 0 ? 2 ** this.answers(name).length - 1 : mask;
    const best = Math.min(...this.inside(name, offered).map(({ priority }) => priority));
    return this.answers(name).reduce(
      (given, { priority }, i) => ((offered >> i) % 2 === 1 && priority === best ? given + 2 ** i : given),
      0,
    );
  }

  /** Those given while everything is well. */
  atFirst(name: string): number {
    return this.of(name, 0);
  }

  /** The answers of a mask by name, in the order of the scenario. */
  names(name: string, mask: number): string {
    return this.inside(name, mask)
      .map(({ target }) => target)
      .join(', ');
  }

  private inside(name: string, mask: number): readonly DnsAnswer[] {
    return this.answers(name).filter((_, i) => (mask >> i) % 2 === 1);
  }

  private answers(name: string): readonly DnsAnswer[] {
    return this.byName.get(name) ?? NOBODY;
  }
}
