import { createUuid } from '../../models/belenios/election.ts';
import { sha256Hex } from '../../models/belenios/hash.ts';
import { encode } from '../../models/belenios/json.ts';
import { encodeResult } from '../../models/belenios/result.ts';
import {
  type MyElection,
  type doTrusteeStep,
  electionReminded,
} from '../../models/contracts/elections.ts';
import type { BodyOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { type NewEvent, archiveOf, asEvent, eventRows, hashOfParts } from './archive.ts';
import type { ElectionsDeps } from './deps.ts';
import { checkMessage, makeKey } from './key-making.ts';
import type { ElectionNotices } from './notices.ts';
import { decrypters, isKeyWhole } from './rules.ts';
import {
  type ElectionRow,
  type TrusteeRow,
  appendEvents,
  beginElection,
  findElection,
  readDecrypting,
  readEvents,
  readTrustees,
  saveElection,
  saveStep,
} from './store.ts';
import { dueFor, electionIn, viewOf, waitedFor } from './views.ts';

type Step = BodyOf<typeof doTrusteeStep>;

/** What trustees do, from the key to the result. */
export interface StepsService {
  /**
   * Takes what a trustee made. The same again is the same request.
   * @throws AppError `not_found`, `not_a_trustee`, `conflict` for another election than is going on now,
   *   `election_phase` for a step that is not due, `trustee_message_wrong` saying why
   */
  step(caller: Caller, meetingId: Id, pollId: Id, step: Step): Promise<MyElection>;
  /** Begins keys and credentials again. @throws AppError `not_found`, `election_phase` once the poll has opened */
  restart(caller: Caller, meetingId: Id, pollId: Id): Promise<MyElection>;
  /** Asks those who have to do something before it can go on. @throws AppError `not_found` */
  remind(caller: Caller, meetingId: Id, pollId: Id): Promise<{ reminded: number }>;
  /** Works out results that were due when the server stopped. */
  resume(): Promise<void>;
}

export function createStepsService(deps: ElectionsDeps, notices: ElectionNotices): StepsService {
  const { database, logger } = deps;
  return {
    async step(caller, meetingId, pollId, step) {
      if (step.step === 'decryption') await checkDecryption(deps, caller, pollId, step);
      await database.write(
        (tx) => takeStep(deps, tx, caller, { meetingId, pollId }, step),
        caller.once,
      );
      notices.changed(meetingId, pollId);
      if (step.step === 'decryption') await finish(deps, pollId);
      return viewOf(deps, database.read, caller, meetingId, pollId);
    },
    async restart(caller, meetingId, pollId) {
      await database.write((tx) => begin(deps, tx, caller, { meetingId, pollId }), caller.once);
      notices.changed(meetingId, pollId);
      return viewOf(deps, database.read, caller, meetingId, pollId);
    },
    async remind(caller, meetingId, pollId) {
      const asked: Id[] = [];
      const answer = await database.write(async (tx) => {
        const { poll, personIds } = await waitedFor(deps, tx, meetingId, pollId);
        asked.push(...personIds);
        const details = { people: asked.length };
        await deps.voting.traced(tx, caller, poll, { action: 'poll.reminded', details });
        return { reminded: asked.length };
      }, caller.once);
      for (const personId of asked)
        deps.publisher.toPerson(personId, electionReminded, { meetingId, pollId });
      return answer;
    },
    async resume() {
      for (const { pollId } of await readDecrypting(database.read))
        await finish(deps, pollId).catch((error: unknown) =>
          logger.error({ err: error }, 'the result of an election was not worked out'),
        );
    },
  };
}

type Place = Record<'meetingId' | 'pollId', Id>;

async function takeStep(
  deps: ElectionsDeps,
  tx: Db,
  caller: Caller,
  { meetingId, pollId }: Place,
  { uuid, step, payload }: Step,
): Promise<{ done: true }> {
  const found = await electionIn(deps, tx, meetingId, pollId);
  const { election, trustees: all, poll } = found;
  const own = ownPlace(caller, all);
  if (election.uuid !== uuid) throw new AppError('conflict');
  if (own[step] === payload) return { done: true };
  if (dueFor(found, own) !== step) throw new AppError('election_phase');
  const { needed } = election;
  checkMessage(step, payload, { needed, all, place: own.place });
  await saveStep(tx, own, { [step]: payload });
  const after = all.map((one) => (one === own ? { ...one, [step]: payload } : one));
  if (election.phase === 'keys' && isKeyWhole(needed, after))
    await saveElection(tx, pollId, { phase: 'registering', trustees: makeKey(needed, after) });
  await deps.voting.traced(tx, caller, poll, {
    action: 'election.trustee_step',
    details: { step, place: own.place },
  });
  return { done: true };
}

function ownPlace(caller: Caller, all: readonly TrusteeRow[]): TrusteeRow {
  const { personId } = personOf(caller);
  const own = all.find((one) => one.personId === personId);
  if (own === undefined) throw new AppError('not_a_trustee');
  return own;
}

/** Before the transaction, as it takes its time. */
async function checkDecryption(
  { database, checker }: ElectionsDeps,
  caller: Caller,
  pollId: Id,
  { payload }: Step,
): Promise<void> {
  const row = await findElection(database.read, pollId);
  const { place } = ownPlace(caller, await readTrustees(database.read, pollId));
  const { election, trustees, tally } = row ?? {};
  if (!election || !trustees || !tally) throw new AppError('election_phase');
  if (!(await checker.share({ election, trustees, tally, place, share: payload })))
    throw new AppError('trustee_message_wrong', { reason: 'the proof of decryption is wrong' });
}

async function begin(
  deps: ElectionsDeps,
  tx: Db,
  caller: Caller,
  { meetingId, pollId }: Place,
): Promise<{ done: true }> {
  const { poll, election, trustees } = await electionIn(deps, tx, meetingId, pollId);
  if (poll.state !== 'draft') throw new AppError('election_phase');
  const keepers = trustees.map(({ personId }) => personId);
  await beginElection(tx, { ...election, uuid: createUuid() }, keepers);
  await deps.voting.traced(tx, caller, poll, { action: 'election.restarted' });
  return { done: true };
}

/** Decrypts and counts, once enough trustees have decrypted, and closes the poll. */
async function finish(deps: ElectionsDeps, pollId: Id): Promise<void> {
  const { database, checker, voting } = deps;
  const row = await findElection(database.read, pollId);
  const sharers = decrypters(row?.needed ?? null, await readTrustees(database.read, pollId));
  if (row?.phase !== 'decrypting' || sharers === null) return;
  const { election, trustees, tally, tallied } = row;
  if (!election || !trustees || !tally || tallied === null)
    throw new Error('an election that decrypts nothing');
  const shares = sharers.map(({ place, decryption }): [number, string] => [
    place,
    decryption ?? '',
  ]);
  const count = { election, trustees, tally, ballots: tallied, shares };
  const counts = await checker.count(count);
  const isSettled = await database.write((tx) => settle(deps, tx, row, shares, counts));
  if (isSettled) await voting.settled(pollId);
}

async function settle(
  { voting }: ElectionsDeps,
  tx: Db,
  { pollId, openedAt, tallied }: ElectionRow,
  shares: readonly (readonly [place: number, share: string])[],
  counts: number[][],
): Promise<boolean> {
  if ((await findElection(tx, pollId))?.phase !== 'decrypting') return false;
  const before = await readEvents(tx, pollId);
  const events: NewEvent[] = [
    ...shares.map(([owner, share]): NewEvent => {
      const data = [share, encode({ owner, payload: sha256Hex(share) })];
      return { type: 'PartialDecryption', data };
    }),
    { type: 'Result', data: [encodeResult(counts.map((row) => row.map(BigInt)))] },
  ];
  const added = eventRows(pollId, before.length, events);
  const whole = [...before.map(asEvent), ...events];
  const record = hashOfParts(archiveOf(openedAt ?? '', whole));
  if (!(await voting.settle(tx, pollId, { record, ballots: tallied ?? 0, counts }))) return false;
  await appendEvents(tx, added);
  await saveElection(tx, pollId, { phase: 'decided' });
  return true;
}
