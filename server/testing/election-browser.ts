import { encryptBallot, openElection } from '../../models/belenios/ballot.ts';
import { createCredential, publicCredential } from '../../models/belenios/credentials.ts';
import { partialDecryption } from '../../models/belenios/decryption.ts';
import { type Group, createGroup } from '../../models/belenios/group.ts';
import {
  type Read,
  decode,
  encode,
  integer,
  listOf,
  record,
  text,
} from '../../models/belenios/json.ts';
import { readCiphertext, readSignedMessage } from '../../models/belenios/messages.ts';
import { randomBelow } from '../../models/belenios/random.ts';
import { publicKeyOf } from '../../models/belenios/schnorr.ts';
import { certificateOf, createSeed } from '../../models/belenios/threshold/channel.ts';
import {
  makePolynomial,
  makeVoutput,
  openDecryptionKey,
  readVinput,
} from '../../models/belenios/threshold/keys.ts';
import type { MyElection } from '../../models/contracts/elections.ts';
import { openssl } from '../platform/power.ts';

// What browsers do in a verifiable poll, with the code that they do it with.

const group = createGroup('BELENIOS-2048', { ...openssl, uses: 1000 });

type Task = NonNullable<MyElection['task']>;

/** A trustee's browser: what it keeps never leaves it. */
export interface TrusteeBrowser {
  /** Does what is due. @returns what is sent */
  work(task: Task): string;
}

const nothing = record({});
const polynomialInput = (of: Group) =>
  record({ threshold: integer, certs: listOf(readSignedMessage(of)) });
const shareInput = (of: Group) =>
  record({ threshold: integer, certs: listOf(readSignedMessage(of)), vinput: readVinput(of) });
const textOrNull: Read<string | null> = (value, at) => (value === null ? null : text(value, at));
const decryptionInput = (of: Group) =>
  record({ election: text, tally: listOf(listOf(readCiphertext(of))), sealed: textOrNull });

export function createTrusteeBrowser(): TrusteeBrowser {
  const secret = randomBelow(group.q);
  const seed = createSeed();
  const works: Record<Task['step'], (input: string) => unknown> = {
    key(input) {
      decode(input, nothing);
      return publicKeyOf(group, secret);
    },
    certificate: () => certificateOf(group, seed),
    polynomial(input) {
      const { certs, threshold } = decode(input, polynomialInput(group));
      return makePolynomial(group, seed, certs, threshold);
    },
    share(input) {
      const { certs, vinput, threshold } = decode(input, shareInput(group));
      return makeVoutput(group, seed, certs, vinput, threshold);
    },
    decryption(input) {
      const { election, tally, sealed } = decode(input, decryptionInput(group));
      const key = sealed === null ? secret : openDecryptionKey(group, seed, sealed);
      return partialDecryption(openElection(election, openssl), tally, key);
    },
  };
  return { work: ({ step, input }) => encode(works[step](input)) };
}

/** A voter's browser. */
export interface VoterBrowser {
  /** The public part of a credential for the election. */
  credential(uuid: string): string;
  /** @param choices as `choicesOf` gives them */
  ballot(election: string, choices: number[][]): string;
}

/** @param kept a credential from before */
export function createVoterBrowser(kept = createCredential()): VoterBrowser {
  return {
    credential: (uuid) => String(publicCredential(group, uuid, kept)),
    ballot: (election, choices) => encryptBallot(contextOf(election), kept, choices),
  };
}

/** Tables of the last election's key are kept: a test holds many voters in one process. */
let last: { election: string; context: ReturnType<typeof openElection> } | undefined;
function contextOf(election: string) {
  if (last?.election !== election)
    last = { election, context: openElection(election, { ...openssl, uses: 1000 }) };
  return last.context;
}
