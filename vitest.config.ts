import { defineConfig } from 'vitest/config';
import { longestFirst } from './test/longest-first.ts';
import { natively } from './test/natively.ts';

/** Rooms whose tests start processes, threads, browsers or servers: each file gets a process of its own. */
const ALONE = ['test/backend', 'test/browser', 'test/cli'];

const common = { testTimeout: 60_000, hookTimeout: 60_000, restoreMocks: true };

/**
 * All other tests share the modules of the house: `src/` keeps no state between calls, and loading its 800 files anew for each of
 * 150 files of tests takes longer than many of them. A test that must change a module for a while does so by `vi.spyOn`, which is
 * undone after it. `sequence.groupOrder` keeps both sorts apart, so that a process is not left for the sake of the other sort.
 */
export default defineConfig({
  test: {
    // Vitest leaves one processor free, which on two is half of them.
    maxWorkers: '100%',
    globalSetup: 'test/temporary.ts',
    projects: [
      {
        plugins: [natively(), longestFirst()],
        test: { ...common, name: 'alone', include: ALONE.map((room) => `${room}/**/*.test.ts`) },
      },
      {
        plugins: [natively()],
        test: {
          ...common,
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: ALONE.map((room) => `${room}/**`),
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
