import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BallotPaper, Choice, Marks } from '../../contracts/ballots.ts';
import type { LedgerFile, LedgerSignature } from '../../contracts/ledger.ts';
import { peoplesCommitteeRules } from '../../contracts/rules.ts';
import { type Id, newId } from '../../ids.ts';
import type { OpenedAct, PollAct, SecretBallot, Voter } from '../acts.ts';
import { ledgerFile } from '../ledger-file.ts';
import { type LedgerRow, sealed } from '../ledger.ts';
import { signedText } from '../signed-text.ts';
import { type GivenBallot, verdictOf } from '../verdict.ts';

// Polls as they may happen, for tests of what checks them.

export const ledgerId = newId();
const meetingId = newId();
/** The first presides; the last is absent and lets the second vote. */
export const people = [newId(), newId(), newId(), newId()] as const;
const [chair, second, third, absent] = people;
export const secretary = newId();
const at = '2026-03-02T02:00:00.000Z';
export const later = '2026-03-02T02:10:00.000Z';
export const rules = { ...peoplesCommitteeRules, delegationsEach: 1, version: 1 };
const motion: BallotPaper = { kind: 'motion' };

const voterAt = (personId: Id, position: number): Voter => ({
  personId,
  fullName: `Đại biểu ${position}`,
  office: '',
  isChair: position === 0,
  position,
  weight: 1,
  castBy: personId === absent ? second : null,
});

export const opened = (fields: Partial<OpenedAct> = {}): OpenedAct => ({
  type: 'opened',
  ledgerId,
  at,
  by: secretary,
  meetingId,
  agendaItemId: null,
  number: 1,
  question: 'Thông qua?',
  paper: motion,
  secrecy: 'open',
  binding: true,
  link: null,
  ruleSet: rules,
  ownRulesReason: null,
  members: 4,
  membersWeight: 4,
  quorum: { needed: 3, present: 3 },
  endsAt: null,
  voters: people.map(voterAt),
  ...fields,
});

export const marksOf = (choice: Choice): Marks => ({ kind: 'motion', choice });
type Cast = Extract<PollAct, { type: 'cast' }>;
export const cast = (personId: Id, choice: Choice, fields: Partial<Cast> = {}): Cast => ({
  type: 'cast',
  ledgerId,
  at,
  by: personId,
  personId,
  marks: marksOf(choice),
  confirmedBy: null,
  ...fields,
});
export const voted = (personId: Id, by = personId): PollAct => ({
  type: 'voted',
  ledgerId,
  by,
  personId,
});

/** The close with the verdict that rules and ballots give. */
export function closed(
  opening: OpenedAct,
  ballots: readonly GivenBallot[],
  secret: SecretBallot[] | null = null,
): Extract<PollAct, { type: 'closed' }> {
  const { present } = opening.quorum;
  const verdict = verdictOf({ ...opening, present, ballots });
  return { type: 'closed', ledgerId, at: later, by: secretary, ballots: secret, verdict };
}
export const announced: PollAct = { type: 'announced', ledgerId, at: later, by: secretary };
export const voided: PollAct = {
  type: 'voided',
  ledgerId,
  at: later,
  by: secretary,
  reason: 'Sai nội dung',
};

/** An open poll: two for, one of them by delegation, one against entered by hand. */
export function openPollActs(): PollAct[] {
  const opening = opened();
  const ballots = [
    cast(chair, 'for'),
    cast(third, 'against', { by: secretary, confirmedBy: chair }),
    cast(absent, 'for', { by: second }),
  ];
  return [opening, ...ballots, closed(opening, ballots), announced];
}

/** A secret poll in which two have voted. */
export function secretPollActs(): PollAct[] {
  const opening = opened({ secrecy: 'secret' });
  const ballots = [
    { ballotId: '3b0b6a52-6ac4-4f3c-9a35-1f2b6f0f9d11', marks: marksOf('for'), weight: 1 },
    { ballotId: 'c2d45b0e-8b1f-4a52-8f0e-5f0a7c6e2b42', marks: marksOf('abstain'), weight: 1 },
  ];
  return [opening, voted(chair), voted(absent, second), closed(opening, ballots, ballots)];
}

/** Seals acts one after the other, as whoever can write to the database could. */
export const ledgerOf = (acts: readonly PollAct[]): LedgerRow[] =>
  acts.reduce<LedgerRow[]>((rows, act) => [...rows, sealed(rows.at(-1), act)], []);

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** A server's key, from a seed, with which it signs. */
export function keyOf(seed: number) {
  const secret = new Uint8Array(32).fill(seed);
  const bytes = ed25519.getPublicKey(secret);
  const publicKey = base64url(bytes);
  const keyId = bytesToHex(sha256(bytes)).slice(0, 16);
  return {
    publicKey,
    keyId,
    sign({ sequence, hash }: LedgerRow): LedgerSignature {
      const said = { sequence, hash, signedAt: later };
      const text = utf8ToBytes(signedText(ledgerId, said));
      const signature = base64url(ed25519.sign(text, secret));
      return { ...said, keyId, publicKey, signature };
    },
  };
}

const isSigned = ({ type }: PollAct) => ['closed', 'announced', 'voided'].includes(type);

/** The file of a record as a server gives it: signed at the close and with all that came after. */
export function fileOf(acts: readonly PollAct[], key = keyOf(1)): LedgerFile {
  const rows = ledgerOf(acts);
  const signatures = rows.filter((_, place) => acts[place] && isSigned(acts[place]));
  return ledgerFile(
    ledgerId,
    rows,
    signatures.map((row) => key.sign(row)),
  );
}
