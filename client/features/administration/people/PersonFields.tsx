import { useTranslation } from 'react-i18next';
import {
  type Organisation,
  type SystemRole,
  systemRoles,
} from '../../../../models/contracts/identity.ts';
import { ComboBox } from '../../../primitives/ComboBox.tsx';
import { RadioGroup } from '../../../primitives/RadioGroup.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import type { PersonForm } from './person-form.ts';

interface PersonFieldsProps {
  draft: PersonForm;
  change: (part: Partial<PersonForm>) => void;
  labels: Readonly<Record<keyof PersonForm, string>>;
  organisations: readonly Organisation[];
  /** Only administrators give rights. */
  mayGiveRoles: boolean;
  isNew: boolean;
  isDisabled: boolean;
}

export function PersonFields(props: PersonFieldsProps) {
  const { draft, change, labels, organisations, mayGiveRoles, isNew, isDisabled } = props;
  const { t } = useTranslation('administration');
  const role = (id: SystemRole) => ({
    id,
    label: t(`people.roles.${id}`),
    description: t(`people.roleHelp.${id}`),
  });
  return (
    <>
      <TextField
        label={labels.fullName}
        name="fullName"
        value={draft.fullName}
        onChange={(fullName) => change({ fullName })}
        autoComplete="off"
        isDisabled={isDisabled}
      />
      <TextField
        label={labels.office}
        description={t('people.officeHelp')}
        optional
        name="office"
        value={draft.office}
        onChange={(office) => change({ office })}
        isDisabled={isDisabled}
      />
      <ComboBox
        label={labels.organisationId}
        optional
        name="organisationId"
        options={organisations.map(({ id, name }) => ({ id, label: name }))}
        value={draft.organisationId}
        onChange={(organisationId) => change({ organisationId })}
        isDisabled={isDisabled}
      />
      <TextField
        label={labels.username}
        description={isNew ? t('people.usernameHelp') : undefined}
        name="username"
        value={draft.username}
        onChange={(username) => change({ username })}
        autoComplete="off"
        isDisabled={isDisabled}
      />
      {mayGiveRoles && (
        <RadioGroup
          label={labels.systemRole}
          name="systemRole"
          options={systemRoles.toReversed().map(role)}
          value={draft.systemRole}
          onChange={(systemRole) => change({ systemRole })}
          isDisabled={isDisabled}
        />
      )}
      <TextField
        label={labels.email}
        optional
        type="email"
        name="email"
        value={draft.email}
        onChange={(email) => change({ email: email.trim() })}
        autoComplete="off"
        isDisabled={isDisabled}
      />
      <TextField
        label={labels.phone}
        optional
        type="tel"
        name="phone"
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        autoComplete="off"
        isDisabled={isDisabled}
      />
    </>
  );
}
