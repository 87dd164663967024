import type { Draft } from '../draft.ts';

interface Step {
  readonly key: 'boot' | 'warm-up' | 'create';
  readonly code: string;
  readonly says: (name: string) => string;
  readonly expected: string;
  readonly zh: { readonly says: (name: string) => string; readonly expected: string };
}

const BOOT: Step = {
  key: 'boot',
  code: 'never-boots',
  says: (name) => `a server of \`${name}\` never boots: what has stopped once stays lost`,
  expected: 'how long a boot takes; 0s is at once',
  zh: {
    says: (name) => `\`${name}\` 的服务器永远启动不了：停过一次就一直丢失`,
    expected: '启动要多久；0s 表示立即',
  },
};
const WARM_UP: Step = {
  key: 'warm-up',
  code: 'never-warm',
  says: (name) => `a server of \`${name}\` never gets warm: what is started never serves`,
  expected: 'how long the warm-up takes; 0s is at once',
  zh: {
    says: (name) => `\`${name}\` 的服务器永远预热不完：启动之后从不服务`,
    expected: '预热要多久；0s 表示立即',
  },
};
const CREATE: Step = {
  key: 'create',
  code: 'never-created',
  says: (name) => `a server of \`${name}\` is never created: what is to be added never comes`,
  expected: 'how long creating one takes; 0s is at once',
  zh: {
    says: (name) => `\`${name}\` 的服务器永远创建不出来：要增加的永远不会来`,
    expected: '创建要多久；0s 表示立即',
  },
};

/** Servers that never boot: the first fault that stops one takes it for good; and servers that are started or made and never come. */
export function warnOfBoots({ scenario, notes }: Draft): void {
  for (const spec of scenario.components) {
    if (spec.kind !== 'ecs') continue;
    const started = spec.standby !== undefined || spec.scaling !== undefined;
    const made = spec.standby !== 'warm' && (spec.scaling !== undefined || spec.image !== undefined);
    const steps: (readonly [Step, { readonly mean: number }, boolean])[] = [
      [BOOT, spec.boot, true],
      [WARM_UP, spec.warmUp, started],
      [CREATE, spec.create, started && made],
    ];
    for (const [{ key, code, says, expected, zh }, law, matters] of steps) {
      if (!matters || law.mean !== Number.POSITIVE_INFINITY) continue;
      notes.at('components', spec.name).warn(code, says(spec.name), {
        path: [key],
        expected,
        zh: { message: zh.says(spec.name), expected: zh.expected },
      });
    }
  }
}
