import { describe, expect, it } from 'vitest';
import { encode } from '../../../../models/belenios/json.ts';
import { archiveOf, holdElection } from '../../../../models/belenios/testing/own-election.ts';
import { createTrusteeSecret, trusteeGroup } from '../../../../models/belenios/trustee.ts';
import { here } from '../testing/here.ts';
import { decryptInWorkers } from './decrypt-in-workers.ts';

const { context, steps, tally, trustees } = holdElection({
  questions: [{ answers: ['Có', 'Không'], min: 1, max: 1, question: 'Có đồng ý?' }],
  voters: 20,
  single: 1,
  votes: Array.from({ length: 20 }, (_, voter): [number, number[][]] => [voter, [[1, 0]]]),
});
const { uuid } = context.election;
const secret = { ...createTrusteeSecret(trusteeGroup()), key: trustees.secrets[0] ?? 0n };
const input = encode({
  election: steps[0]?.data[0] ?? '',
  tally: tally.encrypted(),
  sealed: null,
});
const until = steps.slice(0, steps.findIndex(({ type }) => type === 'EncryptedTally') + 1);

async function decrypt(archive: Uint8Array) {
  const told: [number, number][] = [];
  const { signal } = new AbortController();
  const onProgress = (done: number, total: number) => told.push([done, total]);
  const asked = { secret, task: { place: 1, input, uuid, archive } };
  const made = await decryptInWorkers(asked, { signal, onProgress, workers: 2, start: here });
  return { made, told };
}

describe('a trustee’s browser that adds up in several workers', () => {
  it('[VT8] decrypts the sum of the ballots in the record, and tells how many it has checked', async () => {
    const { made, told } = await decrypt(archiveOf(until));
    expect(made).toMatchObject({ ballots: 20 });
    expect(told.at(-1)).toEqual([20, 20]);
  });

  it('[VT9] refuses a record with a ballot that proves nothing, whichever worker has it', async () => {
    const ballots = until.flatMap(({ type }, at) => (type === 'Ballot' ? [at] : []));
    for (const wrong of [ballots.at(0), ballots.at(-1)]) {
      const forged = until.map((step, at) => {
        if (at !== wrong) return step;
        const [ballot = ''] = step.data;
        return { ...step, data: [ballot.replace(/"response":"\d/, '"response":"')] };
      });
      expect((await decrypt(archiveOf(forged))).made).toEqual({ fault: 'record' });
    }
  });

  it('[VT10] refuses what is no record', async () => {
    for (const text of ['', 'BELENIOS\0', '{}'])
      expect((await decrypt(new TextEncoder().encode(text))).made).toEqual({ fault: 'record' });
  });
});
