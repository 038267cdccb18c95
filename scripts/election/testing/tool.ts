import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question } from '../../../models/belenios/messages.ts';

/** Elections made by Debian's belenios-tool, step by step as its guide tells. */

export function hasTool(): boolean {
  return spawnSync('belenios-tool', ['--version']).error === undefined;
}

/** A way to call the tool in one folder. */
export interface Tool {
  dir: string;
  /** @throws when the tool fails @returns what it writes to its standard output */
  (args: string, input?: string): string;
  /** Whether `election verify` is content with an archive. */
  accepts(archive: Uint8Array, uuid: string): boolean;
  read(name: string): string;
  write(name: string, content: string | Uint8Array): void;
  /** Names of files, sorted, by their ending. */
  files(ending: string): string[];
  remove(): void;
}

function call(dir: string, args: string, input: string) {
  return spawnSync('belenios-tool', args.split(' '), {
    cwd: dir,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, BELENIOS_USE_URANDOM: '1' },
  });
}

export function createTool(): Tool {
  const dir = mkdtempSync(join(tmpdir(), 'belenios-'));
  const run = (args: string, input = ''): string => {
    const { status, stdout, stderr } = call(dir, args, input);
    if (status !== 0) throw new Error(`belenios-tool ${args}: ${stderr}`);
    return stdout.trim();
  };
  const accepts = (archive: Uint8Array, uuid: string) => {
    const folder = join(dir, 'verified');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    writeFileSync(join(folder, `${uuid}.bel`), archive);
    return call(folder, 'election verify', '').status === 0;
  };
  return Object.assign(run, {
    dir,
    accepts,
    read: (name: string) => readFileSync(join(dir, name), 'utf8').trim(),
    write: (name: string, content: string | Uint8Array) => writeFileSync(join(dir, name), content),
    files: (ending: string) =>
      readdirSync(dir)
        .filter((name) => name.endsWith(ending))
        .toSorted(),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  });
}

export interface ToolPlan {
  questions: Question[];
  /** A weight for each voter; names then stand in the list. Else give `voters`. */
  weights?: number[];
  voters?: number;
  /** How many trustees must all take part. */
  single?: number;
  threshold?: { of: number; needed: number };
  /** Who votes, from 0, and what, in the order of casting. */
  votes: [voter: number, choices: number[][]][];
  group?: string;
}

export interface ToolElection {
  uuid: string;
  archive: Uint8Array;
  credentials: string[];
  election: string;
}

function makeCredentials(tool: Tool, plan: ToolPlan, options: string): string[] {
  if (plan.weights) {
    const lines = plan.weights.map((weight, index) => `v${index}@example.vn,v${index},${weight}`);
    tool.write('voters.txt', `${lines.join('\n')}\n`);
  }
  const voters = plan.weights ? '--file voters.txt' : `--count ${plan.voters ?? 1}`;
  tool(`setup generate-credentials ${options} ${voters}`);
  const [list = ''] = tool.files('.pubcreds');
  tool.write('public_creds.json', `${tool.read(list)}\n`);
  const [secrets = ''] = tool.files('.privcreds');
  return tool
    .read(secrets)
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '');
}

function makeThreshold(tool: Tool, group: string, { of, needed }: { of: number; needed: number }) {
  const step = (number: number, more = '', input = '') =>
    tool(`setup generate-trustee-key-threshold ${group} --step ${number}${more}`, input);
  for (let index = 0; index < of; index += 1) step(1);
  const keys = tool.files('.key').map((name) => name.replace('.key', ''));
  const lines = (name: string, values: string[]) => tool.write(name, `${values.join('\n')}\n`);
  lines(
    'certs.jsons',
    keys.map((key) => tool.read(`${key}.cert`)),
  );
  const certs = ' --certs certs.jsons';
  step(2, certs);
  lines(
    'polynomials.jsons',
    keys.map((key) => step(3, `${certs} --key ${key}.key --threshold ${needed}`)),
  );
  const polynomials = ' --polynomials polynomials.jsons';
  step(4, certs + polynomials);
  const made = keys.map((key) =>
    step(5, `${certs} --key ${key}.key`, `${tool.read(`${key}.vinput`)}\n`),
  );
  tool.write('threshold.json', `${step(6, certs + polynomials, `${made.join('\n')}\n`)}\n`);
}

function makeTrustees(tool: Tool, { single = 0, threshold }: ToolPlan, group: string): void {
  if (threshold) makeThreshold(tool, group, threshold);
  for (let index = 0; index < single; index += 1) tool(`setup generate-trustee-key ${group}`);
  const keys = tool.files('.pubkey').map((name) => tool.read(name));
  tool.write('public_keys.jsons', keys.map((key) => `${key}\n`).join(''));
  tool('setup make-trustees');
}

function decrypt(tool: Tool, { threshold }: ToolPlan): void {
  const add = (share: string) => tool('archive add-event --type=PartialDecryption', share);
  const single = tool.files('.privkey');
  for (const [index, key] of single.entries()) {
    // The order of the list of trustees is that of the public keys.
    add(tool(`election decrypt --privkey ${key} --trustee-id ${index + 1}`));
  }
  const some = tool.files('.dkey').slice(0, threshold?.needed);
  for (const [index, key] of some.entries()) {
    const own = `--key ${key.replace('.dkey', '.key')} --decryption-key ${key}`;
    add(tool(`election decrypt-threshold ${own} --trustee-id ${single.length + index + 1}`));
  }
}

function archiveOf(tool: Tool): Uint8Array {
  const [name = ''] = tool.files('.bel');
  return readFileSync(join(tool.dir, name));
}

/** Prepares an election up to the first ballot. */
function prepareElection(tool: Tool, plan: ToolPlan): ToolElection {
  const uuid = tool('setup generate-token');
  const group = `--group ${plan.group ?? 'BELENIOS-2048'}`;
  const options = `--uuid ${uuid} ${group}`;
  const credentials = makeCredentials(tool, plan, options);
  makeTrustees(tool, plan, group);
  tool.write(
    'questions.json',
    JSON.stringify({ description: 'Thử "DEL" \u007f', name: 'Bầu', questions: plan.questions }),
  );
  tool(`setup make-election ${options} --template questions.json`);
  tool('archive init');
  return { uuid, archive: archiveOf(tool), credentials, election: tool.read('election.json') };
}

/** A ballot as the tool makes it. */
function toolBallot(tool: Tool, credential: string, choices: number[][]): string {
  tool.write('credential', `${credential}\n`);
  tool.write('choices.json', JSON.stringify(choices));
  return tool('election generate-ballot --privcred credential --ballot choices.json');
}

/** Runs an election from beginning to end. */
export function runElection(tool: Tool, plan: ToolPlan): ToolElection {
  const prepared = prepareElection(tool, plan);
  for (const [voter, choices] of plan.votes) {
    const ballot = toolBallot(tool, prepared.credentials[voter] ?? '', choices);
    tool('archive add-event --type=Ballot', ballot);
  }
  tool('archive add-event --type=EndBallots');
  tool('archive add-event --type=EncryptedTally', tool('election compute-encrypted-tally'));
  decrypt(tool, plan);
  tool('archive add-event --type=Result', tool('election compute-result'));
  return { ...prepared, archive: archiveOf(tool) };
}
