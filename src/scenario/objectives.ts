import { type Notebook, near, oneOf, PLACE_KINDS } from '../language/index.ts';
import type { CostItem } from '../service/index.ts';
import type { Draft } from './draft.ts';

/** Checks that objectives are about workloads, places and prices that there are. */
export function checkObjectives({ scenario, notes }: Draft, workloads: ReadonlySet<string>): void {
  const at = notes.at('objectives');
  for (const objective of scenario.objectives) {
    if (objective.kind === 'availability' && !workloads.has(objective.workload)) {
      at.error('unknown-name', `there is no workload \`${objective.workload}\``, {
        path: ['availability', objective.workload],
        expected: workloads.size === 0 ? 'a workload, of which there is none' : oneOf([...workloads]),
        ...near(objective.workload, workloads),
        atKey: true,
      });
    }
    const kinds = new Set<string>(scenario.places.map(({ kind }) => kind));
    if ('scope' in objective && isPlaceKind(objective.scope) && !kinds.has(objective.scope)) {
      at.error('no-such-scope', `there is no ${objective.scope} that could be lost`, {
        path: [objective.kind, 'scope'],
        expected: oneOf([...kinds]),
      });
    }
  }
  checkBudgets(scenario, at);
  checkReserve(scenario, at);
}

/** What no load takes of a capacity that nobody states is not known. */
function checkReserve({ objectives, components }: Draft['scenario'], at: Notebook): void {
  if (!objectives.some(({ kind }) => kind === 'reserve')) return;
  const pools = components.flatMap((part) => (part.kind === 'ecs' ? [part] : []));
  const vague = pools.find(({ capacityEach }) => !Number.isFinite(capacityEach));
  if (vague === undefined && pools.length > 0) return;
  const what = vague === undefined ? 'there is no pool of servers' : `\`${vague.name}\` states no capacity`;
  at.error('no-capacity', `${what}, so that nothing is known of a reserve`, {
    path: ['reserve'],
    expected: '`capacity-each` of every pool',
  });
}

/** A budget for what nothing states a price of would always be kept. */
function checkBudgets({ objectives, prices, workloads }: Draft['scenario'], at: Notebook): void {
  const downtime = workloads.some(({ downtimeCosts }) => downtimeCosts !== undefined);
  const stated: Readonly<Record<CostItem, boolean>> = {
    month: prices.some(({ perMonth }) => perMonth > 0),
    once: prices.some(({ once }) => once > 0),
    'staff-year': prices.some(({ staffPerYear }) => staffPerYear > 0),
    'downtime-year': downtime,
    'three-years': prices.length > 0 || downtime,
  };
  for (const objective of objectives) {
    if (objective.kind !== 'cost' || stated[objective.item]) continue;
    const { item } = objective;
    at.error('nothing-priced', `nothing states ${WHAT_COSTS[item]}, so that this would always be met`, {
      path: ['cost', item],
      expected: `${item === 'downtime-year' ? 'a workload' : 'a component, place or link'} with ${HOW_PRICED[item]}`,
    });
  }
}

const WHAT_COSTS: Readonly<Record<CostItem, string>> = {
  month: 'a price a month',
  once: 'a price to be paid once',
  'staff-year': 'what people cost',
  'downtime-year': 'what downtime costs',
  'three-years': 'a price',
};

const HOW_PRICED: Readonly<Record<CostItem, string>> = {
  month: '`price: {month: 1200}`',
  once: '`price: {once: 50000}`',
  'staff-year': '`price: {staff-year: 200000}`',
  'downtime-year': '`downtime-costs: 20000/h`',
  'three-years': '`price: {month: 1200}`',
};

const isPlaceKind = (scope: string): boolean => PLACE_KINDS.some((kind) => kind === scope);
