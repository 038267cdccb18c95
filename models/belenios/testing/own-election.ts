import { appendEvent, startArchive, type EventType } from '../archive/events.ts';
import { encodeSetup } from '../archive/setup.ts';
import { type ElectionContext, decodeBallot, encryptBallot, openElection } from '../ballot.ts';
import { createCredential, publicCredential, readCredentials } from '../credentials.ts';
import { partialDecryption } from '../decryption.ts';
import { createUuid, makeElection } from '../election.ts';
import { type Group, type GroupOptions, createGroup } from '../group.ts';
import { sha256Hex } from '../hash.ts';
import { encode } from '../json.ts';
import type { PartialDecryption, Question } from '../messages.ts';
import { randomBelow } from '../random.ts';
import { countVotes, encodeResult } from '../result.ts';
import { publicKeyOf } from '../schnorr.ts';
import { type TallyAccumulator, encodeTally, tallyOf } from '../tally.ts';
import { certificateOf, createSeed } from '../threshold/channel.ts';
import {
  makePolynomial,
  makeThresholdParameters,
  makeVinputs,
  makeVoutput,
  openDecryptionKey,
} from '../threshold/keys.ts';
import { type TrusteeKind, jointKey } from '../trustees.ts';

/** Whole elections made by this core, for tests and measurements. */

export interface Step {
  type: EventType;
  data: string[];
}

export interface Plan {
  questions: Question[];
  voters: number;
  weights?: bigint[];
  single?: number;
  threshold?: { of: number; needed: number };
  votes: [voter: number, choices: number[][]][];
}

/** Sub-keys with what each trustee keeps secret, in the order of the trustees. */
interface Trustees {
  kinds: TrusteeKind[];
  secrets: bigint[];
}

function makeThreshold(group: Group, of: number, needed: number): Trustees {
  const seeds = Array.from({ length: of }, () => createSeed());
  const certs = seeds.map((seed) => certificateOf(group, seed));
  const polynomials = seeds.map((seed) => makePolynomial(group, seed, certs, needed));
  const vinputs = makeVinputs(group, certs, polynomials);
  const voutputs = vinputs.map((vinput, index) =>
    makeVoutput(group, seeds[index] ?? '', certs, vinput, needed),
  );
  return {
    kinds: [['Pedersen', makeThresholdParameters(group, certs, polynomials, voutputs)]],
    secrets: voutputs.map(({ private_key: key }, index) =>
      openDecryptionKey(group, seeds[index] ?? '', key),
    ),
  };
}

function makeTrustees(group: Group, { single = 0, threshold }: Plan): Trustees {
  const secrets = Array.from({ length: single }, () => randomBelow(group.q));
  const kinds = secrets.map((secret): TrusteeKind => ['Single', publicKeyOf(group, secret)]);
  if (!threshold) return { kinds, secrets };
  const more = makeThreshold(group, threshold.of, threshold.needed);
  return { kinds: [...kinds, ...more.kinds], secrets: [...secrets, ...more.secrets] };
}

export interface OwnElection {
  context: ElectionContext;
  /** The secret credentials of the voters. */
  credentials: string[];
  trustees: Trustees;
  /** The public list as it was published. */
  list: string[];
  ballots: string[];
  tally: TallyAccumulator;
  shares: Map<number, PartialDecryption>;
  steps: Step[];
}

export interface PreparedElection extends Pick<
  OwnElection,
  'context' | 'credentials' | 'trustees' | 'list'
> {
  setup: Step;
}

/** An election up to the first ballot. */
export function prepareOwn(plan: Plan, options: GroupOptions = {}): PreparedElection {
  const group = createGroup('BELENIOS-2048', options);
  const uuid = createUuid();
  const trustees = makeTrustees(group, plan);
  const key = jointKey(group, trustees.kinds);
  const text = makeElection(
    { name: 'Bầu cử', description: 'Thử', questions: plan.questions },
    uuid,
    group.name,
    key,
  );
  const credentials = Array.from({ length: plan.voters }, () => createCredential());
  const list = credentials
    .map((one, index) => {
      const line = publicCredential(group, uuid, one);
      return plan.weights ? `${line},${plan.weights[index]}` : `${line}`;
    })
    .toSorted();
  const setup: Step = { type: 'Setup', data: encodeSetup(text, trustees.kinds, list) };
  return { context: openElection(text, options), credentials, trustees, list, setup };
}

/** Everything after the set-up, from ballots that were made before. */
export function countOwn(prepared: PreparedElection, ballots: string[], plan: Plan): OwnElection {
  const { context, trustees, list, setup } = prepared;
  const decoded = ballots.map((json) => decodeBallot(context, json));
  const tally = tallyOf(context, decoded, readCredentials(list, ''));
  const take = (plan.single ?? 0) + (plan.threshold?.needed ?? 0);
  const shares = new Map(
    trustees.secrets
      .slice(0, take)
      .map((secret, index) => [index + 1, partialDecryption(context, tally.encrypted(), secret)]),
  );
  const counts = countVotes(context, tally.encrypted(), trustees.kinds, shares, tally.weight());
  const decrypted = [...shares].map(([owner, share]): Step => {
    const json = encode(share);
    return {
      type: 'PartialDecryption',
      data: [json, encode({ owner, payload: sha256Hex(json) })],
    };
  });
  const steps: Step[] = [
    setup,
    ...ballots.map((json): Step => ({ type: 'Ballot', data: [json] })),
    { type: 'EndBallots', data: [] },
    { type: 'EncryptedTally', data: encodeTally(tally) },
    ...decrypted,
    { type: 'Result', data: [encodeResult(counts)] },
  ];
  return { ...prepared, ballots, tally, shares, steps };
}

export function holdElection(plan: Plan, options: GroupOptions = {}): OwnElection {
  const prepared = prepareOwn(plan, options);
  const ballots = plan.votes.map(([voter, choices]) =>
    encryptBallot(prepared.context, prepared.credentials[voter] ?? '', choices),
  );
  return countOwn(prepared, ballots, plan);
}

/** The archive of these events, each chained to the one before. */
export function archiveOf(steps: readonly Step[], timestamp = 1_800_000_000): Uint8Array {
  let { bytes, head } = startArchive(timestamp);
  const parts = [bytes];
  for (const { type, data } of steps) {
    ({ bytes, head } = appendEvent(head, type, data));
    parts.push(bytes);
  }
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
