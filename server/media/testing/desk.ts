import type { FloorEntry } from '../../../models/contracts/floor.ts';
import type { MeetingState, ParticipantRole } from '../../../models/contracts/meetings.ts';
import { AppError, type ErrorCode } from '../../../models/errors.ts';
import type { Id } from '../../../models/ids.ts';
import type { AudioRights } from '../../floor/service.ts';
import type { MediaDeps } from '../service.ts';

/** What the meeting, its floor and its door say, as a test sets it. */
export interface Desk {
  meetingId: Id;
  state: MeetingState;
  /** Of the meeting; devices of other rooms are refused. */
  roomId: Id | null;
  roles: Map<Id, ParticipantRole>;
  speakerId: Id | null;
  /** Tells whoever listens. */
  setRights(rights: AudioRights): void;
  /** While it runs, each question about rights waits. */
  holdRights(until: Promise<void>): void;
  /** How often rights were asked for. */
  asked(): number;
  refusals: Map<Id, ErrorCode>;
  sendOut(personId: Id, meetingId: Id): void;
  deps: Pick<MediaDeps, 'meetings' | 'floor' | 'admission'>;
}

export function createDesk(meetingId: Id): Desk {
  let rights: AudioRights = { everyone: true };
  let held: Promise<void> = Promise.resolve();
  let asked = 0;
  const onRights: ((meetingId: Id) => void)[] = [];
  const onRemoved: ((personId: Id, meetingId: Id) => void)[] = [];
  const desk: Desk = {
    meetingId,
    state: 'open',
    roomId: null,
    roles: new Map(),
    speakerId: null,
    setRights(next) {
      rights = next;
      for (const hook of onRights) hook(meetingId);
    },
    holdRights: (until) => void (held = until),
    asked: () => asked,
    refusals: new Map(),
    sendOut(personId) {
      desk.refusals.set(personId, 'removed_from_room');
      for (const hook of onRemoved) hook(personId, meetingId);
    },
    deps: {
      meetings: {
        headOf: async () => headOf(meetingId, desk),
        roleOf: async (personId) => desk.roles.get(personId) ?? null,
        admitViewer: async ({ device }) => {
          if (device?.roomId !== null && device?.roomId !== desk.roomId)
            throw new AppError('not_allowed');
        },
      },
      floor: {
        async audioRights() {
          asked += 1;
          const answer = rights;
          await held;
          return answer;
        },
        onRightsChanged: (hook) => void onRights.push(hook),
        floor: async () => ({
          meetingId,
          mode: 'open',
          defaultSeconds: null,
          version: 1,
          entries: desk.speakerId === null ? [] : [speechOf(desk.speakerId)],
        }),
      },
      admission: {
        refusalToEnter: async ({ person }) => desk.refusals.get(person?.personId ?? '') ?? null,
        onRemoved: (hook) => void onRemoved.push(hook),
      },
    },
  };
  return desk;
}

const moment = '2026-03-02T01:00:00.000Z';

const headOf = (meetingId: Id, { state, roomId }: Desk) => ({
  id: meetingId,
  bodyId: meetingId,
  roomId,
  title: 'Phiên họp',
  startsAt: moment,
  endsAt: moment,
  state,
  revision: 1,
  currentAgendaItemId: null,
  currentItemSince: null,
  screenView: 'auto' as const,
  openedAt: null,
  checkInsByHand: null,
});

const speechOf = (personId: Id): FloorEntry => ({
  id: personId,
  personId,
  kind: 'speech',
  state: 'speaking',
  topic: '',
  agendaItemId: null,
  place: 1,
  askedAt: moment,
  allottedSeconds: null,
  spokenMs: 0,
  since: moment,
  startedAt: moment,
  endedAt: null,
});
