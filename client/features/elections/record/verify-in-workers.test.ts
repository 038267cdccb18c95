import { describe, expect, it } from 'vitest';
import { archiveOf, holdElection } from '../../../../models/belenios/testing/own-election.ts';
import type { Question } from '../../../../models/belenios/messages.ts';
import { here } from '../testing/here.ts';
import { partsOf } from '../work/check-in-workers.ts';
import { countedRows } from './counted-rows.ts';
import { findBallot } from './find-ballot.ts';
import { type Stage, verifyInWorkers } from './verify-in-workers.ts';

const motion: Question = { answers: ['Có', 'Không'], min: 1, max: 1, question: 'Đồng ý?' };
const people: Question = { answers: ['A', 'B'], blank: true, min: 1, max: 2, question: 'Ai?' };

/** The first voter votes twice, the second once, the third stays away. */
const { steps } = holdElection({
  questions: [motion, people],
  voters: 3,
  single: 1,
  threshold: { of: 3, needed: 2 },
  votes: [
    [
      0,
      [
        [0, 1],
        [1, 0, 0],
      ],
    ],
    [
      1,
      [
        [1, 0],
        [0, 1, 1],
      ],
    ],
    [
      0,
      [
        [1, 0],
        [0, 0, 1],
      ],
    ],
  ],
});
const record = archiveOf(steps);
/** The steps before the first of a kind. */
const until = (type: string) =>
  steps.slice(
    0,
    steps.findIndex((step) => step.type === type),
  );

async function verify(bytes: Uint8Array) {
  const stages: Stage[] = [];
  const { signal } = new AbortController();
  const onStage = (stage: Stage) => stages.push(stage);
  const verified = await verifyInWorkers(bytes, { onStage, signal, workers: 2, start: here });
  return { verified, stages };
}

async function reportOf(bytes: Uint8Array) {
  const { verified } = await verify(bytes);
  if (verified.kind !== 'right') throw new Error(JSON.stringify(verified));
  return verified.report;
}

describe('the record of a secret poll in the browser', () => {
  it('[E153] is verified ballot by ballot, and told in its own words', async () => {
    const { verified, stages } = await verify(record);
    expect(stages.map((stage) => ('done' in stage ? stage.done : stage.step))).toEqual([
      'reading',
      0,
      1,
      2,
      3,
      'result',
    ]);
    expect(verified).toMatchObject({
      kind: 'right',
      report: {
        questions: [motion, people],
        trustees: [
          { needed: 1, of: 1 },
          { needed: 2, of: 3 },
        ],
        credentials: 3,
        state: 'decided',
        decryptions: 3,
        counts: [
          [2n, 0n],
          [0n, 1n, 2n],
        ],
      },
    });
  });

  it('[E154] before its end is right as far as it goes, and has no result', async () => {
    const voting = await reportOf(archiveOf(until('EndBallots')));
    expect([voting.state, voting.counts]).toEqual(['voting', null]);
    const counting = await reportOf(archiveOf(until('Result')));
    expect([counting.state, counting.counts]).toEqual(['counting', null]);
    const empty = await reportOf(archiveOf(until('Ballot')));
    expect(empty.ballots).toEqual([]);
  });

  it('[E155] that was changed anywhere is refused, and what is none is told to be none', async () => {
    for (let at = 1000; at < record.length; at += 9973) {
      const changed = record.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const { verified } = await verify(changed);
      expect([at, verified.kind]).toEqual([at, 'wrong']);
    }
    for (const text of ['', '{}', 'BELENIOSX', 'x'.repeat(3000)])
      expect((await verify(new TextEncoder().encode(text))).verified).toEqual({ kind: 'strange' });
  });

  it('[E156] with a ballot that proves nothing names that ballot', async () => {
    const forged = steps.map((step, at) => {
      if (at !== 2) return step;
      const [ballot = ''] = step.data;
      return { ...step, data: [ballot.replace(/"response":"\d/, '"response":"')] };
    });
    const { verified } = await verify(archiveOf(forged));
    expect(verified).toMatchObject({ kind: 'wrong', findings: [{ event: 2 }] });
  });

  it('[E157] tells of a ballot whether it counts, was replaced, or is not there', async () => {
    const report = await reportOf(record);
    const [first, second, third] = report.ballots.map(({ tracker }) => tracker);
    const typed = first?.match(/.{1,4}/g)?.join(' ') ?? '';
    expect(findBallot(report, typed)).toMatchObject({ found: 'replaced', by: third });
    expect(findBallot(report, second ?? '')).toMatchObject({
      found: 'counts',
      ballot: { event: 2 },
    });
    expect(findBallot(report, third ?? '')).toMatchObject({ found: 'counts' });
    expect(findBallot(report, 'A'.repeat(43))).toEqual({ found: 'missing' });
    expect(findBallot(report, 'abc')).toEqual({ found: 'untyped' });
  });

  it('[E158] shows blank votes last, and bars of those who were counted', () => {
    expect(countedRows(people, [1n, 0n, 3n], 4)).toEqual([
      { answer: 'A', votes: 0, share: 0 },
      { answer: 'B', votes: 3, share: 0.75 },
      { answer: null, votes: 1, share: 0.25 },
    ]);
    expect(countedRows(motion, [0n, 0n], 0).map(({ share }) => share)).toEqual([0, 0]);
  });

  it('[E159] gives every worker its part, and few ballots one worker', () => {
    const ballots = Array.from({ length: 1001 }, (_, at) => at);
    for (const most of [1, 2, 3, 4, 7]) {
      const parts = partsOf(ballots, most);
      expect([parts.length, parts.flat()]).toEqual([most, ballots]);
    }
    expect(partsOf([1, 2, 3], 4)).toEqual([[1, 2, 3]]);
    expect(partsOf([], 4)).toEqual([]);
  });
});
