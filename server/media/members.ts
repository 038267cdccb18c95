import type { Id } from '../../models/ids.ts';
import type { Connection } from '../platform/socket-app.ts';

/** Someone's connection to the media of a meeting. */
export interface Member {
  peerId: string;
  personId: Id;
  meetingId: Id;
  connection: Connection;
}

/** Who is in which media room, in memory: with the connections it would end anyway. */
export class Members {
  readonly #byPeer = new Map<string, Member>();
  readonly #byMeeting = new Map<Id, Set<Member>>();

  add(member: Member): void {
    this.#byPeer.set(member.peerId, member);
    const room = this.#byMeeting.get(member.meetingId) ?? new Set();
    this.#byMeeting.set(member.meetingId, room.add(member));
  }

  /** @returns whether it was still in */
  remove(member: Member): boolean {
    if (!this.has(member)) return false;
    this.#byPeer.delete(member.peerId);
    const room = this.#byMeeting.get(member.meetingId);
    room?.delete(member);
    if (room?.size === 0) this.#byMeeting.delete(member.meetingId);
    return true;
  }

  has(member: Member): boolean {
    return this.#byPeer.get(member.peerId) === member;
  }

  byPeer(peerId: string): Member | undefined {
    return this.#byPeer.get(peerId);
  }

  in(meetingId: Id): Member[] {
    return [...(this.#byMeeting.get(meetingId) ?? [])];
  }

  ofPerson(personId: Id, meetingId: Id): Member | undefined {
    return this.in(meetingId).find((member) => member.personId === personId);
  }

  ofConnection(connectionId: string, meetingId: Id): Member | undefined {
    return this.in(meetingId).find(({ connection }) => connection.id === connectionId);
  }
}
