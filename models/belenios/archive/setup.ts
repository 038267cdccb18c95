import { type ElectionContext, openElection } from '../ballot.ts';
import { type PublicCredential, readCredentials } from '../credentials.ts';
import type { GroupOptions } from '../group.ts';
import { FormatError, decode, encode, listOf, text } from '../json.ts';
import { areElements } from '../membership.ts';
import { type Election, readSetupData } from '../messages.ts';
import { sha256Hex } from '../hash.ts';
import { type TrusteeKind, jointKey, readTrustees } from '../trustees.ts';
import type { ArchivedEvent } from './events.ts';

/** The payload of the event Setup and what it refers to (section 4.10). */

export interface Setup {
  context: ElectionContext;
  trustees: TrusteeKind[];
  voters: PublicCredential[];
}

const UUID = /^[1-9A-HJ-NP-Za-km-z]{14,}$/;

/** The four data of the event Setup, in the order of the archive. */
export function encodeSetup(
  election: string,
  trustees: readonly TrusteeKind[],
  credentials: readonly string[],
): string[] {
  const texts = [election, encode(trustees), encode(credentials)] as const;
  const [first, second, third] = texts;
  const references = {
    election: sha256Hex(first),
    trustees: sha256Hex(second),
    credentials: sha256Hex(third),
  };
  return [...texts, encode(references)];
}

function checkElection({ uuid }: Election): void {
  if (!UUID.test(uuid)) throw new FormatError('uuid: not an identifier of an election');
}

function checkVoters({ group }: ElectionContext, voters: readonly PublicCredential[]): void {
  if (new Set(voters.map(({ credential }) => credential)).size !== voters.length) {
    throw new FormatError('a credential is there twice');
  }
  const credentials = voters.map(({ credential }) => credential);
  if (areElements(group, credentials)) return;
  const outside = credentials.findIndex((credential) => !group.contains(credential));
  throw new FormatError(`[${outside}]: not an element of the group`);
}

/** Says in what part of the set-up something is wrong. */
function part<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FormatError ? new FormatError(`${name}: ${error.message}`) : error;
  }
}

/**
 * Reads the set-up of an election without the checks that take time, which follow.
 * @throws {FormatError}
 */
export function readSetup({ data }: ArchivedEvent, options: GroupOptions): Setup {
  const [election, trustees, credentials, setup] = data;
  if (!election || !trustees || !credentials || !setup) throw new FormatError('data are missing');
  const names = part('setup', () => decode(setup.text, readSetupData));
  const named =
    names.election === election.hash &&
    names.trustees === trustees.hash &&
    names.credentials === credentials.hash;
  if (!named) throw new FormatError('setup: refers to other data');
  const context = part('election', () => openElection(election.text, options));
  part('election', () => checkElection(context.election));
  const lines = part('credentials', () => canonicalLines(credentials.text));
  return {
    context,
    trustees: part('trustees', () => decode(trustees.text, readTrustees(context.group))),
    voters: lines,
  };
}

/** Lines are read into numbers, so their canonical form is that of the strings. */
function canonicalLines(json: string): PublicCredential[] {
  return readCredentials(decode(json, listOf(text)), '');
}

/** Whether the trustees' keys are sound and make the election's (sections 3.1.1, 4.6, 4.7). @throws {FormatError} */
export function checkKeys({ context, trustees }: Setup): void {
  const key = part('trustees', () => jointKey(context.group, trustees));
  if (key !== context.election.public_key) {
    throw new FormatError('election: public_key is not the key that the trustees make together');
  }
}

/** Whether all credentials are different elements of the group (sections 3.1 and 4.8). @throws {FormatError} */
export function checkCredentials({ context, voters }: Setup): void {
  part('credentials', () => checkVoters(context, voters));
}
