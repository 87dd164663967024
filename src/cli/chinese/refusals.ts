import type { Phrase } from '../../language/index.ts';
import { FILES, JOURNALS } from './files.ts';

/** Names that a scenario, a standard or a sweep does not know, and what cannot be asked of them. */
const NAMES: readonly Phrase[] = [
  ['--edition {}: there are {}', '--edition {1}：可用的版本有 {2}'],
  ['--profile {}: no such file, and none of {}', '--profile {1}：没有这个文件，也不是 {2} 之一'],
  ['there is no workload {}; expected one of {}', '没有业务 {1}；应为 {2} 之一'],
  [
    'nothing that can be drilled is called {} (did you mean {}?); there is what is of class {}; for instance {} and {} more',
    '没有名为 {1} 的可演练对象（是否为 {2}？）；可演练的类别有 {3}；例如 {4}，另有 {5} 个',
  ],
  [
    'nothing that can be drilled is called {} (did you mean {}?); there is what is of class {}; for instance {}',
    '没有名为 {1} 的可演练对象（是否为 {2}？）；可演练的类别有 {3}；例如 {4}',
  ],
  [
    'nothing that can be drilled is called {}; there is what is of class {}; for instance {} and {} more',
    '没有名为 {1} 的可演练对象；可演练的类别有 {2}；例如 {3}，另有 {4} 个',
  ],
  [
    'nothing that can be drilled is called {}; there is what is of class {}; for instance {}',
    '没有名为 {1} 的可演练对象；可演练的类别有 {2}；例如 {3}',
  ],
  ['nothing is left to be struck; there are {}', '没有留下可打击的对象；全部对象有 {1}'],
  [
    '{}: it states no objective of availability or of recovery that faults could break',
    '{1}：其中没有故障可能打破的可用性目标或恢复目标',
  ],
  [
    '{}: no objective is about the loss of {}; an availability is about anything',
    '{1}：没有任何目标涉及失去 {2}；可用性目标涉及一切故障',
  ],
  ['{}: it states no objectives to check', '{1}：其中没有可检查的目标'],
  ['{}: this is no result of hasim check, run or drill --json', '{1}：不是 hasim check、run 或 drill --json 的结果'],
  [
    '{}: expected `faults:` and a list such as [{at: 3d, lose: cn-beijing/a, for: 6h}]',
    '{1}：应有 `faults:` 及其列表，例如 [{at: 3d, lose: cn-beijing/a, for: 6h}]',
  ],
  [
    '--precision-of: no fault of this scenario is of class {}; there are {}',
    '--precision-of：此场景中没有类别为 {1} 的故障；有的类别是 {2}',
  ],
  ['--pareto: `{}` is no measure of this scenario; there are {}', '--pareto：`{1}` 不是此场景的指标；可用的有 {2}'],
  ['comparing takes at least two scenarios', '比较至少需要两个场景'],
  ['only one scenario can come from stdin', '只有一个场景可以来自标准输入'],
  ['this is no scenario', '这不是场景'],
  [
    'nothing is varied: say what with --set, such as --set www.ttl=1s,60s,600s',
    '没有指定要变化的参数：用 --set 写明，例如 --set www.ttl=1s,60s,600s',
  ],
  [
    '{} is given a range: say with --sample how many points to draw, or list its values',
    '{1} 给出的是范围：用 --sample 写明抽取多少个点，或列出它的值',
  ],
  [
    'the sweep has {} points, more than {}: fewer values, or --sample',
    '参数扫描有 {1} 个点，多于 {2}：请减少取值，或用 --sample',
  ],
  ['there is no point {}: the sweep has {}', '没有第 {1} 个点：参数扫描共有 {2} 个'],
  ['the point {} is no scenario: {}', '取 {1} 时不成其为场景：{2}'],
  ['and {} more such points', '同类的点还有 {1} 个'],
];

/** Where work is done, limits that it hits, and what broke. */
const WORK: readonly Phrase[] = [
  [
    'say where the Redis is: --redis redis://host:6379, or HASIM_REDIS',
    '请写明 Redis 的位置：--redis redis://host:6379，或 HASIM_REDIS',
  ],
  [
    'the address of a Redis is written redis://user:password@host:6379, or rediss:// for TLS',
    'Redis 的地址写作 redis://user:password@host:6379，使用 TLS 时以 rediss:// 开头',
  ],
  [
    'the backend bullmq is not installed: npm install bullmq ioredis',
    '没有安装 bullmq 后端：npm install bullmq ioredis',
  ],
  ['{} cannot be used: {?}', '{1} 无法使用：{2}'],
  ['no answer', '没有应答'],
  ['cannot listen on {}: {}', '无法监听 {1}：{2}'],
  [
    'more than {} events at one instant ({}); the model loops. The last ones: {}',
    '同一时刻的事件超过 {1} 个（{2}）；模型陷入循环。最后几个：{3}',
  ],
  [
    'more than {} events in one replication; shorten --years or look for an event that repeats: {}',
    '一次仿真中的事件超过 {1} 个；请缩短 --years，或查找反复发生的事件：{2}',
  ],
  [
    'a replication of {} years is longer than the 285 years that a clock can hold',
    '一次仿真 {1} 年，长于时钟所能表示的 285 年',
  ],
  ['the model needs {} pending events, more than the limit of {}', '模型需要 {1} 个待发事件，超过上限 {2}'],
  [
    'there is nothing that --rare could make more frequent: no fault of this scenario has a law with a density (faults that are scheduled, fixed or empirical have none); --rare splitting needs no law',
    '没有 --rare 可以使之更频繁的故障：此场景中没有故障的分布带有密度（定时、固定或经验分布的故障没有密度）；--rare splitting 不需要分布',
  ],
  [
    'only in {} % of the time nothing is broken and nothing goes on, and failure biasing can begin only there: an ordinary run sees more, or --rare splitting, which begins anywhere',
    '只有 {1} % 的时间里一切正常且无事进行，而故障偏倚法只能从那里开始：普通运行看到的更多，或用可从任何状态开始的 --rare splitting',
  ],
  ['a fault of hasim itself: {?}', 'hasim 自身的故障：{1}'],
  ['replication {} of seed {} failed: {?}', '种子 {2} 的第 {1} 次仿真失败：{3}'],
  ['replication {} of seed {} ended the thread that worked on it: {?}', '种子 {2} 的第 {1} 次仿真使其线程终止：{3}'],
  ['replication {} of seed {} hung: {?}', '种子 {2} 的第 {1} 次仿真停滞：{3}'],
  ['no block before it was finished', '在它之前没有完成的批次'],
  ['the {} run before its block is reported', '报告其批次之前的 {1} 次仿真'],
  ['the {} runs before its block are reported', '报告其批次之前的 {1} 次仿真'],
  ['finished points are kept: --resume goes on from them', '已完成的点已保留：用 --resume 接着运行'],
  ['replay it with: {}', '用以下命令重现：{1}'],
  [
    'please report it with that command and the scenario; HASIM_DEBUG=1 shows where it happened',
    '请附上该命令与场景一并报告；HASIM_DEBUG=1 显示发生之处',
  ],
];

/** What `hasim serve` and `hasim worker` say, and what the local page is refused. */
const SERVING: readonly Phrase[] = [
  [
    'warning: everybody who reaches {} can read and change the scenarios in {}',
    '警告：能访问 {1} 的任何人都可以读取和修改 {2} 中的场景',
  ],
  ['Wrote {}. Next: {}', '已写入 {1}。下一步：{2}'],
  ['open it in a browser; Ctrl-C ends it', '在浏览器中打开；按 Ctrl-C 结束'],
  ['hasim {} works for {}, {} at once', 'hasim {1} 为 {2} 工作，同时进行 {3} 项'],
  ['{} block was run', '已运行 {1} 个批次'],
  ['{} blocks were run', '已运行 {1} 个批次'],
  ['{} block run, {} a second', '已运行 {1} 个批次，每秒 {2} 个'],
  ['{} blocks run, {} a second', '已运行 {1} 个批次，每秒 {2} 个'],
  ['larger than 4 MB', '超过 4 MB'],
  ['this is not JSON', '不是 JSON'],
  ['expected JSON', '应为 JSON'],
  ['there is no file {}', '没有文件 {1}'],
  ['{} is larger than 1 MB', '{1} 超过 1 MB'],
  ['{} has changed on disk since it was read', '{1} 读取之后已在磁盘上改动'],
  ['{} cannot be written: {}', '无法写入 {1}：{2}'],
  ['this is no regular file', '不是普通文件'],
  ['expected the plain name of a .yaml file in the folder served', '应为所服务文件夹中 .yaml 文件的名称'],
  ['this page is served to this machine only', '此页面只供本机访问'],
  ['another site asked', '请求来自另一网站'],
  ['there is nothing here', '此处没有内容'],
  ['{} simulations are under way', '已有 {1} 项仿真在进行'],
  ['{} has 1 error', '{1} 有 1 个错误'],
  ['{} has {} errors', '{1} 有 {2} 个错误'],
];

/** Every sentence with which a command refuses, as it is said in Chinese. */
export const REFUSALS: readonly Phrase[] = [...WORK, ...NAMES, ...SERVING, ...JOURNALS, ...FILES];
