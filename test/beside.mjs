// Runs npm scripts that need nothing of each other side by side: `node test/beside.mjs types stairs`. What each says is printed
// when it has ended, unmixed; all are waited for, so that everything that is wrong is told at once.
import { spawn } from 'node:child_process';

function run(script) {
  const child = spawn('npm', ['run', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(text));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code === 0 ? [] : [script]);
    });
  });
}

const failed = (await Promise.all(process.argv.slice(2).map(run))).flat();
if (failed.length > 0) {
  process.stderr.write(`\nfailed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
