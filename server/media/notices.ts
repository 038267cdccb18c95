import {
  mediaLayers,
  mediaLevels,
  mediaSpeaker,
  mediaWanted,
} from '../../models/contracts/media.ts';
import type { Id } from '../../models/ids.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import type { Herald } from './herald.ts';
import type { Members } from './members.ts';

interface Hearers {
  members: Members;
  herald: Herald;
  publisher: Publisher;
  logger: Logger;
  /** The stay of these ended with a part of the room; they are told to join again. */
  onLost(meetingId: Id, peerIds: string[]): void;
}

/**
 * Passes on what the node tells: to all of a meeting, or to the one whom it concerns. The node also holds rooms that are
 * no meeting, such as tests of a line, and peers that are nobody, such as a recorder; nothing is told of them here.
 */
export function announceMedia(node: MediaNode, hearers: Hearers): void {
  const { members, publisher, logger } = hearers;
  announceStreams(node, hearers);
  node.on('speaker', ({ roomId: meetingId, peerId }) => {
    if (members.isEmpty(meetingId)) return;
    members.setSpeaker(meetingId, peerId);
    publisher.toMeeting(meetingId, mediaSpeaker, { meetingId, peerId });
  });
  node.on('levels', ({ roomId: meetingId, levels }) => {
    // The node measures twice a second. To a hall of hundreds only that someone else is heard is worth a message.
    if (members.setLevels(meetingId, levels))
      publisher.toMeeting(meetingId, mediaLevels, { meetingId, levels });
  });
  node.on('layers', ({ roomId: meetingId, peerId, consumerId, layers }) =>
    members.byPeer(peerId)?.connection?.send(mediaLayers, { meetingId, consumerId, layers }),
  );
  node.on('roomLost', ({ roomId, peerIds }) => hearers.onLost(roomId, peerIds));
  node.on('transport', ({ transportId, state }) =>
    logger.info({ transportId, state }, 'transport'),
  );
  node.on('workerDied', (worker) => logger.error(worker, 'a media worker died'));
  node.on('workerReplaced', (worker) => logger.info(worker, 'a media worker was replaced'));
}

function announceStreams(node: MediaNode, { members, herald }: Hearers): void {
  node.on('producer', ({ producer }) => {
    const member = members.byPeer(producer.peerId);
    if (!member) return;
    member.streams.set(producer.producerId, producer);
    herald.stream(member, producer);
  });
  node.on('producerClosed', ({ peerId, producerId }) => {
    const member = members.byPeer(peerId);
    // When the whole peer left, that is told once.
    if (!member) return;
    member.streams.delete(producerId);
    member.wanted.delete(producerId);
    herald.streamEnded(member, producerId);
  });
  node.on('wanted', ({ roomId: meetingId, peerId, producerId, spatialLayer }) => {
    const member = members.byPeer(peerId);
    member?.wanted.set(producerId, spatialLayer);
    member?.connection?.send(mediaWanted, { meetingId, producerId, spatialLayer });
  });
}
