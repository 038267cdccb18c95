import { useCallback, useSyncExternalStore } from 'react';
import type { Id } from '../../../models/ids.ts';
import { useMe } from '../../realtime/session.tsx';
import { unreadCount } from './chat-pages.ts';
import { useChat } from './useChat.ts';

/** The last message seen in each chat, in this tab and, where the browser keeps it, after a reload. */
const seen = new Map<string, Id>();
const listeners = new Set<() => void>();

const keyOf = (personId: Id, meetingId: Id) => `nghi-truong.chat-seen.${personId}.${meetingId}`;

function lastSeen(key: string): Id | null {
  try {
    return seen.get(key) ?? localStorage.getItem(key);
  } catch {
    return seen.get(key) ?? null;
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Remembers up to where the chat was read. */
export function useMarkSeen(meetingId: Id): (messageId: Id) => void {
  const key = keyOf(useMe().personId, meetingId);
  return useCallback(
    (messageId) => {
      if ((lastSeen(key) ?? '') >= messageId) return;
      seen.set(key, messageId);
      try {
        localStorage.setItem(key, messageId);
      } catch {
        // It is forgotten with the tab then.
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
}

/** How many messages of others were not seen yet. */
export function useUnreadChat(meetingId: Id): number {
  const { personId } = useMe();
  const key = keyOf(personId, meetingId);
  const last = useSyncExternalStore(subscribe, () => lastSeen(key));
  const { messages = [] } = useChat(meetingId);
  return unreadCount(messages, personId, last);
}
