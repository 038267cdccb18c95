import {
  mediaAskToUnmute,
  mediaConnect,
  mediaConsume,
  mediaJoin,
  mediaLeave,
  mediaMute,
  mediaPause,
  mediaProduce,
  mediaQuality,
  mediaReceive,
  mediaReport,
  mediaRestartIce,
  mediaStop,
  mediaTransport,
} from '../../models/contracts/media.ts';
import type { Logger } from '../platform/logger.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { MediaService } from './service.ts';

type Handle = Pick<Sockets, 'handle'>;

export function mediaActions(sockets: Handle, media: MediaService, logger: Logger): void {
  sockets.handle(mediaJoin, (caller, request, connection) =>
    media.join(caller, request, connection),
  );
  sockets.handle(mediaLeave, async (_caller, { meetingId }, connection) => {
    await media.leave(meetingId, connection);
    return {};
  });
  transportActions(sockets, media, logger);
  sendingActions(sockets, media);
  moderatingActions(sockets, media);
  receivingActions(sockets, media);
}

function transportActions(sockets: Handle, media: MediaService, logger: Logger): void {
  const { node } = media;
  sockets.handle(mediaTransport, async (_caller, request, connection) => {
    const { direction } = request;
    const rtpCapabilities = 'rtpCapabilities' in request ? request.rtpCapabilities : undefined;
    const peer = media.peerOf(request.meetingId, connection);
    return node.createTransport(peer, { direction, rtpCapabilities });
  });
  sockets.handle(mediaConnect, async (_caller, request, connection) => {
    const peer = media.peerOf(request.meetingId, connection);
    await node.connectTransport(peer, request.transportId, request.dtlsParameters);
    return {};
  });
  sockets.handle(mediaRestartIce, async (_caller, { meetingId, transportId }, connection) => {
    const peer = media.peerOf(meetingId, connection);
    return { iceParameters: await node.restartIce(peer, transportId) };
  });
  sockets.handle(mediaReport, async (_caller, report, connection) => {
    media.peerOf(report.meetingId, connection);
    const { transportId, srtpProfile, protocol } = report;
    logger.info({ transportId, srtpProfile, protocol }, 'a browser is connected to media');
    return {};
  });
  sockets.handle(mediaQuality, async (_caller, { meetingId, quality }, connection) => {
    media.tellQuality(meetingId, quality, connection);
    return {};
  });
}

function sendingActions(sockets: Handle, media: MediaService): void {
  const { node } = media;
  sockets.handle(mediaProduce, (_caller, { meetingId, ...request }, connection) =>
    media.produce(meetingId, request, connection),
  );
  sockets.handle(mediaPause, (_caller, { meetingId, ...wish }, connection) =>
    media.pause(meetingId, wish, connection),
  );
  sockets.handle(mediaStop, async (_caller, { meetingId, producerId }, connection) => {
    await node.closeProducer(media.peerOf(meetingId, connection), producerId);
    return {};
  });
}

function moderatingActions(sockets: Handle, media: MediaService): void {
  sockets.handle(mediaMute, (caller, { meetingId, personId }) =>
    media.mute(caller, meetingId, personId),
  );
  sockets.handle(mediaAskToUnmute, async (caller, { meetingId, personId }) => {
    await media.askToUnmute(caller, meetingId, personId);
    return {};
  });
}

function receivingActions(sockets: Handle, media: MediaService): void {
  const { node } = media;
  sockets.handle(mediaConsume, async (_caller, { meetingId, producerIds }, connection) => {
    const peer = media.peerOf(meetingId, connection);
    return { consumers: await node.consume(peer, producerIds) };
  });
  sockets.handle(mediaReceive, async (_caller, { meetingId, changes }, connection) => {
    await node.changeConsumers(media.peerOf(meetingId, connection), changes);
    return {};
  });
}
