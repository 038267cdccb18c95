import type { TFunction } from 'i18next';
import type { z } from 'zod';
import { type Slip, SlipDraft, type SlipItem } from '../../../../models/contracts/opinions.ts';
import { type Id, newId } from '../../../../models/ids.ts';
import { checkInput } from '../../../primitives/check-input.ts';
import type { Problems } from '../../../primitives/problems.ts';

export interface ItemRow {
  /** Tells rows apart while they come and go. */
  rowKey: string;
  question: string;
  kind: SlipItem['paper']['kind'];
  /** One option a line. */
  options: string;
  max: number | null;
}

export interface SlipForm {
  bodyId: Id | null;
  title: string;
  grounds: string;
  items: ItemRow[];
  who: 'all' | 'some';
  recipients: Id[];
  deadline: string | null;
  reminders: number[];
  notSecret: boolean;
}

/** Hours before the deadline that can be chosen. */
export const reminderHours = [72, 24, 4, 2, 1] as const;

export const newItemRow = (): ItemRow => ({
  rowKey: newId(),
  question: '',
  kind: 'motion',
  options: '',
  max: 1,
});

export const formOf = (slip: Slip | null): SlipForm =>
  slip === null
    ? {
        bodyId: null,
        title: '',
        grounds: '',
        items: [newItemRow()],
        who: 'all',
        recipients: [],
        deadline: null,
        reminders: [24, 2],
        notSecret: false,
      }
    : {
        bodyId: slip.bodyId,
        title: slip.title,
        grounds: slip.grounds,
        items: slip.items.map(rowOf),
        who: slip.chosen === null ? 'all' : 'some',
        recipients: slip.chosen ?? [],
        deadline: slip.deadline,
        reminders: slip.reminders,
        notSecret: slip.notSecret,
      };

const rowOf = ({ question, paper }: SlipItem): ItemRow => ({
  ...newItemRow(),
  question,
  kind: paper.kind,
  ...(paper.kind === 'choose' && {
    options: paper.options.map(({ label }) => label).join('\n'),
    max: paper.max,
  }),
});

/** Whether two forms say the same. */
export const sameForm = (one: SlipForm, other: SlipForm): boolean =>
  JSON.stringify(sentOf(one)) === JSON.stringify(sentOf(other));

/** As it is sent; what is missing is found by the check. */
export const sentOf = (form: SlipForm): z.input<typeof SlipDraft> => ({
  bodyId: form.bodyId ?? '',
  title: form.title,
  grounds: form.grounds,
  items: form.items.map(({ question, kind, options, max }) => ({
    question,
    paper:
      kind === 'motion'
        ? { kind }
        : {
            kind,
            options: linesOf(options).map((label, at) => ({ key: at + 1, label, note: '' })),
            min: 1,
            max: max ?? 1,
          },
  })),
  recipients: form.who === 'all' ? null : form.recipients,
  deadline: form.deadline ?? '',
  reminders: form.reminders,
  notSecret: form.notSecret,
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const checkForm = (form: SlipForm, t: TFunction<'opinions'>): Problems | undefined =>
  checkInput(SlipDraft, sentOf(form), {
    recipients: t('recipients'),
    'items.*.paper.options': t('optionsHelp'),
  });
