import { mediaJoin } from '../../models/contracts/media.ts';
import { enterMeeting } from '../../models/contracts/meetings.ts';
import { createMediaNode } from '../../sfu/in-process-node.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import { film, hum } from '../../sfu/testing/broadcast.ts';
import { type MeetingHouse, openMeetingHouse } from './meeting-house.ts';
import type { TestSocket } from './test-client.ts';

/** A house with an open meeting: its chair is filmed, a member hums, and both follow it. */
export interface RecordingHouse extends MeetingHouse {
  node: MediaNode;
  chairLine: TestSocket;
  memberLine: TestSocket;
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
  const enter = async (username: string) => {
    const line = await (await house.signedIn(username)).connect();
    await line.act(enterMeeting, { meetingId });
    const { peerId } = await line.act(mediaJoin, { meetingId });
    return { line, ref: { roomId: meetingId, peerId } };
  };
  const [chair, member] = [await enter('chutoa'), await enter('uyvien')];
  const sending = [await film(node, chair.ref), await hum(node, member.ref)];
  return {
    ...house,
    node,
    chairLine: chair.line,
    memberLine: member.line,
    async close() {
      for (const one of sending) await one.stop();
      await house.close();
    },
  };
}
