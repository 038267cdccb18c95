import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type LateAttempt,
  lateAttemptListed,
  listLateAttempts,
} from '../../../../models/contracts/kiosk.ts';
import type { Id } from '../../../../models/ids.ts';
import { Notice } from '../../../primitives/Notice.tsx';
import { formatTime } from '../../../primitives/dates.ts';
import { useNotice } from '../../../realtime/provider.tsx';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { refreshRoute } from '../../../realtime/refresh.ts';
import { useMe } from '../../../realtime/session.tsx';

/** For the staff: who stood before a kiosk that was cut off and could not be put on the roll; nothing where nobody did. */
export function LateAttempts({ meetingId }: { meetingId: Id }) {
  const { isStaff } = useMe();
  return isStaff ? <List meetingId={meetingId} /> : null;
}

function List({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('kiosk');
  const client = useQueryClient();
  const params = { meetingId };
  const late = useQueryRoute(listLateAttempts, { params });
  useNotice(lateAttemptListed, (listed) => {
    if (listed.meetingId === meetingId) refreshRoute(client, listLateAttempts, { params });
  });
  const items = late.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Notice tone="attention" title={t('late.title', { count: items.length })}>
      <p>{t('late.text')}</p>
      <ul>
        {items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
    </Notice>
  );
}

function Line({ item: { at, deviceName, reason, likely } }: { item: LateAttempt }) {
  const { t } = useTranslation('kiosk');
  return (
    <li>
      <span className="nt-figures">{formatTime(at)}</span> · {deviceName} ·{' '}
      {t(`late.reasons.${reason}`)}
      {likely && ` · ${t('late.likely', { name: likely })}`}
    </li>
  );
}
