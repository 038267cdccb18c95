import type { TFunction } from 'i18next';
import {
  type Body,
  BodyDraft,
  type BodyRole,
  createBody,
  listBodies,
  updateBody,
} from '../../../../models/contracts/meetings.ts';
import {
  type Fraction,
  type RuleSetDraft,
  peoplesCommitteeRules,
} from '../../../../models/contracts/rules.ts';
import type { Id } from '../../../../models/ids.ts';
import { checkInput } from '../../../primitives/check-input.ts';
import type { Problems } from '../../../primitives/problems.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';

export interface MemberRow {
  personId: Id;
  role: BodyRole;
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
  const members = body.members.map(({ personId, role }) => ({ personId, role }));
  return { name: body.name, organisationId: body.organisationId, members, ruleSet };
}

export function checkBody(draft: BodyForm, t: TFunction<'planning'>): Problems | undefined {
  const found = checkInput(BodyDraft, draft, {
    name: t('bodies.nameRule'),
    members: t('bodies.membersRule'),
    'ruleSet.quorum.numerator': t('rules.fractionRule'),
    'ruleSet.quorum.denominator': t('rules.fractionRule'),
    'ruleSet.threshold.fraction.numerator': t('rules.fractionRule'),
    'ruleSet.threshold.fraction.denominator': t('rules.fractionRule'),
  });
  const fields = {
    ...found?.fields,
    ...(draft.members.length > 0 && !hasOneChair(draft.members) && { members: t('oneChair') }),
    ...ruleFaults(draft.ruleSet, t),
  };
  return Object.keys(fields).length > 0 ? { fields } : undefined;
}

export const hasOneChair = (people: readonly { role: string }[]): boolean =>
  people.filter(({ role }) => role === 'chair').length === 1;

/** What can be written down but not meant; the server refuses it too. */
function ruleFaults({ threshold, tie }: RuleSetDraft, t: TFunction<'planning'>) {
  const { kind, fraction } = threshold;
  return {
    ...(kind === 'more_than' &&
      fraction.numerator === fraction.denominator && {
        'ruleSet.threshold.fraction': t('rules.moreThanAll'),
      }),
    ...(tie === 'chair' && moreThanHalf(fraction) && { 'ruleSet.tie': t('rules.tieNeedsHalf') }),
  };
}

const moreThanHalf = ({ numerator, denominator }: Fraction) => 2 * numerator > denominator;

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

export function useBodyRoutes() {
  const create = useMutationRoute(createBody, { invalidates: [listBodies] });
  const update = useMutationRoute(updateBody, { invalidates: [listBodies] });
  const edit = (draft: BodyForm, { id, revision, closedAt }: Body, closed = closedAt !== null) =>
    update.mutateAsync({ params: { bodyId: id }, body: { ...draft, revision, closed } });
  return { create, edit };
}
