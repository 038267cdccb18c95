import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RollEntry, attendanceStates } from '../../../models/contracts/attendance.ts';
import { newId } from '../../../models/ids.ts';
import type { RemotePeer } from '../../realtime/media/roster.ts';
import { type InRoom, countGroups, found, groups, peopleOf, roomsOf } from './people.ts';

const entry = (change: Partial<RollEntry> = {}): RollEntry => ({
  personId: newId(),
  fullName: 'Nguyễn Thị Hường',
  office: 'Phó Chủ tịch',
  organisationName: 'Ủy ban nhân dân',
  role: 'member',
  seat: 'A1',
  state: 'online',
  at: null,
  evidence: null,
  ...change,
});
const microphone = (paused: boolean, locked = false) =>
  ({ producerId: newId(), source: 'microphone', kind: 'audio', paused, locked }) as const;
const peer = (change: Partial<RemotePeer>): RemotePeer => ({
  peerId: newId(),
  personId: newId(),
  roomName: null,
  streams: [],
  ...change,
});
const roomWith = (...peers: RemotePeer[]): InRoom => ({
  peers: new Map(peers.map((one) => [one.peerId, one])),
  qualities: new Map(),
  own: {
    personId: newId(),
    fullName: 'Tôn Nữ Hạ Vy',
    presence: { microphone: 'on', hasCamera: true, line: null },
  },
});

describe('peopleOf', () => {
  it('[people] everyone on the roll is listed once and in its order, whoever is in the room', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.array(fc.nat(40), { maxLength: 40 }), (size, inside) => {
        const roll = Array.from({ length: size }, () => entry());
        const peers = inside.map((at) => peer({ personId: roll[at]?.personId ?? newId() }));
        const rows = peopleOf(roll, roomWith(...peers), undefined, 'Văn phòng');
        expect(rows.slice(0, size).map(({ personId }) => personId)).toEqual(
          roll.map(({ personId }) => personId),
        );
        expect(new Set(rows.map(({ personId }) => personId)).size).toBe(rows.length);
        expect(rows.slice(size).every(({ role }) => role === 'staff')).toBe(true);
      }),
    );
  });

  it('[people] a locked microphone is shown as locked, a missing one as missing', () => {
    const roll = [entry(), entry(), entry(), entry(), entry()];
    const streams = [[microphone(false)], [microphone(true)], [microphone(true, true)], []];
    const peers = streams.map((sent, at) =>
      peer({ personId: roll[at]?.personId ?? null, streams: sent }),
    );
    const rows = peopleOf(roll, roomWith(...peers), undefined, '');
    expect(rows.slice(0, 5).map(({ presence }) => presence?.microphone)).toEqual([
      'on',
      'off',
      'locked',
      'none',
      undefined,
    ]);
  });

  it('[people] the device of a room is a room and no person', () => {
    const device = peer({ personId: null, roomName: 'Hội trường A' });
    const room = roomWith(device);
    expect(roomsOf(room).map(({ name }) => name)).toEqual(['Hội trường A']);
    expect(peopleOf([], room, undefined, '').map(({ personId }) => personId)).toEqual([
      room.own.personId,
    ]);
  });

  it('[people] outside the media room nothing is said of microphones', () => {
    expect(peopleOf([entry()], null, undefined, '')[0]?.presence).toBeNull();
  });
});

describe('finding', () => {
  const roll = attendanceStates.map((state) => entry({ state }));
  const rows = peopleOf(roll, null, undefined, '');

  it('[people] names are found without diacritics, also by office', () => {
    expect(found(rows, 'all', 'huong nguyen')).toHaveLength(rows.length);
    expect(found(rows, 'all', 'pho chu tich')).toHaveLength(rows.length);
    expect(found(rows, 'all', 'tran')).toHaveLength(0);
  });

  it('[people] each group shows as many as it says', () => {
    const counts = countGroups(rows);
    for (const group of groups) expect(found(rows, group, '')).toHaveLength(counts[group]);
    expect([counts.in_person, counts.online]).toEqual([1, 1]);
  });
});
