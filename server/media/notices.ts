import {
  mediaLayers,
  mediaLevels,
  mediaProducer,
  mediaProducerClosed,
  mediaRoomLost,
  mediaSpeaker,
  mediaWanted,
} from '../../models/contracts/media.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import type { Members } from './members.ts';

interface Hearers {
  members: Members;
  publisher: Publisher;
  logger: Logger;
}

/** Passes on what the node tells: to all of a meeting, or to the one whom it concerns. */
export function announceMedia(node: MediaNode, { members, publisher, logger }: Hearers): void {
  node.on('producer', ({ roomId: meetingId, producer }) =>
    publisher.toMeeting(meetingId, mediaProducer, { meetingId, ...producer }),
  );
  node.on('producerClosed', ({ roomId: meetingId, peerId, producerId }) => {
    // When the whole peer left, that is told once.
    if (!members.byPeer(peerId)) return;
    publisher.toMeeting(meetingId, mediaProducerClosed, { meetingId, peerId, producerId });
  });
  node.on('speaker', ({ roomId: meetingId, peerId }) =>
    publisher.toMeeting(meetingId, mediaSpeaker, { meetingId, peerId }),
  );
  node.on('levels', ({ roomId: meetingId, levels }) =>
    publisher.toMeeting(meetingId, mediaLevels, { meetingId, levels }),
  );
  node.on('wanted', ({ roomId: meetingId, peerId, producerId, spatialLayer }) =>
    members.byPeer(peerId)?.connection.send(mediaWanted, { meetingId, producerId, spatialLayer }),
  );
  node.on('layers', ({ roomId: meetingId, peerId, consumerId, layers }) =>
    members.byPeer(peerId)?.connection.send(mediaLayers, { meetingId, consumerId, layers }),
  );
  node.on('roomLost', ({ roomId: meetingId, peerIds }) => {
    for (const peerId of peerIds) {
      const member = members.byPeer(peerId);
      if (member) members.remove(member);
    }
    publisher.toMeeting(meetingId, mediaRoomLost, { meetingId });
  });
  node.on('transport', ({ transportId, state }) =>
    logger.info({ transportId, state }, 'transport'),
  );
  node.on('workerDied', (worker) => logger.error(worker, 'a media worker died'));
  node.on('workerReplaced', (worker) => logger.info(worker, 'a media worker was replaced'));
}
