import * as fc from 'fast-check';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import {
  type NamedBallot,
  type Verdict,
  standardChoices,
} from '../../../models/contracts/voting.ts';
import en from '../../locales/en/voting.ts';
import vi from '../../locales/vi/voting.ts';
import { chartOf, groupBallots, reasonOf } from './verdict-facts.ts';
import { ruleWords, verdictWords } from './verdict-words.ts';

const i18n = createInstance();
await i18n.init({
  resources: { vi: { voting: vi }, en: { voting: en } },
  ns: ['voting'],
  interpolation: { escapeValue: false },
});
const words = (language: 'vi' | 'en') => i18n.getFixedT(language, 'voting');

const carried: Verdict = {
  carried: true,
  counts: { for: 12, against: 3, abstain: 1 },
  notVoted: 1,
  members: 21,
  present: 17,
  quorum: { needed: 14, reached: true },
  denominator: { kind: 'all', size: 21 },
  needed: 11,
  tie: null,
  decidedBy: 'majority',
  ruleSet: { ...peoplesCommitteeRules, version: 3 },
};
const tied = (rule: 'chair' | 'not_carried', chairChoice: 'for' | 'against' | null): Verdict => ({
  ...carried,
  carried: chairChoice === 'for',
  counts: { for: 8, against: 8, abstain: 1 },
  notVoted: 0,
  tie: { rule, chairChoice },
  decidedBy: 'tie_rule',
});
const noQuorum: Verdict = {
  ...carried,
  carried: false,
  present: 12,
  quorum: { needed: 14, reached: false },
  decidedBy: 'no_quorum',
};

describe('verdictWords', () => {
  it('[verdict] says count, denominator, what was needed and the outcome', () => {
    const { headline, outcome } = verdictWords(words('vi'), carried);
    expect(`${headline} · ${outcome}`).toBe(
      'Tán thành 12/21 tổng số thành viên · cần 11 · ĐƯỢC THÔNG QUA',
    );
    const english = verdictWords(words('en'), carried);
    expect(`${english.headline} · ${english.outcome}`).toBe(
      'For 12/21 of all members · 11 needed · CARRIED',
    );
  });

  it('[verdict] explains a tie by the side of the chair', () => {
    const { reason } = verdictWords(words('vi'), tied('chair', 'for'));
    expect(reason).toContain('bằng nhau (8–8)');
    expect(reason).toContain('chủ tọa tán thành');
    expect(reasonOf(tied('chair', 'against'))).toBe('tieChairAgainst');
    expect(reasonOf(tied('chair', null))).toBe('tieChairNone');
    expect(reasonOf(tied('not_carried', null))).toBe('tieNotCarried');
  });

  it('[verdict] a tie that did not decide is not given as the reason', () => {
    const reached: Verdict = { ...tied('chair', 'against'), carried: true, decidedBy: 'majority' };
    expect(reasonOf(reached)).toBe('majorityCarried');
  });

  it('[verdict] names the figures of a missing quorum, not those of the majority', () => {
    expect(verdictWords(words('vi'), noQuorum).reason).toBe(
      'Không đủ thành viên có mặt khi mở biểu quyết: có 12/21, cần 14.',
    );
    expect(verdictWords(words('en'), noQuorum).reason).toContain('12/21, 14 needed');
  });

  it('[verdict] leaves no figure out of any sentence, in either language', () => {
    const all = [
      carried,
      noQuorum,
      tied('chair', 'for'),
      tied('chair', null),
      tied('not_carried', null),
    ];
    for (const verdict of all)
      for (const language of ['vi', 'en'] as const)
        expect(JSON.stringify(verdictWords(words(language), verdict))).not.toMatch(
          /\{\{|undefined/,
        );
  });
});

it('[rule] the ballot says what it takes', () => {
  expect(ruleWords(words('vi'), carried.ruleSet)).toBe(
    'Được thông qua khi có quá 1/2 tổng số thành viên tán thành.',
  );
});

const counts = fc.record({ for: fc.nat(500), against: fc.nat(500), abstain: fc.nat(500) });

describe('chartOf', () => {
  it('[chart] the bar in favour reaches the mark exactly when the count reaches what is needed', () => {
    fc.assert(
      fc.property(
        counts,
        fc.nat(500),
        fc.nat(1500),
        fc.integer({ min: 1, max: 900 }),
        (c, n, size, needed) => {
          const denominator = { kind: 'all', size } as const;
          const { bars, neededAt } = chartOf({
            ...carried,
            counts: c,
            notVoted: n,
            denominator,
            needed,
          });
          const inFavour = bars.find(({ id }) => id === 'for')?.length ?? -1;
          expect(inFavour >= neededAt).toBe(c.for >= needed);
        },
      ),
    );
  });

  it('[chart] no bar leaves the scale, and each keeps its own count', () => {
    fc.assert(
      fc.property(counts, fc.nat(500), fc.nat(1500), (c, notVoted, size) => {
        const denominator = { kind: 'valid', size } as const;
        const { bars, neededAt } = chartOf({ ...carried, counts: c, notVoted, denominator });
        expect(bars.map(({ count }) => count)).toEqual([c.for, c.against, c.abstain, notVoted]);
        for (const at of [neededAt, ...bars.map(({ length }) => length)]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

const ballots = fc.array(
  fc.record({
    personId: fc.uuid(),
    fullName: fc.string(),
    office: fc.string(),
    choice: fc.constantFrom(...standardChoices, null),
  }),
);

describe('groupBallots', () => {
  it('[open vote] everyone stands in exactly one group, the one of their own choice', () => {
    fc.assert(
      fc.property(ballots, (list: NamedBallot[]) => {
        const groups = groupBallots(list);
        expect(groups.map(({ group }) => group)).toEqual(['for', 'against', 'abstain', 'notVoted']);
        expect(groups.flatMap(({ people }) => people)).toHaveLength(list.length);
        for (const { group, people } of groups)
          for (const { choice } of people) expect(choice ?? 'notVoted').toBe(group);
      }),
    );
  });

  it('[open vote] each group keeps the order of the roll', () => {
    fc.assert(
      fc.property(ballots, (list: NamedBallot[]) => {
        for (const { people } of groupBallots(list)) {
          const places = people.map((person) => list.indexOf(person));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
