// npm test: prepares what is missing, then runs every check and test. `-- --only check|unit|media|e2e` runs one phase.
import { requireNode } from './setup/node-version.mjs';

requireNode();
const { main, prepare } = await import('./setup/prepare.mjs');
const { ensureChromium } = await import('./setup/chromium.mjs');
const { ensureBelenios } = await import('./setup/belenios.mjs');
const { ensureCoturn } = await import('./setup/coturn.mjs');
const { ensureFfmpeg } = await import('./setup/ffmpeg.mjs');
const { runChecks } = await import('./checks/checks.mjs');
const { runMediasoup, runPlaywright, runVitest } = await import('./checks/runners.mjs');
const { NONE, sum, summaryLine } = await import('./checks/counts.mjs');

/** @typedef {import('./checks/counts.mjs').Counts} Counts */
/** @typedef {(report: import('./setup/report.mjs').Report, env: NodeJS.ProcessEnv) => Promise<Counts>} Phase */

/** @type {Record<string, Phase>} */
const PHASES = {
  check: (report) => runChecks(report),
  unit: async (report, env) => {
    await ensureFfmpeg(report);
    await ensureCoturn(report);
    await ensureBelenios(report);
    return runVitest(env);
  },
  media: (_report, env) => runMediasoup(env),
  e2e: async (report, env) => {
    await ensureFfmpeg(report);
    await ensureCoturn(report);
    return runPlaywright({ ...env, CHROMIUM_PATH: await ensureChromium(report) });
  },
};

/** @returns {string[] | undefined} names of the phases that were asked for */
function phasesWanted() {
  const at = process.argv.indexOf('--only');
  if (at < 0) return Object.keys(PHASES);
  const name = process.argv[at + 1] ?? '';
  return name in PHASES ? [name] : undefined;
}

const wanted = phasesWanted();
if (!wanted) {
  console.error(`--only: ${Object.keys(PHASES).join(' | ')}`);
  process.exit(2);
}

const finished = await main('test', async (report) => {
  const env = await prepare(report);
  /** @type {Record<string, Counts>} */
  const results = {};
  for (const name of wanted) {
    report.say(`\n── ${name}`);
    const phase = PHASES[name];
    if (phase) results[name] = await phase(report, env);
  }
  report.say('\n── Tổng kết · summary');
  for (const [name, counts] of Object.entries(results))
    report.say(`${name.padEnd(6)} ${summaryLine(counts)}`);
  const total = sum(Object.values(results));
  for (const failure of total.failures) report.say(`\n✗ ${failure}`);
  report.say(`\n${summaryLine(total)}`);
  return total.failed > 0 ? 1 : 0;
});
if (!finished) console.log(summaryLine({ ...NONE, failed: 1 }));
