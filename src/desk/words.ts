interface Told {
  readonly message: string;
  readonly expected?: string;
}

const en = {
  /** What a problem says; what is not said in a language is said in English. */
  said: (problem: Told & { readonly zh?: Told | undefined }): Told => problem,
  file: 'File',
  save: 'Save',
  saved: 'saved',
  unsaved: 'not saved',
  language: 'Language',
  scenario: 'Scenario',
  results: 'Results',
  runs: 'Runs',
  seed: 'Seed',
  run: 'Run',
  drill: 'Drill',
  explain: 'Explain',
  compare: 'Compare variants',
  stop: 'Stop',
  variant: 'Variant',
  addVariant: '+ variant',
  addVariantTip: 'copy this text to change it and compare the two',
  closeVariant: 'Close this variant',
  fine: 'No problems.',
  errors: (count: number) => `${count} error${count === 1 ? '' : 's'}`,
  warnings: (count: number) => `${count} warning${count === 1 ? '' : 's'}`,
  first: (line: number | undefined, message: string) => (line === undefined ? message : `line ${line}: ${message}`),
  expected: 'expected',
  use: (word: string) => `Write ${word}`,
  stopped: 'stopped',
  waiting: 'begins …',
  nothing:
    'Edit the scenario on the left: errors show in place, Ctrl-Space completes. Run measures it, Drill injects every fault, Explain tells incidents second by second. Add a variant to compare designs under the same disasters.',
  noFiles: 'There is no .yaml file in this folder.',
  title: (kind: string, name: string) => `${kind}: ${name}`,
};

export type Words = typeof en;

const zh: Words = {
  said: (problem) => problem.zh ?? problem,
  file: '文件',
  save: '保存',
  saved: '已保存',
  unsaved: '未保存',
  language: '语言',
  scenario: '场景',
  results: '结果',
  runs: '仿真次数',
  seed: '种子',
  run: '运行',
  drill: '演练',
  explain: '解释',
  compare: '比较方案',
  stop: '停止',
  variant: '方案',
  addVariant: '+ 方案',
  addVariantTip: '复制当前文本，修改后与原方案比较',
  closeVariant: '关闭该方案',
  fine: '没有问题。',
  errors: (count) => `${count} 个错误`,
  warnings: (count) => `${count} 个警告`,
  first: (line, message) => (line === undefined ? message : `第 ${line} 行：${message}`),
  expected: '应为',
  use: (word) => `改为 ${word}`,
  stopped: '已停止',
  waiting: '开始…',
  nothing:
    '在左侧编辑场景：错误就地标出，Ctrl-空格 补全。“运行”给出测量结果，“演练”注入每一种故障，“解释”逐秒讲述事件。添加方案即可在同样的灾难下比较设计。',
  noFiles: '该文件夹中没有 .yaml 文件。',
  title: (kind, name) => `${kind}：${name}`,
};

export type Language = 'en' | 'zh';
export const wordsOf = (language: Language): Words => (language === 'zh' ? zh : en);
