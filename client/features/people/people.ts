import type { RollEntry } from '../../../models/contracts/attendance.ts';
import type { Floor } from '../../../models/contracts/floor.ts';
import type { LineQuality } from '../../../models/contracts/media.ts';
import type { Id } from '../../../models/ids.ts';
import { matchesQuery } from '../../primitives/fold.ts';
import type { RemotePeer } from '../../realtime/media/roster.ts';

/** How someone is seen and heard in the media room. */
export interface Presence {
  microphone: 'on' | 'off' | 'locked' | 'none';
  hasCamera: boolean;
  /** Null while it is not known. */
  line: LineQuality | null;
}

export interface PersonRow {
  personId: Id;
  fullName: string;
  /** Office and organisation in one line; may be empty. */
  office: string;
  seat: string;
  /** `staff` runs the meeting without being on its roll. */
  role: RollEntry['role'] | 'staff';
  /** Null for whoever is on no roll. */
  state: RollEntry['state'] | null;
  /** Null for whoever is not in the media room. */
  presence: Presence | null;
  floor: 'speaking' | 'waiting' | null;
}

/** The device of a room, which stands for those who sit there. */
export interface RoomRow {
  peerId: string;
  name: string;
  presence: Presence;
}

type Qualities = ReadonlyMap<string, LineQuality>;
type Peers = ReadonlyMap<string, RemotePeer>;

/** What the media room knows; `own` is not among the peers. */
export interface InRoom {
  peers: Peers;
  qualities: Qualities;
  own: { personId: Id; fullName: string; presence: Presence };
}

function presenceOf({ peerId, streams }: RemotePeer, qualities: Qualities): Presence {
  const microphone = streams.find(({ source }) => source === 'microphone');
  const camera = streams.find(({ source }) => source === 'camera');
  return {
    microphone: stateOf(microphone),
    hasCamera: camera !== undefined && !camera.paused,
    line: qualities.get(peerId) ?? null,
  };
}

function stateOf(stream: { paused: boolean; locked: boolean } | undefined): Presence['microphone'] {
  if (stream === undefined) return 'none';
  if (stream.locked) return 'locked';
  return stream.paused ? 'off' : 'on';
}

/**
 * Everyone of the meeting in the order of the roll, then the staff that is in the media room.
 * @param room null outside the media room: then nothing is known of microphones and cameras
 * @param staffName what stands for the name of someone who is on no roll
 */
export function peopleOf(
  roll: readonly RollEntry[],
  room: InRoom | null,
  floor: Pick<Floor, 'entries'> | undefined,
  staffName: string,
): PersonRow[] {
  const presences = room ? presencesOf(room) : new Map<Id, Presence>();
  const floors = floorsOf(floor);
  const listed = roll.map((entry) => ({
    personId: entry.personId,
    fullName: entry.fullName,
    office: [entry.office, entry.organisationName].filter(Boolean).join(' · '),
    seat: entry.seat,
    role: entry.role,
    state: entry.state,
    presence: presences.get(entry.personId) ?? null,
    floor: floors.get(entry.personId) ?? null,
  }));
  const known = new Set(roll.map(({ personId }) => personId));
  const others = [...presences].filter(([personId]) => !known.has(personId));
  return [
    ...listed,
    ...others.map(([personId, presence]) => ({
      personId,
      fullName: personId === room?.own.personId ? room.own.fullName : staffName,
      office: '',
      seat: '',
      role: 'staff' as const,
      state: null,
      presence,
      floor: null,
    })),
  ];
}

function presencesOf({ peers, qualities, own }: InRoom): Map<Id, Presence> {
  const presences = new Map<Id, Presence>([[own.personId, own.presence]]);
  for (const peer of peers.values())
    if (peer.personId !== null) presences.set(peer.personId, presenceOf(peer, qualities));
  return presences;
}

function floorsOf(floor: Pick<Floor, 'entries'> | undefined): Map<Id, 'speaking' | 'waiting'> {
  const floors = new Map<Id, 'speaking' | 'waiting'>();
  for (const { personId, state } of floor?.entries ?? []) {
    if (state === 'speaking') floors.set(personId, 'speaking');
    else if (!floors.has(personId)) floors.set(personId, 'waiting');
  }
  return floors;
}

export const roomsOf = ({ peers, qualities }: InRoom): RoomRow[] =>
  [...peers.values()].flatMap((peer) =>
    peer.personId === null
      ? [{ peerId: peer.peerId, name: peer.roomName ?? '', presence: presenceOf(peer, qualities) }]
      : [],
  );

export const groups = ['all', 'in_person', 'online', 'speaking', 'waiting'] as const;
export type Group = (typeof groups)[number];

const belongs: Record<Group, (row: PersonRow) => boolean> = {
  all: () => true,
  in_person: ({ state }) => state === 'in_person',
  // Who was checked in online, and who is in the media room without being on the roll as present.
  online: ({ state, presence }) =>
    state === 'online' || (presence !== null && state !== 'in_person'),
  speaking: ({ floor }) => floor === 'speaking',
  waiting: ({ floor }) => floor === 'waiting',
};

export const countGroups = (rows: readonly PersonRow[]): Record<Group, number> => ({
  all: rows.length,
  in_person: rows.filter(belongs.in_person).length,
  online: rows.filter(belongs.online).length,
  speaking: rows.filter(belongs.speaking).length,
  waiting: rows.filter(belongs.waiting).length,
});

/** Those of a group whose name, office or seat match what was typed. */
export const found = (rows: readonly PersonRow[], group: Group, query: string): PersonRow[] =>
  rows.filter(
    (row) =>
      belongs[group](row) &&
      (query.trim() === '' || matchesQuery(`${row.fullName} ${row.office} ${row.seat}`, query)),
  );
