import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as testing from '../../src/testing/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('hasim/testing', () => {
  it('is an entry of the package, as it is built', () => {
    const script = "import('hasim/testing').then((all) => console.log(Object.keys(all).sort().join(' ')))";
    const printed = execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' });
    expect(printed.trim().split(' ')).toEqual(Object.keys(testing).sort());
  });

  it('has every assertion that its page names, and its page names every one', () => {
    const page = readFileSync(`${ROOT}/docs/property-tests.md`, 'utf8');
    const named = [...page.matchAll(/^\| `(assert\w+)\(/gm)].map(([, name]) => name!);
    expect(named.sort()).toEqual(
      Object.keys(testing)
        .filter((name) => name.startsWith('assert'))
        .sort(),
    );
  });
});
