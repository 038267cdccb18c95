import type { LineQuality, MediaPeer, ProducerInfo } from '../../models/contracts/media.ts';
import type { RtpCapabilities } from '../../models/contracts/rtp.ts';
import type { Id } from '../../models/ids.ts';
import type { MediaNodeEvents, PeerRef } from '../../sfu/media-node.ts';
import type { Connection } from '../platform/socket-app.ts';
import type { Who } from './rules.ts';

/** A stay in the media of a meeting; it outlives the line by a moment. */
export interface Member {
  readonly peerId: string;
  readonly meetingId: Id;
  readonly who: Who;
  /** Null while the line is broken. */
  connection: Connection | null;
  /** Ends the stay unless the line comes back first. */
  grace: NodeJS.Timeout | null;
  /** Of the room's router; null until the media node has let the member in. */
  rtpCapabilities: RtpCapabilities | null;
  /** What it sends, by producer, as the node told last. */
  readonly streams: Map<string, ProducerInfo>;
  /** The highest layer of each of its streams that anyone receives, as the node told last. */
  readonly wanted: Map<string, number | null>;
  /** How the member said its line is; null until it did. */
  quality: LineQuality | null;
}

export const refOf = ({ meetingId, peerId }: Member): PeerRef => ({ roomId: meetingId, peerId });

/** As the others see it; null for a screen, which is nobody's peer. */
export function peerOf({ peerId, who }: Member): MediaPeer | null {
  if (who.kind === 'person') return { peerId, personId: who.personId, roomName: null };
  if (who.kind === 'room') return { peerId, personId: null, roomName: who.roomName };
  return null;
}

/** Of the person or the device; ids of both are unique. */
export const idOf = (who: Who): Id => (who.kind === 'person' ? who.personId : who.deviceId);

export type Levels = MediaNodeEvents['levels']['levels'];

interface Room {
  members: Set<Member>;
  speakerPeerId: string | null;
  /** Who is heard, as it was told last. */
  levels: Levels;
}

const emptyRoom = (): Room => ({ members: new Set(), speakerPeerId: null, levels: [] });

/** Who is in which media room, in memory: a restarted server begins with empty rooms. */
export class Members {
  readonly #byPeer = new Map<string, Member>();
  readonly #byWho = new Map<string, Member>();
  readonly #byLine = new Map<string, Member>();
  readonly #rooms = new Map<Id, Room>();

  /** Newer than any other of the same person or device, which can then no longer be found by it. */
  add(member: Member): void {
    const { peerId, meetingId, who, connection } = member;
    this.#byPeer.set(peerId, member);
    this.#byWho.set(key(meetingId, idOf(who)), member);
    if (connection) this.#byLine.set(key(meetingId, connection.id), member);
    const room = this.#rooms.get(meetingId) ?? emptyRoom();
    this.#rooms.set(meetingId, room);
    room.members.add(member);
  }

  /** @returns whether it was still in */
  remove(member: Member): boolean {
    if (!this.has(member)) return false;
    const { peerId, meetingId, who, connection } = member;
    this.#byPeer.delete(peerId);
    forget(this.#byWho, key(meetingId, idOf(who)), member);
    if (connection) forget(this.#byLine, key(meetingId, connection.id), member);
    const room = this.#rooms.get(meetingId);
    room?.members.delete(member);
    if (room?.members.size === 0) this.#rooms.delete(meetingId);
    return true;
  }

  /** The member goes on over another line, or over none for now. */
  rebind(member: Member, connection: Connection | null): void {
    const { meetingId } = member;
    if (member.connection) forget(this.#byLine, key(meetingId, member.connection.id), member);
    member.connection = connection;
    if (connection) this.#byLine.set(key(meetingId, connection.id), member);
  }

  has(member: Member): boolean {
    return this.#byPeer.get(member.peerId) === member;
  }

  byPeer(peerId: string): Member | undefined {
    return this.#byPeer.get(peerId);
  }

  /** @param whoId of a person or a device */
  of(whoId: Id, meetingId: Id): Member | undefined {
    return this.#byWho.get(key(meetingId, whoId));
  }

  onLine(connectionId: string, meetingId: Id): Member | undefined {
    return this.#byLine.get(key(meetingId, connectionId));
  }

  in(meetingId: Id): Iterable<Member> {
    return this.#rooms.get(meetingId)?.members ?? [];
  }

  isEmpty(meetingId: Id): boolean {
    return !this.#rooms.has(meetingId);
  }

  speakerIn(meetingId: Id): string | null {
    return this.#rooms.get(meetingId)?.speakerPeerId ?? null;
  }

  setSpeaker(meetingId: Id, peerId: string | null): void {
    const room = this.#rooms.get(meetingId);
    if (room) room.speakerPeerId = peerId;
  }

  levelsIn(meetingId: Id): Levels {
    return this.#rooms.get(meetingId)?.levels ?? [];
  }

  /** Keeps them if others are heard than before. @returns whether that is so */
  setLevels(meetingId: Id, levels: Levels): boolean {
    const room = this.#rooms.get(meetingId);
    if (!room) return false;
    const before = new Set(room.levels.map(({ peerId }) => peerId));
    if (levels.length === before.size && levels.every(({ peerId }) => before.has(peerId)))
      return false;
    room.levels = levels;
    return true;
  }
}

const key = (meetingId: Id, id: string): string => `${meetingId} ${id}`;

function forget(index: Map<string, Member>, at: string, member: Member): void {
  if (index.get(at) === member) index.delete(at);
}
