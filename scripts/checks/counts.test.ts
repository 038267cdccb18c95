import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countJest, countPlaywright, sum, summaryLine, withStatus } from './counts.mjs';

const count = fc.nat({ max: 10_000 });
const counts = fc.record({
  passed: count,
  failed: count,
  skipped: count,
  failures: fc.array(fc.string()),
});

describe('closing line', () => {
  test('[CI] is "N passed, N failed", with skipped tests only when there are some', () => {
    expect(summaryLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(summaryLine({ passed: 12, failed: 3, skipped: 2 })).toBe(
      '12 passed, 3 failed, 2 skipped',
    );
  });

  test('[CI] adding up phases loses no test', () => {
    fc.assert(
      fc.property(fc.array(counts), (all) => {
        const total = sum(all);
        for (const key of ['passed', 'failed', 'skipped'] as const) {
          expect(total[key]).toBe(all.reduce((n, one) => n + one[key], 0));
        }
        expect(total.failures).toEqual(all.flatMap(({ failures }) => failures));
      }),
    );
  });

  test('[CI] a runner that ends badly is never counted as a success', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 255 }), (one, status) => {
        expect(withStatus(one, status).failed).toBeGreaterThan(0);
        expect(withStatus(one, 0)).toEqual(one);
      }),
    );
  });
});

test('[CI] a file of vitest or jest that does not load counts as a failure, and every failure has its name', () => {
  const fails = { fullName: 'a rule', status: 'failed', failureMessages: ['expected 1\nto be 2'] };
  const passes = { fullName: 'another', status: 'passed', failureMessages: [] };
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: 'b.test.ts', status: 'failed', message: '', assertionResults: [passes, fails] },
      { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [passes, passes] },
    ],
  };
  expect(countJest(report)).toEqual({
    passed: 4,
    failed: 2,
    skipped: 3,
    failures: ['a.test.ts\n    no such module', 'b.test.ts › a rule\n    expected 1\n    to be 2'],
  });
});

const spec = (title: string, status: string, message?: string) => ({
  title,
  file: 'room.spec.ts',
  tests: [{ status, results: [message ? { error: { message } } : {}] }],
});

test('[CI] a browser test that passed only on a second try counts as a failure and is named', () => {
  const report = {
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 },
    suites: [
      {
        specs: [spec('[W1]', 'expected'), spec('[W2]', 'unexpected', 'not visible')],
        suites: [{ specs: [spec('[W3]', 'flaky', 'too late')] }],
      },
    ],
  };
  expect(countPlaywright(report)).toEqual({
    passed: 5,
    failed: 2,
    skipped: 3,
    failures: ['room.spec.ts › [W2]\n    not visible', 'room.spec.ts › [W3]\n    too late'],
  });
});
