import { tuneV8 } from '../src/cli/v8.ts';
import { literalEvents, years } from './models.ts';

// Prints the speed of one model: `elided <file> <blocks>` or `literal <file> <days>`.
tuneV8();
const [mode, file = '', amount] = process.argv.slice(2);
process.stdout.write(String(await (mode === 'literal' ? literalEvents : years)(file, Number(amount))));
