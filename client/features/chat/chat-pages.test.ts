import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../models/contracts/chat.ts';
import { inReadingOrder, unreadCount, withMessage } from './chat-pages.ts';

const message = (id: string, fromId = 'an'): ChatMessage => ({
  id,
  meetingId: 'm',
  fromId,
  fromName: 'An',
  audience: 'all',
  toId: null,
  text: id,
  at: '2026-03-02T01:00:00Z',
});
/** Every message twice, in any order. */
const arriving = fc
  .uniqueArray(fc.nat({ max: 9999 }), { maxLength: 30 })
  .map((all) => [...all, ...all].map((id) => String(id).padStart(4, '0')))
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

describe('the pages of a chat', () => {
  test('[CP1] hold each message once and in order, however often and in whatever order it arrives', () => {
    fc.assert(
      fc.property(arriving, (ids) => {
        let pages: { items: ChatMessage[] }[] = [{ items: [] }];
        for (const id of ids) pages = withMessage(pages, message(id));
        expect(inReadingOrder(pages).map(({ id }) => id)).toEqual([...new Set(ids)].toSorted());
      }),
    );
  });

  test('[CP2] nothing is added before the first page was read', () => {
    expect(withMessage([], message('1'))).toEqual([]);
  });

  test('[CP3] unread is what others wrote after the last one seen', () => {
    const messages = [message('1', 'binh'), message('2', 'an'), message('3', 'binh')];
    expect(unreadCount(messages, 'an', null)).toBe(2);
    expect(unreadCount(messages, 'an', '1')).toBe(1);
    expect(unreadCount(messages, 'an', '3')).toBe(0);
  });
});
