import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardChoices } from '../contracts/ballots.ts';
import { peoplesCommitteeRules, silenceRules } from '../contracts/rules.ts';
import { newId } from '../ids.ts';
import type { FaultCode } from './faults.ts';
import { checkLedger } from './ledger-check.ts';
import { type LedgerRow, sealed } from './ledger.ts';
import type { AnsweredAct, SentAct, SlipAct } from './slip-acts.ts';
import { slipVerdicts } from './slip-count.ts';

const ledgerId = newId();
const people = Array.from({ length: 5 }, newId);
const secretary = newId();
const second = newId();
const sentAt = '2026-03-02T01:00:00.000Z';
const during = '2026-03-03T01:00:00.000Z';
const deadline = '2026-03-04T01:00:00.000Z';

const sentWith = (silence: (typeof silenceRules)[number]): SentAct => ({
  type: 'slip_sent',
  ledgerId,
  at: sentAt,
  by: secretary,
  bodyId: newId(),
  number: 1,
  year: 2026,
  title: 'Giá đất',
  grounds: 'Gấp',
  items: [{ key: 1, question: 'Thông qua?', paper: { kind: 'motion' } }],
  files: [{ name: 'a.pdf', sha256: 'a'.repeat(64) }],
  ruleSet: { ...peoplesCommitteeRules, silence, version: 1 },
  members: people.length,
  membersWeight: people.length,
  deadline,
  recipients: people.map((personId, position) => ({
    personId,
    fullName: `Đại biểu ${position}`,
    office: '',
    isChair: position === 0,
    position,
    weight: 1,
  })),
});
const sent = sentWith('not_voted');

const answerOf = (
  personId: string,
  choice: (typeof standardChoices)[number],
  changes: Partial<AnsweredAct> = {},
): AnsweredAct => ({
  type: 'slip_answered',
  ledgerId,
  at: during,
  by: personId,
  personId,
  answers: [{ key: 1, marks: { kind: 'motion', choice }, opinion: null }],
  paper: null,
  ...changes,
});

const closeOf = (basis: SentAct, answers: readonly AnsweredAct[]): SlipAct => ({
  type: 'slip_closed',
  ledgerId,
  at: deadline,
  by: null,
  verdicts: slipVerdicts(basis, answers),
});

function chain(acts: readonly SlipAct[]): LedgerRow[] {
  const rows: LedgerRow[] = [];
  for (const act of acts) rows.push(sealed(rows.at(-1), act));
  return rows;
}
const faultsOf = (...acts: SlipAct[]): FaultCode[] =>
  checkLedger(chain(acts)).faults.map(({ code }) => code);

const [first = '', other = ''] = people;

const extended = (at: string, next: string): SlipAct => ({
  type: 'slip_extended',
  ledgerId,
  at,
  by: secretary,
  deadline: next,
  reason: 'Chờ số liệu',
});

describe('the record of an opinion slip', () => {
  test('[O50] holds when it tells what happened, whoever answered, changed or kept silent', () => {
    const answer = fc.tuple(fc.constantFrom(...people), fc.constantFrom(...standardChoices));
    fc.assert(
      fc.property(fc.array(answer), fc.constantFrom(...silenceRules), (given, silence) => {
        const basis = sentWith(silence);
        const answers = given.map(([personId, choice]) => answerOf(personId, choice));
        expect(faultsOf(basis, ...answers, closeOf(basis, answers))).toEqual([]);
      }),
    );
  });

  test('[O51] fails when the verdict is not what the answers give', () => {
    const answers = people.map((personId) => answerOf(personId, 'for'));
    expect(faultsOf(sent, ...answers, closeOf(sent, answers.slice(0, 2)))).toEqual(['verdict']);
  });

  test('[O52] fails for answers that cannot be', () => {
    const late = answerOf(first, 'for', { at: deadline });
    const stranger = answerOf(newId(), 'for');
    const inAnothersName = answerOf(first, 'for', { by: other });
    const [one] = answerOf(first, 'for').answers;
    const twice = answerOf(first, 'for', { answers: one === undefined ? [] : [one, one] });
    expect(faultsOf(sent, late)).toEqual(['too_late']);
    expect(faultsOf(sent, stranger)).toEqual(['not_on_roll']);
    expect(faultsOf(sent, inAnothersName)).toEqual(['wrong_caster']);
    expect(faultsOf(sent, twice)).toEqual(['marks']);
    expect(faultsOf(answerOf(first, 'for'))).toEqual(['not_opened']);
  });

  test('[O53] fails for paper that one person alone answers for, or that takes back what someone said', () => {
    const paper = { confirmedBy: second, scan: 'b'.repeat(64) };
    const entered = answerOf(first, 'for', { by: secretary, paper });
    expect(faultsOf(sent, entered, closeOf(sent, [entered]))).toEqual([]);
    const alone = { ...entered, paper: { ...paper, confirmedBy: secretary } };
    expect(faultsOf(sent, alone)).toEqual(['not_confirmed']);
    expect(faultsOf(sent, answerOf(first, 'against'), entered)).toEqual(['voted_before']);
  });

  test('[O55] has its deadline put off only before it has come, and only to a later time', () => {
    const later = '2030-01-01T00:00:00.000Z';
    const answer = answerOf(first, 'for', { at: deadline });
    const closed = { ...closeOf(sent, [answer]), at: later };
    expect(faultsOf(sent, extended(during, later), answer, closed)).toEqual([]);
    expect(faultsOf(sent, extended(during, later), { ...closed, at: deadline })).toContain(
      'too_early',
    );
    expect(faultsOf(sent, extended(deadline, later))).toEqual(['too_late']);
    expect(faultsOf(sent, extended(during, deadline))).toEqual(['too_early']);
  });

  test('[O54] ends once: at the deadline, earlier only by someone when all have answered', () => {
    const all = people.map((personId) => answerOf(personId, 'for'));
    const early = (answers: AnsweredAct[], by: string | null): SlipAct => ({
      ...closeOf(sent, answers),
      at: during,
      by,
    });
    expect(faultsOf(sent, ...all, early(all, secretary))).toEqual([]);
    expect(faultsOf(sent, ...all, early(all, null))).toEqual(['too_early']);
    expect(faultsOf(sent, early([], secretary))).toEqual(['too_early']);
    expect(faultsOf(sent, closeOf(sent, []), answerOf(first, 'for'))).toEqual(['after_close']);
    const withdrawn: SlipAct = {
      type: 'slip_withdrawn',
      ledgerId,
      at: during,
      by: secretary,
      reason: 'Thiếu',
    };
    expect(faultsOf(sent, withdrawn)).toEqual([]);
    expect(faultsOf(sent, withdrawn, closeOf(sent, []))).toEqual(['after_void']);
    expect(faultsOf(sent, sent)).toEqual(['opened_twice']);
  });
});
