import { type Connection, createConnection } from '../../../client/realtime/connection.ts';
import type { ReceiveMode } from '../../../client/realtime/media/fit.ts';
import { createLocalMedia } from '../../../client/realtime/media/local-media.ts';
import { createMediaSession } from '../../../client/realtime/media/session.ts';
import type { MediaSession, MediaState } from '../../../client/realtime/media/media-state.ts';

/**
 * Runs inside Chromium: the product's own connection and media session without any screen, driven by the
 * test through `media`.
 */
declare global {
  interface Window {
    media: typeof media;
  }
}

let session: MediaSession;
let connection: Connection;
const paths: RTCPeerConnection[] = [];

/** Statistics of every connection of the page, the closed ones too. */
function watchPaths(): void {
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      paths.push(this);
    }
  };
}

function join(meetingId: string): void {
  watchPaths();
  connection = createConnection({ as: 'test' });
  connection.open();
  session = createMediaSession(connection, meetingId, createLocalMedia());
  session.subscribe(playAll);
  session.subscribe(showAll);
  session.start();
}

const played = new Map<string, HTMLVideoElement>();

/** Chromium decodes only what an element plays. */
function playAll(): void {
  for (const track of session.getSnapshot().tracks.values()) {
    if (played.has(track.id)) continue;
    const element = document.createElement('video');
    element.muted = true;
    element.autoplay = true;
    element.srcObject = new MediaStream([track]);
    document.body.append(element);
    played.set(track.id, element);
  }
}

/** Heights that the test chose; whatever else is sent is looked at as if it were large. */
const chosenHeights = new Map<string, number | null>();
let shownNow = '';

function showAll(): void {
  const streams = [...session.getSnapshot().peers.values()].flatMap((peer) => peer.streams);
  const shown = streams.map(
    ({ producerId }): [string, { height: number | null; priority: number }] => {
      const height = chosenHeights.get(producerId);
      return [producerId, { height: height === undefined ? 720 : height, priority: 1 }];
    },
  );
  // Telling it changes the session, which calls this again.
  const text = JSON.stringify(shown);
  if (text === shownNow) return;
  shownNow = text;
  session.show(new Map(shown));
}

/** What the test compares; maps do not travel. */
function state() {
  const { phase, error, peers, tracks, peerId, quality, locked, mutedBy } = session.getSnapshot();
  const { on, problems } = session.local.getSnapshot();
  const streams = [...peers.values()].flatMap((peer) =>
    peer.streams.map((stream) => ({
      ...stream,
      personId: peer.personId,
      arrives: tracks.has(stream.producerId),
    })),
  );
  return {
    phase,
    error,
    peerId,
    people: [...peers.values()].map(personOf),
    streams,
    on,
    problems,
    quality,
    locked,
    mutedBy,
    trackIds: [...tracks.values()].map(({ id }) => id),
  };
}

const personOf = ({ personId }: { personId: string | null }): string | null => personId;

async function statistics(): Promise<Record<string, unknown>[]> {
  const entries: Record<string, unknown>[] = [];
  for (const path of paths) {
    if (path.connectionState === 'closed') continue;
    const report = await path.getStats();
    report.forEach((entry: Record<string, unknown>) => entries.push({ ...entry }));
  }
  return entries;
}

const media = {
  join,
  state,
  statistics,
  begin: (wish: { microphone: boolean; camera: boolean }) => session.local.begin(wish),
  set: (control: 'microphone' | 'camera' | 'screen', on: boolean) => session.local.set(control, on),
  show: (shown: [string, number | null][]) =>
    session.show(new Map(shown.map(([id, height]) => [id, { height, priority: 1 }]))),
  leave: () => session.leave(),
  start: () => session.start(),
  receive: (mode: ReceiveMode) => session.receive(mode),
};
window.media = media;
export type PageState = ReturnType<typeof state> & Pick<MediaState, 'phase'>;
