import { sendChat } from '../../models/contracts/chat.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { ChatService } from './service.ts';

export function chatActions(
  sockets: Pick<Sockets, 'handle'>,
  chat: Pick<ChatService, 'send'>,
): void {
  sockets.handle(sendChat, (caller, wish) => chat.send(caller, wish));
}
