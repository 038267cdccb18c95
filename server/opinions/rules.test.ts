import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choice, standardChoices } from '../../models/contracts/ballots.ts';
import { silenceRules } from '../../models/contracts/rules.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { slipVerdicts } from '../../models/voting/slip-count.ts';
import { fileType, saysSecret } from './file-rules.ts';
import {
  agendaTitle,
  answerFaults,
  dueReminders,
  isOver,
  mayAnswer,
  mayClose,
  maySend,
  mayWithdraw,
  yearOf,
} from './rules.ts';

const hour = 3_600_000;
const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const instant = fc
  .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2030-01-01') })
  .map((at) => new Date(at).toISOString());
const shift = (at: string, by: number) => new Date(Date.parse(at) + by).toISOString();

describe('when', () => {
  test('[O1] answers are taken until the deadline and not a millisecond longer', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -hour, max: hour }), (deadline, by) => {
        const now = shift(deadline, by);
        const slip = { state: 'sent' as const, deadline, isRecipient: true, now };
        expect(mayAnswer(slip)).toBe(by < 0 ? null : 'slip_over');
        expect(isOver(deadline, now)).toBe(by >= 0);
      }),
    );
  });

  test('[O2] nobody answers who was not asked, whatever the state', () => {
    for (const state of ['draft', 'sent', 'closed', 'withdrawn'] as const)
      expect(
        mayAnswer({ state, deadline: '2026-03-04', isRecipient: false, now: '2026-03-01' }),
      ).toBe('slip_not_yours');
  });

  test('[O3] before the deadline a slip closes only when everyone has answered', () => {
    fc.assert(
      fc.property(instant, fc.nat(30), fc.nat(30), fc.boolean(), (deadline, a, b, late) => {
        const [answered, recipients] = [Math.min(a, b), Math.max(a, b)];
        const now = shift(deadline, late ? 0 : -1);
        const refusal = mayClose({ state: 'sent', deadline, recipients, answered, now });
        const expected = late || answered === recipients ? null : 'slip_awaits_answers';
        expect(refusal).toBe(expected);
      }),
    );
  });

  test('[O4] a slip goes out once, with at least ten minutes, and only when it is said not to be secret', () => {
    const slip = { state: 'draft', deadline: '2026-03-04T01:10:00.000Z', notSecret: true } as const;
    expect(maySend({ ...slip, now: '2026-03-04T01:00:00.000Z' })).toBeNull();
    expect(maySend({ ...slip, now: '2026-03-04T01:00:00.001Z' })).toBe('slip_deadline');
    expect(maySend({ ...slip, notSecret: false, now: '2026-03-01' })).toBe('slip_secret');
    expect(maySend({ ...slip, state: 'sent', now: '2026-03-01' })).toBe('slip_state');
  });

  test('[O5] what has a result, or is about to have one, is not withdrawn', () => {
    expect(mayWithdraw('sent', '2026-03-04', '2026-03-03')).toBeNull();
    expect(mayWithdraw('sent', '2026-03-04', '2026-03-04')).toBe('slip_over');
    expect(mayWithdraw('closed', '2026-03-04', '2026-03-03')).toBe('slip_state');
  });

  test('[O6] each reminder goes out once, at its hour, and none from before the sending', () => {
    fc.assert(
      fc.property(
        instant,
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 100 * hour }),
        fc.integer({ min: 0, max: 100 * hour }),
        (sentAt, hours, length, passed) => {
          const times = { deadline: shift(sentAt, length), sentAt, now: shift(sentAt, passed) };
          const due = dueReminders(hours, new Set(), times);
          for (const before of hours) {
            const at = length - before * hour;
            expect(due.includes(before)).toBe(at > 0 && at <= passed);
          }
          expect(dueReminders(hours, new Set(due), times)).toEqual([]);
        },
      ),
    );
  });

  test('[O7] slips are numbered by the year in Vietnam', () => {
    expect(yearOf('2026-12-31T16:59:59.999Z')).toBe(2026);
    expect(yearOf('2026-12-31T17:00:00.000Z')).toBe(2027);
  });
});

describe('what', () => {
  const items = [
    { key: 1, question: 'A', paper: { kind: 'motion' as const } },
    {
      key: 2,
      question: 'B',
      paper: {
        kind: 'choose' as const,
        min: 1,
        max: 1,
        options: [
          { key: 1, label: 'x', note: '' },
          { key: 2, label: 'y', note: '' },
        ],
      },
    },
  ];
  const rules = { ...peoplesCommitteeRules, version: 1 };
  const choice = { key: 1, marks: { kind: 'motion' as const, choice: 'for' as const } };
  const chosen = { key: 2, marks: { kind: 'choose' as const, chosen: [2] } };

  test('[O8] every item is answered once, in order, with marks that fit', () => {
    expect(answerFaults(items, rules, [choice, chosen])).toEqual([]);
    expect(answerFaults(items, rules, [choice])).toEqual(['answers']);
    expect(answerFaults(items, rules, [choice, choice])).toEqual(['answers.1.key']);
    expect(answerFaults(items, rules, [chosen, choice])).toHaveLength(2);
    const none = { ...chosen, marks: { ...chosen.marks, chosen: [] } };
    expect(answerFaults(items, rules, [choice, none])).toEqual(['answers.1.marks']);
    expect(answerFaults(items, rules, [choice, { ...chosen, marks: choice.marks }])).toEqual([
      'answers.1.marks',
    ]);
  });

  test('[O9] the agenda names the slip, in a line that an agenda can hold', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), (title) => {
        const text = agendaTitle({ number: 3, year: 2026, title });
        expect(text.length).toBeLessThanOrEqual(200);
        expect(text).toContain('phiếu số 3/2026');
      }),
    );
  });

  test('[O10] silence counts by the setting of the body, and is told apart from answers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...standardChoices)), { minLength: 1, maxLength: 25 }),
        fc.constantFrom(...silenceRules),
        (given, silence) => {
          const recipients = given.map((_, at) => ({
            personId: `p${at}`,
            weight: 1,
            isChair: at === 0,
          }));
          const answers = given.flatMap((one, at) =>
            one === null
              ? []
              : [
                  {
                    personId: `p${at}`,
                    answers: [{ key: 1, marks: { kind: 'motion' as const, choice: one } }],
                  },
                ],
          );
          const basis = {
            items: items.slice(0, 1),
            ruleSet: { ...rules, silence },
            members: given.length,
            membersWeight: given.length,
            recipients,
          };
          const [result] = slipVerdicts(basis, answers);
          const verdict = result?.verdict;
          if (verdict?.kind !== 'motion') throw new Error('no verdict');
          const real = (wanted: Choice) => given.filter((one) => one === wanted).length;
          const silent = given.filter((one) => one === null).length;
          expect(verdict.cast).toBe(given.length - silent);
          expect(verdict.notVoted).toBe(silent);
          expect(verdict.deemed).toBe(silence === 'not_voted' ? 0 : silent);
          expect(verdict.counts.for).toBe(real('for') + (silence === 'deemed_for' ? silent : 0));
          expect(verdict.counts.against).toBe(real('against'));
        },
      ),
    );
  });

  test('[O11] a slip that went to too few decides nothing', () => {
    const recipients = [{ personId: 'a', weight: 1, isChair: true }];
    const basis = { items: items.slice(0, 1), ruleSet: rules, members: 3, membersWeight: 3 };
    const answers = [{ personId: 'a', answers: [choice] }];
    const [result] = slipVerdicts({ ...basis, recipients }, answers);
    expect(result?.verdict).toMatchObject({ outcome: 'not_carried', decidedBy: 'no_quorum' });
  });
});

describe('which files', () => {
  test.each([
    'Tờ trình MẬT.pdf',
    'TỐI MẬT - to trinh.docx',
    'tuyệt mật.pdf',
    'Tuyet_mat_12.pdf',
    'TOIMAT.pdf',
    '12-MẬT-TTr.pdf',
    'Tờ trình MẬT.pdf'.normalize('NFD'),
  ])('[O12] %s says that it is secret', (name) => expect(saysSecret(name)).toBe(true));

  test.each([
    'Mật độ xây dựng khu A.pdf',
    'MẬT ĐỘ XÂY DỰNG.pdf',
    'Quy chế bảo mật.docx',
    'QUY CHẾ BẢO MẬT.docx',
    'Luật Bảo vệ bí mật nhà nước.pdf',
    'mat-bang.pdf',
    'Tờ trình số 12.pdf',
  ])('[O12] %s does not', (name) => expect(saysSecret(name)).toBe(false));

  test('[O13] a file is what its name says, by its first bytes', () => {
    expect(fileType('a.pdf', bytes('%PDF-1.7'))).toBe('application/pdf');
    expect(fileType('A.PDF', bytes('%PDF-1.7'))).toBe('application/pdf');
    expect(fileType('a.docx', bytes('PK\u0003\u0004'))).toContain('wordprocessing');
    expect(fileType('a.webp', bytes('RIFF1234WEBP'))).toBe('image/webp');
    expect(fileType('a.pdf', bytes('PK\u0003\u0004'))).toBeNull();
    expect(fileType('a.html', bytes('<html>'))).toBeNull();
    expect(fileType('pdf', bytes('%PDF-1.7'))).toBeNull();
    fc.assert(
      fc.property(fc.string(), fc.uint8Array(), (name, any) => {
        expect([null, 'string']).toContain(fileType(name, any) === null ? null : 'string');
      }),
    );
  });
});
