import { type FaultOfBallot, decodeBallot } from '../ballot.ts';
import { type Shares, decrypt, sharesSuffice, verifyPartial } from '../decryption.ts';
import type { GroupOptions } from '../group.ts';
import { FormatError, decode } from '../json.ts';
import { type Ballot, readOwned, readPartialDecryption } from '../messages.ts';
import { decodeResult, resultMatches } from '../result.ts';
import { encodeTally, lastBallots, tallyOf, type TallyAccumulator } from '../tally.ts';
import { verificationKeys } from '../trustees.ts';
import { type CheckBallots, describe, faultsOf, powersFor } from './ballots.ts';
import { type Archive, type ArchivedEvent, type EventType, readArchive } from './events.ts';
import { type Setup, checkCredentials, checkKeys, readSetup } from './setup.ts';

/** All checks of section 3.5 on an archive. */

export type FindingCode =
  | 'archive'
  | 'order'
  | 'setup'
  | 'ballot'
  | 'credential'
  | FaultOfBallot['fault']
  | 'tally'
  | 'partial-decryption'
  | 'result'
  | 'unfinished';

/** What is wrong, and where. */
export interface Finding {
  code: FindingCode;
  /** Height of the event; absent where it is the archive as a whole. */
  event?: number;
  message: string;
}

export interface VerifyOptions extends Pick<GroupOptions, 'power' | 'sha256'> {
  checkBallots?: CheckBallots | undefined;
  /** Accept an election that still runs: what is there must be right, but it need not have a result. */
  unfinished?: boolean | undefined;
}

export interface Verdict {
  ok: boolean;
  errors: Finding[];
}

/** For each event those that may come next. */
const NEXT: Partial<Record<EventType, readonly EventType[]>> = {
  Setup: ['Ballot', 'EndBallots'],
  Ballot: ['Ballot', 'EndBallots'],
  EndBallots: ['EncryptedTally'],
  EncryptedTally: ['PartialDecryption'],
  PartialDecryption: ['PartialDecryption', 'Result'],
  Result: [],
};

function checkOrder({ events }: Archive, unfinished: boolean): Finding[] {
  let allowed: readonly EventType[] = ['Setup'];
  for (const { type, height } of events) {
    if (!allowed.includes(type)) {
      const message = `${type} where ${allowed.join(' or ') || 'nothing'} may come`;
      return [{ code: 'order', event: height, message }];
    }
    allowed = NEXT[type] ?? [];
  }
  if (events.length === 0) return [{ code: 'archive', message: 'there is no event' }];
  if (allowed.length === 0 || unfinished) return [];
  return [{ code: 'unfinished', message: 'there is no result yet' }];
}

/** Runs a check that says by a FormatError what is wrong. */
function attempt<T>(code: FindingCode, event: number, errors: Finding[], check: () => T): T | null {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    errors.push({ code, event, message: error.message });
    return null;
  }
}

const textOf = ({ data }: ArchivedEvent, at: number) => data.at(at)?.text ?? '';

/** Sections 3.5.1 and 4.15. */
async function checkBallots(
  { context, voters }: Setup,
  electionText: string,
  events: readonly ArchivedEvent[],
  check: CheckBallots,
  meanwhile: () => void,
): Promise<{ ballots: Ballot[]; errors: Finding[] }> {
  const texts = events.map((event) => textOf(event, -1));
  const checked = check(electionText, texts);
  meanwhile();
  const found = await checked;
  const known = new Set(voters.map(({ credential }) => credential));
  const errors: Finding[] = [];
  const ballots: Ballot[] = [];
  for (const [index, { height }] of events.entries()) {
    const fault = found[index];
    if (fault) {
      errors.push({ code: fault.fault, event: height, message: describe(fault) });
      continue;
    }
    const ballot = decodeBallot(context, texts[index] ?? '');
    if (known.has(ballot.credential)) ballots.push(ballot);
    else
      errors.push({
        code: 'credential',
        event: height,
        message: 'a ballot of nobody’s credential',
      });
  }
  return { ballots, errors };
}

/** Section 4.16: the tally must be, to the byte, that of the ballots. */
function checkTally(tally: TallyAccumulator, event: ArchivedEvent): Finding[] {
  const [encrypted, sized] = encodeTally(tally);
  const errors: Finding[] = [];
  const { height } = event;
  if (textOf(event, 0) !== encrypted) {
    const message = 'the encrypted tally is not the product of the ballots';
    errors.push({ code: 'tally', event: height, message });
  }
  if (textOf(event, 1) !== sized) {
    const message = 'the number of ballots or their weight is wrong';
    errors.push({ code: 'tally', event: height, message });
  }
  return errors;
}

/** Section 4.18: whose the share is, and that its proofs hold. */
function checkShares(
  { context, trustees }: Setup,
  tally: TallyAccumulator,
  events: readonly ArchivedEvent[],
  errors: Finding[],
): Shares {
  const keys = verificationKeys(trustees);
  const shares = new Map<number, ReturnType<typeof readShare>>();
  const readShare = (json: string) => decode(json, readPartialDecryption(context.group));
  for (const event of events) {
    attempt('partial-decryption', event.height, errors, () => {
      const { owner, payload } = decode(textOf(event, 1), readOwned);
      if (payload !== event.data[0]?.hash) throw new FormatError('refers to other data');
      const key = keys[owner - 1];
      if (key === undefined) throw new FormatError(`there is no trustee ${owner}`);
      if (shares.has(owner)) throw new FormatError(`trustee ${owner} has decrypted already`);
      const share = readShare(textOf(event, 0));
      if (!verifyPartial(context, tally.encrypted(), key, share)) {
        throw new FormatError(`the proofs of trustee ${owner} are wrong`);
      }
      shares.set(owner, share);
    });
  }
  return shares;
}

/** Section 4.19. */
function checkResult(
  { context, trustees }: Setup,
  tally: TallyAccumulator,
  shares: Shares,
  event: ArchivedEvent,
  errors: Finding[],
): void {
  attempt('result', event.height, errors, () => {
    const counts = decodeResult(textOf(event, -1));
    if (!sharesSuffice(context, trustees, shares)) {
      throw new FormatError('too few trustees have decrypted');
    }
    const decrypted = decrypt(context, tally.encrypted(), trustees, shares);
    if (!resultMatches(context.group, decrypted, counts)) {
      throw new FormatError('the result is not what the trustees decrypted');
    }
  });
}

/** What one thread does where no other is given the ballots. */
const checkHere = (setup: Setup): CheckBallots => {
  return async (_election, ballots) => faultsOf(setup.context, ballots);
};

async function verifyEvents({ events }: Archive, options: VerifyOptions): Promise<Finding[]> {
  const errors: Finding[] = [];
  const of = (type: EventType) => events.filter((event) => event.type === type);
  const [first] = events;
  if (!first) return errors;
  const here = options.checkBallots ? 1 : of('Ballot').length;
  const setup = attempt('setup', 0, errors, () => {
    const read = readSetup(first, { ...options, uses: powersFor(here) });
    checkKeys(read);
    return read;
  });
  if (!setup) return errors;
  const checked = await checkBallots(
    setup,
    textOf(first, 0),
    of('Ballot'),
    options.checkBallots ?? checkHere(setup),
    () => attempt('setup', 0, errors, () => checkCredentials(setup)),
  );
  errors.push(...checked.errors);
  // What follows would only repeat that a ballot or the set-up is wrong.
  if (errors.length > 0) return errors;
  const tally = tallyOf(setup.context, lastBallots(checked.ballots), setup.voters);
  errors.push(...of('EncryptedTally').flatMap((event) => checkTally(tally, event)));
  const shares = checkShares(setup, tally, of('PartialDecryption'), errors);
  for (const event of of('Result')) checkResult(setup, tally, shares, event, errors);
  return errors;
}

/**
 * Checks an election from its archive alone, from the first byte to the result.
 * @param bytes of a `.bel`
 * @returns what is wrong; never throws, whatever the bytes are
 */
export async function verifyArchive(
  bytes: Uint8Array,
  options: VerifyOptions = {},
): Promise<Verdict> {
  let archive: Archive;
  try {
    archive = readArchive(bytes, options.sha256);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { ok: false, errors: [{ code: 'archive', message: error.message }] };
  }
  const disorder = checkOrder(archive, options.unfinished === true);
  const misplaced = disorder.some(({ code }) => code !== 'unfinished');
  const errors = misplaced ? disorder : [...disorder, ...(await verifyEvents(archive, options))];
  return { ok: errors.length === 0, errors };
}
