import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Body, Participant, ParticipantRole } from '../../../../models/contracts/meetings.ts';
import type { Id } from '../../../../models/ids.ts';
import { MultiSelect } from '../../../primitives/MultiSelect.tsx';
import { Select } from '../../../primitives/Select.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { withRole } from '../bodies/body-form.ts';
import { PeopleRows } from '../catalogue/PeopleRows.tsx';
import rowStyles from '../catalogue/Rows.module.css';
import { peopleQuery } from '../lists.ts';
import styles from './Meetings.module.css';
import { type ParticipantRow, withPeople } from './meeting-form.ts';

interface ParticipantsFieldProps {
  participants: ParticipantRow[];
  /** As the server named them. */
  known: readonly Participant[];
  members: Body['members'];
  isDisabled: boolean;
  onChange: (participants: ParticipantRow[]) => void;
}

const rolesOfMember: readonly ParticipantRole[] = ['chair', 'member', 'guest'];

/** Who takes part: the members of the body, and guests from all people. */
export function ParticipantsField(props: ParticipantsFieldProps) {
  const { participants, known, members, isDisabled, onChange } = props;
  const { t } = useTranslation('planning');
  const people = useQuery(peopleQuery).data?.items ?? [];
  const own = new Set(members.map(({ personId }) => personId));
  const chosen = new Set(participants.map(({ personId }) => personId));
  const options = people
    .filter(({ id, closedAt }) => closedAt === null || chosen.has(id))
    .map(({ id, fullName, office }) => ({ id, label: fullName, description: office }));
  const nameOf = (personId: Id) =>
    people.find(({ id }) => id === personId) ??
    known.find((participant) => participant.personId === personId) ?? {
      fullName: '…',
      office: '',
    };
  const roles = (personId: Id, role: ParticipantRole) =>
    rolesOfMember
      .filter((id) => own.has(personId) || id === 'guest' || id === role)
      .map((id) => ({ id, label: t(`roles.${id}`) }));
  const setSeat = (personId: Id, seat: string) =>
    onChange(participants.map((row) => (row.personId === personId ? { ...row, seat } : row)));
  return (
    <section className={styles.section}>
      <h3>{t('meetings.participants')}</h3>
      {!isDisabled && (
        <MultiSelect
          label={t('meetings.chooseParticipants')}
          description={t('meetings.participantsHelp')}
          name="participants"
          options={options}
          value={participants.map(({ personId }) => personId)}
          onChange={(ids) => onChange(withPeople(ids, participants, own))}
        />
      )}
      <PeopleRows
        label={t('meetings.participants')}
        rows={participants}
        nameOf={nameOf}
        onChange={onChange}
        isReadOnly={isDisabled}
        heads={[
          { text: t('meetings.role'), className: rowStyles.role },
          { text: t('meetings.seat'), className: rowStyles.seat },
        ]}
      >
        {({ personId, role, seat }, at) => (
          <>
            <div className={rowStyles.role}>
              <Select
                label={t('roleOf', { name: nameOf(personId).fullName })}
                isLabelHidden
                options={roles(personId, role)}
                value={role}
                onChange={(next) => onChange(withRole(participants, personId, next))}
                isDisabled={isDisabled}
              />
            </div>
            <div className={rowStyles.seat}>
              <TextField
                label={t('meetings.seatOf', { name: nameOf(personId).fullName })}
                isLabelHidden
                optional
                name={`participants.${at}.seat`}
                value={seat}
                onChange={(next) => setSeat(personId, next)}
                maxLength={20}
                isDisabled={isDisabled}
              />
            </div>
          </>
        )}
      </PeopleRows>
    </section>
  );
}
