import type { Draft } from '../draft.ts';

/** Redundancy that is not there: places that are named twice, and retries that meet the same shard again. */
export function warnOfRedundancy(draft: Draft): void {
  for (const { name, ...spec } of draft.scenario.components)
    if ('places' in spec) warnOfPlaces(name, spec.places, draft);
  for (const workload of draft.scenario.workloads) warnOfRetries(workload, draft);
}

function warnOfPlaces(name: string, places: readonly string[], { notes }: Draft): void {
  const twice = places.findIndex((place, i) => places.indexOf(place) < i);
  if (twice < 0) return;
  const message = `\`${name}\` names ${places[twice]} twice: what stands there is lost together`;
  notes.at('components', name).warn('place-twice', message, {
    path: ['in', twice],
    expected: 'different places, or each once',
    zh: { message: `\`${name}\` 两次写了 ${places[twice]}：那里的会一起丢失`, expected: '不同的位置，或各写一次' },
  });
}

type Workload = Draft['scenario']['workloads'][number];

/** In the model a retry may meet another key; a client that wants its own meets the dead shard again. */
function warnOfRetries({ name, retries, reads, writes }: Workload, { scenario, notes }: Draft): void {
  if (retries === 0) return;
  const roles = new Set([...reads, ...writes]);
  const stores = scenario.components.flatMap((spec) =>
    spec.kind === 'ecs' ? spec.uses.filter(({ role }) => roles.has(role)).map(({ store }) => store) : [],
  );
  const sharded = scenario.components.find((spec) => stores.includes(spec.name) && shardsOf(spec) > 1);
  if (sharded === undefined) return;
  const message = `a retry may meet another shard of \`${sharded.name}\`, so that the loss of one looks smaller than it is`;
  notes.at('workloads', name).warn('retry-on-shards', message, {
    path: ['retries'],
    expected: 'retries: 0',
    zh: {
      message: `重试可能碰到 \`${sharded.name}\` 的另一个分片，丢一个分片看起来会比实际轻`,
      expected: 'retries: 0',
    },
  });
}

function shardsOf(spec: Draft['scenario']['components'][number]): number {
  if (spec.kind === 'drds') return spec.shards.length;
  return spec.kind === 'redis' ? spec.shards : 1;
}
