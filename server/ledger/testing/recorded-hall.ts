import { join } from 'node:path';
import type { LedgerDifference } from '../../../models/contracts/ledger.ts';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { loadKeys } from '../../platform/keys.ts';
import { type VotingHall, openVotingHall } from '../../testing/voting-hall.ts';
import { checkDatabase } from '../check.ts';
import { type Tamper, copyOf, readTampered, running } from './tampered-store.ts';

/** Polls of every state, with every kind of row that the record knows. */
export interface RecordedHall {
  hall: VotingHall;
  ids: Record<'open' | 'secret' | 'voided' | 'running' | 'runningSecret', string>;
  member(index: number): string;
  /**
   * What is found after someone had the file in their hands.
   * @param keys known to be the server's, in place of its own
   */
  after(tamper: Tamper, keys?: readonly string[]): Promise<LedgerDifference[]>;
  /** The same after one statement, which must change something. */
  afterRunning(sql: string, ...values: unknown[]): Promise<LedgerDifference[]>;
}

export async function openRecordedHall(): Promise<RecordedHall> {
  const { hall, ids } = await holdPolls();
  const file = copyOf(hall.dataDir);
  const { signingKeys } = loadKeys(join(hall.dataDir, 'master.key'));
  const own = signingKeys.map(({ publicKey }) => publicKey);
  const { isOwnBallot } = hall.ledger;
  const after: RecordedHall['after'] = async (tamper, knownKeys = own) => {
    const { differences, ok } = await readTampered(file, tamper, (db) =>
      checkDatabase({ db, now: '', knownKeys, isOwnBallot }),
    );
    if (ok !== (differences.length === 0)) throw new Error('ok with differences');
    return differences;
  };
  return {
    hall,
    ids,
    member: (index) => hall.memberIds[index] ?? '',
    after,
    afterRunning: (sql, ...values) => after(running(sql, ...values)),
  };
}

async function holdPolls(): Promise<Pick<RecordedHall, 'hall' | 'ids'>> {
  const ruleSet = { ...peoplesCommitteeRules, changeable: true, delegationsEach: 1 };
  const hall = await openVotingHall(8, ruleSet);
  await hall.checkIn([0, 1, 2, 3, 4, 5]);
  const { voting, meetingId } = hall;
  const ids = { open: '', secret: '', voided: '', running: '', runningSecret: '' };
  const [secretary, chair] = [hall.secretary, hall.chair];
  const [, , second = '', third = '', , , , absent = ''] = hall.memberIds;
  const delegation = { fromPersonId: absent, toPersonId: second, basis: 'Giấy ủy quyền 01' };
  await voting.delegate(secretary(), meetingId, delegation);

  ids.open = await hall.openedPoll({ reveal: 'announcing' });
  await hall.cast(ids.open, 0, 'for');
  await hall.cast(ids.open, 1, 'against');
  await hall.cast(ids.open, 1, 'for');
  await hall.give(ids.open, 2, { kind: 'motion', choice: 'for' }, { for: 7 });
  await voting.enter(secretary(), meetingId, ids.open, third, {
    kind: 'motion',
    choice: 'abstain',
  });
  const { entries } = await voting.turnout(secretary(), meetingId, ids.open);
  await voting.decide(chair(), meetingId, ids.open, entries[0]?.id ?? '', true);
  await hall.checkIn([6]);
  await voting.addVoter(chair(), meetingId, ids.open, hall.memberIds[6] ?? '', 'Đến muộn');
  await voting.setEnd(chair(), meetingId, ids.open, 600);
  await voting.close(chair(), meetingId, ids.open);
  await voting.announce(chair(), meetingId, ids.open);

  ids.secret = await secretPoll(hall);
  await hall.cast(ids.secret, 0, 'for');
  await hall.cast(ids.secret, 1, 'against');
  await voting.close(chair(), meetingId, ids.secret);
  ids.voided = await hall.openedPoll();
  await hall.cast(ids.voided, 4, 'for');
  await voting.void(chair(), meetingId, ids.voided, 'Sai câu hỏi');
  ids.runningSecret = await secretPoll(hall);
  await hall.cast(ids.runningSecret, 5, 'for');
  await voting.void(chair(), meetingId, ids.runningSecret, 'Thử');
  ids.running = await hall.openedPoll();
  await hall.cast(ids.running, 0, 'for');
  await hall.cast(ids.running, 1, 'for');
  await hall.newPoll();
  return { hall, ids };
}

/** Secret polls do not ask for the chair's side. */
async function secretPoll(hall: VotingHall): Promise<string> {
  const ruleSet = { ...peoplesCommitteeRules, delegationsEach: 1, tie: 'not_carried' as const };
  const ownRules = { ruleSet, reason: 'Bỏ phiếu kín' };
  return hall.openedPoll({ secrecy: 'secret', ownRules });
}
