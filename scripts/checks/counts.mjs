/**
 * How a phase of the tests went; `failures` names what failed, for the end of a long log.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts
 */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** @param {Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
      failures: [...total.failures, ...counts.failures],
    }),
    NONE,
  );
}

/** The line that the tests close with. @param {Omit<Counts, 'failures'>} counts */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * A runner that ended badly without naming a failed test (a file that does not load, an error outside tests, no report at
 * all) has failed all the same.
 * @param {Counts} counts @param {number} status of the runner's process
 * @returns {Counts}
 */
export function withStatus(counts, status) {
  return status !== 0 && counts.failed === 0
    ? { ...counts, failed: 1, failures: [`ended with status ${status}, naming no test`] }
    : counts;
}

/** What a failure says of itself is cut after this many lines: the whole stands further up in the log. */
const LINES_OF_A_MESSAGE = 12;

/** @param {string} name @param {string[]} messages @returns {string} the name, and the beginning of what was said, indented */
function failure(name, messages) {
  const said = messages.join('\n').split('\n').slice(0, LINES_OF_A_MESSAGE);
  return [name, ...said.map((line) => `    ${line}`)].join('\n');
}

/**
 * @typedef {object} JestTest
 * @property {string} fullName
 * @property {string} status
 * @property {string[]} [failureMessages]
 */

/**
 * @typedef {object} JestReport the part of jest's JSON report, which is vitest's too, that is read here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ name: string, status: string, message: string, assertionResults: JestTest[] }[]} testResults
 */

/** @param {JestReport} report @returns {Counts} */
export function countJest(report) {
  // A file that does not load has no tests that could fail.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages ?? [])),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...broken.map(({ name, message }) => failure(name, [message])), ...failed],
  };
}

/**
 * @typedef {object} PlaywrightSuite
 * @property {PlaywrightSuite[]} [suites]
 * @property {{ title: string, file: string, tests: { status: string, results: { error?: { message?: string } }[] }[] }[]} [specs]
 */

/**
 * @typedef {object} PlaywrightReport the part of Playwright's JSON report that is read here
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {PlaywrightSuite[]} suites
 */

/** @param {PlaywrightSuite} suite @returns {string[]} */
function failuresIn({ suites = [], specs = [] }) {
  const here = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) =>
        failure(
          `${file} › ${title}`,
          results.flatMap(({ error }) => error?.message ?? []),
        ),
      ),
  );
  return [...here, ...suites.flatMap(failuresIn)];
}

/** A test that passed only when tried again counts as failed: it shows that something is not sure. @param {PlaywrightReport} report @returns {Counts} */
export function countPlaywright({ stats, suites }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failuresIn),
  };
}
