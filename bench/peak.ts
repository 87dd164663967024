import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Loaded before a command: writes to file 3 how many MB it has held at the most, all threads together, as it ends.
if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS / 1000)));
