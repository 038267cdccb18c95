// Compares the polls of a data folder with their ledgers, also while the server runs. Changes nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LedgerDifference } from '../../models/contracts/ledger.ts';
import { isOwnBallot as isOwn } from '../../server/ledger/ballot-box.ts';
import { checkDatabase } from '../../server/ledger/check.ts';
import type { LedgerService } from '../../server/ledger/service.ts';
import { readConfig } from '../../server/platform/config.ts';
import { loadKeys } from '../../server/platform/keys.ts';
import { openForReading } from '../../server/platform/open-for-reading.ts';

const usage = `npm run ledger:check -- [--data DIR] [--json]
  --data  the data folder; without, that of the configuration
  --json  one line of JSON: ok, ledgers, entries, differences
Exit status 0 only when the database holds what the ledgers tell.`;

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const { data } = values;
  const config = readConfig(
    data === undefined ? process.env : { ...process.env, NGHI_TRUONG_DATA: data },
  );
  const keyFile = data === undefined ? config.keyFile : join(data, 'keys', 'master.key');
  // Without the key nobody can say who signed, nor what lay in an open box.
  const keys = existsSync(keyFile) ? loadKeys(keyFile) : null;
  const knownKeys = keys?.signingKeys.map(({ publicKey }) => publicKey) ?? null;
  const isOwnBallot: LedgerService['isOwnBallot'] | null =
    keys && ((pollId, ballot) => isOwn(keys, pollId, ballot));
  const { db, close } = openForReading(config.dataDir);
  const report = await checkDatabase({ db, now: new Date().toISOString(), knownKeys, isOwnBallot });
  close();
  if (values.json) print(JSON.stringify(report));
  else {
    print(`${config.dataDir}: ${report.ledgers} polls, ${report.entries} entries`);
    if (knownKeys === null)
      print('the keys of the server are not here: signatures may be anyone’s');
    for (const one of report.differences) print(`DIFFERENT ${inWords(one)}`);
    print(report.ok ? 'OK: the database holds what the ledgers tell' : 'NOT OK');
  }
  return report.ok ? 0 : 1;
}

function inWords({ ledgerId, table, kind, row, fields }: LedgerDifference): string {
  const place = row === null ? '' : ` row ${row}`;
  return `poll ${ledgerId}: ${table}${place} ${kind}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`;
}

const print = (text: string) => process.stdout.write(`${text}\n`);

try {
  process.exitCode = await run();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  if (process.argv.includes('--json'))
    print(JSON.stringify({ ok: false, entries: 0, differences: [], errors: [message] }));
  else process.stderr.write(`${message}\n${usage}\n`);
  process.exitCode = 2;
}
