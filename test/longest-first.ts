import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import type { Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longer than ten seconds of a core, the longest first. An order that is out of date costs some seconds, and nothing else. */
const LONGEST: readonly string[] = [
  'test/browser/first-screen.test.ts',
  'test/cli/bundle.test.ts',
  'test/browser/pages.test.ts',
  'test/cli/surviving.test.ts',
  'test/browser/report.test.ts',
  'test/cli/machines.test.ts',
  'test/cli/rare.test.ts',
  'test/cli/folders.test.ts',
  'test/cli/resume.test.ts',
  'test/browser/keyboard.test.ts',
  'test/cli/standards.test.ts',
  'test/backend/share.test.ts',
  'test/cli/sweep.test.ts',
  'test/cli/commands.test.ts',
  'test/oracles/rare.test.ts',
  'test/claims/gallery.test.ts',
  'test/laws/equivalence.test.ts',
  'test/oracles/readiness.test.ts',
  'test/laws/accounting.test.ts',
  'test/laws/swarm.test.ts',
  'test/laws/caches.test.ts',
  'test/measures/coverage.test.ts',
  'test/laws/order.test.ts',
  'test/claims/active-standby.test.ts',
  'test/claims/units.test.ts',
];

/** Files that take long begin first, so that none of them keeps one core busy at the end while the others have nothing left to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.indexOf(relative(root, moduleId).replaceAll('\\', '/'));
      return place < 0 ? LONGEST.length : place;
    };
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    const others = await super.sort(files);
    return others.sort((a, b) => group(a) - group(b) || rank(a) - rank(b));
  }
}

/**
 * Unless files are asked for in another order, or on fewer workers: the longest first, and on one worker more than there are
 * processors where files wait for processes, browsers and deadlines.
 */
export const longestFirst = (): Plugin => ({
  name: 'longest-first',
  configureVitest: ({ vitest: { config }, project }) => {
    if (config.sequence.sequencer !== BaseSequencer) return;
    config.sequence.sequencer = LongestFirst;
    const processors = availableParallelism();
    if (config.maxWorkers === processors) project.config.maxWorkers = processors + 1;
  },
});
