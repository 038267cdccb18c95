import {
  type ProducerInfo,
  mediaLayers,
  mediaLevels,
  mediaMuted,
  mediaPeers,
  mediaQualities,
  mediaReplaced,
  mediaRoomLost,
  mediaSpeaker,
  mediaStreams,
  mediaUnmuteAsked,
  mediaWanted,
} from '../../../models/contracts/media.ts';
import type { Id } from '../../../models/ids.ts';
import type { Connection } from '../connection.ts';
import type { Levels } from './media-state.ts';
import type { RosterEvent } from './roster.ts';

/** What the server tells about the media of a meeting. */
export interface Heard {
  onRoster(event: RosterEvent): void;
  onStream(stream: ProducerInfo): void;
  onSpeaker(peerId: string | null): void;
  onLevels(levels: Levels): void;
  onWanted(producerId: string, layer: number | null): void;
  onLayers(consumerId: string, hasLayer: boolean): void;
  onAsked(byName: string): void;
  onMuted(byName: string): void;
  onRoomLost(): void;
  onReplaced(): void;
}

/** Hears what concerns one meeting. @returns what ends each hearing */
export function hearMedia(connection: Connection, meetingId: Id, heard: Heard): (() => void)[] {
  const here =
    <D extends { meetingId: Id }>(hear: (data: D) => void) =>
    (data: D) => {
      if (data.meetingId === meetingId) hear(data);
    };
  return [
    connection.on(
      mediaPeers,
      here(({ joined, left }) => heard.onRoster({ type: 'peers', joined, left })),
    ),
    connection.on(
      mediaQualities,
      here(({ qualities }) => heard.onRoster({ type: 'qualities', qualities })),
    ),
    connection.on(
      mediaStreams,
      here(({ streams, ended }) => {
        for (const stream of streams) heard.onStream(stream);
        for (const gone of ended) heard.onRoster({ type: 'ended', ...gone });
      }),
    ),
    connection.on(
      mediaSpeaker,
      here(({ peerId }) => heard.onSpeaker(peerId)),
    ),
    connection.on(
      mediaLevels,
      here(({ levels }) =>
        heard.onLevels(new Map(levels.map(({ peerId, volume }) => [peerId, volume]))),
      ),
    ),
    connection.on(
      mediaWanted,
      here(({ producerId, spatialLayer }) => heard.onWanted(producerId, spatialLayer)),
    ),
    connection.on(
      mediaLayers,
      here(({ consumerId, layers }) => heard.onLayers(consumerId, layers !== null)),
    ),
    connection.on(
      mediaUnmuteAsked,
      here(({ byName }) => heard.onAsked(byName)),
    ),
    connection.on(
      mediaMuted,
      here(({ byName }) => heard.onMuted(byName)),
    ),
    connection.on(
      mediaRoomLost,
      here(() => heard.onRoomLost()),
    ),
    connection.on(
      mediaReplaced,
      here(() => heard.onReplaced()),
    ),
  ];
}
