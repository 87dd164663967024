import { describe, expect, it } from 'vitest';
import { read, simulate } from '../simulate.ts';
import { problemsOf } from './reading.ts';

const FAULT = 'mtbf: 1000h, repair: {exponential: 10h}, effect: exit';
interface Where {
  readonly crews?: string;
  readonly fault?: string;
  readonly pool?: string;
  readonly place?: string;
}
/** Two servers of which one is enough. */
const scenario = ({ crews = '', fault = '', pool = '', place = '' }: Where): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {faults: {power: {mtbf: 1000h, repair: 10h}}${place}}}}
${crews}
components:
  web: {kind: ecs, in: r/a, count: 2, capacity-each: 100/s, boot: 0s, faults: {crash: {${FAULT}${fault}}}${pool}}
workloads:
  page: {entry: web, demand: 100/s, up-when: 40%, settle: 0s}
`;
const hashes = (where: Where) => simulate(read(scenario(where)), { runs: 4, years: 5 }).hashes;
const codes = (where: Where) => problemsOf(scenario(where)).map(({ code }) => code);

describe('a crew', () => {
  const section = 'crews: {hands: {size: 1}}';

  it('may be declared where it is named: with a fault, or with a pool for all of its faults', () => {
    const stated = hashes({ crews: section, fault: ', repaired-by: hands' });
    expect(hashes({ fault: ', repaired-by: {crew: hands, size: 1}' })).toEqual(stated);
    expect(hashes({ pool: ', repaired-by: {crew: hands, size: 1}' })).toEqual(stated);
    expect(hashes({ crews: section, pool: ', repaired-by: hands' })).toEqual(stated);
    expect(hashes({})).not.toEqual(stated);
    expect(hashes({ fault: ', repaired-by: {crew: hands, size: 2}' })).toEqual(hashes({}));
  });

  it('may repair a place too: who stands in line for it waits longer', () => {
    const shared = hashes({ pool: ', repaired-by: hands', place: ', repaired-by: {crew: hands, size: 1}' });
    expect(shared).not.toEqual(hashes({ pool: ', repaired-by: {crew: hands, size: 1}' }));
  });

  it('is one and the same wherever it is named: it has one size', () => {
    const twice = { pool: ', repaired-by: {crew: hands, size: 1}', place: ', repaired-by: {crew: hands, size: 2}' };
    expect(codes(twice)).toEqual(['two-sizes']);
    expect(codes({ crews: section, pool: ', repaired-by: {crew: hands, size: 3}' })).toEqual(['two-sizes']);
  });

  it('must be declared somewhere, and a missing one is reported once', () => {
    expect(codes({ pool: ', repaired-by: hands' })).toEqual(['unknown-name']);
    expect(codes({ place: ', repaired-by: hands' })).toEqual(['unknown-name']);
    expect(codes({ fault: ', repaired-by: hands' })).toEqual(['unknown-name']);
  });
});
