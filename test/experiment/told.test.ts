import { describe, expect, test } from 'vitest';
import { Drill, type DrillResult, parseDuration, readScenario, untoldText, wordsOf } from '../../src/index.ts';
import { runbooks } from '../../src/report/drill/runbooks.ts';
import { replaySection } from '../../src/report/html/replay/section.ts';
import { type Played, playedOf, storiesOf } from '../../src/report/html/replay/story.ts';
import { texts } from '../../src/report/html/voices.ts';
import { PLAIN } from '../../src/report/ink.ts';
import { SMALL } from '../cli/hasim.ts';

const drilled = (toldAtMost?: number): DrillResult => {
  const { scenario } = readScenario(SMALL, 'shop.yaml');
  const most = toldAtMost !== undefined && { toldAtMost };
  const drill = new Drill(scenario!, { times: 3, seed: '1', lostFor: parseDuration('1h')!, timelines: true, ...most });
  while (drill.step());
  return drill.result({ file: 'shop.yaml', sha256: '0' });
};

const told = ({ rows }: DrillResult) => rows.filter(({ timelines }) => timelines !== undefined);

describe('faults that are told step by step', () => {
  const all = drilled();

  test('are all of them unless held to fewer, and none is called untold', () => {
    expect(told(all)).toEqual(all.rows);
    expect(all.untold).toBeUndefined();
  });

  test('are no more than asked for; every fault keeps its figures, and what is not told is counted', () => {
    const few = drilled(4);
    expect(told(few)).toHaveLength(4);
    expect(few.untold).toBe(all.rows.length - 4);
    const figures = ({ rows }: DrillResult) => rows.map(({ timelines: _, ...row }) => row);
    expect(figures(few)).toEqual(figures(all));
    expect({ ...few, rows: [], untold: 0 }).toEqual({ ...all, rows: [], untold: 0 });
  });

  test('are the worst of each class that users noticed before any second of a class', () => {
    const noticed = all.rows.filter((row) => row.workloads.some(({ masked }) => masked < row.times));
    const classes = new Set(noticed.map((row) => row.class));
    expect(classes.size).toBeGreaterThan(1);
    expect(new Set(told(drilled(classes.size)).map((row) => row.class))).toEqual(classes);
  });

  test('tell the same whether others are told or not', () => {
    for (const row of told(drilled(4))) expect(all.rows).toContainEqual(row);
  });

  test('leave a word on what is not told, in either language', () => {
    const few = drilled(4);
    for (const language of ['en', 'zh'] as const) {
      const words = wordsOf(language);
      expect(untoldText(few, words)).toContain(`4 `);
      const lines = runbooks(few, { words, ink: PLAIN }).flat().join(' ');
      expect(lines).toContain(String(all.rows.length));
    }
  });

  test('are counted on a page: played of those that users noticed', () => {
    const few = drilled(1);
    const played = playedOf({ drill: few }, storiesOf({ drill: few }));
    const noticed = all.rows.filter((row) => row.workloads.some(({ masked }) => masked < row.times)).length;
    expect(played).toEqual({ faults: 1, ofFaults: noticed, incidents: 0, ofIncidents: 0 });
    const said = (some: Partial<Played>) =>
      Object.values(texts(replaySection([], { ...played, ...some }).about!)).join(' ');
    expect(said({})).toMatch(/the worst of each class; .*（每类中最差的）；/);
    expect(said({ incidents: 3, ofIncidents: 7 })).toMatch(
      /the worst of each class, and 3 of 7 incidents; .*（每类中最差的），以及 7 次中断中的 3 次；/,
    );
    expect(said({ faults: 0, ofFaults: 0, incidents: 3, ofIncidents: 7 })).toMatch(
      /\. Here are 3 of 7 incidents\. .*。此处有 7 次中断中的 3 次。$/,
    );
  });
});
