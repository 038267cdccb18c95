import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Meeting, getMeeting } from '../../../../models/contracts/meetings.ts';
import type { Id } from '../../../../models/ids.ts';
import { Notice } from '../../../primitives/Notice.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { routeQuery } from '../../../realtime/queries.ts';
import { RecordSheet } from '../catalogue/RecordSheet.tsx';
import { useRecordEditor } from '../catalogue/useRecordEditor.ts';
import { bodiesQuery } from '../lists.ts';
import { AgendaEditor } from './AgendaEditor.tsx';
import { MeetingFields } from './MeetingFields.tsx';
import { MeetingStateActs } from './MeetingStateActs.tsx';
import { ParticipantsField } from './ParticipantsField.tsx';
import { checkMeeting, draftOf, sent } from './meeting-form.ts';
import { useConflictColumns } from './useConflictColumns.ts';
import { useMeetingRoutes } from './useMeetingRoutes.ts';

interface MeetingEditorProps {
  meeting: Meeting | null;
  onClose: () => void;
  onCreated: (meetingId: Id) => void;
}

export function MeetingEditor({ meeting, onClose, onCreated }: MeetingEditorProps) {
  const { t } = useTranslation('planning');
  const client = useQueryClient();
  const bodies = useQuery(bodiesQuery).data?.items;
  const { create, update } = useMeetingRoutes();
  const isOver = meeting?.state === 'closed' || meeting?.state === 'cancelled';
  const editor = useRecordEditor({
    record: meeting,
    draftOf,
    check: (draft) => checkMeeting(draft, t),
    async save(draft, base) {
      const body = sent(draft);
      if (base === null) {
        const { id } = await create.mutateAsync({ body });
        onCreated(id);
        return;
      }
      const { id, revision } = base;
      await update.mutateAsync({ params: { meetingId: id }, body: { ...body, revision } });
      onClose();
    },
    latest: ({ id }) =>
      client.fetchQuery({ ...routeQuery(getMeeting, { params: { meetingId: id } }), staleTime: 0 }),
    byCode: { body_needs_chair: 'participants' },
    onSaved: ({ title }) => showToast(t('saved', { ns: 'administration', name: title })),
  });
  const { draft, change, record, isDirty } = editor;
  const body = bodies?.find(({ id }) => id === draft.bodyId);
  return (
    <RecordSheet
      editor={editor}
      title={record?.title ?? t('meetings.add')}
      {...(record && { description: `${record.bodyName} · ${t(`states.${record.state}`)}` })}
      labels={useLabels(draft.agenda.length)}
      columns={useConflictColumns()}
      onClose={onClose}
      isReadOnly={isOver}
      acts={record && <MeetingStateActs meeting={record} isDirty={isDirty} />}
    >
      {isOver && <Notice>{t('meetings.isOver')}</Notice>}
      <MeetingFields
        draft={draft}
        change={change}
        bodies={bodies ?? []}
        isBodyFixed={record !== null}
        isDisabled={isOver}
      />
      <ParticipantsField
        participants={draft.participants}
        known={record?.participants ?? []}
        members={body?.members ?? []}
        isDisabled={isOver}
        onChange={(participants) => change({ participants })}
      />
      <AgendaEditor draft={draft} isDisabled={isOver} onChange={(agenda) => change({ agenda })} />
    </RecordSheet>
  );
}

function useLabels(items: number): Record<string, string> {
  const { t } = useTranslation('planning');
  const agenda = Array.from({ length: items }, (_, at) => [
    [`agenda.${at}.title`, t('meetings.itemNumber', { number: at + 1 })],
    [`agenda.${at}.presenter`, t('meetings.itemNumber', { number: at + 1 })],
    [`agenda.${at}.minutes`, t('meetings.itemNumber', { number: at + 1 })],
  ]);
  return {
    ...Object.fromEntries(agenda.flat()),
    bodyId: t('meetings.body'),
    title: t('meetings.name'),
    startsAt: t('meetings.starts'),
    endsAt: t('meetings.ends'),
    participants: t('meetings.participants'),
  };
}
