import { describe, expect, test } from 'vitest';
import { type Finding, verifyArchive } from '../../models/belenios/archive/verify.ts';
import { sha256Hex } from '../../models/belenios/hash.ts';
import type { Question } from '../../models/belenios/messages.ts';
import { type Step, archiveOf, holdElection } from '../../models/belenios/testing/own-election.ts';
import { openssl } from '../../server/platform/power.ts';

/**
 * Every number, hash and word of a small election is changed by itself, by someone who then makes all hashes and the chain
 * anew: what finds it is what it says, not that it was changed.
 */

const one: Question = { answers: ['Có', 'Không'], min: 1, max: 1, question: 'Đồng ý?' };
const other: Question = { answers: ['A', 'B'], blank: true, min: 1, max: 2, question: 'Ai?' };

const election = holdElection(
  {
    questions: [one, other],
    voters: 3,
    single: 1,
    threshold: { of: 2, needed: 2 },
    votes: [
      [
        0,
        [
          [1, 0],
          [0, 1, 1],
        ],
      ],
      [
        1,
        [
          [0, 1],
          [1, 0, 0],
        ],
      ],
    ],
  },
  openssl,
);

/** Names of payloads inside other payloads, made to fit again. */
function referring({ type, data }: Step): Step {
  const [first = '', second = '', third = ''] = data;
  const last = data.at(-1) ?? '';
  if (type === 'Setup') {
    const [, , , setup = ''] = data;
    const hashes = [first, second, third].map(sha256Hex);
    let index = -1;
    const fitting = setup.replace(/[0-9a-f]{64}/g, () => hashes[(index += 1)] ?? '');
    return { type, data: [first, second, third, fitting] };
  }
  if (data.length !== 2) return { type, data };
  return { type, data: [first, last.replace(/[0-9a-f]{64}/, sha256Hex(first))] };
}

async function errorsIn(files: readonly Uint8Array[]): Promise<Finding[]> {
  return (await verifyArchive(Buffer.concat(files), openssl)).errors;
}

async function findings(steps: readonly Step[]): Promise<Finding[]> {
  const { ok, errors } = await verifyArchive(archiveOf(steps), openssl);
  expect(ok).toBe(errors.length === 0);
  return errors;
}

/** A number or word of a message: where it is in the text. */
interface Place {
  step: number;
  datum: number;
  at: number;
  length: number;
}

/** Keys of JSON are places, too. */
function placesIn(text: string): { at: number; length: number }[] {
  return [...text.matchAll(/(?<=")[^"\\]+(?=")|(?<=[:,[])\d+(?=[,\]}])/g)].map((match) => ({
    at: match.index,
    length: match[0].length,
  }));
}

/** Of each message so many, from all its parts. */
const OF_EACH = 20;

function some<T>(all: readonly T[]): T[] {
  const every = Math.max(1, all.length / OF_EACH);
  return all.filter((_, index) => Math.floor(index / every) !== Math.floor((index - 1) / every));
}

function places(): Place[] {
  return election.steps.flatMap(({ data }, step) =>
    data.flatMap((text, datum) => some(placesIn(text)).map((place) => ({ step, datum, ...place }))),
  );
}

const NEXT: Record<string, string> = { 9: '8', z: 'y', Z: 'Y', f: 'e' };

/** Another character of the same kind, so that a number stays one. */
function changed(text: string, { at, length }: { at: number; length: number }): string {
  const place = at + Math.floor(length / 2);
  const before = text.charAt(place);
  const after =
    NEXT[before] ??
    (/[0-9a-zA-Z]/.test(before) ? String.fromCodePoint(before.charCodeAt(0) + 1) : '0');
  return text.slice(0, place) + after + text.slice(place + 1);
}

function mutated({ step, datum, ...place }: Place): Step[] {
  return election.steps.map((original, index) => {
    if (index !== step) return original;
    const data = original.data.map((text, at) => (at === datum ? changed(text, place) : text));
    const refers = datum === data.length - 1;
    return refers ? { ...original, data } : referring({ ...original, data });
  });
}

/** What is wrong, in words, and where: at the event that was changed or at one that rests on it. */
function expectNamed({ code, event, message }: Finding, changedAt: number): void {
  expect(message.length).toBeGreaterThan(5);
  if (code === 'archive') return;
  expect(event).toBeGreaterThanOrEqual(0);
  // Another question makes all ballots ones of another election; nothing before the change is blamed.
  expect(event).toBeGreaterThanOrEqual(changedAt);
}

describe('[election] what is changed is found', () => {
  test('nothing changed, nothing found', async () => {
    expect(await findings(election.steps)).toEqual([]);
  });

  test('there is much to change', () => expect(places().length).toBeGreaterThanOrEqual(200));

  test.each(['Setup', 'Ballot', 'EncryptedTally', 'PartialDecryption', 'Result'])(
    'any field of a %s, with all hashes made anew',
    async (type) => {
      const own = places().filter(({ step }) => election.steps[step]?.type === type);
      for (const place of own) {
        const found = await findings(mutated(place));
        expect(found, `${type} ${place.datum} at ${place.at}`).not.toEqual([]);
        for (const fault of found) expectNamed(fault, place.step);
      }
    },
  );

  test('any byte of the file as it is', async () => {
    const archive = archiveOf(election.steps);
    for (let at = 0; at < archive.length; at += 97) {
      const bytes = archive.slice();
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      const { ok, errors } = await verifyArchive(bytes, openssl);
      expect([at, ok, errors.length > 0]).toEqual([at, false, true]);
    }
  });

  test('a file that ends anywhere else', async () => {
    const archive = archiveOf(election.steps);
    for (let end = 0; end < archive.length; end += 512) {
      expect((await verifyArchive(archive.subarray(0, end), openssl)).ok).toBe(false);
    }
    const longer = new Uint8Array(archive.length + 1024);
    longer.set(archive);
    expect((await verifyArchive(longer, openssl)).ok).toBe(false);
  });

  test('events dropped, doubled or in another order, in a chain made anew', async () => {
    const { steps } = election;
    for (const [index, step] of steps.entries()) {
      const dropped = steps.filter((_, at) => at !== index);
      // Nobody needs the last ballot but the tally; an unfinished election is found to be one.
      expect(await findings(dropped), `dropped ${step.type}`).not.toEqual([]);
      const doubled = steps.flatMap((original, at) =>
        at === index ? [original, original] : [original],
      );
      expect(await findings(doubled), `doubled ${step.type}`).not.toEqual([]);
      const [next] = steps.slice(index + 1);
      // Two ballots of two voters may come in any order; the shares of two trustees, too.
      if (!next || next.type === step.type) continue;
      const swapped = steps.map((original, at) =>
        at === index ? next : at === index + 1 ? step : original,
      );
      expect(await findings(swapped), `swapped ${step.type}`).not.toEqual([]);
    }
  });

  test('files of the archive dropped, doubled or in another order', async () => {
    const archive = archiveOf(election.steps);
    const files: Uint8Array[] = [];
    for (let at = 0; at < archive.length;) {
      const size = Number.parseInt(Buffer.from(archive.subarray(at + 124, at + 135)).toString(), 8);
      const end = at + 512 + Math.ceil(size / 512) * 512;
      files.push(archive.subarray(at, end));
      at = end;
    }
    for (const [index, file] of files.entries()) {
      expect(await errorsIn(files.filter((_, at) => at !== index))).not.toEqual([]);
      expect(await errorsIn([...files.slice(0, index), file, ...files.slice(index)])).not.toEqual(
        [],
      );
      const next = files[index + 1];
      if (!next) continue;
      const swapped = files.with(index, next).with(index + 1, file);
      expect(await errorsIn(swapped), `files ${index}`).not.toEqual([]);
    }
  });

  test('garbage of any kind and length', async () => {
    for (let length = 0; length < 3000; length += 37) {
      const bytes = crypto.getRandomValues(new Uint8Array(length));
      expect((await verifyArchive(bytes, openssl)).ok).toBe(false);
    }
    const texts = ['', '{"__proto__":{"payload":1}}'];
    for (const [index, step] of election.steps.entries()) {
      for (const garbage of texts) {
        for (const datum of step.data.keys()) {
          const data = step.data.with(datum, garbage);
          const steps = election.steps.with(index, referring({ ...step, data }));
          expect(await findings(steps), `${step.type} ${datum} ${garbage}`).not.toEqual([]);
        }
      }
    }
  });
});
