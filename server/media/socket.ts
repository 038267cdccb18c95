import {
  mediaConnect,
  mediaConsume,
  mediaJoin,
  mediaLeave,
  mediaPause,
  mediaProduce,
  mediaReceive,
  mediaReport,
  mediaRestartIce,
  mediaResume,
  mediaStop,
  mediaTransport,
} from '../../models/contracts/media.ts';
import type { Logger } from '../platform/logger.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { MediaService } from './service.ts';

type Handle = Pick<Sockets, 'handle'>;

export function mediaActions(sockets: Handle, media: MediaService, logger: Logger): void {
  sockets.handle(mediaJoin, (caller, { meetingId }, connection) =>
    media.join(caller, meetingId, connection),
  );
  sockets.handle(mediaLeave, async (_caller, { meetingId }, connection) => {
    await media.leave(meetingId, connection);
    return {};
  });
  transportActions(sockets, media, logger);
  sendingActions(sockets, media);
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
}

function sendingActions(sockets: Handle, media: MediaService): void {
  const { node } = media;
  sockets.handle(mediaProduce, async (_caller, { meetingId, ...request }, connection) =>
    node.produce(media.peerOf(meetingId, connection), request),
  );
  sockets.handle(mediaPause, async (_caller, { meetingId, producerId, paused }, connection) =>
    node.pauseProducer(media.peerOf(meetingId, connection), producerId, paused),
  );
  sockets.handle(mediaStop, async (_caller, { meetingId, producerId }, connection) => {
    await node.closeProducer(media.peerOf(meetingId, connection), producerId);
    return {};
  });
}

function receivingActions(sockets: Handle, media: MediaService): void {
  const { node } = media;
  sockets.handle(mediaConsume, async (_caller, { meetingId, producerIds }, connection) => {
    const peer = media.peerOf(meetingId, connection);
    return { consumers: await node.consume(peer, producerIds) };
  });
  sockets.handle(mediaResume, async (_caller, { meetingId, consumerIds }, connection) => {
    const changes = consumerIds.map((consumerId) => ({ consumerId, paused: false }));
    await node.changeConsumers(media.peerOf(meetingId, connection), changes);
    return {};
  });
  sockets.handle(mediaReceive, async (_caller, { meetingId, changes }, connection) => {
    await node.changeConsumers(media.peerOf(meetingId, connection), changes);
    return {};
  });
}
