import * as fc from 'fast-check';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../../../models/contracts/rules.ts';
import { type MyPoll, PollDraft } from '../../../../models/contracts/voting.ts';
import { draftProblem } from '../../../../models/voting/drafts.ts';
import { newId } from '../../../../models/ids.ts';
import { pollKinds } from '../../../../models/contracts/ballots.ts';
import { asksSecretChair, checkPoll } from './poll-check.ts';
import { PollForm, draftOf, formOf, limits, newForm } from './poll-form.ts';
import { usualNeeded, usualTrustees } from './usual-trustees.ts';

const setting = { currentItem: null, rules: peoplesCommitteeRules };
// Without texts each key stands for itself, which says enough.
const i18n = createInstance();
await i18n.init({ lng: 'vi' });
const t = i18n.getFixedT<['polls', 'rules', 'elections']>('vi', ['polls', 'rules', 'elections']);
const check = (form: PollForm) => checkPoll(form, setting, t)?.fields;
const people = (...labels: string[]) =>
  labels.map((label, at) => ({ key: at + 1, label, note: '' }));
const motion: PollForm = { ...newForm, question: 'Thông qua kế hoạch?' };

describe('what a form leaves open', () => {
  it('[form] follows the meeting and its body until something else is chosen', () => {
    const around = {
      currentItem: newId(),
      rules: { ...peoplesCommitteeRules, secrecy: 'secret' as const },
    };
    expect(draftOf(motion, around)).toMatchObject({
      agendaItemId: around.currentItem,
      secrecy: 'secret',
    });
    expect(draftOf({ ...motion, agendaItemId: 'none', secrecy: 'open' }, around)).toMatchObject({
      agendaItemId: null,
      secrecy: 'open',
    });
  });

  it('[form] a secret ballot is never shown while it is open', () => {
    const form: PollForm = { ...motion, secrecy: 'secret', reveal: 'live' };
    expect(draftOf(form, setting).reveal).toBe('closing');
  });

  it('[form] as many may be marked as are elected, and one of several options', () => {
    expect(limits({ ...newForm, kind: 'election', seats: 3 })).toEqual({
      min: 0,
      max: 3,
      seats: 3,
    });
    expect(limits({ ...newForm, kind: 'choose' })).toMatchObject({ min: 1, max: 1 });
  });

  it('[form] empty lines are no options, and those that count are numbered in their order', () => {
    const options = [
      { key: 7, label: ' An ', note: '' },
      { key: 1, label: '', note: '' },
      { key: 3, label: 'Bình', note: ' Phó ' },
    ];
    expect(draftOf({ ...motion, kind: 'confidence', options }, setting).paper).toEqual({
      kind: 'confidence',
      options: [
        { key: 1, label: 'An', note: '' },
        { key: 2, label: 'Bình', note: 'Phó' },
      ],
    });
  });

  it('[form] a straw poll has no rules of its own', () => {
    const ownRules = { ruleSet: peoplesCommitteeRules, reason: 'x' };
    expect(draftOf({ ...motion, ownRules, binding: false }, setting).ownRules).toBeNull();
  });
});

describe('what keeps a poll from being saved', () => {
  it('[form] a question, options enough, and none twice', () => {
    expect(check(newForm)).toEqual({ question: 'editor.questionNeeded' });
    expect(check(motion)).toBeUndefined();
    const choose: PollForm = { ...motion, kind: 'choose', options: people('Một', '') };
    expect(check(choose)).toEqual({ options: 'editor.optionsNeeded' });
    expect(check({ ...choose, options: people('Một', 'một') })).toEqual({
      options: 'editor.optionTwice',
    });
  });

  it('[form] accents tell people apart', () => {
    const options = people('Nguyễn Vân An', 'Nguyễn Văn An');
    expect(check({ ...motion, kind: 'election', options })).toBeUndefined();
  });

  it('[form] more seats or marks than lines', () => {
    const form: PollForm = { ...motion, kind: 'election', options: people('An', 'Bình') };
    expect(check({ ...form, seats: 3 })).toEqual({
      seats: 'editor.seatsRule',
      max: 'editor.maxRule',
    });
    expect(check({ ...form, seats: 1, max: 1, min: 2 })).toEqual({ min: 'editor.minRule' });
  });

  it('[tie] the chair’s vote cannot decide a secret ballot; rules for this poll alone can help', () => {
    const secret: PollForm = { ...motion, secrecy: 'secret' };
    expect(asksSecretChair(motion, setting)).toBe(false);
    expect(asksSecretChair(secret, setting)).toBe(true);
    expect(check(secret)).toEqual({ secrecy: 'tieInSecret' });
    const ruleSet = { ...peoplesCommitteeRules, tie: 'not_carried' as const };
    expect(check({ ...secret, ownRules: { ruleSet, reason: 'Phiếu kín' } })).toBeUndefined();
    expect(check({ ...secret, ownRules: { ruleSet, reason: ' ' } })).toEqual({
      'ownRules.reason': 'editor.reasonNeeded',
    });
    expect(check({ ...secret, binding: false })).toBeUndefined();
    const confidence: PollForm = { ...secret, kind: 'confidence', options: people('An') };
    expect(check(confidence)).toBeUndefined();
  });
});

const trusted = (personIds: string[], needed: number | null = null): PollForm => ({
  ...motion,
  secrecy: 'secret',
  verifiable: true,
  binding: false,
  trustees: { personIds, needed },
});

describe('trustees', () => {
  const keepers = Array.from({ length: 10 }, () => newId());

  it('[trustees] two to nine, of whom two at least must open the result', () => {
    expect(check(trusted(keepers.slice(0, 2)))).toBeUndefined();
    expect(check(trusted(keepers.slice(0, 3), 2))).toBeUndefined();
    for (const few of [0, 1, 10])
      expect(check(trusted(keepers.slice(0, few)))).toEqual({ trustees: 'prepare.trusteesRule' });
    for (const needed of [1, 4])
      expect(check(trusted(keepers.slice(0, 3), needed))).toHaveProperty(['trustees.needed']);
  });

  it('[trustees] not where sums would not do', () => {
    const options = people('An', 'Bình');
    const ranked: PollForm = { ...trusted(keepers.slice(0, 2)), kind: 'ranked', options };
    expect(check(ranked)).toHaveProperty('secrecy');
    const ruleSet = { ...peoplesCommitteeRules, tie: 'not_carried' as const, weighted: true };
    const weighted: PollForm = {
      ...trusted(keepers.slice(0, 2)),
      binding: true,
      ownRules: { ruleSet, reason: 'x' },
    };
    expect(check(weighted)).toHaveProperty('secrecy');
    expect(check({ ...weighted, verifiable: false })).toBeUndefined();
  });

  it('[trustees] are kept while another way is tried, and not sent', () => {
    const open: PollForm = { ...trusted(keepers.slice(0, 3), 2), secrecy: 'open' };
    expect(draftOf(open, setting).trustees).toBeNull();
    expect(draftOf({ ...open, secrecy: 'secret' }, setting).trustees).toEqual(open.trustees);
  });

  it('[trustees] are the chair, whoever prepares it, and one more, until others are chosen', () => {
    const roles = ['guest', 'member', 'member', 'chair', 'member', null] as const;
    const candidates = roles.map((role, at) => ({ role, personId: keepers[at] ?? '' }));
    const [, first, second, chair, last, secretary] = keepers;
    expect(usualTrustees(candidates, last ?? '')).toEqual([chair, last, first]);
    expect(usualTrustees(candidates, secretary ?? '')).toEqual([chair, secretary, first]);
    expect(usualTrustees(candidates, 'administrator')).toEqual([chair, first, second]);
    expect([2, 3, 4, 5, 9].map(usualNeeded)).toEqual([2, 2, 3, 3, 5]);
  });
});

const label = fc.stringMatching(/^[A-Za-z ]{0,12}$/);
const forms = fc.record({
  kind: fc.constantFrom(...pollKinds),
  labels: fc.array(label, { maxLength: 6 }),
  min: fc.option(fc.nat(6)),
  max: fc.option(fc.integer({ min: 1, max: 6 })),
  seats: fc.integer({ min: 1, max: 6 }),
  secrecy: fc.constantFrom('open' as const, 'secret' as const),
  binding: fc.boolean(),
  verifiable: fc.boolean(),
  trustees: fc.record({
    personIds: fc.array(fc.constant(null).map(newId), { maxLength: 4 }),
    needed: fc.option(fc.integer({ min: 1, max: 4 })),
  }),
});

it('[form] what passes the check, the contract and the rules of the server take too', () => {
  fc.assert(
    fc.property(forms, ({ labels, ...rest }) => {
      const form: PollForm = { ...motion, ...rest, options: people(...labels) };
      if (check(form) !== undefined) return;
      const draft = draftOf(form, setting);
      expect(PollDraft.safeParse(draft).success).toBe(true);
      expect(draftProblem({ ...draft, ruleSet: peoplesCommitteeRules })).toBeNull();
    }),
  );
});

it('[form] a poll that stands comes back the same from the form', () => {
  fc.assert(
    fc.property(forms, ({ labels, ...rest }) => {
      const form: PollForm = { ...motion, ...rest, options: people(...labels) };
      if (check(form) !== undefined) return;
      const draft = draftOf(form, setting);
      const poll: MyPoll = {
        ...draft,
        id: newId(),
        meetingId: newId(),
        number: 1,
        revision: 0,
        state: 'draft',
        ruleSet: { ...peoplesCommitteeRules, version: 1 },
        ownRulesReason: null,
        openedAt: null,
        endsAt: null,
        closedAt: null,
        announcedAt: null,
        voidReason: null,
        voters: 0,
        cast: 0,
        verdict: null,
        ballots: null,
        votes: [],
      };
      expect(draftOf(formOf(poll), setting)).toEqual(draft);
    }),
  );
});

it('[draft] what is kept while a name of an answer is being typed is read again', () => {
  const words = { for: '', against: 'Không', abstain: 'Ý kiến khác' };
  const ruleSet = { ...peoplesCommitteeRules, choices: { abstain: true, words } };
  const form: PollForm = { ...motion, ownRules: { ruleSet, reason: '' } };
  const kept: unknown = JSON.parse(JSON.stringify(form));
  expect(PollForm.safeParse(kept).data).toEqual(form);
  expect(PollForm.safeParse({ ...form, ownRules: { ruleSet: {}, reason: '' } }).success).toBe(
    false,
  );
});
