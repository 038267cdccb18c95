// Checks the downloaded record of a poll or slip with nothing but the file: no server, no database, no network.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inWords } from '../../models/voting/faults.ts';
import {
  type FileCheck,
  checkLedgerFile,
  entryOfReceipt,
  readLedgerFile,
} from '../../models/voting/ledger-file.ts';
import { publicKeysIn } from './public-keys.ts';

const usage = `npm run ledger:verify -- FILE [--key HEX|FILE] [--receipt HASH] [--json]
  --key      the public key of the server (64 hex digits or base64url), or a file that holds it, such as the
             answer of /api/signing-keys
  --receipt  the hash on a receipt: the record must hold it
  --json     one line of JSON: ok, entries, errors
Exit status 0 only when the record is whole.`;

const options = {
  key: { type: 'string' },
  receipt: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

function run(args: string[]): number {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) return refuse(usage, values.json);
  const keys = values.key === undefined ? undefined : publicKeysIn(values.key);
  if (keys?.length === 0) return refuse(`no public key in ${values.key}`, values.json);
  const text = readText(name);
  if (text === null) return refuse(`${name} cannot be read`, values.json);
  const file = readLedgerFile(text);
  const { receipt } = values;
  const check = checkLedgerFile(file, { ...(keys && { keys }), ...(receipt && { receipt }) });
  const errors = check.errors.map(inWords);
  if (values.json) print(JSON.stringify({ ...check, errors, ledgerId: file?.ledgerId ?? null }));
  else print(...report(check, errors, { name, isCompared: keys !== undefined }));
  if (!values.json && file !== null && receipt !== undefined)
    print(`receipt: entry ${entryOfReceipt(file, receipt) ?? '-'}`);
  return check.ok ? 0 : 1;
}

const oldWords =
  'OK: a record of an older form: its chain is whole and in order; ballots and verdict cannot be counted again';

function report(
  { ok, entries, keys, isOld }: FileCheck,
  errors: readonly string[],
  { name, isCompared }: { name: string; isCompared: boolean },
): string[] {
  const signers = keys.map(({ keyId, publicKey }) => `signed with key ${keyId} (${publicKey})`);
  const compare = isCompared
    ? 'the key is the one you gave'
    : 'compare the key with the one that the server published: without --key, a record signed by anyone passes';
  return [
    `${name}: ${entries} entries`,
    ...(keys.length === 0 ? ['not signed'] : [...signers, compare]),
    ...errors.map((error) => `WRONG ${error}`),
    ok
      ? isOld
        ? oldWords
        : 'OK: whole, in order, and the verdict is what the ballots give'
      : 'NOT OK',
  ].filter((line) => ok || line !== 'the key is the one you gave');
}

function readText(name: string): string | null {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    return null;
  }
}

const print = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);

function refuse(message: string, json: boolean): number {
  if (json) print(JSON.stringify({ ok: false, entries: 0, errors: [message] }));
  else process.stderr.write(`${message}\n`);
  return 2;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  // Options that are none.
  process.exitCode = refuse(
    `${error instanceof Error ? error.message : String(error)}\n${usage}`,
    process.argv.includes('--json'),
  );
}
