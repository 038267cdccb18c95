import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArchive } from '../../models/belenios/archive/events.ts';
import { decodeResult } from '../../models/belenios/result.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { createTestApp } from '../../server/testing/test-app.ts';
import { type Held, holdElection } from './running/hold.ts';
import { gather } from './running/meeting.ts';
import { type Plan, USAGE, readPlan } from './running/plan.ts';

/** belenios-tool verifies the one record of a folder. */
async function prepareFolder(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const there = (await readdir(out)).filter((name) => name.endsWith('.bel'));
  if (there.length > 0) throw new Error(`${join(out, there[0] ?? '')} is there already`);
}

function resultIn(bel: Uint8Array): number[][] {
  const last = readArchive(bel).events.at(-1);
  if (last?.type !== 'Result') throw new Error('the record has no result');
  return decodeResult(last.data[0]?.text ?? '').map((row) => row.map(Number));
}

async function hold(plan: Plan): Promise<Held> {
  const say = plan.json ? () => {} : (what: string) => console.log(`  ${what}`);
  const gathering = await gather(plan.voters);
  try {
    const { dataDir } = gathering;
    const server = await createTestApp({ dataDir, empty: true, deps: { clock: systemClock } });
    try {
      return await holdElection(await server.address(), gathering, plan, say);
    } finally {
      await server.close();
    }
  } finally {
    await gathering.remove();
  }
}

async function run(plan: Plan): Promise<void> {
  await prepareFolder(plan.out);
  const held = await hold(plan);
  const bel = join(plan.out, `${held.uuid}.bel`);
  await writeFile(bel, held.bel);
  const result = resultIn(held.bel);
  const isRight =
    JSON.stringify(result) === JSON.stringify(held.expected) && held.poll.state === 'closed';
  process.exitCode = isRight ? 0 : 1;
  const { uuid, given } = held;
  const { voters, out: dir } = plan;
  if (plan.json) console.log(JSON.stringify({ dir, bel, uuid, voters, ballots: given, result }));
  else console.log(`${bel}\n${isRight ? '✓' : '✗'} ${JSON.stringify(result)}`);
}

function planOrUsage(): Plan | null {
  try {
    return readPlan(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = 2;
    return null;
  }
}

const plan = planOrUsage();
if (plan !== null) await run(plan);
