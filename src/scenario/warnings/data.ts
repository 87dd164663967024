import type { FaultSpec } from '../../language/index.ts';
import type { Draft } from '../draft.ts';

const SPOILS: ReadonlySet<FaultSpec['effect']> = new Set(['loss', 'corruption']);
const MENDS: ReadonlySet<string> = new Set(['restore', 'move-back', 'rebuild', 'repoint']);

interface Danger {
  readonly path: readonly string[];
  readonly fault: FaultSpec;
  readonly takes: (store: string, places: readonly string[]) => boolean;
}

/** Faults that spoil or destroy data of which no plan gets them back. */
export function warnOfData(draft: Draft): void {
  const { components, domains, places } = draft.scenario;
  const dangers: Danger[] = [
    ...components.flatMap(({ name, faults }) =>
      faults.map((fault) => ({ path: ['components', name], fault, takes: (store: string) => store === name })),
    ),
    ...domains.flatMap(({ name, takes, faults }) =>
      faults.map((fault) => ({ path: ['domains', name], fault, takes: (store: string) => takes.includes(store) })),
    ),
    ...places.flatMap(({ path, faults }) =>
      faults.map((fault) => ({
        path: ['places', ...path.split('/')],
        fault,
        takes: (_: string, homes: readonly string[]) => homes.every((home) => `${home}/`.startsWith(`${path}/`)),
      })),
    ),
  ];
  for (const danger of dangers) if (SPOILS.has(danger.fault.effect)) warnOf(danger, draft);
}

function warnOf({ path, fault, takes }: Danger, draft: Draft): void {
  for (const { spec, traits } of draft.components.values()) {
    if (!traits.includes('restorable') || !('places' in spec) || !takes(spec.name, spec.places)) continue;
    if (isMended(spec.name, draft)) continue;
    const what = fault.effect === 'loss' ? 'destroys the data' : 'damages the data';
    draft.notes
      .at(...path, 'faults', fault.name)
      .warn('no-restore', `${what} of \`${spec.name}\`, and no plan gets them back`, {
        expected: `a plan with {restore: ${spec.name}}, or with {repoint: …} to another store`,
        zh: {
          message: `\`${spec.name}\` 的数据会${fault.effect === 'loss' ? '丢失' : '损坏'}，而没有预案能找回`,
          expected: `含 {restore: ${spec.name}} 的预案，或用 {repoint: …} 改用另一个存储的预案`,
        },
      });
  }
}

const isMended = (store: string, { scenario }: Draft): boolean =>
  scenario.plans.some(({ steps }) =>
    steps.some(({ verb, targets, from, use }) => {
      if (!MENDS.has(verb)) return false;
      return targets.includes(store) || from === store || (use !== undefined && use.store !== store);
    }),
  );
