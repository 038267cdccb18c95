import { listChat } from '../../models/contracts/chat.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { ChatService } from './service.ts';

export function chatRoutes(routes: Routes, chat: Pick<ChatService, 'list'>): void {
  routes.serve(listChat, (caller, { params, query }) => chat.list(caller, params.meetingId, query));
}
