import type { TimelineEvent } from '../../experiment/index.ts';
import { brief, percent } from '../figures.ts';
import { span } from '../spans.ts';
import type { Words } from '../words/index.ts';

type Of<K extends TimelineEvent['kind']> = Extract<TimelineEvent, { kind: K }>;

/** Words kept by a key that a scenario or a later version may choose freely. */
const lookUp = <T>(map: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

/** What happened, in words. */
export function eventText(event: TimelineEvent, words: Words): string {
  switch (event.kind) {
    case 'truth':
      return truth(event.thing, event, words);
    case 'truths':
      return truth(words.timeline.someOf(String(event.count), String(event.total), event.of), event, words);
    case 'belief':
      return words.timeline.believes[event.good ? 'good' : 'bad'](words.names.observer(event.observer), event.target);
    case 'role':
      return role(event, words);
    case 'switching':
      return switching(event, words);
    case 'plan':
      return plan(event, words);
    case 'service':
      return service(event, words);
    case 'recovery':
      return recovery(event, words);
    case 'restored':
      return words.timeline.restored(event.store, span(event.seconds, words), brief(event.writes));
    case 'data':
      return lookUp(words.timeline.data, event.state)?.(event.store) ?? `${event.store}: ${event.state}`;
  }
}

function truth(
  thing: string,
  { manner, cause }: { manner: string; cause: string | null },
  { timeline: say, names }: Words,
): string {
  const text = lookUp(say.manners, manner)?.(thing) ?? say.otherManner(thing, manner);
  return cause === null || manner === 'ok' ? text : text + say.because(names.fault(cause));
}

/** Off, nobody, nothing: the end of a role. */
const NOTHING = new Set(['', '0', '-1']);

function role({ thing, role, value }: Of<'role'>, { timeline: say }: Words): string {
  const end = NOTHING.has(value) ? lookUp(say.roleEnds, role) : undefined;
  return end?.(thing) ?? lookUp(say.roles, role)?.(thing, value) ?? say.otherRole(thing, role, value);
}

function switching({ thing, phase, seconds }: Of<'switching'>, words: Words): string {
  const { begins, ends } = words.timeline.switching[phase];
  return seconds === null ? begins(thing) : ends(thing, span(seconds, words));
}

function plan({ plan, step, event }: Of<'plan'>, { timeline: say }: Words): string {
  const what = lookUp(say.planEvents, event) ?? event;
  return step === null ? `${plan} ${what}` : `${plan}: ${step} ${what}`;
}

const NEARLY = 1e-6;

function service({ workload, served, on, phase }: Of<'service'>, { timeline: say, phases }: Words): string {
  const share =
    served >= 1 - NEARLY
      ? say.servedAll(workload)
      : served <= NEARLY
        ? say.servedNothing(workload)
        : say.served(workload, percent(served));
  if (on === null || served >= 1 - NEARLY) return share;
  return share + say.diesOn(on, phase === null ? '?' : (lookUp(phases.names, phase) ?? phase));
}

function recovery({ store, seconds, writes }: Of<'recovery'>, words: Words): string {
  if (seconds === 0 && writes === 0) return words.timeline.recoveredClean(store);
  return words.timeline.recovered(store, span(seconds, words), brief(writes));
}
