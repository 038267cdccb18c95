import type { RuleSet } from '../../../models/contracts/rules.ts';
import type { Id } from '../../../models/ids.ts';
import type { Voter } from '../../../models/voting/acts.ts';
import type { Db } from '../../platform/database.ts';
import type { PollRow } from '../store.ts';

/** A poll with trustees, whose ballots are kept elsewhere, encrypted. */
export interface VerifiablePoll extends Pick<
  PollRow,
  'id' | 'meetingId' | 'question' | 'paper' | 'state' | 'reveal' | 'announcedAt'
> {
  trustees: NonNullable<PollRow['trustees']>;
}

/** What the capability that keeps encrypted ballots does at each turn of a poll; all in the transaction of the turn. */
export interface BallotBox {
  /** A draft was made or changed: with trustees there is an election from now on, without there is none any more. */
  prepared(tx: Db, poll: Pick<PollRow, 'id' | 'meetingId' | 'trustees'>): Promise<void>;
  removed(tx: Db, pollId: Id): Promise<void>;
  /**
   * Who of those present can be on the roll.
   * @param registeredOnly whether the chair decides to open without those who have no credential
   * @throws AppError `election_keys_missing`, `voters_not_registered` with their number, `trustees_not_delegated`
   */
  rollOf(tx: Db, pollId: Id, voters: readonly Voter[], registeredOnly: boolean): Promise<Voter[]>;
  /** Freezes key, credentials and wording. */
  freeze(
    tx: Db,
    poll: VerifiablePoll,
    ruleSet: RuleSet,
  ): Promise<{ uuid: string; fingerprint: string }>;
  /** Whether ballots are still taken. */
  isVoting(db: Db, pollId: Id): Promise<boolean>;
  /** Takes no more ballots and adds up what there is. @throws AppError `poll_not_open` */
  end(tx: Db, pollId: Id): Promise<void>;
  /** After the transaction: something that a turn changed is to be told. */
  told(poll: Pick<PollRow, 'id' | 'meetingId'>): void;
}

/** Until another capability offers its box, polls with trustees are refused as a defect. */
export interface BoxPlace {
  put(box: BallotBox): void;
  get(): BallotBox;
}

export function createBoxPlace(): BoxPlace {
  let place: BallotBox | undefined;
  return {
    put: (box) => void (place = box),
    get() {
      if (place === undefined) throw new Error('nobody keeps encrypted ballots here');
      return place;
    },
  };
}

/** The poll as one with trustees; null when it has none. */
export const verifiable = (poll: PollRow): (PollRow & VerifiablePoll) | null =>
  poll.trustees === null ? null : { ...poll, trustees: poll.trustees };
