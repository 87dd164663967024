import { expect, it } from 'vitest';
import { htmlReport } from '../../src/index.ts';
import { RESULT } from './fixture.ts';

it('of many objectives the first screen shows what is missed before what is met', () => {
  const [met, missed] = RESULT.objectives;
  const objectives = [...Array.from({ length: 7 }, () => met!), missed!];
  const page = htmlReport({ run: { ...RESULT, objectives } });
  const verdicts = page.slice(page.indexOf('<ul class="goals">')).match(/class="chip (met|missed)"/g);
  expect(verdicts?.slice(0, 2)).toEqual(['class="chip missed"', 'class="chip met"']);
});
