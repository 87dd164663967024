import type { TimelineLine } from '../../../experiment/index.ts';
import { type ColourName, type Lane, PHASE_COLOURS } from '../../../visual/index.ts';
import { shorten } from '../../cells.ts';
import { REPLAY } from '../../words/page/replay.ts';
import { type Said, texts } from '../voices.ts';
import type { Story } from './story.ts';

type Span = Lane['spans'][number];
const MOST = 14;

/** What users waited for, then what plans and products did, then what was broken: each a lane of its own. */
export function lanesOf(story: Story): Lane[] {
  return [...waits(story), ...steps(story), ...switches(story), ...faults(story)]
    .filter(({ spans }) => spans.length > 0)
    .slice(0, MOST);
}

const phaseSaid =
  (phase: string, on: string | null): Said =>
  ({ words }) =>
    `${new Map(Object.entries(words.phases.names)).get(phase) ?? phase}${on === null ? '' : ` · ${on}`}`;

const span = (from: number, to: number, colour: ColourName, said: Said): Span => ({
  from,
  to,
  colour,
  text: texts(said),
});

function waits(story: Story): Lane[] {
  const names = story.drill === undefined ? [story.workload] : story.drill.workloads.map(({ workload }) => workload);
  return names.map((workload) => {
    const told = story.drill?.workloads.find((one) => one.workload === workload);
    const found = told?.spans ?? waitsOf(workload, story);
    return {
      label: texts(({ language }) => REPLAY.users[language](shorten(workload, 16))),
      spans: found.map(({ from, to, phase, on }) =>
        span(from, to, PHASE_COLOURS[phase] ?? 'grey', phaseSaid(phase, on)),
      ),
    };
  });
}

/** From each moment at which the reason changes to the next. */
function waitsOf(
  workload: string,
  { lines, until }: Story,
): { from: number; to: number; phase: string; on: string | null }[] {
  const out: { from: number; to: number; phase: string; on: string | null }[] = [];
  for (const { at, event } of lines) {
    if (event.kind !== 'service' || event.workload !== workload) continue;
    const last = out.at(-1);
    if (last !== undefined && last.to === until) last.to = at;
    if (event.phase !== null) out.push({ from: at, to: until, phase: event.phase, on: event.on });
  }
  return joined(out);
}

/** Stretches of one reason that follow each other are one. */
function joined<S extends { from: number; to: number; phase: string; on: string | null }>(spans: readonly S[]): S[] {
  const out: S[] = [];
  for (const one of spans) {
    const last = out.at(-1);
    if (last !== undefined && last.to === one.from && last.phase === one.phase && last.on === one.on) last.to = one.to;
    else out.push({ ...one });
  }
  return out;
}

const ENDS: ReadonlySet<string> = new Set(['end', 'fail', 'give-up', 'done']);

/** A lane for each plan: from the beginning of a step to its end. */
function steps({ lines, until }: Story): Lane[] {
  const lanes = new Map<string, Span[]>();
  const open = new Map<string, number>();
  for (const { at, event } of lines) {
    if (event.kind !== 'plan') continue;
    const { plan, step } = event;
    const key = JSON.stringify([plan, step]);
    const spans = lanes.get(plan) ?? [];
    lanes.set(plan, spans);
    if (!ENDS.has(event.event)) {
      if (!open.has(key)) open.set(key, at);
    } else if (open.has(key)) {
      if (step !== null)
        spans.push(
          span(open.get(key)!, at, event.event === 'end' || event.event === 'done' ? 'blue' : 'red', () => step),
        );
      open.delete(key);
    }
  }
  for (const [key, from] of open) {
    const [plan, step] = JSON.parse(key) as [string, string | null];
    if (step !== null) lanes.get(plan)!.push(span(from, until, 'blue', () => step));
  }
  return [...lanes].map(([plan, spans]) => ({
    label: texts(({ language }) => REPLAY.plan[language](shorten(plan, 16))),
    spans,
  }));
}

/** A lane for each product that switched by itself. */
function switches({ lines, until }: Story): Lane[] {
  const lanes = new Map<string, Span[]>();
  for (const { at, event } of lines) {
    if (event.kind !== 'switching') continue;
    const { thing, phase, seconds } = event;
    const spans = lanes.get(thing) ?? [];
    lanes.set(thing, spans);
    const said: Said = ({ words }) => words.phases.names[phase];
    if (seconds !== null) spans.pop();
    const [from, to] = seconds === null ? [at, until] : [at - seconds, at];
    spans.push(span(from, to, PHASE_COLOURS[phase] ?? 'grey', said));
  }
  return [...lanes].map(([thing, spans]) => ({
    label: texts(({ language }) => REPLAY.switches[language](shorten(thing, 16))),
    spans,
  }));
}

/** A lane for each thing that broke. */
function faults({ lines, until }: Story): Lane[] {
  const lanes = new Map<string, { from: number; to: number }[]>();
  for (const { at, event } of lines) {
    const thing = nameOf(event);
    if (thing === null) continue;
    const spans = lanes.get(thing) ?? [];
    lanes.set(thing, spans);
    const last = spans.at(-1);
    const isOpen = last !== undefined && last.to === until;
    if ('manner' in event && event.manner !== 'ok') {
      if (!isOpen) spans.push({ from: at, to: until });
    } else if (isOpen) last.to = at;
  }
  return [...lanes].map(([thing, spans]) => ({
    label: texts(({ language }) => REPLAY.broken[language](shorten(thing, 16))),
    spans: spans.map(({ from, to }) => span(from, to, 'black', ({ language }) => REPLAY.broken[language](thing))),
  }));
}

const nameOf = (event: TimelineLine['event']): string | null =>
  event.kind === 'truth' ? event.thing : event.kind === 'truths' ? event.of : null;
