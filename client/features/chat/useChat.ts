import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import { chatMessage, listChat } from '../../../models/contracts/chat.ts';
import type { Id } from '../../../models/ids.ts';
import { callRoute } from '../../realtime/http.ts';
import { useFollowMeeting, useNotice, useRestored } from '../../realtime/provider.tsx';
import { routeKey } from '../../realtime/queries.ts';
import { inReadingOrder, withMessage } from './chat-pages.ts';

type Pages = InfiniteData<z.infer<typeof listChat.response>>;

const first: { before?: Id } = {};

/** What was written in a meeting, the oldest first, kept as it grows. */
export function useChat(meetingId: Id) {
  const client = useQueryClient();
  const params = { meetingId };
  const queryKey = routeKey(listChat, { params });
  const follow = useFollowMeeting(meetingId);
  const chat = useInfiniteQuery({
    queryKey,
    // Read only once notices arrive, or what is written in between would be in neither.
    enabled: follow.state !== 'entering',
    queryFn: ({ pageParam, signal }) =>
      callRoute(listChat, { params, query: { ...pageParam, limit: 50 } }, { signal }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => (next === null ? undefined : { before: next }),
    retry: false,
    networkMode: 'always',
  });
  useNotice(chatMessage, (message) => {
    if (message.meetingId !== meetingId) return;
    // An answer that is under way may be older than this.
    if (client.isFetching({ queryKey }) > 0) return void client.invalidateQueries({ queryKey });
    client.setQueryData<Pages>(
      queryKey,
      (kept) => kept && { ...kept, pages: withMessage(kept.pages, message) },
    );
  });
  useRestored(() => void client.invalidateQueries({ queryKey }));
  const pages = chat.data?.pages;
  const messages = useMemo(() => pages && inReadingOrder(pages), [pages]);
  return { ...chat, messages };
}
