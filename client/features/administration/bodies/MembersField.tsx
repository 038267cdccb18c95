import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type BodyMember, bodyRoles } from '../../../../models/contracts/meetings.ts';
import type { z } from 'zod';
import type { Id } from '../../../../models/ids.ts';
import { MultiSelect } from '../../../primitives/MultiSelect.tsx';
import { NumberField } from '../../../primitives/NumberField.tsx';
import { Select } from '../../../primitives/Select.tsx';
import { PeopleRows } from '../catalogue/PeopleRows.tsx';
import styles from '../catalogue/Rows.module.css';
import { peopleQuery } from '../lists.ts';
import { type MemberRow, withRole, withWeight } from './body-form.ts';

interface MembersFieldProps {
  members: MemberRow[];
  /** As the server named them, for those who are no longer among the people. */
  known: readonly z.infer<typeof BodyMember>[];
  /** Whether the rules weigh votes, so that each row has its weight. */
  weighted: boolean;
  onChange: (members: MemberRow[]) => void;
}

/** Who belongs to the body, in the order of seats, each with a role. */
export function MembersField({ members, known, weighted, onChange }: MembersFieldProps) {
  const { t } = useTranslation('planning');
  const people = useQuery(peopleQuery).data?.items ?? [];
  const chosen = new Set(members.map(({ personId }) => personId));
  const options = people
    .filter(({ id, closedAt }) => closedAt === null || chosen.has(id))
    .map(({ id, fullName, office }) => ({ id, label: fullName, description: office }));
  const choose = (ids: Id[]) => {
    const rows = new Map(members.map((row) => [row.personId, row]));
    onChange(ids.map((personId) => rows.get(personId) ?? { personId, role: 'member', weight: 1 }));
  };
  const nameOf = (personId: Id) =>
    people.find(({ id }) => id === personId) ??
    known.find((member) => member.personId === personId) ?? { fullName: '…', office: '' };
  const roles = bodyRoles.map((id) => ({ id, label: t(`roles.${id}`) }));
  return (
    <>
      <MultiSelect
        label={t('bodies.members')}
        description={t('bodies.membersHelp')}
        name="members"
        options={options}
        value={members.map(({ personId }) => personId)}
        onChange={choose}
      />
      <PeopleRows
        label={t('bodies.order')}
        rows={members}
        nameOf={nameOf}
        onChange={onChange}
        {...(weighted && {
          heads: [
            { text: t('bodies.role'), className: styles.role },
            { text: t('bodies.weight'), className: styles.weight },
          ],
        })}
      >
        {({ personId, role, weight }, at) => (
          <>
            <div className={styles.role}>
              <Select
                label={t('roleOf', { name: nameOf(personId).fullName })}
                isLabelHidden
                options={roles}
                value={role}
                onChange={(next) => onChange(withRole(members, personId, next))}
              />
            </div>
            {weighted && (
              <div className={styles.weight}>
                <NumberField
                  label={t('weightOf', { name: nameOf(personId).fullName })}
                  isLabelHidden
                  name={`members.${at}.weight`}
                  min={1}
                  max={1_000_000}
                  value={weight}
                  onChange={(next) => onChange(withWeight(members, personId, next ?? 1))}
                />
              </div>
            )}
          </>
        )}
      </PeopleRows>
    </>
  );
}
