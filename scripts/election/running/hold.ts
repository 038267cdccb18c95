import { trackerOf } from '../../../models/belenios/ballot.ts';
import type { Marks } from '../../../models/contracts/ballots.ts';
import {
  castEncrypted,
  doTrusteeStep,
  getElection,
  getElectionFile,
  registerCredential,
} from '../../../models/contracts/elections.ts';
import { type MyPoll, createPoll, listPolls } from '../../../models/contracts/voting.ts';
import { closePoll, openPoll } from '../../../models/contracts/voting-acts.ts';
import { choicesOf } from '../../../models/voting/encrypted-paper.ts';
import {
  type TrusteeBrowser,
  type VoterBrowser,
  createTrusteeBrowser,
  createVoterBrowser,
} from '../../../server/testing/election-browser.ts';
import type { Gathering } from './meeting.ts';
import { type Person, createPerson } from './person.ts';
import { type Plan, randomMarks } from './plan.ts';

export interface Held {
  uuid: string;
  bel: Uint8Array;
  /** How many ballots were given, those that others replaced among them. */
  given: number;
  /** What was voted, as the result should have it. */
  expected: number[][];
  poll: MyPoll;
}

/** So many browsers at work at the same moment. */
const together = 24;

async function forEach<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values();
  const runOn = async () => {
    for (const one of queue) await run(one);
  };
  await Promise.all(Array.from({ length: together }, runOn));
}

interface Voter {
  person: Person;
  browser: VoterBrowser;
  last: Marks | null;
}
interface Trustee {
  person: Person;
  browser: TrusteeBrowser;
}
type Where = { meetingId: string; pollId: string };

/** @param say is told how far it is */
export async function holdElection(
  url: string,
  gathering: Gathering,
  plan: Plan,
  say: (what: string) => void,
): Promise<Held> {
  const { meetingId, members, secretary } = gathering;
  const office = createPerson(url, secretary.cookie);
  const voters = members.map(({ cookie }): Voter => {
    return { person: createPerson(url, cookie), browser: createVoterBrowser(), last: null };
  });
  const [chair, ...others] = members.map((one, at) => ({
    ...one,
    person: voters[at]?.person ?? office,
  }));
  const keepers = [...(chair ? [chair] : []), { ...secretary, person: office }, ...others];
  const { of, needed } = plan.threshold ?? { of: Math.min(3, keepers.length), needed: null };
  const trustees = keepers.slice(0, of);
  const draft = draftOf(plan, { personIds: trustees.map(({ personId }) => personId), needed });
  const { id: pollId, revision } = await office.call(createPoll, { meetingId }, draft);
  const where = { meetingId, pollId };
  try {
    const browsers = trustees.map(({ person }) => ({ person, browser: createTrusteeBrowser() }));
    await work(where, browsers);
    say(`khóa của ${of} người · key of ${of} trustees`);
    await register(where, voters);
    say(`${voters.length} mã bỏ phiếu · credentials`);
    await office.call(openPoll, where, { revision, seconds: null });
    const given = await vote(where, voters, plan);
    say(`${given} phiếu · ballots`);
    const poll = await office.call(closePoll, where);
    // With a threshold the first ones stay away.
    await work(where, browsers.slice(needed === null ? 0 : of - needed));
    const { uuid } = await office.call(getElection, where);
    const bel = await office.download(getElectionFile, where);
    const { items } = await office.call(listPolls, { meetingId });
    const decided = items.find(({ id }) => id === pollId) ?? poll;
    return { uuid, bel, given, expected: expectedOf(voters, poll), poll: decided };
  } finally {
    for (const { person } of voters) person.leave();
    office.leave();
  }
}

const draftOf = ({ paper }: Plan, trustees: { personIds: string[]; needed: number | null }) => ({
  question: 'Bỏ phiếu kín kiểm chứng được',
  agendaItemId: null,
  paper,
  secrecy: 'secret' as const,
  trustees,
  binding: true,
  reveal: 'closing' as const,
  link: null,
  ownRules: null,
});

/** Each trustee does what is due, until nothing is. */
async function work(where: Where, trustees: readonly Trustee[]): Promise<void> {
  for (let isBusy = true; isBusy;) {
    isBusy = false;
    for (const { person, browser } of trustees) {
      const election = await person.call(getElection, where);
      const { task, uuid } = election;
      if (task === null) continue;
      const record = () => person.download(getElectionFile, where);
      const payload = await browser.work(election, task, record);
      await person.call(doTrusteeStep, where, { uuid, step: task.step, payload });
      isBusy = true;
    }
  }
}

async function register(where: Where, voters: readonly Voter[]): Promise<void> {
  await forEach(voters, async ({ person, browser }) => {
    const { uuid } = await person.call(getElection, where);
    const credential = browser.credential(uuid);
    await person.act(registerCredential, { ...where, uuid, credential });
  });
}

/** @returns how many ballots were given */
async function vote(where: Where, voters: readonly Voter[], { paper, revotes }: Plan) {
  const again = voters.slice(0, revotes);
  const { items } = (await voters[0]?.person.call(listPolls, where)) ?? { items: [] };
  const rules = items.find(({ id }) => id === where.pollId)?.ruleSet;
  if (rules === undefined) throw new Error('voters do not see the poll');
  const cast = async (voter: Voter) => {
    const { setup } = await voter.person.call(getElection, where);
    const marks = randomMarks(paper);
    const ballot = voter.browser.ballot(setup?.election ?? '', choicesOf(paper, rules, marks));
    const { tracker } = await voter.person.act(castEncrypted, { ...where, ballot });
    if (tracker !== trackerOf(ballot)) throw new Error('the server names another ballot');
    voter.last = marks;
  };
  await forEach(voters, cast);
  await forEach(again, cast);
  return voters.length + again.length;
}

function expectedOf(voters: readonly Voter[], { paper, ruleSet }: MyPoll): number[][] {
  const sums: number[][] = [];
  for (const { last } of voters) {
    const rows = last === null ? [] : choicesOf(paper, ruleSet, last);
    for (const [at, row] of rows.entries())
      sums[at] = row.map((value, place) => value + (sums[at]?.[place] ?? 0));
  }
  return sums;
}
