import {
  askForFloor,
  declineRequest,
  endSpeech,
  extendSpeech,
  giveFloor,
  moveRequest,
  setFloorRules,
  withdrawFromFloor,
} from '../../models/contracts/floor.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { FloorService } from './service.ts';

export function floorActions(sockets: Pick<Sockets, 'handle'>, floor: FloorService): void {
  sockets.handle(askForFloor, (caller, request) => floor.ask(caller, request));
  sockets.handle(withdrawFromFloor, (caller, request) => floor.withdraw(caller, request));
  sockets.handle(giveFloor, (caller, request) => floor.give(caller, request));
  sockets.handle(extendSpeech, (caller, request) => floor.extend(caller, request));
  sockets.handle(endSpeech, (caller, request) => floor.end(caller, request));
  sockets.handle(declineRequest, (caller, request) => floor.decline(caller, request));
  sockets.handle(moveRequest, (caller, request) => floor.move(caller, request));
  sockets.handle(setFloorRules, (caller, request) => floor.setRules(caller, request));
}
