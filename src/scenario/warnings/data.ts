import type { FaultSpec } from '../../language/index.ts';
import type { Draft } from '../draft.ts';

const SPOILS: ReadonlySet<FaultSpec['effect']> = new Set(['loss', 'corruption']);
const MENDS: ReadonlySet<string> = new Set(['restore', 'move-back', 'rebuild']);

interface Danger {
  /** Where the fault is written. */
  readonly path: readonly (string | number)[];
  readonly effect: FaultSpec['effect'];
  readonly takes: (store: string, places: readonly string[]) => boolean;
}

/** Faults that spoil or destroy data of which no plan gets them back. */
export function warnOfData(draft: Draft): void {
  const { components, domains, places, schedule } = draft.scenario;
  const written = (path: readonly string[], faults: readonly FaultSpec[], takes: Danger['takes']): Danger[] =>
    faults.map(({ name, effect }) => ({ path: [...path, 'faults', name], effect, takes }));
  const dangers: Danger[] = [
    ...components.flatMap(({ name, faults }) => written(['components', name], faults, (store) => store === name)),
    ...domains.flatMap(({ name, takes, faults }) =>
      written(['domains', name], faults, (store) => takes.includes(store)),
    ),
    ...places.flatMap(({ path, faults }) =>
      written(['places', ...path.split('/')], faults, (_, homes) =>
        homes.every((home) => `${home}/`.startsWith(`${path}/`)),
      ),
    ),
    ...schedule.flatMap(({ damage }, index): Danger[] =>
      damage === undefined
        ? []
        : [{ path: ['faults', index], effect: 'corruption', takes: (store) => store === damage }],
    ),
  ];
  for (const danger of dangers) if (SPOILS.has(danger.effect)) warnOf(danger, draft);
}

function warnOf({ path, effect, takes }: Danger, draft: Draft): void {
  for (const { spec, traits } of draft.components.values()) {
    if (!traits.includes('restorable') || !('places' in spec) || !takes(spec.name, spec.places)) continue;
    if (isMended(spec.name, effect, draft)) continue;
    const what = effect === 'loss' ? 'destroys the data' : 'damages the data';
    draft.notes.at(...path).warn('no-restore', `${what} of \`${spec.name}\`, and no plan gets them back`, {
      expected: `a plan with {restore: ${spec.name}}, or with {repoint: …} to another store`,
      zh: {
        message: `\`${spec.name}\` 的数据会${effect === 'loss' ? '丢失' : '损坏'}，而没有预案能找回`,
        expected: `含 {restore: ${spec.name}} 的预案，或用 {repoint: …} 改用另一个存储的预案`,
      },
    });
  }
}

/** Users may be led away from a store that is lost; from one that is damaged only by a plan that heeds that its data are wrong. */
const isMended = (store: string, effect: FaultSpec['effect'], { scenario }: Draft): boolean =>
  scenario.plans.some(({ when, steps }) => {
    const alarm = scenario.alarms.find(({ name }) => name === when?.alarm);
    const mayLead = effect === 'loss' || alarm === undefined || alarm.damaged.length > 0;
    return steps.some(({ verb, targets, from, use }) => {
      if (verb === 'repoint' && !mayLead) return false;
      if (verb !== 'repoint' && !MENDS.has(verb)) return false;
      return targets.includes(store) || from === store || (use !== undefined && use.store !== store);
    });
  });
