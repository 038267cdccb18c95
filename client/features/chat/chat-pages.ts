import type { ChatMessage } from '../../../models/contracts/chat.ts';
import type { Id } from '../../../models/ids.ts';

interface Page {
  items: ChatMessage[];
}

/** Adds what was just written to the newest page; what stands there already comes twice without harm. */
export function withMessage<P extends Page>(pages: readonly P[], message: ChatMessage): P[] {
  const [newest, ...older] = pages;
  if (newest === undefined) return [];
  if (pages.some(({ items }) => items.some(({ id }) => id === message.id))) return [...pages];
  // Ids are in the order of time; two notices may overtake one another.
  const items = [message, ...newest.items].toSorted((a, b) => b.id.localeCompare(a.id));
  return [{ ...newest, items }, ...older];
}

/** In the order in which they are read: the oldest first. */
export const inReadingOrder = (pages: readonly Page[]): ChatMessage[] =>
  pages.flatMap(({ items }) => items).toReversed();

/** Messages of others since the last one seen. @param seen its id; null when nothing was seen yet */
export const unreadCount = (messages: readonly ChatMessage[], me: Id, seen: Id | null): number =>
  messages.filter(({ id, fromId }) => fromId !== me && (seen === null || id > seen)).length;
