import { mediaJoin, mediaLeave } from '../../models/contracts/media.ts';
import { enterMeeting } from '../../models/contracts/meetings.ts';
import type { Id } from '../../models/ids.ts';
import { createMediaNode } from '../../sfu/in-process-node.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import { film, hum } from '../../sfu/testing/broadcast.ts';
import { type MeetingHouse, openMeetingHouse } from './meeting-house.ts';
import type { TestSocket } from './test-client.ts';

/** A house with an open meeting that its chair and a member follow. */
export interface RecordingHouse extends MeetingHouse {
  node: MediaNode;
  chairLine: TestSocket;
  memberLine: TestSocket;
  /** Both come into the room: the chair is filmed, the member hums. */
  come(): Promise<void>;
  leave(): Promise<void>;
}

export const startMedia = () =>
  createMediaNode({ workers: 1, firstPort: 0, listen: [{ ip: '127.0.0.1' }] });

/** Real streams through a real media node. @param options of `openMeetingHouse` */
export async function openRecordingHouse(
  options: { dataDir?: string; env?: Record<string, string> } = {},
): Promise<RecordingHouse> {
  const node = await startMedia();
  const house = await openMeetingHouse({ ...options, deps: { startMedia: async () => node } });
  await house.open();
  const { meetingId } = house;
  const follow = async (username: string) => {
    const line = await (await house.signedIn(username)).connect();
    await line.act(enterMeeting, { meetingId });
    return line;
  };
  const [chairLine, memberLine] = [await follow('chutoa'), await follow('uyvien')];
  const visit = visitOf(node, meetingId, { chairLine, memberLine });
  return {
    ...house,
    node,
    chairLine,
    memberLine,
    come: visit.come,
    leave: visit.leave,
    async close() {
      await visit.fallSilent();
      await house.close();
    },
  };
}

function visitOf(
  node: MediaNode,
  meetingId: Id,
  { chairLine, memberLine }: Pick<RecordingHouse, 'chairLine' | 'memberLine'>,
): Pick<RecordingHouse, 'come' | 'leave'> & { fallSilent(): Promise<void> } {
  let sending: { stop(): Promise<void> }[] = [];
  const fallSilent = async () => {
    for (const one of sending) await one.stop();
    sending = [];
  };
  const join = async (line: TestSocket) => {
    const { peerId } = await line.act(mediaJoin, { meetingId });
    return { roomId: meetingId, peerId };
  };
  return {
    async come() {
      sending = [await film(node, await join(chairLine)), await hum(node, await join(memberLine))];
    },
    async leave() {
      for (const line of [chairLine, memberLine]) await line.act(mediaLeave, { meetingId });
      await fallSilent();
    },
    fallSilent,
  };
}
