import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type VerifyOptions, verifyArchive } from '../../models/belenios/archive/verify.ts';
import type { Question } from '../../models/belenios/messages.ts';
import { type Plan, archiveOf, holdElection } from '../../models/belenios/testing/own-election.ts';
import { openssl } from '../../server/platform/power.ts';
import { inPackage, root } from '../setup/paths.mjs';
import { checkInThreads } from './ballot-pool.ts';
import { type Tool, type ToolPlan, createTool, hasTool, runElection } from './testing/tool.ts';

const options: VerifyOptions = openssl;

const single: Question = {
  answers: ['Có', 'Không', 'Ý kiến "khác"\n'],
  min: 1,
  max: 1,
  question: 'Đồng ý?',
};
const several: Question = { answers: ['A', 'B', 'C', 'D'], min: 0, max: 2, question: 'Đến hai' };
const blank: Question = {
  answers: ['A', 'B', 'C'],
  blank: true,
  min: 1,
  max: 3,
  question: 'Trắng?',
};
const list: Question = {
  answers: Array.from({ length: 12 }, (_, index) => `Ứng viên ${index}`),
  min: 3,
  max: 3,
  question: 'Bầu ba',
};
const threeOf = (...chosen: number[]) =>
  list.answers.map((_, index) => (chosen.includes(index) ? 1 : 0));

/** Of ballots on the first three of them: with a choice everywhere, and blank where that may be. */
const marks = {
  all: [
    [1, 0, 0],
    [1, 0, 0, 1],
    [1, 0, 0, 0],
  ],
  blank: [
    [0, 0, 1],
    [0, 0, 0, 0],
    [0, 1, 1, 1],
  ],
};

/** Name, plan, result. */
const elections: [string, ToolPlan, unknown][] = [
  [
    'one trustee, one voter, one question',
    { questions: [single], voters: 1, single: 1, votes: [[0, [[0, 1, 0]]]] },
    [[0, 1, 0]],
  ],
  [
    'three trustees, a re-vote, and a voter who stays away',
    {
      questions: [single],
      voters: 5,
      single: 3,
      votes: [
        [0, [[1, 0, 0]]],
        [1, [[0, 1, 0]]],
        [2, [[0, 0, 1]]],
        [1, [[1, 0, 0]]],
        [4, [[1, 0, 0]]],
        [1, [[0, 1, 0]]],
      ],
    },
    [[2, 1, 1]],
  ],
  [
    'several questions, blank votes, any two of three trustees',
    {
      questions: [single, several, blank],
      voters: 3,
      threshold: { of: 3, needed: 2 },
      votes: [
        [0, marks.all],
        [1, marks.blank],
        [
          2,
          [
            [1, 0, 0],
            [0, 0, 0, 1],
            [0, 1, 0, 0],
          ],
        ],
      ],
    },
    [
      [2, 0, 1],
      [1, 0, 0, 2],
      [1, 2, 1, 1],
    ],
  ],
  [
    'seats, weights, one trustee who must and any three of four',
    {
      questions: [list],
      weights: [1, 2_000_000_000, 0, 3],
      single: 1,
      threshold: { of: 4, needed: 3 },
      votes: [
        [0, [threeOf(0, 1, 2)]],
        [1, [threeOf(1, 2, 3)]],
        [2, [threeOf(9, 10, 11)]],
        [3, [threeOf(0, 3, 11)]],
      ],
    },
    [[4, '2000000001', '2000000001', '2000000003', 0, 0, 0, 0, 0, 0, 0, 3]],
  ],
  ['nobody votes', { questions: [several], voters: 2, single: 2, votes: [] }, [[0, 0, 0, 0]]],
  [
    'the other group of the specification',
    {
      questions: [blank],
      voters: 1,
      single: 1,
      group: 'RFC-3526-2048',
      votes: [[0, [[0, 1, 0, 1]]]],
    },
    [[0, 1, 0, 1]],
  ],
];

function resultIn(archive: Uint8Array): unknown {
  const [, json = ''] = /(\{"result":.*?\})\0/.exec(Buffer.from(archive).toString('latin1')) ?? [];
  const { result }: { result: unknown } = JSON.parse(json);
  return result;
}

describe.runIf(hasTool())('elections that belenios-tool makes', () => {
  const tools: Tool[] = [];
  const made = new Map<string, Uint8Array>();

  beforeAll(() => {
    for (const [name, plan] of elections) {
      const tool = createTool();
      tools.push(tool);
      made.set(name, runElection(tool, plan).archive);
    }
  });
  afterAll(() => tools.forEach((tool) => tool.remove()));

  test.each(elections)('[election] accepted: %s', async (name, _plan, result) => {
    const archive = made.get(name) ?? new Uint8Array();
    expect(await verifyArchive(archive, options)).toEqual({ ok: true, errors: [] });
    expect(resultIn(archive)).toEqual(result);
  });

  test('[election] the same is found in several threads', async () => {
    const archive = made.get(elections[1]?.[0] ?? '') ?? new Uint8Array();
    const found = await verifyArchive(archive, { ...options, checkBallots: checkInThreads });
    expect(found).toEqual({ ok: true, errors: [] });
  });

  test('[election] npm run election:verify says so by its exit status and in JSON', () => {
    const [tool] = tools;
    const file = join(tool?.dir ?? '', 'checked.bel');
    const verify = (bytes: Uint8Array) => {
      writeFileSync(file, bytes);
      const args = [
        inPackage('tsx', 'dist', 'cli.mjs'),
        'scripts/election/verify.ts',
        file,
        '--json',
      ];
      return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    };
    const [archive = new Uint8Array()] = made.values();
    const good = verify(archive);
    expect([good.status, JSON.parse(good.stdout)]).toEqual([0, { ok: true, errors: [] }]);
    const bad = verify(archive.subarray(0, archive.length - 512));
    expect(bad.status).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject({ ok: false, errors: [expect.any(String)] });
    const none = verify(Buffer.from('not an archive'));
    expect([none.status, JSON.parse(none.stdout).ok]).toEqual([1, false]);
  });
});

describe.runIf(hasTool())('belenios-tool about elections of ours', () => {
  let tool: Tool;
  beforeAll(() => {
    tool = createTool();
  });
  afterAll(() => tool.remove());

  const held: [string, Plan][] = [
    [
      'three trustees, several questions, a blank vote, a re-vote',
      {
        questions: [single, several, blank],
        voters: 4,
        single: 3,
        votes: [
          [0, marks.all],
          [3, marks.blank],
          [
            0,
            [
              [0, 1, 0],
              [0, 0, 0, 1],
              [0, 1, 0, 0],
            ],
          ],
        ],
      },
    ],
    [
      'any two of three trustees, seats, weights',
      {
        questions: [list],
        voters: 3,
        weights: [3n, 5n, 1_500_000_000n],
        threshold: { of: 3, needed: 2 },
        votes: [
          [0, [threeOf(0, 1, 2)]],
          [2, [threeOf(9, 10, 11)]],
        ],
      },
    ],
  ];

  test.each(held)('[election] it accepts %s', async (_name, plan) => {
    const { context, steps } = holdElection(plan, options);
    const archive = archiveOf(steps);
    expect(await verifyArchive(archive, options)).toEqual({ ok: true, errors: [] });
    expect(tool.accepts(archive, context.election.uuid)).toBe(true);
    const changed = archive.slice();
    const at = Buffer.from(changed).indexOf('"response":"');
    changed[at + 20] = (changed[at + 20] ?? 0) ^ 1;
    expect(tool.accepts(changed, context.election.uuid)).toBe(false);
  });
});
