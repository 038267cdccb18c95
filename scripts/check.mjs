// npm run check: types, lint, format, import rules, dead code, migrations.
import { requireNode } from './setup/node-version.mjs';

requireNode();
const { main, prepareDependencies } = await import('./setup/prepare.mjs');
const { runChecks } = await import('./checks/checks.mjs');

await main('check', async (report) => {
  await prepareDependencies(report);
  const { failed } = await runChecks(report);
  return failed > 0 ? 1 : 0;
});
