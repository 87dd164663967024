import type { PathPart } from '../../language/index.ts';
import { pathText } from '../../language/index.ts';
import { openText, withoutMark } from '../open.ts';
import type { RawRecord } from '../raw.ts';
import { isRawMap } from '../raw.ts';
import { type Reading, readRaw } from '../read.ts';
import type { Scenario } from '../scenario.ts';
import type { Source } from '../source.ts';
import { knownPaths, partsOf, shortPath, type WrittenPart } from './known-paths.ts';
import { readValueText } from './value-text.ts';
import { withValue } from './with-value.ts';

/** A value to be set in a scenario, as YAML would give it. */
export interface Change {
  readonly path: readonly PathPart[];
  readonly value: unknown;
}

/** A scenario of which variants are read: its text is parsed once, what is set passes the ordinary reader each time. */
export class Variants {
  readonly scenario: Scenario;
  private readonly raw: RawRecord;
  private readonly source: Source;
  private readonly file: string;
  private readonly defaults: ReadonlyMap<string, string>;

  private constructor(raw: RawRecord, source: Source, file: string, scenario: Scenario) {
    this.raw = raw;
    this.source = source;
    this.file = file;
    this.scenario = scenario;
    this.defaults = new Map(scenario.assumptions.map(({ path, value }) => [path, value]));
  }

  /** Undefined for a text that is no scenario. */
  static of(text: string, file: string): Variants | undefined {
    const opened = openText(withoutMark(text));
    if ('problems' in opened) return undefined;
    const { scenario } = readRaw(opened.raw, opened.source, file);
    return scenario && new Variants(opened.raw, opened.source, file, scenario);
  }

  /** The scenario with values set; throws {@link NoWay} where a path leads nowhere. */
  read(changes: readonly Change[]): Reading {
    const standing = (path: readonly PathPart[]): RawRecord | undefined => this.defaultMap(path);
    const raw = changes.reduce((values, { path, value }) => withValue(values, path, value, standing), this.raw);
    return readRaw(raw, this.source, this.file);
  }

  /** A path as it was written, part by part: `www.ttl` or `components.www.ttl`. */
  partsOf(text: string): readonly WrittenPart[] {
    return partsOf(text, this.raw);
  }

  /** Whether the scenario writes a section, and in it a name. */
  names(section: string): readonly string[] | undefined {
    const map = this.raw[section];
    return isRawMap(map) ? Object.keys(map) : undefined;
  }

  /** Every path at which something stands or is assumed, both as it is printed and as people write it. */
  get paths(): readonly string[] {
    const full = [...knownPaths(this.raw, this.scenario.assumptions)];
    return [...full.map(shortPath), ...full];
  }

  private defaultMap(path: readonly PathPart[]): RawRecord | undefined {
    const text = this.defaults.get(pathText(path));
    const read = text === undefined ? undefined : readValueText(text);
    return read !== undefined && 'value' in read && isRawMap(read.value) ? read.value : undefined;
  }
}
