import type { z } from 'zod';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import {
  type ChatMessage,
  chatMessage,
  type listChat,
  type sendChat,
} from '../../models/contracts/chat.ts';
import type { QueryOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, isStaff, personOf } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Publisher } from '../platform/publisher.ts';
import { mayWrite } from './rules.ts';
import { appendMessage, readMessages } from './store.ts';

export interface ChatDeps {
  database: Database;
  clock: Clock;
  publisher: Publisher;
  meetings: Pick<MeetingsService, 'stateOf' | 'roleOf'>;
}

/** A message names its writer and its time and is never changed: it is its own trace. */
export interface ChatService {
  list(
    caller: Caller,
    meetingId: Id,
    page: QueryOf<typeof listChat>,
  ): Promise<{ items: ChatMessage[]; next: Id | null }>;
  /**
   * @throws AppError `meeting_not_open`, `not_allowed`, `not_in_meeting` when the one who is answered takes no part,
   *   `too_many_requests`
   */
  send(caller: Caller, wish: z.output<typeof sendChat.request>): Promise<ChatMessage>;
}

/** Faster than people write; a stuck key or a script is slowed. */
const limit = { points: 10, duration: 10 };

export function createChatService(deps: ChatDeps): ChatService {
  const { database, clock, meetings } = deps;
  const limiter = new RateLimiterMemory(limit);
  return {
    async list(caller, meetingId, { before, limit: most }) {
      const readerId = isStaff(caller) ? null : personOf(caller).personId;
      const page = { meetingId, readerId, before, limit: most + 1 };
      const items = await readMessages(database.read, page);
      const shown = items.slice(0, most);
      return { items: shown, next: items.length > most ? (shown.at(-1)?.id ?? null) : null };
    },
    async send(caller, wish) {
      const { personId, fullName } = personOf(caller);
      await limiter.consume(personId).catch(() => {
        throw new AppError('too_many_requests');
      });
      const { meetingId, toId } = wish;
      const message = await database.write(async (tx) => {
        const refusal = mayWrite(wish, await meetings.stateOf(tx, meetingId), isStaff(caller));
        if (refusal !== null) throw new AppError(refusal);
        if (toId !== null && (await meetings.roleOf(toId, meetingId)) === null)
          throw new AppError('not_in_meeting');
        const row = { ...wish, id: newId(), fromId: personId, at: clock.now() };
        await appendMessage(tx, row);
        return { ...row, fromName: fullName };
      }, caller.once);
      tell(deps.publisher, message, isStaff(caller));
      return message;
    },
  };
}

/** Only to those who may read it. */
function tell(publisher: Publisher, message: ChatMessage, byStaff: boolean): void {
  const { meetingId, fromId, audience, toId } = message;
  if (audience === 'all') return publisher.toMeeting(meetingId, chatMessage, message);
  publisher.toStaff(chatMessage, message);
  if (!byStaff) publisher.toPerson(fromId, chatMessage, message);
  if (toId !== null) publisher.toPerson(toId, chatMessage, message);
}
