import { Arena, EventQueue } from '../src/engine/index.ts';
import { Streams } from '../src/random/index.ts';
import { type Contender, rate } from './measure.ts';

const PENDING = 4096;
const HOLDS = 2_000_000;

/** The hold model (Vaucher and Duval, CACM 1975): take the first event out, put it back at a random time later. */
export function hold(name: string): Contender {
  const arena = new Arena();
  const queue = new EventQueue(
    arena,
    Int32Array.from({ length: PENDING }, (_, slot) => slot),
  );
  const streams = new Streams();
  const stream = streams.declare('hold');
  streams.bind(arena.i32('random', 4));
  streams.seed(new Int32Array(4), 1);
  const delays = Float64Array.from({ length: 65_536 }, () => -1e6 * Math.log(streams.uniform(stream)));
  for (let slot = 0; slot < PENDING; slot++) queue.schedule(slot, delays[slot]!);
  let next = 0;
  const work = () => {
    for (let i = 0; i < HOLDS; i++) {
      const now = queue.nextTime();
      const slot = queue.take();
      next = (next + 1) & 65_535;
      queue.schedule(slot, now + delays[next]!);
    }
    return HOLDS;
  };
  work();
  return { name, unit: 'holds/s', run: () => rate(work) };
}
