import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import { chatMessage, listChat } from '../../../models/contracts/chat.ts';
import type { Id } from '../../../models/ids.ts';
import { callRoute } from '../../realtime/http.ts';
import { useNotice } from '../../realtime/provider.tsx';
import { routeKey } from '../../realtime/queries.ts';
import { useFollowedKey } from '../../realtime/useFollowed.ts';
import { inReadingOrder, withMessage } from './chat-pages.ts';

type Pages = InfiniteData<z.infer<typeof listChat.response>>;

const first: { before?: Id } = {};

/** What was written in a meeting, the oldest first, kept as it grows. */
export function useChat(meetingId: Id) {
  const params = { meetingId };
  const queryKey = routeKey(listChat, { params });
  const { options, take } = useFollowedKey<Pages>(queryKey, meetingId);
  const chat = useInfiniteQuery({
    ...options,
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      callRoute(listChat, { params, query: { ...pageParam, limit: 50 } }, { signal }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => (next === null ? undefined : { before: next }),
    retry: false,
    networkMode: 'always',
  });
  useNotice(chatMessage, (message) =>
    take(message, (kept) => ({ ...kept, pages: withMessage(kept.pages, message) })),
  );
  const pages = chat.data?.pages;
  const messages = useMemo(() => pages && inReadingOrder(pages), [pages]);
  return { ...chat, messages };
}
