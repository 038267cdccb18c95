import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import {
  type PresenceLine,
  answeredWithin,
  listPresence,
  presenceChanged,
} from '../../../../models/contracts/presence.ts';
import type { Id } from '../../../../models/ids.ts';
import type { Column } from '../../../primitives/Table.tsx';
import { formatTime } from '../../../primitives/dates.ts';
import { useNotice } from '../../../realtime/provider.tsx';
import { routeKey, routeQuery } from '../../../realtime/queries.ts';
import { useFollowedKey } from '../../../realtime/useFollowed.ts';

/** Answers come in by notices; that nobody answered is seen by the clock. */
const readEveryMs = 60_000;
const gatherMs = 500;

/**
 * What came of asking those who are online whether they are there, for the staff; no column where nobody is asked.
 * @returns columns to stand beside those of the roll
 */
export function usePresenceColumn(meetingId: Id, isStaff: boolean): Column<RollEntry>[] {
  const { t } = useTranslation('onlineFace');
  const input = { params: { meetingId } };
  const { refresh, options } = useFollowedKey<object>(routeKey(listPresence, input), meetingId);
  const { data } = useQuery({
    ...routeQuery(listPresence, input),
    ...options,
    enabled: isStaff && options.enabled,
    refetchInterval: readEveryMs,
  });
  useNotice(presenceChanged, (change) => {
    if (change.meetingId === meetingId) refresh(gatherMs);
  });
  const lines = new Map((data?.items ?? []).map((line) => [line.personId, line]));
  const isUsed = (data?.items ?? []).some(({ last, dueAt }) => last !== null || dueAt !== null);
  if (!isUsed) return [];
  const words = ({ personId }: RollEntry) => {
    const line = lines.get(personId);
    return line === undefined ? '' : wordsOf(line, t);
  };
  return [{ id: 'presence', header: t('roll.column'), value: words, width: '9rem' }];
}

type Words = ReturnType<typeof useTranslation<'onlineFace'>>['t'];

function wordsOf({ last, dueAt }: PresenceLine, t: Words): string {
  // oxlint-disable-next-line react/purity -- read again every minute, which is as exact as it needs to be
  const isOverdue = dueAt !== null && Date.parse(dueAt) + answeredWithin * 1000 < Date.now();
  if (last === null) return isOverdue ? t('roll.not') : '';
  const { outcome, way, at } = last;
  const time = formatTime(at);
  if (outcome !== 'confirmed') return `${t('roll.not')} · ${t(`roll.${outcome}`, { time })}`;
  const said = t(way === 'face' ? 'roll.byFace' : 'roll.byButton', { time });
  return isOverdue ? `${t('roll.not')} · ${said}` : said;
}
