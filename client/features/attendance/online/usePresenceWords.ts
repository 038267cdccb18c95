import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type PresenceLine,
  answeredWithin,
  listPresence,
  presenceChanged,
} from '../../../../models/contracts/presence.ts';
import type { Id } from '../../../../models/ids.ts';
import { formatTime } from '../../../primitives/dates.ts';
import { useNotice } from '../../../realtime/provider.tsx';
import { routeKey, routeQuery } from '../../../realtime/queries.ts';
import { useFollowedKey } from '../../../realtime/useFollowed.ts';

/** Answers come in by notices; that nobody answered is seen by the clock. */
const readEveryMs = 60_000;
const gatherMs = 500;

export interface PresenceWords {
  words: string;
  /** Asked, and the last answer says that they are there. */
  isConfirmed: boolean;
}

/**
 * What came of asking those who are online whether they are there, for the staff.
 * @returns of one person; `null` where they were never asked
 */
export function usePresenceWords(
  meetingId: Id,
  isStaff: boolean,
): (personId: Id) => PresenceWords | null {
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
  return (personId) => {
    const line = lines.get(personId);
    return line === undefined ? null : wordsOf(line, t);
  };
}

type Words = ReturnType<typeof useTranslation<'onlineFace'>>['t'];

function wordsOf({ last, dueAt }: PresenceLine, t: Words): PresenceWords | null {
  // Read again every minute, which is as exact as it needs to be.
  const isOverdue = dueAt !== null && Date.parse(dueAt) + answeredWithin * 1000 < Date.now();
  if (last === null) return isOverdue ? { words: t('roll.not'), isConfirmed: false } : null;
  const { outcome, way, at } = last;
  const time = formatTime(at);
  const isConfirmed = outcome === 'confirmed' && !isOverdue;
  const confirmed = way === 'face' ? 'byFace' : 'byButton';
  const said = t(`roll.${outcome === 'confirmed' ? confirmed : outcome}`, { time });
  return { words: isConfirmed ? said : `${t('roll.not')} · ${said}`, isConfirmed };
}
