import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../models/contracts/identity.ts';
import { Notice } from '../../../primitives/Notice.tsx';
import type { Column } from '../../../primitives/Table.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useMe } from '../../../realtime/session.tsx';
import { RecordSheet } from '../catalogue/RecordSheet.tsx';
import { choosable } from '../catalogue/record.ts';
import { useLatest } from '../catalogue/useLatest.ts';
import { useRecordEditor } from '../catalogue/useRecordEditor.ts';
import { organisationsQuery, peopleQuery } from '../lists.ts';
import type { HandOver } from './HandOverDialog.tsx';
import { PersonFields } from './PersonFields.tsx';
import { ResetPassword } from './ResetPassword.tsx';
import { firstPassword } from './first-password.ts';
import { type PersonForm, checkPerson, draftOf, usePersonRoutes } from './person-form.ts';
import { suggestUsername } from './username.ts';

interface PersonSheetProps {
  person: Person | null;
  all: readonly Person[];
  columns: readonly Column<Person>[];
  onClose: () => void;
  onHandOver: (handOver: HandOver) => void;
}

export function PersonSheet({ person, all, columns, onClose, onHandOver }: PersonSheetProps) {
  const { t } = useTranslation('administration');
  const me = useMe();
  const organisations = useQuery(organisationsQuery).data?.items;
  const { create, edit } = usePersonRoutes();
  // One for the whole sheet: saving again after a lost answer must be the same act.
  const [password] = useState(firstPassword);
  const [ownUsername, setOwnUsername] = useState(person !== null);
  const editor = useRecordEditor({
    record: person,
    draftOf,
    check: (draft) => checkPerson(draft, t),
    save: (draft, base) =>
      base ? edit(draft, base) : create.mutateAsync({ body: { ...draft, password } }),
    latest: useLatest(peopleQuery),
    byCode: { username_taken: 'username' },
    onSaved({ fullName, username }) {
      onClose();
      if (person === null) onHandOver({ fullName, username, password });
      else showToast(t('saved', { name: fullName }));
    },
  });
  const { draft, record } = editor;
  // The secretariat looks after delegates; only administrators touch those who have rights of their own.
  const isReadOnly =
    me.systemRole !== 'administrator' && record?.systemRole !== 'member' && !!record;
  const change = (part: Partial<PersonForm>) => {
    if (part.username !== undefined) setOwnUsername(true);
    const follows = part.fullName !== undefined && !ownUsername;
    const taken = new Set(all.map(({ username }) => username));
    editor.change({
      ...part,
      ...(follows && { username: suggestUsername(part.fullName ?? '', taken) }),
    });
  };
  return (
    <RecordSheet
      editor={editor}
      title={record?.fullName ?? t('people.add')}
      labels={labelsOf(t)}
      columns={columns}
      onClose={onClose}
      isReadOnly={isReadOnly}
      acts={
        record &&
        me.systemRole === 'administrator' &&
        record.id !== me.personId && <ResetPassword person={record} onHandOver={onHandOver} />
      }
      closing={
        record && record.id !== me.personId
          ? {
              isClosed: record.closedAt !== null,
              run: () => edit(draftOf(record), record, record.closedAt === null),
            }
          : undefined
      }
    >
      {isReadOnly && <Notice>{t('people.readOnly')}</Notice>}
      <PersonFields
        draft={draft}
        change={change}
        labels={labelsOf(t)}
        organisations={choosable(organisations, draft.organisationId)}
        mayGiveRoles={me.systemRole === 'administrator'}
        isNew={record === null}
        isDisabled={isReadOnly}
      />
    </RecordSheet>
  );
}

const labelsOf = (t: ReturnType<typeof useTranslation<'administration'>>['t']) => ({
  fullName: t('people.fullName'),
  office: t('people.office'),
  organisationId: t('people.organisation'),
  username: t('people.username'),
  systemRole: t('people.role'),
  email: t('people.email'),
  phone: t('people.phone'),
});
