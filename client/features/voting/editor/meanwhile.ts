import { hashKey } from '@tanstack/react-query';
import type { PollDraft } from '../../../../models/contracts/voting.ts';
import { type PollForm, type PollSetting, draftOf } from './poll-form.ts';

const parts = [
  'agendaItemId',
  'secrecy',
  'trustees',
  'reveal',
  'binding',
  'link',
  'ownRules',
] as const satisfies readonly (keyof PollDraft)[];

export type Part = (typeof parts)[number] | 'question' | 'kind' | 'options';

const isOther = (one: unknown, other: unknown): boolean => hashKey([one]) !== hashKey([other]);

/** In what another form of a poll differs, once each is saved as it is. */
export function partsThatDiffer(mine: PollForm, theirs: PollForm, setting: PollSetting): Part[] {
  const [a, b] = [draftOf(mine, setting), draftOf(theirs, setting)];
  const isOtherKind = a.paper.kind !== b.paper.kind;
  return [
    ...(isOther(asSaved(a), asSaved(b)) ? (['question'] as const) : []),
    ...(isOtherKind ? (['kind'] as const) : []),
    ...(!isOtherKind && isOther(a.paper, b.paper) ? (['options'] as const) : []),
    ...parts.filter((part) => isOther(a[part], b[part])),
  ];
}

const asSaved = ({ question }: PollDraft): string => question.normalize('NFC').trim();
