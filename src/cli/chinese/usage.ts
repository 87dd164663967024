import type { Phrase } from '../../language/index.ts';

/** What is wrong with how a command is written: the words of `commander`, and those of the readers of options. */
export const USAGE: readonly Phrase[] = [
  ['error: {~}', '错误：{1}'],
  ['(hasim --help tells more)', '（hasim --help 有更多说明）'],
  ['(hasim {} --help tells more)', '（hasim {1} --help 有更多说明）'],
  ['(Did you mean one of {}?)', '（是否想写 {1} 之一？）'],
  ['(Did you mean {}?)', '（是否想写 {1}？）'],
  ["missing required argument '{}'", '缺少参数 {1}'],
  ["unknown option '{}'", '没有选项 {1}'],
  ["unknown command '{}'", '没有命令 {1}'],
  ["option '{}' argument missing", '选项 {1} 缺少值'],
  ["required option '{}' not specified", '必须写明选项 {1}'],
  ["option '{}' argument '' is invalid. {~}", '选项 {1} 的值为空，无效。{2}'],
  ["option '{}' argument '{}' is invalid. {~}", '选项 {1} 的值 {2} 无效。{3}'],
  ["command-argument value '{}' is invalid for argument '{}'. {~}", '参数 {2} 的值 {1} 无效。{3}'],
  ["option '{}' cannot be used with option '{}'", '选项 {1} 不能与选项 {2} 同用'],
  ["too many arguments for '{}'. Expected {} arguments but got {}.", '{1} 的参数过多：应为 {2} 个，写了 {3} 个。'],
  ["too many arguments for '{}'. Expected {} argument but got {}.", '{1} 的参数过多：应为 {2} 个，写了 {3} 个。'],
  ['Allowed choices are {}.', '可选 {1}。'],
  ['A whole number from 1 to {} such as {} is needed.', '应为 1 到 {1} 的整数，例如 {2}。'],
  ['The name of a file or a folder is needed.', '应为文件或文件夹的名称。'],
  [
    'Drills are not replications: how many times each fault is injected is --times.',
    '演练不是仿真次数：每种故障注入多少次用 --times。',
  ],
  ['Years above 0 and up to {} such as 10 are needed.', '应为大于 0、不超过 {1} 的年数，例如 10。'],
  ['A share above 0 % and below 100 % such as 5% is needed.', '应为大于 0 %、小于 100 % 的比例，例如 5%。'],
  [
    'downtime, rto, rpo, or rto:zone are possible, with commas between them.',
    '可写 downtime、rto、rpo 或 rto:zone，以逗号分隔。',
  ],
  ['A word or number of up to {} characters is needed.', '应为不超过 {1} 个字符的文字或数字。'],
  ['Names between commas such as zone,link are needed.', '应为以逗号分隔的名称，例如 zone,link。'],
  [
    'A duration above 0 and up to a year such as {} or {} is needed.',
    '应为大于 0、不超过一年的时长，例如 {1} 或 {2}。',
  ],
  ['A port from 0 to 65535 is needed.', '应为 0 到 65535 的端口。'],
  ['A share such as 3/16 is needed, counted from 1.', '应为从 1 数起的份额，例如 3/16。'],
  [
    'Only sweeps are spread over machines: a run, with --rare too, takes the cores of one, and --journal with --resume if it is to survive that.',
    '只有参数扫描可分布到多台机器：run（包括 --rare）使用一台机器的各核，要能在中断后继续则用 --journal 与 --resume。',
  ],
  ['--max-runs means something only beside --precision', '--max-runs 只有与 --precision 同用才有意义'],
  ['--precision-of means something only beside --precision', '--precision-of 只有与 --precision 同用才有意义'],
  [
    '--precision chooses the number of runs itself: leave out --runs, or bound it with --max-runs',
    '--precision 自行确定仿真次数：请去掉 --runs，或用 --max-runs 设上限',
  ],
  ['--resume needs the --journal that it goes on from', '--resume 需要 --journal 写明从哪个日志继续'],
  [
    '--precision counts ordinary runs: --rare takes --runs, and its report says how sure it is',
    '--precision 计普通仿真的次数：--rare 使用 --runs，其报告会说明有多大把握',
  ],
  [
    '--faults leaves nothing to chance: there is nothing that --rare could make more frequent',
    '--faults 使故障没有随机性：没有 --rare 可以使之更频繁的故障',
  ],
  [
    '--out keeps the evidence of an ordinary run: --rare estimates no RTO, RPO or verdict',
    '--out 保存普通运行的证据：--rare 不估计 RTO、RPO 与结论',
  ],
  [
    "--rare knows no method '{}' (did you mean {}?): {} or {} is possible",
    '--rare 没有方法 {1}（是否想写 {2}？）：可写 {3} 或 {4}',
  ],
  ["--rare knows no method '{}': {} or {} is possible", '--rare 没有方法 {1}：可写 {2} 或 {3}'],
];
