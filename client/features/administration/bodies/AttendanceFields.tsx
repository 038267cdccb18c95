import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AttendanceSettings,
  challengePolicies,
  getAttendanceSettings,
  setAttendanceSettings,
} from '../../../../models/contracts/attendance-settings.ts';
import type { Body } from '../../../../models/contracts/meetings.ts';
import type { ResponseOf } from '../../../../models/contracts/route.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Checkbox } from '../../../primitives/Checkbox.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { NumberField } from '../../../primitives/NumberField.tsx';
import { RadioGroup } from '../../../primitives/RadioGroup.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute, useQueryRoute } from '../../../realtime/queries.ts';
import styles from './Rules.module.css';

/** How the roll of a body is taken; saved by itself, for meetings that run follow it at once. */
export function AttendanceFields({ body: { id: bodyId, name } }: { body: Body }) {
  const { t } = useTranslation('planning');
  const settings = useQueryRoute(getAttendanceSettings, { params: { bodyId } });
  return (
    <section className={styles.rules} aria-label={t('attendance.title')}>
      <h3>{t('attendance.title')}</h3>
      <p className={styles.help}>{t('attendance.help')}</p>
      {settings.isError && <ErrorState error={settings.error} onRetry={settings.refetch} />}
      {settings.isPending && <Skeleton lines={4} />}
      {settings.data && <Fields bodyId={bodyId} name={name} found={settings.data} />}
    </section>
  );
}

interface FieldsProps {
  bodyId: string;
  name: string;
  found: ResponseOf<typeof getAttendanceSettings>;
}

/** Offered when the closing of the roll is switched on, minutes. */
const usualClosing = 30;
/** The fewest days that a body may keep faces. */
const least = 7;
/** Offered when the body keeps faces for a time of its own: a year. */
const usualFaceDays = 365;

function Fields({ bodyId, name, found }: FieldsProps) {
  const { t } = useTranslation('planning');
  const { houseFaceDays, ...settings } = found;
  const [draft, setDraft] = useState<AttendanceSettings>({
    ...settings,
    // The house may have come to keep them for less time since.
    faceDays: settings.faceDays && Math.min(settings.faceDays, houseFaceDays),
  });
  const save = useMutationRoute(setAttendanceSettings, { invalidates: [getAttendanceSettings] });
  const change = (part: Partial<AttendanceSettings>) => setDraft({ ...draft, ...part });
  const minutes = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
  const submit = async () => {
    await save.mutateAsync({ params: { bodyId }, body: draft });
    showToast(t('attendance.saved', { name }));
  };
  return (
    <>
      <RadioGroup
        label={t('attendance.challenge')}
        description={t('attendance.challengeHelp')}
        options={challengePolicies.map((id) => ({ id, label: t(`attendance.challenges.${id}`) }))}
        value={draft.challenge}
        onChange={(challenge) => change({ challenge })}
      />
      <NumberField
        label={t('attendance.opensBefore')}
        min={5}
        max={1440}
        step={5}
        format={minutes}
        value={draft.opensBefore}
        onChange={(opensBefore) => opensBefore !== null && change({ opensBefore })}
      />
      <Checkbox
        label={t('attendance.closes')}
        description={t('attendance.closesHelp')}
        value={draft.closesAfter !== null}
        onChange={(closes) => change({ closesAfter: closes ? usualClosing : null })}
      />
      {draft.closesAfter !== null && (
        <NumberField
          label={t('attendance.closesAfter')}
          min={5}
          max={1440}
          step={5}
          format={minutes}
          value={draft.closesAfter}
          onChange={(closesAfter) => closesAfter !== null && change({ closesAfter })}
        />
      )}
      <NumberField
        label={t('attendance.recheckEvery')}
        description={t('attendance.recheckHelp')}
        min={0}
        max={240}
        step={5}
        format={minutes}
        value={draft.recheckEvery}
        onChange={(recheckEvery) => recheckEvery !== null && change({ recheckEvery })}
      />
      <FaceTerm
        value={draft.faceDays}
        most={houseFaceDays}
        onChange={(faceDays) => change({ faceDays })}
      />
      <TextField
        label={t('attendance.place')}
        description={t('attendance.placeHelp')}
        optional
        maxLength={60}
        value={draft.place}
        onChange={(place) => change({ place })}
      />
      <div>
        <Button onPress={submit}>{t('attendance.save')}</Button>
      </div>
    </>
  );
}

interface FaceTermProps {
  /** Null: as long as the house keeps them. */
  value: number | null;
  /** So long the house keeps them, days. */
  most: number;
  onChange: (days: number | null) => void;
}

function FaceTerm({ value, most, onChange }: FaceTermProps) {
  const { t } = useTranslation('planning');
  if (most < least && value === null) return null;
  return (
    <>
      <Checkbox
        label={t('attendance.faces')}
        description={t('attendance.facesHelp', { days: most })}
        value={value !== null}
        onChange={(isOwn) => onChange(isOwn ? Math.min(usualFaceDays, most) : null)}
      />
      {value !== null && (
        <NumberField
          label={t('attendance.faceDays')}
          min={least}
          max={Math.max(least, most)}
          format={{ style: 'unit', unit: 'day', unitDisplay: 'long' }}
          value={value}
          onChange={(days) => days !== null && onChange(days)}
        />
      )}
    </>
  );
}
