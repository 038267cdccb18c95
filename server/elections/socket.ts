import { castEncrypted, registerCredential } from '../../models/contracts/elections.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { ElectionsService } from './service.ts';

export function electionsActions(
  sockets: Pick<Sockets, 'handle'>,
  elections: Pick<ElectionsService, 'register' | 'cast'>,
): void {
  sockets.handle(registerCredential, (caller, data) => elections.register(caller, data));
  sockets.handle(castEncrypted, (caller, data) => elections.cast(caller, data));
}
