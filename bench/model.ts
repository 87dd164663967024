import { tuneV8 } from '../src/cli/v8.ts';
import { eventsAYear, literalEvents, years } from './models.ts';

// Prints the speed of one model: `elided <file> <blocks>` or `literal <file> <days>`; or `events <file> <runs>`, how many it has a year.
tuneV8();
const [mode, file = '', amount] = process.argv.slice(2);
const FIGURES = { elided: years, literal: literalEvents, events: eventsAYear };
if (mode !== 'elided' && mode !== 'literal' && mode !== 'events') throw new Error(`no figure is called ${mode}`);
process.stdout.write(String(await FIGURES[mode](file, Number(amount))));
