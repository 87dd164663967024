import { formatDuration, MINUTE } from '../../base/index.ts';
import type { DnsSpec } from '../../components/index.ts';
import type { AlarmSpec } from '../../plans/index.ts';
import type { Draft } from '../draft.ts';
import { reachable } from '../routes.ts';

/** A TTL from which on a change of answers takes longer than most people expect of DNS. */
const LONG_TTL = 10 * MINUTE;
/** Levels are compared with this tolerance. */
const TOLERANCE = 1e-9;

/** Failures that are seen late, seen by nobody, or followed slowly. */
export function warnOfDetection(draft: Draft): void {
  for (const spec of draft.scenario.components) {
    if (spec.kind === 'slb' && spec.healthCheck === undefined) {
      draft.notes
        .at('components', spec.name)
        .warn('no-health-check', `\`${spec.name}\` keeps sending requests to dead servers`, {
          path: ['health-check'],
          expected: 'a health check',
          zh: { message: `\`${spec.name}\` 会一直把请求发给已坏的服务器`, expected: '健康检查' },
        });
    }
    if (spec.kind === 'dns') warnOfDns(spec, draft);
  }
  for (const alarm of draft.scenario.alarms) warnOfWatcher(alarm, draft);
}

function warnOfDns(spec: DnsSpec, draft: Draft): void {
  warnOfBlindness(spec, draft);
  warnOfWithholding(spec, draft);
  if (!changes(spec, draft)) return;
  const at = draft.notes.at('components', spec.name);
  if (spec.ttl >= LONG_TTL) {
    at.warn('long-ttl', `failover by this name takes up to its TTL of ${formatDuration(spec.ttl)} longer`, {
      path: ['ttl'],
      expected: 'a TTL of a minute or so',
      zh: {
        message: `经这个域名的切换会多花最长一个 TTL：${formatDuration(spec.ttl)}`,
        expected: '一分钟左右的 TTL',
      },
    });
  }
  const { scenario, components } = draft;
  const users = scenario.workloads.filter(({ entry }) => reachable(entry, components).has(spec.name));
  for (const { name, upWhen } of users) {
    if (spec.holdOn.share < 1 - upWhen - TOLERANCE) continue;
    at.warn('knife-edge', `resolvers that hold on are enough to keep \`${name}\` below its level after a failover`, {
      path: ['hold-on', 'share'],
      expected: `a share below ${Number((1 - upWhen).toFixed(6))}, or a lower up-when of \`${name}\``,
      zh: {
        message: `不守 TTL 的解析器就足以让 \`${name}\` 在切换后仍达不到可用水平`,
        expected: `小于 ${Number((1 - upWhen).toFixed(6))} 的占比，或更低的 \`${name}\` 的 up-when`,
      },
    });
  }
}

/** A name of several answers that nothing ever takes a dead one off; what stands in reserve is not given in normal times. */
function warnOfBlindness(spec: DnsSpec, draft: Draft): void {
  const first = Math.min(...spec.answers.map(({ priority }) => priority));
  const blind = spec.answers.find(
    ({ target, priority }) => priority === first && !isWithheld(target, 'hold-out', draft),
  );
  if (spec.monitor !== undefined || spec.answers.length < 2) return;
  if (blind === undefined) {
    warnOfJoint(spec, first, draft);
    return;
  }
  const reserve = spec.answers.some(({ priority }) => priority > first);
  draft.notes
    .at('components', spec.name)
    .warn(
      'no-monitor',
      `\`${spec.name}\` goes on answering with \`${blind.target}\` when that is dead${reserve ? ': nobody moves users to its lower priorities' : ''}`,
      {
        path: ['answers'],
        expected: `a monitor, or a plan that holds \`${blind.target}\` out`,
        zh: {
          message: `\`${blind.target}\` 坏了以后，\`${spec.name}\` 仍会把它作为应答${reserve ? '：没有谁把用户转到较低优先级' : ''}`,
          expected: `监控，或摘除 \`${blind.target}\` 的预案`,
        },
      },
    );
}

/** Answers that plans hold out all together or not at all: one of them that is dead by itself stays. */
function warnOfJoint(spec: DnsSpec, first: number, { scenario, notes }: Draft): void {
  const usual = spec.answers.filter(({ priority }) => priority === first).map(({ target }) => target);
  if (usual.length < 2) return;
  const isOnly = (target: string): boolean =>
    scenario.plans.some((plan) => {
      const out = plan.steps.flatMap(({ verb, targets }) => (verb === 'hold-out' ? targets : []));
      return out.includes(target) && usual.some((other) => !out.includes(other));
    });
  const blind = usual.find((target) => !isOnly(target));
  if (blind === undefined) return;
  notes
    .at('components', spec.name)
    .warn(
      'no-monitor',
      `\`${spec.name}\` goes on answering with \`${blind}\` when only that is dead: plans hold it out with all the others or not at all`,
      {
        path: ['answers'],
        expected: `a monitor, or a plan that holds \`${blind}\` out by itself`,
        zh: {
          message: `只有 \`${blind}\` 坏时，\`${spec.name}\` 仍会把它作为应答：预案只会把全部应答一起摘除`,
          expected: `监控，或单独摘除 \`${blind}\` 的预案`,
        },
      },
    );
}

/** An answer that is withheld once and for all. */
function warnOfWithholding(spec: DnsSpec, draft: Draft): void {
  const { plans } = draft.scenario;
  for (const { target } of spec.answers) {
    if (isWithheld(target, 'readmit', draft)) continue;
    for (const { name, steps } of plans) {
      const index = steps.findIndex(({ verb, targets }) => verb === 'hold-out' && targets.includes(target));
      if (index < 0) continue;
      draft.notes
        .at('plans', name, 'steps', index)
        .warn('never-readmitted', `no plan readmits \`${target}\` after \`${name}\` has held it out`, {
          path: ['hold-out'],
          expected: `a plan with after: ${name} that readmits \`${target}\``,
          zh: {
            message: `\`${name}\` 摘除 \`${target}\` 之后，没有预案把它加回`,
            expected: `写明 after: ${name}、把 \`${target}\` 加回的预案`,
          },
        });
    }
  }
}

const isWithheld = (target: string, by: 'hold-out' | 'readmit', { scenario }: Draft): boolean =>
  scenario.plans.some(({ steps }) => steps.some(({ verb, targets }) => verb === by && targets.includes(target)));

/** Whether anything ever changes the answers: a monitor, or a plan. */
const changes = (spec: DnsSpec, { scenario }: Draft): boolean =>
  spec.monitor !== undefined ||
  scenario.plans.some(({ steps }) =>
    steps.some(
      ({ verb, targets }) => verb === 'hold-out' && spec.answers.some(({ target }) => targets.includes(target)),
    ),
  );

/** Where the parts of a component or place stand. */
function placesOf(target: string, { components }: Draft): readonly string[] {
  const spec = components.get(target)?.spec;
  return spec !== undefined && 'places' in spec ? spec.places : [target];
}

const isWithin = (place: string, around: string): boolean => place === around || place.startsWith(`${around}/`);

/** A watcher that falls with what it watches sees nothing. */
function warnOfWatcher({ name, watch, from }: AlarmSpec, draft: Draft): void {
  if (from === undefined) return;
  const near = watch.targets.filter((target) => placesOf(target, draft).some((place) => isWithin(from, place)));
  for (const target of near) {
    draft.notes
      .at('alarms', name)
      .warn('watched-from-within', `\`${name}\` watches \`${target}\` from ${from}, which would be lost with it`, {
        path: ['from'],
        expected: 'another place, or `internet`',
        zh: {
          message: `\`${name}\` 从 ${from} 观察 \`${target}\`，而两者会一起丢失`,
          expected: '另一个位置，或 `internet`',
        },
      });
  }
}
