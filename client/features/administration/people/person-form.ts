import type { TFunction } from 'i18next';
import {
  type Person,
  PersonDraft,
  type SystemRole,
  createPerson,
  listPeople,
  updatePerson,
} from '../../../../models/contracts/identity.ts';
import { checkInput } from '../../../primitives/check-input.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';

export const draftOf = (person: Person | null) => ({
  fullName: person?.fullName ?? '',
  office: person?.office ?? '',
  organisationId: person?.organisationId ?? null,
  username: person?.username ?? '',
  systemRole: person?.systemRole ?? ('member' as SystemRole),
  email: person?.email ?? '',
  phone: person?.phone ?? '',
});
export type PersonForm = ReturnType<typeof draftOf>;

export const checkPerson = (draft: PersonForm, t: TFunction<'administration'>) =>
  checkInput(PersonDraft, draft, {
    fullName: t('people.fullNameRule'),
    office: t('lineRule'),
    username: t('people.usernameRule'),
    email: t('people.emailRule'),
    phone: t('people.phoneRule'),
  });

export function usePersonRoutes() {
  const create = useMutationRoute(createPerson, { invalidates: [listPeople] });
  const update = useMutationRoute(updatePerson, { invalidates: [listPeople] });
  const edit = (
    draft: PersonForm,
    { id, revision, closedAt }: Person,
    closed = closedAt !== null,
  ) => update.mutateAsync({ params: { personId: id }, body: { ...draft, revision, closed } });
  return { create, edit };
}
