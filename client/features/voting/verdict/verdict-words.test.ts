import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { BallotPaper } from '../../../../models/contracts/ballots.ts';
import type { Verdict } from '../../../../models/contracts/verdict.ts';
import commonEn from '../../../locales/en/common.ts';
import en from '../../../locales/en/verdict.ts';
import commonVi from '../../../locales/vi/common.ts';
import vi from '../../../locales/vi/verdict.ts';
import {
  carried,
  elected,
  judged,
  noQuorum,
  papers,
  ranked,
  ruleSet,
  tied,
} from '../testing/verdicts.ts';
import { reasonOf } from './verdict-facts.ts';
import { ruleWords, thresholdWords, verdictWords } from './verdict-words.ts';

const i18n = createInstance();
await i18n.init({
  resources: {
    vi: { verdict: vi, common: commonVi },
    en: { verdict: en, common: commonEn },
  },
  ns: ['verdict', 'common'],
  interpolation: { escapeValue: false },
});
const languages = ['vi', 'en'] as const;
type Language = (typeof languages)[number];

const wordsOf = (
  language: Language,
  verdict: Verdict,
  more: { binding?: boolean; state?: 'open' } = {},
) => {
  const common = i18n.getFixedT(language, 'common');
  const poll = {
    paper: papers[verdict.kind] as BallotPaper,
    binding: more.binding ?? true,
    ruleSet: verdict.ruleSet,
    state: more.state ?? ('closed' as const),
  };
  const t = i18n.getFixedT(language, 'verdict');
  return verdictWords({ t, choice: (_rules, choice) => common(choice) }, poll, verdict);
};

describe('verdictWords', () => {
  it('[verdict] says count, denominator, what was needed and the outcome', () => {
    const { headline, outcome } = wordsOf('vi', carried);
    expect(`${headline} · ${outcome}`).toBe(
      'Tán thành 12/21 tổng số thành viên · cần 11 · ĐƯỢC THÔNG QUA',
    );
    const english = wordsOf('en', carried);
    expect(`${english.headline} · ${english.outcome}`).toBe(
      'For 12/21 of all members · 11 needed · CARRIED',
    );
  });

  it('[verdict] explains a tie by the side of the chair, or by the second ballot that it asks for', () => {
    const { reason } = wordsOf('vi', tied('chair', 'for'));
    expect(reason).toContain('bằng nhau (8–8)');
    expect(reason).toContain('chủ tọa tán thành');
    expect(reasonOf(tied('chair', 'against'))).toBe('tieChairAgainst');
    expect(reasonOf(tied('chair', null))).toBe('tieChairNone');
    expect(reasonOf(tied('not_carried', null))).toBe('tieNotCarried');
    expect(wordsOf('vi', tied('second_ballot', null)).outcome).toBe('CẦN BIỂU QUYẾT LẠI');
  });

  it('[verdict] a tie that did not decide is not given as the reason', () => {
    const reached: Verdict = {
      ...tied('chair', 'against'),
      outcome: 'carried',
      decidedBy: 'majority',
    };
    expect(reasonOf(reached)).toBe('majorityCarried');
  });

  it('[verdict] names the figures of a missing quorum, not those of the majority', () => {
    expect(wordsOf('vi', noQuorum).reason).toBe(
      'Không đủ thành viên có mặt khi mở biểu quyết: có 12/21, cần 14.',
    );
    expect(wordsOf('en', noQuorum).reason).toContain('12/21, 14 needed');
  });

  it('[verdict] reads out who was elected in the order of votes, and how many seats are filled', () => {
    expect(wordsOf('vi', elected).headline).toBe('Trúng cử 2/2: Chi, An · cần 11 phiếu');
    const half: Verdict = {
      ...elected,
      outcome: 'not_carried',
      decidedBy: 'tie_rule',
      options: elected.options.map((one) => ({ ...one, passed: one.key === 3 })),
      tied: [1, 2],
    };
    expect(wordsOf('vi', half).headline).toBe('Trúng cử 1/2: Chi · cần 11 phiếu');
    expect(wordsOf('vi', half).reason).toContain('An, Bình');
  });

  it("[verdict] says whether the chair's ballot settled a tie at the last place", () => {
    const settled: Verdict = { ...elected, decidedBy: 'tie_rule', tied: [1, 2] };
    expect(reasonOf(settled)).toBe('tiedChair');
    const options = elected.options.map((one) => ({ ...one, passed: one.key === 3 }));
    expect(reasonOf({ ...settled, options })).toBe('tiedChairNone');
    const second: Verdict = { ...ranked, decidedBy: 'tie_rule', tied: [1, 2] };
    expect(reasonOf(second)).toBe('tiedChair');
    const alone = { ...second, winner: null, rounds: ranked.rounds.slice(0, 1) };
    expect(reasonOf(alone)).toBe('tiedChairNone');
  });

  it('[verdict] names who has so much low confidence that something follows', () => {
    const { reason } = wordsOf('vi', judged);
    expect(reason).toBe('Cần xem xét: Bình (Mức cảnh báo), Chi (Mức xem xét miễn nhiệm).');
    const [an] = judged.options;
    expect(reasonOf({ ...judged, options: an ? [an] : [] })).toBe('noConsequences');
  });

  it('[verdict] says in which count somebody was chosen', () => {
    expect(wordsOf('vi', ranked).headline).toBe('Được chọn: Bình');
    expect(reasonOf(ranked)).toBe('secondRound');
    expect(reasonOf({ ...ranked, rounds: ranked.rounds.slice(0, 1) })).toBe('firstRound');
  });

  it('[straw poll] never speaks of anything as carried', () => {
    const straw: Verdict = { ...carried, outcome: 'recorded', decidedBy: 'not_binding' };
    expect(wordsOf('vi', straw, { binding: false }).outcome).toBe('KẾT QUẢ THĂM DÒ');
    const leading: Verdict = {
      ...elected,
      outcome: 'recorded',
      decidedBy: 'not_binding',
      options: elected.options.map((one) => ({ ...one, passed: false })),
    };
    expect(wordsOf('vi', leading, { binding: false }).headline).toBe('Nhiều phiếu nhất: Chi');
  });

  it('[reveal] a count so far is never called a result', () => {
    for (const verdict of [carried, noQuorum, elected, judged, ranked])
      expect(wordsOf('vi', verdict, { state: 'open' }).outcome).toBe('TẠM TÍNH');
  });

  it('[verdict] leaves no figure out of any sentence, in either language', () => {
    const all = [
      carried,
      { ...carried, needed: null },
      noQuorum,
      tied('chair', 'for'),
      tied('chair', null),
      tied('not_carried', null),
      elected,
      { ...elected, kind: 'choose' as const },
      judged,
      ranked,
      { ...ranked, winner: null, outcome: 'not_carried' as const },
    ];
    for (const verdict of all)
      for (const language of languages)
        expect(JSON.stringify(wordsOf(language, verdict))).not.toMatch(/\{\{|undefined/);
  });
});

describe('ruleWords', () => {
  const t = i18n.getFixedT('vi', 'verdict');

  it('[rule] the ballot says what it takes', () => {
    const motion = { paper: papers.motion, binding: true, ruleSet };
    expect(ruleWords(t, motion)).toBe(
      'Được thông qua khi có quá 1/2 tổng số thành viên tán thành.',
    );
    expect(ruleWords(t, { ...motion, binding: false })).toContain('tham khảo');
    const relative = { ...ruleSet, threshold: { kind: 'relative' as const } };
    expect(ruleWords(t, { ...motion, ruleSet: relative })).toContain('nhiều hơn');
  });

  it('[rule] all of all is told as unanimity, not as a fraction', () => {
    const whole = { numerator: 1, denominator: 1 };
    expect(thresholdWords(t, { kind: 'at_least', fraction: whole })).toBe('toàn bộ');
  });

  it('[rule] leaves nothing out for any kind of paper', () => {
    for (const paper of Object.values(papers))
      for (const language of languages)
        expect(
          ruleWords(i18n.getFixedT(language, 'verdict'), {
            paper: paper as BallotPaper,
            binding: true,
            ruleSet,
          }),
        ).not.toMatch(/\{\{|undefined/);
  });
});
