import { z } from 'zod';
import { type BallotPaper, pollKinds } from '../../../../models/contracts/ballots.ts';
import { RuleSetDraft, secrecies } from '../../../../models/contracts/rules.ts';
import { type MyPoll, type PollDraft, reveals } from '../../../../models/contracts/voting.ts';

/** In place of an item of the agenda, for a poll about none. */
export const noItem = 'none';

const OptionRow = z.object({ key: z.number(), label: z.string(), note: z.string() });
export type OptionRow = z.infer<typeof OptionRow>;

/** While names of answers are being typed, one may be empty for a moment. */
const RulesBeingTyped = z.custom<RuleSetDraft>((value) => {
  const shape = z.looseObject({ choices: z.looseObject({}) }).safeParse(value);
  if (!shape.success) return false;
  const choices = { ...shape.data.choices, words: null };
  return RuleSetDraft.safeParse({ ...shape.data, choices }).success;
});

/** A poll as it is being written; all kinds at once, so that trying another one loses nothing. */
export const PollForm = z.object({
  kind: z.enum(pollKinds),
  question: z.string(),
  /** Null for the item that the meeting deals with. */
  agendaItemId: z.string().nullable(),
  options: z.array(OptionRow),
  min: z.number().nullable(),
  max: z.number().nullable(),
  seats: z.number().nullable(),
  /** Null for what is usual in the body. */
  secrecy: z.enum(secrecies).nullable(),
  /** Whether a secret poll has trustees, who are kept while another way is tried. */
  verifiable: z.boolean().default(false),
  trustees: z
    .object({ personIds: z.array(z.string()), needed: z.number().nullable() })
    .default({ personIds: [], needed: null }),
  binding: z.boolean(),
  reveal: z.enum(reveals),
  /** The earlier poll that this one amends or repeats. */
  link: z.object({ kind: z.enum(['amends', 'repeats']), pollId: z.string() }).nullable(),
  ownRules: z.object({ ruleSet: RulesBeingTyped, reason: z.string() }).nullable(),
});
export type PollForm = z.infer<typeof PollForm>;

/** What is kept while it is not saved: the form, and which revision of the poll it began with; once none was named. */
export const KeptForm = PollForm.extend({ revision: z.number().default(0) }).transform(
  ({ revision, ...form }) => ({ form, revision }),
);
export type KeptForm = z.infer<typeof KeptForm>;

const blankRow = (key: number): OptionRow => ({ key, label: '', note: '' });

export const newForm: PollForm = {
  kind: 'motion',
  question: '',
  agendaItemId: null,
  options: [blankRow(1), blankRow(2)],
  min: null,
  max: null,
  seats: 1,
  secrecy: null,
  verifiable: false,
  trustees: { personIds: [], needed: null },
  binding: true,
  reveal: 'closing',
  link: null,
  ownRules: null,
};

/** A poll that stands, to be changed. */
export function formOf(poll: MyPoll): PollForm {
  const { paper, ruleSet, ownRulesReason, question, secrecy, binding, reveal, link } = poll;
  const { version: _version, ...rules } = ruleSet;
  return {
    ...newForm,
    ...limitsOf(paper),
    kind: paper.kind,
    question,
    agendaItemId: poll.agendaItemId ?? noItem,
    options: paper.kind === 'motion' ? newForm.options : paper.options,
    secrecy,
    verifiable: Boolean(poll.trustees),
    trustees: poll.trustees ?? newForm.trustees,
    binding,
    reveal,
    link,
    ownRules: ownRulesReason === null ? null : { ruleSet: rules, reason: ownRulesReason },
  };
}

function limitsOf(paper: BallotPaper): Partial<PollForm> {
  if (paper.kind === 'election') return { min: paper.min, max: paper.max, seats: paper.seats };
  return paper.kind === 'choose' ? { min: paper.min, max: paper.max } : {};
}

/** What a form leaves open, as it is around it. */
export interface PollSetting {
  /** The item that the meeting deals with. */
  currentItem: string | null;
  /** How the body decides now; undefined until that is known. */
  rules: RuleSetDraft | undefined;
}

/** Rows that say something, with keys in their order. */
export const filledOptions = ({ options }: PollForm): OptionRow[] =>
  options
    .filter(({ label }) => label.trim() !== '')
    .map(({ label, note }, at) => ({ key: at + 1, label: label.trim(), note: note.trim() }));

/** How many options may be marked: one of several, or as many as there are seats, unless said otherwise. */
export function limits({ kind, min, max, seats }: PollForm) {
  const isElection = kind === 'election';
  const most = max ?? (isElection ? (seats ?? 1) : 1);
  return { min: min ?? (isElection ? 0 : Math.min(1, most)), max: most, seats: seats ?? 1 };
}

export function paperOf(form: PollForm): BallotPaper {
  const options = filledOptions(form);
  const { min, max, seats } = limits(form);
  switch (form.kind) {
    case 'motion':
      return { kind: 'motion' };
    case 'choose':
      return { kind: 'choose', options, min, max };
    case 'election':
      return { kind: 'election', options, seats, min, max };
    default:
      return { kind: form.kind, options };
  }
}

export const secrecyOf = (form: PollForm, { rules }: PollSetting): PollDraft['secrecy'] =>
  form.secrecy ?? rules?.secrecy ?? 'open';

/** How votes are cast: named, by trusting the server, or by trusting trustees. */
type Holding = PollDraft['secrecy'] | 'verifiable';

export function holdingOf(form: PollForm, setting: PollSetting): Holding {
  const secrecy = secrecyOf(form, setting);
  return secrecy === 'secret' && form.verifiable ? 'verifiable' : secrecy;
}

/** By which rules the poll would be held. */
export const rulesOf = (form: PollForm, { rules }: PollSetting): RuleSetDraft | undefined =>
  form.ownRules?.ruleSet ?? rules;

export function itemOf({ agendaItemId }: PollForm, { currentItem }: PollSetting): string | null {
  if (agendaItemId === noItem) return null;
  return agendaItemId ?? currentItem;
}

/** A vote that everybody sees while it runs is not secret. */
export const revealOf = (form: PollForm, setting: PollSetting): PollDraft['reveal'] =>
  form.reveal === 'live' && secrecyOf(form, setting) === 'secret' ? 'closing' : form.reveal;

/** What is sent to the server. */
export function draftOf(form: PollForm, setting: PollSetting): PollDraft {
  const { question, binding, link, ownRules } = form;
  const secrecy = secrecyOf(form, setting);
  return {
    question,
    agendaItemId: itemOf(form, setting),
    paper: paperOf(form),
    secrecy,
    trustees: holdingOf(form, setting) === 'verifiable' ? form.trustees : null,
    binding,
    reveal: revealOf(form, setting),
    link,
    ownRules:
      ownRules && binding ? { ...ownRules, ruleSet: { ...ownRules.ruleSet, secrecy } } : null,
  };
}
