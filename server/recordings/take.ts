import type { Id } from '../../models/ids.ts';
import type { Workshop } from './deps.ts';
import { startDirector } from './director.ts';
import { type RecordingFolder, beginTake, endTake, noteTurn } from './files.ts';
import type { Scene } from './rules.ts';
import { findSpeaking } from './store.ts';

/** What is being written without a break. */
export interface RunningTake {
  /** Resolves when everything is on the disk. */
  end(): Promise<void>;
}

/** @throws Error when nothing can be written */
export async function startTake(
  workshop: Workshop,
  meetingId: Id,
  folder: RecordingFolder,
): Promise<RunningTake | null> {
  const { media, logger } = workshop;
  if (media === null) return null;
  const { node } = media;
  await node.startRecording({ roomId: meetingId, folder: await beginTake(folder) });
  const began = performance.now();
  const director = startDirector({
    meetingId,
    node,
    logger,
    scene: () => sceneOf(workshop, meetingId),
    onTurn: (turn) => noteTurn(folder, turn),
  });
  return {
    async end() {
      director.stop();
      const seconds = (performance.now() - began) / 1000;
      await node.stopRecording(meetingId);
      await endTake(folder, seconds);
    },
  };
}

async function sceneOf({ media, meetings, database }: Workshop, meetingId: Id): Promise<Scene> {
  const { members = [], speakerPeerId = null } = media?.sending(meetingId) ?? {};
  const participants = await meetings.participantsOf(database.read, meetingId);
  return {
    senders: members.map(({ peerId, personId, streams }) => {
      const of = (source: string) =>
        streams.find((stream) => stream.source === source)?.producerId ?? null;
      return { peerId, personId, camera: of('camera'), screen: of('screen') };
    }),
    floorId: await findSpeaking(database.read, meetingId),
    speakerPeerId,
    chairId: participants.find(({ role }) => role === 'chair')?.personId ?? null,
  };
}
