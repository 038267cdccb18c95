import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import {
  type BallotPaper,
  type Marks,
  confidenceLevels,
  standardChoices,
} from '../../../models/contracts/ballots.ts';

/** What election is to be held. */
export interface Plan {
  voters: number;
  out: string;
  /** Null: three trustees of whom all must decrypt, or two where there are no more people. */
  threshold: { needed: number; of: number } | null;
  paper: BallotPaper;
  revotes: number;
  json: boolean;
}

export const USAGE = `npm run election:run -- --voters N --out DIR [--threshold T/N] [--questions K] [--options N [--most K]] [--revotes N] [--json]
  Holds a whole election: a server of its own, members with connections of their own, who vote at random.
  In DIR it leaves the record: npm run election:verify -- DIR/*.bel, or: belenios-tool election verify --dir DIR
  --threshold  any T of N trustees decrypt (at most 9); without it all of three must
  --questions  a ballot of confidence in K people, a question each
  --options    choose up to K of N options, or none; without either: a motion
  --revotes    so many vote a second time
  Exit status: 0 when the record has the result that was voted, 1 when not, 2 when called wrongly.`;

function whole(name: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  if (value < least || value > most)
    throw new RangeError(`--${name} takes a whole number from ${least} to ${most}, not ${text}`);
  return value;
}

function thresholdOf(text: string | undefined): Plan['threshold'] {
  if (text === undefined) return null;
  const [, needed = '', of = ''] = /^(\d)\/(\d)$/.exec(text) ?? [];
  const found = { needed: Number(needed), of: Number(of) };
  if (found.of < 2 || found.needed < 1 || found.needed > found.of)
    throw new RangeError(`--threshold takes T/N with 1 ≤ T ≤ N, 2 ≤ N ≤ 9, not ${text}`);
  return found;
}

const named = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => ({ key: at + 1, label: `${word} ${at + 1}`, note: '' }));

function paperOf(people: number | null, options: number | null, most: number | null): BallotPaper {
  if (people !== null && people > 1) return { kind: 'confidence', options: named(people, 'Người') };
  if (options === null) return { kind: 'motion' };
  const max = Math.min(most ?? 1, options);
  return { kind: 'choose', options: named(options, 'Phương án'), min: 0, max };
}

/** @throws Error when it was called wrongly */
export function readPlan(args: string[]): Plan {
  const text = { type: 'string' as const };
  const { values } = parseArgs({
    args,
    options: {
      voters: text,
      out: text,
      threshold: text,
      questions: text,
      options: text,
      most: text,
      revotes: text,
      json: { type: 'boolean', default: false },
    },
  });
  const voters = whole('voters', values.voters, 1, 10_000);
  if (voters === null || values.out === undefined) throw new Error('--voters and --out are needed');
  const threshold = thresholdOf(values.threshold);
  // The secretary may be a trustee, too.
  if (threshold !== null && threshold.of > voters + 1)
    throw new RangeError(`${voters} voters and a secretary cannot be ${threshold.of} trustees`);
  return {
    voters,
    out: values.out,
    threshold,
    paper: paperOf(
      whole('questions', values.questions, 1, 100),
      whole('options', values.options, 2, 100),
      whole('most', values.most, 1, 100),
    ),
    revotes: whole('revotes', values.revotes, 0, voters) ?? 0,
    json: values.json,
  };
}

function pick<T>(from: readonly T[]): T {
  const picked = from[randomInt(from.length)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}

/** What someone marks who has no opinion. */
export function randomMarks(paper: BallotPaper): Marks {
  switch (paper.kind) {
    case 'motion':
      return { kind: paper.kind, choice: pick(standardChoices) };
    case 'confidence': {
      const levels = paper.options.map(({ key }) => ({ key, level: pick(confidenceLevels) }));
      return { kind: paper.kind, levels };
    }
    case 'choose':
    case 'election': {
      const left = paper.options.map(({ key }) => key);
      const count = randomInt(paper.min, paper.max + 1);
      const chosen = Array.from({ length: count }, () => {
        const key = pick(left);
        left.splice(left.indexOf(key), 1);
        return key;
      });
      return { kind: paper.kind, chosen: chosen.toSorted((a, b) => a - b) };
    }
    case 'ranked':
      throw new RangeError('an order of preference cannot be added up');
  }
}
