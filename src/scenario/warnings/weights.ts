import type { SlbSpec } from '../../components/index.ts';
import type { Draft } from '../draft.ts';
import { serving } from '../flow.ts';

/** Weights of servers that are written like shares of pools, and come out as others. */
export function warnOfWeights(draft: Draft): void {
  for (const spec of draft.scenario.components) if (spec.kind === 'slb') warnOfShares(spec, draft);
}

const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;

function warnOfShares({ name, backends }: SlbSpec, { components, notes }: Draft): void {
  const pools = backends
    .map((backend) => ({ ...backend, servers: serving(backend.pool, components) }))
    .filter(({ servers }) => servers > 0);
  const differ = pools.some(({ servers }) => servers !== pools[0]!.servers);
  if (!differ) return;
  const all = pools.reduce((sum, { weight, servers }) => sum + weight * servers, 0);
  const shares = pools.map((pool) => ({
    ...pool,
    got: percent((pool.weight * pool.servers) / all),
    written: percent(pool.weight),
  }));
  const first = shares.find((share) => share.percent && share.got !== share.written);
  if (first === undefined) return;
  const { pool, got, written } = first;
  notes
    .at('components', name)
    .warn(
      'weight-of-server',
      `\`${pool}\` gets ${got} of what \`${name}\` takes in, not ${written}: a weight is that of one server, and its pools differ in theirs`,
      {
        path: ['backends', pool],
        expected: 'the share of each pool divided by its servers, or plain numbers as weights of one server',
        zh: {
          message: `\`${name}\` 收到的请求，\`${pool}\` 分到 ${got}，不是 ${written}：权重是单台服务器的，而各池的台数不同`,
          expected: '各池的份额除以其台数，或用普通数字作为单台服务器的权重',
        },
      },
    );
}
