import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Finding, type Verdict, verifyArchive } from '../../models/belenios/archive/verify.ts';
import { openssl } from '../../server/platform/power.ts';
import { checkInThreads } from './ballot-pool.ts';

const USAGE = `npm run election:verify -- FILE.bel [--json] [--unfinished]
  Checks an election from its archive alone: form, chain of events, keys, every ballot, tally, decryption, result.
  --unfinished  an election that has no result yet may pass; what it has must be right all the same
  Exit status: 0 when all is right, 1 when something is wrong, 2 when called wrongly.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    unfinished: { type: 'boolean', default: false },
  },
});

const sentence = ({ code, event, message }: Finding) =>
  `${event === undefined ? 'archive' : `event ${event}`}: ${message} [${code}]`;

async function verify(file: string): Promise<Verdict> {
  return verifyArchive(await readFile(file), {
    ...openssl,
    checkBallots: checkInThreads,
    unfinished: values.unfinished,
  });
}

async function run(file: string): Promise<void> {
  const { ok, errors } = await verify(file).catch((error: unknown): Verdict => {
    return { ok: false, errors: [{ code: 'archive', message: `${file}: ${String(error)}` }] };
  });
  process.exitCode = ok ? 0 : 1;
  if (values.json) {
    console.log(JSON.stringify({ ok, errors: errors.map(sentence) }));
    return;
  }
  for (const finding of errors) console.error(`✗ ${sentence(finding)}`);
  console.log(ok ? '✓ Mọi kiểm tra đều đạt · all checks passed' : `${errors.length} lỗi · errors`);
}

const [file, ...more] = positionals;
if (file === undefined || more.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  await run(file);
}
