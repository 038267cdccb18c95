import type { RuleSet } from '../../../models/contracts/rules.ts';
import type { PollOpening } from '../../../models/contracts/voting-acts.ts';
import { AppError } from '../../../models/errors.ts';
import type { OpenedAct } from '../../../models/voting/acts.ts';
import { draftProblem, openingProblem } from '../../../models/voting/drafts.ts';
import { verifiableProblem } from '../../../models/voting/encrypted-paper.ts';
import { quorumNeeded } from '../../../models/voting/fractions.ts';
import type { Caller } from '../../platform/caller.ts';
import { after } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { actorId } from '../acts.ts';
import { type BallotBox, verifiable } from '../verifiable/box.ts';
import type { VotingDeps } from '../deps.ts';
import { type Roll, rollNow } from '../roll/roll.ts';
import { insertVoters } from '../roll/roll-store.ts';
import { mayOpen } from '../rules.ts';
import type { Change } from './running-service.ts';
import { type PollRow, openPollOf } from '../store.ts';
import { rulesOf } from '../views.ts';

/** Puts the roll on record and says what opening changes. @throws AppError as `RunningService.open` */
export async function opening(
  deps: VotingDeps,
  tx: Db,
  caller: Caller,
  poll: PollRow,
  { revision, seconds, registeredOnly = false }: PollOpening,
  box: () => BallotBox,
): Promise<Change> {
  const { clock, meetings } = deps;
  const { id: pollId, meetingId } = poll;
  const { members, membersWeight } = await meetings.bodyRules(tx, meetingId);
  const ruleSet = await rulesOf(tx, meetings, poll);
  const now = await rollNow(deps, tx, poll, ruleSet);
  const encrypted = verifiable(poll);
  const roll = encrypted === null ? now : await rollOfBox(tx, poll, now, box(), registeredOnly);
  const quorum = { needed: quorumNeeded(members, ruleSet.quorum), present: roll.present };
  await refuseOpening(deps, tx, poll, revision, ruleSet, roll, quorum);
  await insertVoters(
    tx,
    roll.voters.map((voter) => ({ pollId, ...voter, addedReason: null })),
  );
  const election = encrypted && {
    ...(await box().freeze(tx, encrypted, ruleSet)),
    trustees: encrypted.trustees,
  };
  const at = clock.now();
  const endsAt = seconds === null ? null : after(at, seconds * 1000);
  const frozen = { ruleSet, members, membersWeight, quorum, endsAt, voters: roll.voters };
  const verifiably = election === null ? {} : { election };
  return {
    act: { type: 'opened', at, by: actorId(caller), ...wordingOf(poll), ...frozen, ...verifiably },
    fields: {
      state: 'open',
      ruleSet,
      members,
      membersWeight,
      present: roll.present,
      openedAt: at,
      endsAt,
    },
  };
}

/** Who has no credential is not on the roll, and no part of the quorum. */
async function rollOfBox(
  tx: Db,
  { id, binding }: PollRow,
  now: Roll,
  box: BallotBox,
  registeredOnly: boolean,
): Promise<Roll> {
  const voters = await box.rollOf(tx, id, now.voters, registeredOnly);
  return { voters, present: binding ? voters.length : Math.min(now.present, voters.length) };
}

function wordingOf(poll: PollRow) {
  const { meetingId, agendaItemId, number, question, paper, secrecy, binding } = poll;
  const { linkKind, linkedPollId, ownRulesReason } = poll;
  const link =
    linkKind === null || linkedPollId === null ? null : { kind: linkKind, pollId: linkedPollId };
  const wording = { meetingId, agendaItemId, number, question, paper, secrecy, binding, link };
  return { ledgerId: poll.id, ...wording, ownRulesReason };
}

async function refuseOpening(
  { meetings }: VotingDeps,
  tx: Db,
  poll: PollRow,
  seen: number,
  ruleSet: RuleSet,
  { voters }: Roll,
  quorum: OpenedAct['quorum'],
): Promise<void> {
  const { state, revision, meetingId, paper, secrecy, binding } = poll;
  const refusal = mayOpen({
    state,
    revision,
    seen,
    meeting: await meetings.stateOf(tx, meetingId),
    anotherOpen: (await openPollOf(tx, meetingId)) !== null,
    binding,
    quorumReached: quorum.present >= quorum.needed,
    ruleSet,
  });
  if (refusal !== null) throw new AppError(refusal, refusal === 'no_quorum' ? quorum : undefined);
  // The body's rules may have changed since the poll was drafted.
  const problem =
    draftProblem({ paper, secrecy, binding, ruleSet }) ??
    (poll.trustees === null ? null : verifiableProblem({ paper, secrecy, binding, ruleSet })) ??
    openingProblem({ secrecy, binding, ruleSet, voters });
  if (problem !== null) throw new AppError(problem);
}
