import { tuneV8 } from '../src/cli/v8.ts';
import { literalEvents, years } from './models.ts';

// Prints the speed of one model: `elided <file> <replications>` or `literal <file> <days>`.
tuneV8();
const [mode, file = '', amount] = process.argv.slice(2);
const contender = (mode === 'literal' ? literalEvents : years)(file, file, Number(amount));
contender.run();
process.stdout.write(String(contender.run()));
