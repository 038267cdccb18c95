import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';

// A type and not an interface, so that it can be handed to a text as its facts.
export type Named = {
  name: string;
  /** Office and organisation in one line; may be empty. */
  office: string;
};
export type NameOf = (personId: Id) => Named;

/** Who a person of the floor is; someone of the staff takes part without being on the list. */
export function useNames(meeting: Meeting | undefined): NameOf {
  const { t } = useTranslation('floor');
  const participants = meeting?.participants;
  return useMemo(() => {
    const named = new Map(
      participants?.map(({ personId, fullName, office, organisationName }) => [
        personId,
        { name: fullName, office: [office, organisationName].filter(Boolean).join(' · ') },
      ]),
    );
    return (personId) => named.get(personId) ?? { name: t('office'), office: '' };
  }, [participants, t]);
}
