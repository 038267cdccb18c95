// npm start: prepares what is missing, then runs the server until it is stopped.
import { requireNode } from './setup/node-version.mjs';

requireNode();
const { main, prepare } = await import('./setup/prepare.mjs');
const { runTogether } = await import('./setup/children.mjs');

await main('start', async (report) => {
  const environment = await prepare(report);
  return runTogether([
    {
      command: process.execPath,
      args: ['--enable-source-maps', 'dist/server/main.js'],
      env: { NODE_ENV: 'production', NGHI_TRUONG_DEMO: 'auto', ...process.env, ...environment },
    },
  ]);
});
