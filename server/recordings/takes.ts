import type { Id } from '../../models/ids.ts';
import { type Workshop, recordingFolder } from './deps.ts';
import { type Director, startDirector } from './director.ts';
import { beginFolder, noteTurn } from './files.ts';
import type { Scene } from './rules.ts';
import { type RecordingRow, findSpeaking } from './store.ts';

/** What is being recorded now, one recording a meeting. */
export interface Takes {
  has(meetingId: Id): boolean;
  /** Does nothing when the meeting is being recorded. */
  begin(recording: RecordingRow): Promise<void>;
  /** Resolves when everything is on the disk. */
  end(meetingId: Id): Promise<void>;
  close(): Promise<void>;
}

export function createTakes(workshop: Workshop): Takes {
  const { media, logger } = workshop;
  const directors = new Map<Id, Director>();
  const end = async (meetingId: Id) => {
    directors.get(meetingId)?.stop();
    directors.delete(meetingId);
    await media?.node.stopRecording(meetingId);
  };
  return {
    has: (meetingId) => directors.has(meetingId),
    async begin({ id, meetingId }) {
      if (media === null || directors.has(meetingId)) return;
      const folder = recordingFolder(workshop, id);
      await beginFolder(folder);
      await media.node.startRecording({ roomId: meetingId, folder: folder.parts });
      const director = startDirector({
        meetingId,
        node: media.node,
        logger,
        scene: () => sceneOf(workshop, meetingId),
        onTurn: (turn) => noteTurn(folder, turn),
      });
      directors.set(meetingId, director);
    },
    end,
    async close() {
      for (const meetingId of directors.keys()) await end(meetingId);
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
