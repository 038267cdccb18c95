import { useTranslation } from 'react-i18next';
import { type Body, meetingKinds } from '../../../../models/contracts/meetings.ts';
import type { Id } from '../../../../models/ids.ts';
import { ComboBox } from '../../../primitives/ComboBox.tsx';
import { DateTimeField } from '../../../primitives/DateTimeField.tsx';
import { Select } from '../../../primitives/Select.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { choosable } from '../catalogue/record.ts';
import { useRoomOptions } from '../devices/device-form.ts';
import { type MeetingForm, withMembersOf } from './meeting-form.ts';

interface MeetingFieldsProps {
  draft: MeetingForm;
  change: (part: Partial<MeetingForm>) => void;
  bodies: readonly Body[];
  /** A meeting that exists stays with its body. */
  isBodyFixed: boolean;
  isDisabled: boolean;
}

export function MeetingFields(props: MeetingFieldsProps) {
  const { draft, change, bodies, isBodyFixed, isDisabled } = props;
  const { t } = useTranslation('planning');
  const chooseBody = (bodyId: Id | null) => {
    const body = bodies.find(({ id }) => id === bodyId);
    if (bodyId === draft.bodyId) return;
    change({
      bodyId,
      ...(body && { participants: withMembersOf(body, draft.participants) }),
    });
  };
  return (
    <>
      <ComboBox
        label={t('meetings.body')}
        description={isBodyFixed ? undefined : t('meetings.bodyHelp')}
        name="bodyId"
        options={choosable(bodies, draft.bodyId).map(({ id, name }) => ({ id, label: name }))}
        value={draft.bodyId}
        onChange={chooseBody}
        isDisabled={isBodyFixed || isDisabled}
      />
      <TextField
        label={t('meetings.name')}
        description={t('meetings.titleHelp')}
        name="title"
        value={draft.title}
        onChange={(title) => change({ title })}
        isDisabled={isDisabled}
      />
      <Select
        label={t('meetings.kind')}
        name="kind"
        options={meetingKinds.map((id) => ({ id, label: t(`kinds.${id}`) }))}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        isDisabled={isDisabled}
      />
      <DateTimeField
        label={t('meetings.starts')}
        name="startsAt"
        value={draft.startsAt}
        onChange={(startsAt) => change({ startsAt })}
        isDisabled={isDisabled}
      />
      <DateTimeField
        label={t('meetings.ends')}
        name="endsAt"
        value={draft.endsAt}
        onChange={(endsAt) => change({ endsAt })}
        isDisabled={isDisabled}
      />
      <ComboBox
        label={t('meetings.room')}
        description={t('meetings.roomHelp')}
        optional
        name="roomId"
        options={useRoomOptions(draft.roomId)}
        value={draft.roomId}
        onChange={(roomId) => change({ roomId })}
        isDisabled={isDisabled}
      />
    </>
  );
}
