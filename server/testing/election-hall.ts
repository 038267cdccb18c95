import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Marks } from '../../models/contracts/ballots.ts';
import type { MyElection } from '../../models/contracts/elections.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import type { PollDraft } from '../../models/contracts/voting.ts';
import type { Id } from '../../models/ids.ts';
import { choicesOf } from '../../models/voting/encrypted-paper.ts';
import { type ElectionsService, createElectionsService } from '../elections/service.ts';
import type { SentFile } from '../platform/send-file.ts';
import {
  type TrusteeBrowser,
  type VoterBrowser,
  createTrusteeBrowser,
  createVoterBrowser,
} from './election-browser.ts';
import { type VotingHall, openVotingHall } from './voting-hall.ts';

/** A hall whose members hold verifiable secret ballots; the first ones are the trustees. */
export interface ElectionHall extends VotingHall {
  elections: ElectionsService;
  /** As the secretary, or a member, sees it. */
  view(pollId: Id, member?: number): Promise<MyElection>;
  /** A draft with trustees. */
  drafted(options?: Drafted): Promise<Id>;
  /** Each trustee does what is due until nothing is, or only those named. */
  trusteesWork(pollId: Id, places?: readonly number[]): Promise<void>;
  registerAll(pollId: Id, members: readonly number[]): Promise<void>;
  register(pollId: Id, member: number, credential?: string): Promise<unknown>;
  encrypted(pollId: Id, member: number, marks: Marks): Promise<string>;
  vote(pollId: Id, member: number, marks: Marks): Promise<{ tracker: string }>;
  openIt(pollId: Id, registeredOnly?: boolean): Promise<unknown>;
  closeIt(pollId: Id): Promise<unknown>;
  record(pollId: Id): Promise<Buffer>;
  browsers: { trustees: TrusteeBrowser[]; voters: VoterBrowser[] };
  /** The capability anew, on what lies on the disk. */
  restarted(): void;
}

interface Drafted extends Partial<PollDraft> {
  of?: number;
  needed?: number | null;
}

export async function openElectionHall(members: number): Promise<ElectionHall> {
  const rules = { ...peoplesCommitteeRules, tie: 'not_carried' as const };
  const hall = await openVotingHall(members, rules);
  const { meetingId, memberIds, secretary, member, voting } = hall;
  let elections = createElectionsService(hall);
  const browsers = {
    trustees: memberIds.map(() => createTrusteeBrowser()),
    voters: memberIds.map(() => createVoterBrowser()),
  };
  const callerOf = (index?: number) => (index === undefined ? secretary() : member(index));
  const view: ElectionHall['view'] = (pollId, index) =>
    elections.election(callerOf(index), meetingId, pollId);
  const voter = (index: number): VoterBrowser => browsers.voters[index] ?? createVoterBrowser();
  const encrypted: ElectionHall['encrypted'] = async (pollId, index, marks) => {
    const { items } = await voting.list(secretary(), meetingId);
    const poll = items.find(({ id }) => id === pollId);
    const { setup } = await view(pollId, index);
    if (poll === undefined || setup === null) throw new Error('the poll is not open');
    return voter(index).ballot(setup.election, choicesOf(poll.paper, poll.ruleSet, marks));
  };
  const register: ElectionHall['register'] = async (pollId, index, credential) => {
    const { uuid } = await view(pollId, index);
    const given = credential ?? voter(index).credential(uuid);
    return elections.register(member(index), { meetingId, pollId, uuid, credential: given });
  };
  const record: ElectionHall['record'] = async (pollId) =>
    bytesOf(await elections.file(secretary(), meetingId, pollId));
  return {
    ...hall,
    get elections() {
      return elections;
    },
    browsers,
    view,
    drafted: ({ of = 3, needed = null, ...draft } = {}) => {
      const trustees = { personIds: memberIds.slice(0, of), needed };
      return hall.newPoll({ secrecy: 'secret', trustees, ...draft });
    },
    async trusteesWork(pollId, places) {
      for (let busy = true; busy;) {
        busy = false;
        for (const index of memberIds.keys()) {
          if (places !== undefined && !places.includes(index)) continue;
          const election = await view(pollId, index);
          const step = await stepOf(browsers.trustees[index], election, () => record(pollId));
          if (step === null) continue;
          await elections.step(member(index), meetingId, pollId, step);
          busy = true;
        }
      }
    },
    register,
    async registerAll(pollId, some) {
      for (const index of some) await register(pollId, index);
    },
    encrypted,
    async vote(pollId, index, marks) {
      const ballot = await encrypted(pollId, index, marks);
      return elections.cast(member(index), { meetingId, pollId, ballot });
    },
    openIt: (pollId, registeredOnly = false) =>
      voting.open(secretary(), meetingId, pollId, { revision: 0, seconds: null, registeredOnly }),
    closeIt: (pollId) => voting.close(secretary(), meetingId, pollId),
    record,
    restarted() {
      const before = elections;
      elections = createElectionsService(hall);
      void before.close();
    },
    async close() {
      await elections.close();
      await hall.close();
    },
  };
}

/** What a trustee's browser makes of the task that is due; null where none is. */
async function stepOf(
  trustee: TrusteeBrowser | undefined,
  election: MyElection,
  record: () => Promise<Buffer>,
) {
  const { task, uuid } = election;
  if (task === null) return null;
  const payload = await trustee?.work(election, task, record);
  if (payload === undefined) throw new Error('no such trustee');
  return { uuid, step: task.step, payload };
}

const bytesOf = (file: SentFile): Promise<Buffer> =>
  buffer('open' in file ? file.open() : Readable.from([]));
