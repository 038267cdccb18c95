import { openElection } from '../ballot.ts';
import { readCredentials } from '../credentials.ts';
import { base64Of } from '../hash.ts';
import { decode, listOf, text } from '../json.ts';
import { type Question, readBallot } from '../messages.ts';
import { type Counts, decodeResult } from '../result.ts';
import { readTrustees } from '../trustees.ts';
import type { Archive, ArchivedEvent, EventType } from './events.ts';

/** What an archive that was verified tells, for people to read. */

/** A ballot of the record. */
export interface ListedBallot {
  tracker: string;
  /** Height of its event. */
  event: number;
  /** The tracker of a later ballot of the same credential, the last one, which counts in its stead. */
  replacedBy: string | null;
}

export interface Report {
  name: string;
  uuid: string;
  fingerprint: string;
  questions: Question[];
  /** Groups of trustees: of `of` people `needed` decrypt. Who must take part stands alone: 1 of 1. */
  trustees: { needed: number; of: number }[];
  /** Credentials that may vote. */
  credentials: number;
  ballots: ListedBallot[];
  /** - `voting`: ballots may still come; - `counting`: no result yet; - `decided`: it is whole. */
  state: 'voting' | 'counting' | 'decided';
  decryptions: number;
  /** For each question how often each value was chosen, blank votes first where they are allowed; null before the result. */
  counts: Counts | null;
  /** Seconds since 1970. */
  openedAt: number;
  /** SHA-256 of the last event: names all that the record holds, in its order. */
  head: string;
}

function listBallots(events: readonly ArchivedEvent[], credentialOf: (json: string) => bigint) {
  const ballots = events.map(({ height, data }) => {
    const [{ hash, text: json } = { hash: '', text: '' }] = data;
    return { tracker: base64Of(hash), event: height, credential: credentialOf(json) };
  });
  const last = new Map(ballots.map(({ credential, tracker }) => [credential, tracker]));
  return ballots.map(({ tracker, event, credential }): ListedBallot => {
    const counting = last.get(credential) ?? tracker;
    return { tracker, event, replacedBy: counting === tracker ? null : counting };
  });
}

/**
 * Reads what an archive tells; checks nothing.
 * @throws {FormatError} when `verifyArchive` has not found it right
 */
export function reportOf({ events, head }: Archive): Report {
  const of = (type: EventType) => events.filter((event) => event.type === type);
  const [election = '', trustees = '', credentials = ''] =
    events[0]?.data.map(({ text: json }) => json) ?? [];
  const context = openElection(election);
  const { name, uuid, questions } = context.election;
  const ballot = readBallot(context.group);
  const [result] = of('Result');
  return {
    name,
    uuid,
    questions,
    fingerprint: context.fingerprint,
    trustees: decode(trustees, readTrustees(context.group)).map(([kind, one]) =>
      kind === 'Pedersen' ? { needed: one.threshold, of: one.certs.length } : { needed: 1, of: 1 },
    ),
    credentials: readCredentials(decode(credentials, listOf(text)), '').length,
    ballots: listBallots(of('Ballot'), (json) => decode(json, ballot).credential),
    state: result ? 'decided' : of('EndBallots').length > 0 ? 'counting' : 'voting',
    decryptions: of('PartialDecryption').length,
    counts: result ? decodeResult(result.data[0]?.text ?? '') : null,
    openedAt: head.timestamp,
    head: head.hash ?? '',
  };
}
