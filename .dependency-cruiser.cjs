// The stairs of the house: a room imports only from lower floors, and only through the other room's door (its index.ts).
const FLOORS = [
  ['base'],
  ['random'],
  ['engine'],
  ['model', 'language'],
  ['components', 'faults', 'plans', 'service', 'measures'],
  ['scenario'],
  ['standards'],
  ['experiment', 'visual'],
  ['report', 'backend', 'page'],
  ['index.ts'],
  ['testing'],
  ['cli'],
];
const inRoom = (room) => (room.endsWith('.ts') ? `^src/${room.replace('.', '\\.')}$` : `^src/${room}/`);

const above = (room, floor) => FLOORS.slice(floor).flat().filter((other) => other !== room);
const stairs = FLOORS.flatMap((rooms, floor) =>
  // The top floor has nobody above it: an empty pattern would match everything.
  rooms.filter((room) => above(room, floor).length > 0).map((room) => ({
    name: `${room}-looks-down-only`,
    severity: 'error',
    comment: 'A room imports only from lower floors; rooms on one floor do not know each other; type imports count.',
    from: { path: inRoom(room) },
    to: {
      path: above(room, floor).map(inRoom).join('|'),
    },
  })),
);

const doors = FLOORS.flat()
  .filter((room) => !room.endsWith('.ts'))
  .map((room) => ({
    name: `${room}-has-one-door`,
    severity: 'error',
    comment: "Others enter a room through its index.ts.",
    from: { path: '^src/', pathNot: inRoom(room) },
    to: { path: inRoom(room), pathNot: `^src/${room}/index\\.ts$` },
  }));

module.exports = {
  forbidden: [
    ...stairs,
    ...doors,
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Files that need each other are one file, or have a third below them.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-component-imports-another',
      severity: 'error',
      comment: 'Components meet only through the ports of model/.',
      from: { path: '^src/components/([^/]+)/' },
      to: { path: '^src/components/([^/]+)/', pathNot: '^src/components/$1/' },
    },
    {
      name: 'only-cli-touches-the-world',
      severity: 'error',
      comment: 'Files, processes and real time belong to cli/, threads and other machines to backend/.',
      from: { path: '^src/', pathNot: '^src/(cli/|backend/|bundle\\.mjs)' },
      to: { path: '^node:(fs|process|child_process|worker_threads|timers|perf_hooks|os|net|http)|^fs$' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that nobody imports is dead, or an entry.',
      from: { orphan: true, pathNot: '(\\.d\\.ts$|^src/index\\.ts$|^src/cli/main\\.ts$|^src/page/main\\.ts$|^src/backend/thread\\.ts$|^src/testing/index\\.ts$)' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
