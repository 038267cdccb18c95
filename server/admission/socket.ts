import {
  admitPeople,
  declinePerson,
  knock,
  removePerson,
  setDoor,
} from '../../models/contracts/admission.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { AdmissionService } from './service.ts';

export function admissionActions(
  sockets: Pick<Sockets, 'handle'>,
  admission: AdmissionService,
): void {
  sockets.handle(knock, (caller, { meetingId }) => admission.knock(caller, meetingId));
  sockets.handle(setDoor, (caller, request) => admission.setDoor(caller, request));
  sockets.handle(admitPeople, (caller, request) => admission.admit(caller, request));
  sockets.handle(declinePerson, (caller, request) => admission.decline(caller, request));
  sockets.handle(removePerson, (caller, request) => admission.remove(caller, request));
}
