import { describe, expect, it } from 'vitest';
import {
  readParameters,
  readSetText,
  readSweepFile,
  renderSweepProblems,
  Variants,
  valueAt,
} from '../../src/scenario/index.ts';

const TEXT = `hasim: 1
places: {east: {a: {}, b: {}}}
components:
  www: {kind: dns, ttl: 60s, answers: {lb: 100%}}
  lb: {kind: slb, in: east/a, backends: [web.1]}
  web.1: {kind: ecs, in: [east/a, east/b], count: 4, capacity-each: 100/s, faults: &common {crash: {mtbf: 90d, repair: 5m}}}
  spare: {kind: ecs, in: east/a, count: 1, capacity-each: 100/s, faults: *common}
workloads: {page: {entry: www, demand: 50/s}}
`;
const variants = Variants.of(TEXT, 'shop.yaml')!;

function parameter(text: string) {
  const read = readSetText(text);
  const checked = 'read' in read ? readParameters([read.read], variants) : read;
  return 'problems' in checked ? renderSweepProblems(checked.problems) : checked.parameters[0]!;
}

describe('a parameter of a sweep', () => {
  it.each([
    ['www.ttl=1s,60s', 'www.ttl', ['1s', '60s']],
    ['components.www.ttl = 1s , 60s', 'www.ttl', ['1s', '60s']],
    ['lb.health-check.interval=2s', 'lb.health-check.interval', ['2s']],
    ['web.1.count=1,2', 'web.1.count', [1, 2]],
    ['lb.backends=[web.1],[spare, web.1]', 'lb.backends', [['web.1'], ['spare', 'web.1']]],
    [
      'web.1.faults.crash.repair={lognormal: {median: 5m, p95: 1h}},5m',
      'web.1.faults.crash.repair',
      [{ lognormal: { median: '5m', p95: '1h' } }, '5m'],
    ],
    ['workloads.page.demand=50/s', 'workloads.page.demand', ['50/s']],
    ['start=steady,new', 'start', ['steady', 'new']],
  ])('is found by its path: %s', (text, name, values) => {
    expect(parameter(text)).toMatchObject({ name, levels: values.map((value) => ({ value })) });
  });

  it('may be a default that nobody wrote, and what is aliased is set where it is named only', () => {
    const { scenario } = variants.read([{ path: ['components', 'spare', 'faults', 'crash', 'mtbf'], value: '30d' }]);
    const mtbf = (name: string) =>
      scenario!.components.find((one) => one.name === name)!.faults.find(({ name: fault }) => fault === 'crash')!;
    expect(JSON.stringify(mtbf('spare'))).not.toBe(JSON.stringify(mtbf('web.1')));
    expect(variants.read([]).scenario).toEqual(variants.scenario);
  });

  it.each([
    [
      'www.tttl=1s',
      '--set:1:5: error: `tttl` is not a key here\n  www.tttl=1s\n      ^~~~\n',
      'did you mean `www.ttl`?',
    ],
    [
      'wwww.ttl=1s',
      '--set:1:1: error: `wwww` is neither a component nor a section\n  wwww.ttl=1s\n  ^~~~\n',
      'did you mean `www.ttl`?',
    ],
    [
      'www.ttl=5s,1x',
      '--set:1:12: error: `1x` is not a duration above 0\n  www.ttl=5s,1x\n             ^~\n',
      'expected a duration',
    ],
    ['lb.backends=[wep.1]', '--set:1:13: error: `wep.1` names no component', 'did you mean `web.1`?'],
    [
      'workloads.pag.demand=1/s',
      '--set:1:11: error: there is no `pag` in workloads',
      'did you mean `workloads.page.demand`?',
    ],
    ['places.east.c.coordinates=shanghai', 'error: there is no place `east/c`', 'expected a path'],
    ['www.ttl.x=1', '--set:1:9: error: nothing stands below `ttl`, which is `60s`', 'did you mean'],
    ['www.ttl', '--set:1:1: error: no values are given', 'such as www.ttl=1s,60s,600s'],
    ['=1s', 'error: no path is given', 'such as'],
    ['www.ttl=1s,,2s', '--set:1:12: error: nothing stands here', 'such as'],
    ['www.ttl=600s..1s', '--set:1:9: error: a range begins with its lower end', 'log:1s..600s'],
    ['www.ttl=1s..2s,5s', '--set:1:9: error: a range stands alone', 'log:1s..600s'],
    ['web.1.count=1..2GB', 'error: the ends of a range are two numbers with the same unit', 'such as'],
    ['web.1.count=0..4', '--set:1:13: error: `0` is not a whole number', 'expected a whole number'],
    ['lb.in=east/a,nowhere', '--set:1:14: error: ', 'nowhere'],
  ])('that is wrong is refused with a caret: %s', (text, message, help) => {
    const told = parameter(text);
    expect(told).toContain(message);
    expect(told).toContain(help);
  });

  it('is refused a second time, by whichever path', () => {
    const written = ['www.ttl=1s', 'components.www.ttl=2s'].map((text) => readSetText(text));
    const checked = readParameters(
      written.flatMap((one) => ('read' in one ? [one.read] : [])),
      variants,
    );
    expect('problems' in checked && renderSweepProblems(checked.problems)).toContain('is set a second time');
  });
});

describe('a sweep file', () => {
  const read = (text: string): string => {
    const file = readSweepFile({ name: 'sweep.yaml', text });
    if ('problems' in file) return renderSweepProblems(file.problems);
    const checked = readParameters(file.read.parameters, variants);
    return 'problems' in checked
      ? renderSweepProblems(checked.problems)
      : JSON.stringify([checked.parameters, file.read.sample]);
  };

  it('says what the options say', () => {
    const text = read('sample: 20\nset:\n  www.ttl: log:1s..600s\n  web.1.count: [2, 4]\n  lb.backends: [[spare]]\n');
    expect(JSON.parse(text)).toMatchObject([
      [
        { name: 'www.ttl', range: { low: 1, high: 600, unit: 's', log: true } },
        { levels: [{ value: 2 }, { value: 4 }] },
        { levels: [{ value: ['spare'] }] },
      ],
      20,
    ]);
  });

  it.each([
    [
      'set:\n  www.ttl: [1s, 60x]\n',
      'sweep.yaml:2:17: error: `60x` is not a duration above 0\n    www.ttl: [1s, 60x]\n                  ^~~',
    ],
    ['set:\n  www.tttl: 1s\n', 'sweep.yaml:2:7: error: `tttl` is not a key here'],
    ['set: {www.ttl: 1s}\nsampel: 3\n', 'sweep.yaml:2:1: error: `sampel` is not a key here'],
    ['set: {www.ttl: []}\n', 'no value is given for `www.ttl`'],
    ['sample: 3\n', '`set` is missing'],
    ['set: {www.ttl: [1s\n', 'sweep.yaml:'],
  ])('that is wrong is refused with a caret: %j', (text, message) => {
    expect(read(text)).toContain(message);
  });
});

describe('a value of a range', () => {
  const range = { low: 1, high: 100, unit: 's', whole: false, log: false };
  it('stands at its share, evenly or by factors', () => {
    expect([0, 0.5, 1].map((share) => valueAt(range, share))).toEqual(['1s', '50.5s', '100s']);
    expect([0, 0.5, 1].map((share) => valueAt({ ...range, log: true }, share))).toEqual(['1s', '10s', '100s']);
    expect(valueAt({ ...range, low: 1e-9, high: 1e-7 }, 0)).toBe('0.000000001s');
  });
  it('of whole numbers is each as likely', () => {
    const whole = { low: 2, high: 4, unit: '', whole: true, log: false };
    const seen = Array.from({ length: 300 }, (_, i) => valueAt(whole, (i + 0.5) / 300));
    expect(['2', '3', '4'].map((text) => seen.filter((one) => one === text).length)).toEqual([100, 100, 100]);
  });
});
