/** Who may import whom: docs/architecture.md tells why. Every rule is an error. */

const TESTS = '[.]test[.]tsx?$';
/** Helpers of tests, beside what they help to test. */
const TEST_HELPERS = '/testing/';
/** A slice's folder: a folder of server/ that is not the platform. $1 is its name. */
const SLICE = '^server/(?!platform/|testing/)([^/]+)/';
/** Files that decide or calculate and do nothing else: they may only see each other and models. $1 is their slice. */
const PURE = 'rules|face/vectors|simd-distances|face/types|face/matcher';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-cycles',
    comment: 'A circle that types alone close is none when the program runs.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'resolvable',
    severity: 'error',
    from: {},
    // The one package that is used only where someone installed it.
    to: { couldNotResolve: true, pathNot: '^@tensorflow/tfjs-node$' },
  },
  {
    name: 'product-without-dev-packages',
    comment:
      'What runs in production may not need a package that is installed for development only.',
    severity: 'error',
    from: {
      path: '^(client|server|sfu|models)/',
      pathNot: [TESTS, TEST_HELPERS, '-from-source[.]mjs$'],
    },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
  },
  {
    name: 'models-alone',
    severity: 'error',
    from: { path: '^models/' },
    to: { path: '^(client|server|sfu|scripts|e2e|migrations)/' },
  },
  {
    name: 'elections-alone',
    comment:
      'The core of verifiable ballots is read by whoever wants to trust it: it needs nothing of the project and nothing of Node.',
    severity: 'error',
    from: { path: '^models/belenios/', pathNot: TESTS },
    to: { pathNot: ['^models/belenios/', 'node_modules/@noble/'] },
  },
  {
    name: 'contracts-without-tables',
    comment: 'A column never leaks by derivation: contracts are written by hand.',
    severity: 'error',
    from: { path: '^models/', pathNot: ['^models/tables/', TESTS] },
    to: { path: ['^models/tables/', 'node_modules/drizzle-orm/'] },
  },
  {
    name: 'sfu-knows-no-business',
    severity: 'error',
    from: { path: '^sfu/' },
    to: { path: '^(server|client|scripts|e2e|models/tables)/' },
  },
  {
    name: 'client-sees-contracts-only',
    severity: 'error',
    from: { path: '^client/' },
    to: { path: '^(server|sfu|scripts|e2e|migrations|models/tables)/' },
  },
  {
    name: 'client-features-apart',
    severity: 'error',
    from: { path: '^client/features/([^/]+)/' },
    to: { path: '^client/features/', pathNot: '^client/features/$1/' },
  },
  {
    name: 'client-primitives-below-features',
    severity: 'error',
    from: { path: '^client/(primitives|realtime|locales)/' },
    to: { path: '^client/(app|features)/' },
  },
  {
    name: 'realtime-owns-sockets-and-media',
    severity: 'error',
    from: { path: '^client/', pathNot: '^client/realtime/' },
    to: { path: 'node_modules/(socket[.]io-client|mediasoup-client)/' },
  },
  {
    name: 'rules-are-pure',
    comment:
      'Decisions without I/O, clock or database: they see models and what is as pure in their slice.',
    severity: 'error',
    from: { path: `^server/([^/]+)/.*(${PURE})[.]ts$`, pathNot: TESTS },
    to: {
      pathNot: [
        '^models/(?!tables/)',
        `^server/$1/.*(${PURE})[.]ts$`,
        'node_modules/zod/',
        '^(node:)?util$',
      ],
    },
  },
  {
    name: 'slices-meet-in-services',
    severity: 'error',
    from: { path: SLICE },
    to: {
      path: '^server/',
      pathNot: ['^server/$1/', '^server/(platform|testing)/', '^server/[^/]+/service[.]ts$'],
    },
  },
  {
    name: 'test-helpers-in-tests-only',
    severity: 'error',
    from: { path: '^(client|server|sfu|models)/', pathNot: [TESTS, TEST_HELPERS] },
    to: { path: TEST_HELPERS, pathNot: 'node_modules' },
  },
  {
    name: 'platform-knows-no-slice',
    severity: 'error',
    from: { path: '^server/platform/', pathNot: TESTS },
    to: { path: '^server/', pathNot: '^server/(platform|testing)/' },
  },
  {
    name: 'sql-in-stores',
    severity: 'error',
    from: { path: '^server/', pathNot: ['[/-]store[.]ts$', '^server/platform/', TESTS] },
    to: { path: ['^models/tables/', 'node_modules/(drizzle-orm|better-sqlite3)/'] },
  },
  {
    name: 'doors-go-through-services',
    comment:
      'Routes and socket handlers parse, call a service and answer; they see neither rules nor stores.',
    severity: 'error',
    from: { path: '^server/.*[/-](http|socket)[.]ts$', pathNot: '^server/platform/' },
    to: { path: '^server/.*[/-](rules|store)[.]ts$' },
  },
  {
    name: 'services-know-no-doors',
    severity: 'error',
    from: {
      path: '^server/.*[/-](service|store|rules)[.]ts$',
      pathNot: ['^server/platform/', TESTS],
    },
    to: {
      path: ['^server/.*[/-](http|socket)[.]ts$', 'node_modules/(fastify|socket[.]io)/'],
    },
  },
  {
    name: 'one-composition-root',
    severity: 'error',
    from: { path: '^server/', pathNot: ['^server/(app|main)[.]ts$', TESTS, TEST_HELPERS] },
    to: { path: '^server/(app|main)[.]ts$' },
  },
  {
    name: 'set-up-needs-no-packages',
    comment: 'It runs before anything is installed.',
    severity: 'error',
    from: {
      path: ['^scripts/(start|test|dev|check|bench)[.]mjs$', '^scripts/(setup|media-worker)/'],
      pathNot: [
        TESTS,
        '^scripts/media-worker/(verify|suite)[.]mjs$',
        '^scripts/setup/face-models[.]mjs$',
      ],
    },
    to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
