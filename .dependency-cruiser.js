/** The floors of the house (docs/map.md): a room imports rooms of lower floors only. One rule per floor. */
const floors = [
  ['config', 'script', 'calendar'],
  ['database'],
  ['queue', 'files'],
  ['duties', 'places', 'web'],
  ['staff', 'mail'],
  ['letters'],
  ['releases'],
  ['replies'],
  ['contact', 'inbox', 'reports'],
];
const wiring = '^src/(cli/|[^/]+$)';
const inRooms = (rooms) => `^src/(${rooms.join('|')})/`;

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every-room-has-a-floor',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: [inRooms(floors.flat()), wiring] },
    },
    ...floors.map((rooms, floor) => ({
      name: `floor-${floor}-imports-downwards`,
      comment:
        'A room may import rooms of lower floors, never of its own floor or a higher one, and never the wiring.',
      severity: 'error',
      from: { path: `^src/(${rooms.join('|')})/` },
      to: {
        path: [inRooms(floors.slice(floor).flat()), wiring],
        // Its own files.
        pathNot: '^src/$1/',
      },
    })),
    {
      name: 'nothing-from-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'development-tools-stay-outside',
      comment:
        'What only development needs is loaded lazily, so that `npm ci --omit=dev` is enough in production.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/web/assets/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'type-import'], dynamic: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/web/assets/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
