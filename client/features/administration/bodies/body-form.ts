import type { TFunction } from 'i18next';
import {
  type Body,
  BodyDraft,
  type BodyRole,
  createBody,
  listBodies,
  updateBody,
} from '../../../../models/contracts/meetings.ts';
import { type RuleSetDraft, peoplesCommitteeRules } from '../../../../models/contracts/rules.ts';
import type { Id } from '../../../../models/ids.ts';
import { checkInput } from '../../../primitives/check-input.ts';
import type { Problems } from '../../../primitives/problems.ts';
import { ruleFaults } from '../../../primitives/rules/rule-faults.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';

export interface MemberRow {
  personId: Id;
  role: BodyRole;
  /** What the vote counts where the rules weigh votes. */
  weight: number;
}

export interface BodyForm {
  name: string;
  organisationId: Id | null;
  members: MemberRow[];
  ruleSet: RuleSetDraft;
}

export function draftOf(body: Body | null): BodyForm {
  if (body === null)
    return { name: '', organisationId: null, members: [], ruleSet: peoplesCommitteeRules };
  const { version: _version, ...ruleSet } = body.ruleSet;
  const members = body.members.map(({ personId, role, weight }) => ({ personId, role, weight }));
  return { name: body.name, organisationId: body.organisationId, members, ruleSet };
}

const fractions = [
  'quorum',
  'threshold.fraction',
  'confidence.warning.fraction',
  'confidence.removal.fraction',
];

export function checkBody(
  draft: BodyForm,
  t: TFunction<['planning', 'rules']>,
): Problems | undefined {
  const tooLarge = t('fractionRule', { ns: 'rules' });
  const found = checkInput(BodyDraft, draft, {
    name: t('bodies.nameRule'),
    members: t('bodies.membersRule'),
    ...Object.fromEntries(
      fractions.flatMap((path) =>
        ['numerator', 'denominator'].map((part) => [`ruleSet.${path}.${part}`, tooLarge]),
      ),
    ),
  });
  const faults = Object.entries(ruleFaults(draft.ruleSet));
  const fields = {
    ...found?.fields,
    ...(draft.members.length > 0 && !hasOneChair(draft.members) && { members: t('oneChair') }),
    ...Object.fromEntries(
      faults.map(([path, why]) => [`ruleSet.${path}`, t(why, { ns: 'rules' })]),
    ),
  };
  return Object.keys(fields).length > 0 ? { fields } : undefined;
}

export const hasOneChair = (people: readonly { role: string }[]): boolean =>
  people.filter(({ role }) => role === 'chair').length === 1;

/** Gives someone a role; a new chair takes the place of the old one. */
export const withRole = <R extends { personId: Id; role: string }>(
  rows: readonly R[],
  personId: Id,
  role: R['role'],
): R[] =>
  rows.map((row) => {
    if (row.personId === personId) return { ...row, role };
    return role === 'chair' && row.role === 'chair' ? { ...row, role: 'member' } : row;
  });

export const withWeight = (rows: readonly MemberRow[], personId: Id, weight: number): MemberRow[] =>
  rows.map((row) => (row.personId === personId ? { ...row, weight } : row));

export function useBodyRoutes() {
  const create = useMutationRoute(createBody, { invalidates: [listBodies] });
  const update = useMutationRoute(updateBody, { invalidates: [listBodies] });
  const edit = (draft: BodyForm, { id, revision, closedAt }: Body, closed = closedAt !== null) =>
    update.mutateAsync({ params: { bodyId: id }, body: { ...draft, revision, closed } });
  return { create, edit };
}
