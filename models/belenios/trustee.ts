import { readArchive } from './archive/events.ts';
import { type VerifyOptions, verifyArchive } from './archive/verify.ts';
import { openElection } from './ballot.ts';
import { partialDecryption } from './decryption.ts';
import { type Group, createGroup } from './group.ts';
import {
  FormatError,
  type Read,
  decode,
  encode,
  hexHash,
  integer,
  listOf,
  numberBelow,
  record,
  text,
  writtenNumber,
} from './json.ts';
import { readCiphertext, readSignedMessage } from './messages.ts';
import { randomBelow } from './random.ts';
import { publicKeyOf } from './schnorr.ts';
import { certificateOf, createSeed } from './threshold/channel.ts';
import {
  makePolynomial,
  makeVoutput,
  openDecryptionKey,
  readVinput,
  readVoutput,
} from './threshold/keys.ts';
import { readPublicKey, readTrustees, verificationKeys } from './trustees.ts';

/** What a trustee's own program does, from the key to the decryption. What it keeps never leaves it. */

/** One of the two is used: a private key where all trustees must decrypt, a seed where some of them suffice. */
export interface TrusteeSecret {
  key: bigint;
  seed: string;
}

export const trusteeGroup = (options: VerifyOptions = {}): Group =>
  createGroup('BELENIOS-2048', options);

export const createTrusteeSecret = ({ q }: Group): TrusteeSecret => ({
  key: randomBelow(q),
  seed: createSeed(),
});

/** @throws {FormatError} */
export const decodeTrusteeSecret = ({ q }: Group, json: string): TrusteeSecret =>
  decode(json, record({ key: numberBelow(q), seed: text }));

/** The steps in which the trustees make the key of an election. */
export type KeyStep = 'key' | 'certificate' | 'polynomial' | 'share';

const polynomialInput = (group: Group) =>
  record({ threshold: integer, certs: listOf(readSignedMessage(group)) });
const shareInput = (group: Group) =>
  record({
    threshold: integer,
    certs: listOf(readSignedMessage(group)),
    vinput: readVinput(group),
  });

/**
 * Does a step of making the key.
 * @param needed how many trustees were agreed to suffice, as the trustee was told it; not what the input says
 * @returns what is sent
 * @throws {FormatError} when the input is not what it should be: among others, when another trustee or the server cheats
 */
export function workKeyStep(
  group: Group,
  { key, seed }: TrusteeSecret,
  step: KeyStep,
  input: string,
  needed: number | null,
): string {
  if (step === 'key') return encode(publicKeyOf(group, key));
  if (step === 'certificate') return encode(certificateOf(group, seed));
  if (step === 'polynomial') {
    const { threshold, certs } = decode(input, polynomialInput(group));
    agree(threshold, needed);
    return encode(makePolynomial(group, seed, certs, threshold));
  }
  const { threshold, certs, vinput } = decode(input, shareInput(group));
  agree(threshold, needed);
  return encode(makeVoutput(group, seed, certs, vinput, threshold));
}

/** The public key that a step sends; null where it sends none. @throws {FormatError} */
export function sentKey(group: Group, step: KeyStep, payload: string): string | null {
  if (step === 'key') return String(decode(payload, readPublicKey(group)).public_key);
  if (step !== 'share') return null;
  return String(decode(payload, readVoutput(group)).public_key.public_key);
}

/** The public key that the record has for a trustee. @param trustees as published @throws {FormatError} */
export function keyInRecord(group: Group, trustees: string, place: number): string | null {
  const key = verificationKeys(decode(trustees, readTrustees(group)))[place - 1];
  return key === undefined ? null : String(key);
}

function agree(threshold: number, needed: number | null): void {
  if (threshold !== needed) throw new FormatError('another threshold was agreed');
}

/**
 * Why a trustee does not decrypt:
 * - `record`: the public record is not sound, or not that of this election
 * - `tally`: what is to be decrypted is not the sum of the ballots in the record
 * - `key`: the trustee's own key is not in the record where it should be
 */
export type DecryptionFault = 'record' | 'tally' | 'key';

export class DecryptionRefused extends Error {
  readonly fault: DecryptionFault;
  constructor(fault: DecryptionFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

function refuse(fault: DecryptionFault, message: string): never {
  throw new DecryptionRefused(fault, message);
}

const textOrNull: Read<string | null> = (value, at) => (value === null ? null : text(value, at));
const decryptionInput = (group: Group) =>
  record({ election: text, tally: listOf(listOf(readCiphertext(group))), sealed: textOrNull });

export interface DecryptionTask {
  /** The trustee's, from 1. */
  place: number;
  input: string;
  /** The identifier of the election for which the trustee made the key. */
  uuid: string;
  /** The `.bel` of the election as everyone can have it. */
  archive: Uint8Array;
}

interface Decryption {
  /** What is sent. */
  payload: string;
  /** How many ballots the trustee's own program added up. */
  ballots: number;
}

/**
 * Decrypts a trustee's share of the sum of all ballots, after adding them up itself: whoever decrypts what a server names
 * may be handed a single ballot.
 * @throws {DecryptionRefused} @throws {FormatError} when the input is none, or the secret is of another key
 */
export async function decryptTally(
  secret: TrusteeSecret,
  { place, input, uuid, archive }: DecryptionTask,
  options: VerifyOptions = {},
): Promise<Decryption> {
  const group = trusteeGroup(options);
  const { election, tally, sealed } = decode(input, decryptionInput(group));
  const context = openElection(election, options);
  const found = await addedUp(archive, options);
  if (found.election !== election || context.election.uuid !== uuid)
    refuse('record', 'the record is that of another election');
  if (found.tally !== encode(tally)) refuse('tally', 'not the sum of the ballots in the record');
  const own = sealed === null ? secret.key : openOwn(group, secret.seed, sealed);
  if (keyInRecord(group, found.trustees, place) !== String(group.powerOfG(own)))
    refuse('key', 'the record has another key here');
  return { payload: encode(partialDecryption(context, tally, own)), ballots: found.ballots };
}

/** What was sealed for oneself opens with one's own seed only. */
function openOwn(group: Group, seed: string, sealed: string): bigint {
  try {
    return openDecryptionKey(group, seed, sealed);
  } catch (error) {
    if (error instanceof FormatError) return refuse('key', error.message);
    throw error;
  }
}

const readSize = record({
  num_tallied: integer,
  total_weight: writtenNumber,
  encrypted_tally: hexHash,
});

/** Checks every ballot and the sum of them that the record names. */
async function addedUp(archive: Uint8Array, options: VerifyOptions) {
  const { errors } = await verifyArchive(archive, { ...options, unfinished: true });
  const [first] = errors;
  if (first) refuse('record', first.message);
  const { events } = readArchive(archive, options.sha256);
  const [election, trustees] = events[0]?.data ?? [];
  const [tally, size] = events.find(({ type }) => type === 'EncryptedTally')?.data ?? [];
  if (!election || !trustees || !tally || !size) refuse('record', 'the record has no sum yet');
  const { num_tallied: ballots } = decode(size.text, readSize);
  return { election: election.text, trustees: trustees.text, tally: tally.text, ballots };
}
