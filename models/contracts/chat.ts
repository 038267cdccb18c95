import { z } from 'zod';
import { Id } from '../ids.ts';
import { inMeeting } from './access.ts';
import { Instant, Text } from './common.ts';
import { action, notice } from './event.ts';
import { route } from './route.ts';

/** To all in the meeting, or between one participant and the secretariat. */
export const chatAudiences = ['all', 'secretariat'] as const;
export const ChatAudience = z.enum(chatAudiences);
export type ChatAudience = z.infer<typeof ChatAudience>;

export const ChatMessage = z.object({
  id: Id,
  meetingId: Id,
  fromId: Id,
  fromName: z.string(),
  audience: ChatAudience,
  /** Whom the secretariat answers; null for what is sent to all or to the secretariat. */
  toId: Id.nullable(),
  text: z.string(),
  at: Instant,
});
export type ChatMessage = z.infer<typeof ChatMessage>;

export const listChat = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/chat',
  summary:
    'What was written in a meeting as far as the caller may read it, newest first, a page at a time',
  who: inMeeting,
  params: z.object({ meetingId: Id }),
  query: z.object({
    before: Id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: z.object({ items: z.array(ChatMessage), next: Id.nullable() }),
});
export const sendChat = action({
  name: 'chat:send',
  summary: 'Write to all, or to the secretariat; only the staff name one person in `toId`',
  who: inMeeting,
  request: z.object({
    meetingId: Id,
    audience: ChatAudience,
    toId: Id.nullable().default(null),
    text: Text,
  }),
  response: ChatMessage,
});
export const chatMessage = notice({
  name: 'chat:message',
  summary: 'Something was written; only those who may read it get it',
  data: ChatMessage,
});
