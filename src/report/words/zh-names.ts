import type { NameWords } from './words.ts';
import { ZH_SOURCES } from './zh-sources.ts';

/** Faults of the default catalogue. One of a scenario's own keeps its name. */
export const ZH_FAULTS: Readonly<Record<string, string>> = {
  attack: '遭受攻击',
  'backups-lost': '备份丢失',
  'bad-change': '错误变更',
  damaged: '数据损坏',
  'disk-lost': '磁盘数据丢失',
  'disks-lost': '全部磁盘数据丢失',
  lost: '失效',
  change: '变更失误',
  channel: '通道停止',
  chunk: '数据服务器故障',
  config: '配置服务器故障',
  appliance: '一体机故障',
  crash: '进程崩溃',
  service: '服务故障',
  cut: '中断',
  ha: '高可用模块故障',
  ddl: '表结构变更',
  host: '主机故障',
  instance: '实例故障',
  kv: 'KVServer 故障',
  long: '长时间失效',
  manager: '通道管理器故障',
  lvs: 'LVS 节点故障',
  master: '管控节点故障',
  misconfiguration: '配置错误',
  node: '节点故障',
  proxy: '代理故障',
  reader: '只读副本故障',
  short: '短时失效',
  task: '任务停止',
  tengine: 'Tengine 节点故障',
  ws: 'WS 节点故障',
};

/** What watches beside a component itself, as its name begins or ends. */
const OBSERVERS: readonly (readonly [RegExp, string])[] = [
  [/^alarm (.+)$/, '告警 $1'],
  [/^(.+) LVS in (.+)$/, '$1 在 $2 的 LVS'],
  [/^(.+) scaling$/, '$1 伸缩组'],
  [/^(.+) monitor$/, '$1 监测'],
  [/^(.+) heartbeat$/, '$1 心跳'],
  [/^(.+) HA$/, '$1 高可用模块'],
  [/^(.+) (WS|KV)$/, '$1 的 $2 节点检查'],
  [/^(.+) proxies$/, '$1 代理的检查'],
  [/^(.+) connections$/, '$1 代理的连接'],
];

const FAULT = /^(.+?) (\S+)( ×\d+)?$/;
const PLAN = /^plan (.+)$/;
const ASSUMED = 'assumption: ';

const lookUp = (map: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

function fault(name: string): string {
  if (PLAN.test(name)) return name.replace(PLAN, '预案 $1');
  const [, thing, own, times] = FAULT.exec(name) ?? [];
  const word = own === undefined ? undefined : lookUp(ZH_FAULTS, own);
  return word === undefined ? name : `${domain(thing!)} ${word}${times ?? ''}`;
}

function observer(name: string): string {
  const [form, text] = OBSERVERS.find(([form]) => form.test(name)) ?? [];
  return form === undefined ? name : name.replace(form, text!);
}

function source(text: string): string {
  const assumed = text.startsWith(ASSUMED);
  const said = assumed ? text.slice(ASSUMED.length) : text;
  return `${assumed ? '假设：' : ''}${lookUp(ZH_SOURCES, said) ?? said}`;
}

/** A service or a vault in a place. */
const domain = (name: string): string => name.replace(/^(\S+) in (\S+)$/, '$2 的 $1');

export const ZH_NAMES: NameWords = {
  domain,
  fault,
  observer,
  source,
  step: (plan, number) => `${plan} 第 ${number} 步`,
};
