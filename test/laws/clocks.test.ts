import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Slot } from '../../src/engine/index.ts';
import { blank, horizonOf, replicate } from '../../src/experiment/replication.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario, type Model } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { forAllScenarios, HORIZON } from './measured.ts';
import { textOf } from './scenarios.ts';

const GALLERY = new URL('../../scenarios/', import.meta.url);
const FILES = readdirSync(GALLERY).filter((file) => file.endsWith('.yaml'));

/** Slots with a law of their own that are given a delay from elsewhere while the model runs, and how often one is drawn. */
function watchStarts(model: Model): { readonly given: Set<string>; readonly drawn: () => number } {
  const { clocks } = model.simulation;
  const { slots } = model.world.workshop.registry;
  const given = new Set<string>();
  let drawn = 0;
  let drawing = false;
  const note = (slot: Slot, how: string): void => {
    if (!drawing && slots[slot]!.random !== undefined) given.add(`${slots[slot]!.name} by ${how}`);
  };
  const { startFor, startAt } = clocks;
  for (const how of ['start', 'startSteady'] as const) {
    const draw = clocks[how];
    const watched = (slot: Slot): void => {
      drawn += 1;
      drawing = true;
      draw.call(clocks, slot);
      drawing = false;
    };
    Object.assign(clocks, { [how]: watched });
  }
  clocks.startFor = (slot, delay) => {
    note(slot, 'startFor');
    startFor.call(clocks, slot, delay);
  };
  clocks.startAt = (slot, at) => {
    note(slot, 'startAt');
    startAt.call(clocks, slot, at);
  };
  return { given, drawn: () => drawn };
}

/** Only so is the age of what is pending one of its law, and may be drawn again. */
describe('a delay that has a law is drawn from it and never given', () => {
  it.each(FILES)('in %s', (file) => {
    const model = compileScenario(read(readFileSync(new URL(file, GALLERY), 'utf8')));
    const { given, drawn } = watchStarts(model);
    for (let i = 0; i < 3; i++) replicate(model, masterKey('clocks'), i, horizonOf(2), blank(model));
    expect([...given]).toEqual([]);
    expect(drawn()).toBeGreaterThan(0);
  });

  it('whatever the architecture', () => {
    let starts = 0;
    forAllScenarios(20, (_, raw) => {
      const model = compileScenario(read(textOf({ ...raw, catalogue: 'default' })));
      const { given, drawn } = watchStarts(model);
      replicate(model, masterKey('clocks'), 0, HORIZON, blank(model));
      expect([...given]).toEqual([]);
      starts += drawn();
    });
    expect(starts).toBeGreaterThan(100);
  });
});
