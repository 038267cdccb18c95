// npm run dev: the server restarts and the browser reloads as sources change. Open the address that vite prints.
import { requireNode } from './setup/node-version.mjs';

requireNode();
const { main, prepare } = await import('./setup/prepare.mjs');
const { runTogether } = await import('./setup/children.mjs');
const { inPackage } = await import('./setup/paths.mjs');

await main('dev', async (report) => {
  const environment = await prepare(report, { build: false });
  const env = { NGHI_TRUONG_DEMO: 'auto', ...process.env, ...environment };
  return runTogether([
    {
      command: process.execPath,
      args: [
        inPackage('tsx', 'dist', 'cli.mjs'),
        'watch',
        '--clear-screen=false',
        'server/main.ts',
      ],
      env,
    },
    { command: process.execPath, args: [inPackage('vite', 'bin', 'vite.js')], env },
  ]);
});
