import { useTranslation } from 'react-i18next';
import { type Meeting, getMeeting } from '../../../../models/contracts/meetings.ts';
import type { Id } from '../../../../models/ids.ts';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Sheet } from '../../../primitives/Sheet.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { MeetingEditor } from './MeetingEditor.tsx';

interface MeetingSheetProps {
  /** Null for a new one. */
  meetingId: Id | null;
  onClose: () => void;
  onCreated: (meetingId: Id) => void;
}

/** One meeting beside the list; what it holds is read when it is opened. */
export function MeetingSheet({ meetingId, onClose, onCreated }: MeetingSheetProps) {
  return meetingId === null ? (
    <MeetingEditor meeting={null} onClose={onClose} onCreated={onCreated} />
  ) : (
    <Opened meetingId={meetingId} onClose={onClose} onCreated={onCreated} />
  );
}

function Opened({ meetingId, ...rest }: MeetingSheetProps & { meetingId: Id }) {
  const { t } = useTranslation('planning');
  const { data, error, refetch } = useQueryRoute(getMeeting, { params: { meetingId } });
  // Another state is another sheet: what may be done with it differs.
  if (data) return <MeetingEditor key={stateKey(data)} meeting={data} {...rest} />;
  return (
    <Sheet isOpen onClose={rest.onClose} title={t('meetings.one')}>
      {error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton lines={8} />}
    </Sheet>
  );
}

const stateKey = ({ id, state }: Meeting) => `${id}/${state}`;
