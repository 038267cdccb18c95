import type { TFunction } from 'i18next';
import { draftProblem } from '../../../../models/voting/drafts.ts';
import { verifiableProblem } from '../../../../models/voting/encrypted-paper.ts';
import { type Problems, errorTitle } from '../../../primitives/problems.ts';
import type { ErrorCode } from '../../../../models/errors.ts';
import { ruleFaults } from '../../../primitives/rules/rule-faults.ts';
import {
  type PollForm,
  type PollSetting,
  filledOptions,
  holdingOf,
  limits,
  paperOf,
  rulesOf,
  secrecyOf,
} from './poll-form.ts';

type Words = TFunction<['polls', 'rules', 'elections']>;
type Fields = Record<string, string>;

/** What keeps a poll from being saved, by field; nothing when all is well. */
export function checkPoll(form: PollForm, setting: PollSetting, t: Words): Problems | undefined {
  const fields: Fields = {
    ...(form.question.trim() === '' && { question: t('editor.questionNeeded') }),
    ...(form.kind !== 'motion' && optionFaults(form, t)),
    ...limitFaults(form, t),
    ...(asksSecretChair(form, setting) && { secrecy: t('tieInSecret', { ns: 'rules' }) }),
    ...trusteeFaults(form, setting, t),
    ...(form.binding && ownRuleFaults(form, t)),
  };
  return Object.keys(fields).length > 0 ? { fields } : undefined;
}

/** Whether a tie would be decided by the chair's vote, which nobody knows in a secret ballot. */
export function asksSecretChair(form: PollForm, setting: PollSetting): boolean {
  const ruleSet = rulesOf(form, setting);
  if (ruleSet === undefined || secrecyOf(form, setting) === 'open') return false;
  const { binding } = form;
  const paper = { ...paperOf(form), min: 0, max: 1, seats: 0, options: anyTwo };
  return draftProblem({ paper, secrecy: 'secret', binding, ruleSet }) === 'chair_tie_in_secret';
}

/** Why the poll cannot have trustees; null when it can, or need not. */
export function trusteesProblem(form: PollForm, setting: PollSetting): ErrorCode | null {
  const ruleSet = rulesOf(form, setting);
  if (ruleSet === undefined || holdingOf(form, setting) !== 'verifiable') return null;
  const { binding } = form;
  return verifiableProblem({ paper: paperOf(form), secrecy: 'secret', binding, ruleSet });
}

/** One person who could open every ballot alone is no trustee. */
export const leastTrustees = 2;
const mostTrustees = 9;

function trusteeFaults(form: PollForm, setting: PollSetting, t: Words): Fields {
  if (holdingOf(form, setting) !== 'verifiable') return {};
  const problem = trusteesProblem(form, setting);
  const { personIds, needed } = form.trustees;
  const { length: count } = personIds;
  if (problem !== null) return { secrecy: errorTitle(problem) };
  if (count < leastTrustees || count > mostTrustees)
    return { trustees: t('prepare.trusteesRule', { ns: 'elections' }) };
  const isPossible = needed === null || (needed >= leastTrustees && needed <= count);
  return isPossible
    ? {}
    : { 'trustees.needed': t('prepare.neededRule', { ns: 'elections', count }) };
}

/** So that a paper which is not complete yet is no reason to keep quiet about ties. */
const anyTwo = [
  { key: 1, label: '', note: '' },
  { key: 2, label: '', note: '' },
];

/** How many options a paper of the kind has at least. */
export const leastOptions = (kind: PollForm['kind']): number =>
  kind === 'choose' || kind === 'ranked' ? 2 : 1;

function optionFaults(form: PollForm, t: Words): Fields {
  const filled = filledOptions(form);
  const least = leastOptions(form.kind);
  if (filled.length < least) return { options: t('editor.optionsNeeded', { count: least }) };
  const twice = twiceOf(filled.map(({ label, note }) => `${label} ${note}`.trim()));
  return twice === undefined ? {} : { options: t('editor.optionTwice', { name: twice }) };
}

/** The first that stands there twice, whatever its case; accents tell names apart. */
function twiceOf(labels: readonly string[]): string | undefined {
  const folded = labels.map((label) => label.normalize('NFC').toLocaleLowerCase('vi'));
  return labels.find((_label, at) => folded.indexOf(folded[at] ?? '') !== at);
}

function limitFaults(form: PollForm, t: Words): Fields {
  if (form.kind !== 'choose' && form.kind !== 'election') return {};
  const { min, max, seats } = limits(form);
  const count = Math.max(filledOptions(form).length, leastOptions(form.kind));
  return {
    ...(form.kind === 'election' && seats > count && { seats: t('editor.seatsRule', { count }) }),
    ...(max > count && { max: t('editor.maxRule', { count }) }),
    ...(min > max && { min: t('editor.minRule') }),
  };
}

function ownRuleFaults({ ownRules }: PollForm, t: Words): Fields {
  if (ownRules === null) return {};
  // That the poll is secret is told at its own field.
  const faults = Object.entries(ruleFaults({ ...ownRules.ruleSet, secrecy: 'open' }));
  return {
    ...(ownRules.reason.trim() === '' && { 'ownRules.reason': t('editor.reasonNeeded') }),
    ...Object.fromEntries(
      faults.map(([path, why]) => [`ownRules.ruleSet.${path}`, t(why, { ns: 'rules' })]),
    ),
  };
}
