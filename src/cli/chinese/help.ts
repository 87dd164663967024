import type { Phrase } from '../../language/index.ts';

/** Headings of the help, and what commander adds to each of them. */
const FRAME: readonly Phrase[] = [
  ['Usage:', '用法：'],
  ['Arguments:', '参数：'],
  ['Options:', '选项：'],
  ['Commands:', '命令：'],
  ['Examples:', '示例：'],
  ['Example:', '示例：'],
  ['[options]', '[选项]'],
  ['[command]', '[命令]'],
  ['display help for command', '显示命令的帮助'],
  ['output the version number', '显示版本号'],
  [
    'Exit codes: 0 done · 1 an objective is missed · 2 bad usage, a bad scenario or a full disk · 3 undecided · 4 a fault of hasim itself · 130 interrupted (what was finished is printed)',
    '退出码：0 完成 · 1 有目标未达到 · 2 用法或场景有误，或磁盘已满 · 3 未定 · 4 hasim 自身的故障 · 130 已中断（会打印已完成的部分）',
  ],
];

/** What each command is for, and what it takes. */
const COMMANDS: readonly Phrase[] = [
  [
    'Measures availability, RTO and RPO of an architecture by simulating thousands of years of failures, and judges its tier of GB/T 20988.',
    '模拟数千年的故障，测量一个架构的可用性、恢复时间目标（RTO）与恢复点目标（RPO），并按 GB/T 20988 判定灾难恢复等级。',
  ],
  ['measure, and print a report', '测量，并打印报告'],
  ['set scenarios side by side under the same disasters', '在同样的灾难之下并排比较多个场景'],
  ['vary figures of a scenario: what does each of them do?', '变化场景中的参数：每个参数有何影响？'],
  ['make one result of the files of a sweep’s shards', '把参数扫描各分片的文件合并为一个结果'],
  ['run points of sweeps for other machines, through Redis', '经 Redis 为其他机器运行参数扫描的点'],
  [
    'inject each fault on each domain on purpose, and measure every recovery',
    '逐一向每个故障域注入每种故障，测量每次恢复',
  ],
  ['gate: are the objectives met? The exit code says so', '验收：目标是否达到？由退出码给出结论'],
  ['look for the smallest set of faults that breaks the objectives', '寻找打破目标的最小故障组合'],
  ['tell the typical and the worst incidents, second by second', '逐秒讲述典型的与最坏的事件'],
  ['say what is wrong or unwise in a scenario, line by line', '逐行指出场景中错误或不妥之处'],
  [
    'check a bundle that --out has written: are its files unchanged, and does it all come out again?',
    '核验 --out 写出的结果：文件有无改动，重做是否完全一致？',
  ],
  ['a local page to edit, run, drill and compare scenarios', '本地页面：编辑、运行、演练与比较场景'],
  ['print the JSON Schema of scenarios, for editors', '打印场景的 JSON Schema，供编辑器使用'],
  ['write a scenario to begin with', '写出一个起步用的场景'],
  ['a file of YAML; - reads it from stdin', 'YAML 文件；- 表示从标准输入读取'],
  ['two or more files of YAML; the others are compared with the first', '两个或更多 YAML 文件；其余的与第一个比较'],
  ['what hasim sweep --shard has written', 'hasim sweep --shard 写出的文件'],
  ['the bundle', '结果文件夹'],
  ['a folder of scenarios, or one of them', '存放场景的文件夹，或其中一个场景'],
  ['where to; - prints it', '写到何处；- 表示打印'],
];

/** What more than one command is told. */
const SHARED: readonly Phrase[] = [
  ['language of this help; what is printed is in English', '此帮助的语言；打印的内容为英文'],
  ['replications', '仿真次数'],
  ['length of one replication', '一次仿真的年数'],
  ['seed of all chance; the same seed gives the same figures', '一切随机性的种子；种子相同则数字相同'],
  ['seed of all chance; the same seed finds the same', '一切随机性的种子；种子相同则找到的相同'],
  ['print one JSON document and nothing else', '只打印一份 JSON 文档'],
  ['language of the report', '报告的语言'],
  ['language of what is told', '说明文字的语言'],
  ['no progress, no warnings, no list of assumptions', '不显示进度、警告与假设清单'],
  ['no progress, no warnings', '不显示进度与警告'],
  [
    'write everything behind the result into a folder, with hashes; hasim verify checks it',
    '把结果的全部依据连同哈希写入文件夹；可用 hasim verify 核验',
  ],
  ['how many work at once (default: as many as there are cores)', '同时工作的数目（默认与核数相同）'],
  ['nothing breaks but the faults on schedule in this file', '只发生此文件中定时的故障'],
  [
    'when a drill ends after its strike: so long what is lost stays lost',
    '注入之后多久结束演练：失去的在此期间一直不恢复',
  ],
  [
    'edition of GB/T 20988 that judges: gbt20988-2007 or gbt20988-2025-secondary',
    '据以判定的 GB/T 20988 版本：gbt20988-2007 或 gbt20988-2025-secondary',
  ],
  [
    'rules to hold it to: of a sector, such as cbrc-2011-104, or a file of YAML',
    '应遵守的规定：某行业的（例如 cbrc-2011-104）或一个 YAML 文件',
  ],
];

/** Options of commands that simulate ordinary lives. */
const MEASURING: readonly Phrase[] = [
  [
    'run until downtime is known this well, such as 5%, instead of a number of --runs',
    '运行到停机时间达到此精度（例如 5%）为止，以代替 --runs 的次数',
  ],
  [
    'under --precision: what is to be known: downtime, rto, rpo (their p95 by class of fault), or rto:zone (default: downtime)',
    '与 --precision 同用：要测准什么：downtime（停机时间）、rto、rpo（按故障类别的 p95），或 rto:zone（默认 downtime）',
  ],
  [
    'under --precision: replications at the most (default: 100000)',
    '与 --precision 同用：最多的仿真次数（默认 100000）',
  ],
  [
    'stop after so long, such as 10m, and report what is done by then',
    '这么久（例如 10m）之后停止，报告届时已完成的部分',
  ],
  [
    'keep finished blocks in a file, so that --resume can go on from there',
    '把已完成的批次写入文件，以便 --resume 从中继续',
  ],
  ['go on from the --journal; where there is none yet, begin it', '从 --journal 的日志继续；还没有日志时新建'],
  [
    'for what no number of ordinary runs would see (default: {} runs): biasing draws failures more often and weighs what they do; splitting copies paths that come near a loss, for long degradations and systems that are never all well (default: biasing)',
    '用于普通仿真再多次也见不到的事件（默认 {1} 次）：biasing 使故障更频繁，再按权重折算；splitting 复制接近丢失的路径，适用于长期降级与从不完全正常的系统（默认 biasing）',
  ],
  ['only the incidents of this workload', '只看此业务的事件'],
  ['write the comparison as a page and as a document into a folder', '把比较写成页面与文档，存入文件夹'],
];

/** Options of drills, of gates and of the search for what breaks. */
const STRIKING: readonly Phrase[] = [
  ['drills of each fault', '每种故障的演练次数'],
  ['drills of each pair', '每对故障的演练次数'],
  ['drills of each loss of a site', '每种场地丢失的演练次数'],
  ['only this fault, class or domain, such as zone:cn-beijing/a', '只演练此故障、类别或故障域，例如 zone:cn-beijing/a'],
  [
    'inject every pair of faults too, and name those that hurt beyond either alone',
    '也注入每一对故障，列出危害超过其中任何单个故障的',
  ],
  ['tell the typical and the worst drill of each fault, step by step', '逐步讲述每种故障典型的与最坏的演练'],
  [
    'say what has changed since an earlier result of check, run or drill --json',
    '说明与先前 check、run 或 drill --json 的结果相比有何变化',
  ],
  ['write the verdicts as JUnit XML too', '另把结论写成 JUnit XML'],
  ['faults at a time', '同时发生的故障数'],
  ['schedules of faults at the most', '最多尝试的故障安排数'],
  ['replications of each schedule', '每种安排的仿真次数'],
  [
    'strike only these: classes, names or class:name, such as zone,link,orders-a',
    '只打击这些：类别、名称或 类别:名称，例如 zone,link,orders-a',
  ],
  ['never strike these', '从不打击这些'],
  ['how long a fault lasts, before the schedule is made smaller', '缩小安排之前，一个故障持续多久'],
  [
    'No fault, every single one and every pair are tried at several moments each; larger sets by chance.',
    '没有故障、每个故障与每对故障都在若干时刻尝试；更大的组合随机抽取。',
  ],
  ['Exit code 0: nothing was found within the bounds; 1: something was.', '退出码 0：在界限之内没有找到；1：找到了。'],
];

/** Options of sweeps, and of the machines that share them. */
const SWEEPING: readonly Phrase[] = [
  ['write the points as CSV too', '另把各点写成 CSV'],
  ['write a page, charts, Markdown, text, CSV and JSON there', '在该处写出页面、图表、Markdown、文本、CSV 与 JSON'],
  [
    'measures of the front, such as downtime,rpo,cost or downtime:order,writes-lost',
    '帕累托前沿的指标，例如 downtime,rpo,cost 或 downtime:order,writes-lost',
  ],
  [
    'what to vary: www.ttl=1s,60s,600s, or a range 1s..600s, log:1s..600s; may be repeated',
    '要变化的参数：www.ttl=1s,60s,600s，或范围 1s..600s、log:1s..600s；可重复',
  ],
  ['a file of YAML that says what to vary', '写明变化什么的 YAML 文件'],
  ['points of a Latin hypercube instead of every combination', '拉丁超立方抽样的点数，以代替全部组合'],
  [
    'the point that others are compared with, or `scenario`, as it is written',
    '其他点与之比较的点，或 `scenario`（照场景所写）',
  ],
  [
    'where finished points are kept (default: in --out, or beside the scenario)',
    '已完成的点存于何处（默认在 --out 中，或场景旁边）',
  ],
  ['go on where an earlier sweep was stopped', '从先前的参数扫描停下之处继续'],
  [
    'run only this share of the points; hasim merge puts the files together',
    '只运行这一份点；由 hasim merge 合并各文件',
  ],
  ['where points are run', '各点在何处运行'],
  [
    'under --backend bullmq: redis://host:6379, rediss:// for TLS (or HASIM_REDIS)',
    '与 --backend bullmq 同用：redis://host:6379，使用 TLS 时以 rediss:// 开头（或 HASIM_REDIS）',
  ],
  [
    'redis://host:6379, rediss:// for TLS (or HASIM_REDIS)',
    'redis://host:6379，使用 TLS 时以 rediss:// 开头（或 HASIM_REDIS）',
  ],
  ['end when there has been no work for so long, such as 10m', '这么久（例如 10m）没有工作时结束'],
  [
    'a worker silent for so long is taken for dead, its work is run again',
    '这么久没有消息的工作进程视为已死，其工作重新运行',
  ],
  ['say nothing but errors', '除错误外不作说明'],
];

/** Options of what reads and writes files. */
const KEEPING: readonly Phrase[] = [
  ['print the problems as one JSON document', '把问题打印为一份 JSON 文档'],
  ['compare the hashes and do not measure again', '只比对哈希，不重新测量'],
  ['every key and every default with its source, as a page for people', '全部字段与默认值及其出处，写成供人阅读的页面'],
  ['port to listen on; 0 takes any that is free', '监听的端口；0 表示任取一个空闲端口'],
  ['address to listen on; others than this machine can reach it then', '监听的地址；写明后其他机器也可能访问'],
  ['language of what is told here; the page has a switch of its own', '此处说明文字的语言；页面自带语言开关'],
  ['language of the scenario and of what is told', '场景与说明文字的语言'],
  ['overwrite a file that is there', '覆盖已有的文件'],
];

/** What can be chosen, and what is chosen where nothing is written. */
const VALUES: readonly Phrase[] = [
  ['{~} (choices: {}, default: {})', '{1}（可选 {2}，默认 {3}）'],
  ['{~} (choices: {})', '{1}（可选 {2}）'],
  ['{~} (default: {})', '{1}（默认 {2}）'],
];

/** The help of every command. */
export const HELP: readonly Phrase[] = [
  ...FRAME,
  ...COMMANDS,
  ...SHARED,
  ...MEASURING,
  ...STRIKING,
  ...SWEEPING,
  ...KEEPING,
  ...VALUES,
];
