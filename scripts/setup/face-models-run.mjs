// Run as a child process: node face-models-run.mjs <cache folder>.
import { argv } from 'node:process';
import { prepareFaceModels } from './face-models.mjs';

await prepareFaceModels({ cacheDir: argv[2] ?? '', log: console.log });
