import type { MediaSource } from '../../../models/contracts/media.ts';
import {
  type CaptureProblem,
  type CapturedKind,
  type ChosenDevices,
  capture,
  captureScreen,
  devices,
  problemOf,
  rememberDevices,
  rememberedDevices,
} from './capture.ts';
import { watchSilence } from './silence.ts';
import { type Store, createStore } from './store.ts';

export type LocalControl = 'microphone' | 'camera' | 'screen';

export interface LocalMediaState {
  /** What is captured. A microphone that is off keeps its track, silenced, so that it comes back at once. */
  tracks: Readonly<Record<MediaSource, MediaStreamTrack | null>>;
  on: Readonly<Record<LocalControl, boolean>>;
  /** Why something that was asked for is not on. */
  problems: Readonly<Record<LocalControl, CaptureProblem | null>>;
  /** Waiting for the device or for the person's permission. */
  asking: boolean;
  /** The microphone is on but has given no sound for some seconds. */
  silent: boolean;
  /** Names are empty until the person has permitted a device. */
  devices: readonly MediaDeviceInfo[];
  chosen: Readonly<ChosenDevices>;
}

/** The person's own microphone, camera and screen, before and in a meeting. Nothing here is sent. */
export interface LocalMedia extends Pick<Store<LocalMediaState>, 'getSnapshot' | 'subscribe'> {
  /** Both at once, so that the browser asks the person once. Each that cannot be had shows its problem. */
  begin(wish: Record<CapturedKind, boolean>): Promise<void>;
  /** Never throws: what went wrong is in `problems`. */
  set(control: LocalControl, on: boolean): Promise<void>;
  choose(kind: keyof ChosenDevices, deviceId: string | null): Promise<void>;
  /** Lets go of every device. */
  close(): void;
}

const nothing = { microphone: null, camera: null, screen: null };

export function createLocalMedia(): LocalMedia {
  const store = createStore<LocalMediaState>({
    tracks: { microphone: null, camera: null, screen: null, 'screen-audio': null },
    on: { microphone: false, camera: false, screen: false },
    problems: nothing,
    asking: false,
    silent: false,
    devices: [],
    chosen: rememberedDevices(),
  });
  const local = new Capturing(store);
  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    begin: (wish) => local.begin(wish),
    set: (control, on) => local.set(control, on),
    choose: (kind, deviceId) => local.choose(kind, deviceId),
    close: () => local.close(),
  };
}

class Capturing {
  readonly #store: Store<LocalMediaState>;
  /** One after another: two questions to the person at once confuse. A screen is chosen at leisure. */
  readonly #queues = { devices: Promise.resolve(), screen: Promise.resolve() };
  readonly #wish = { microphone: false, camera: false, screen: false };
  #closed = false;
  /** The microphone that is listened to for silence, and what ends that. */
  #heard: MediaStreamTrack | null = null;
  #stopHearing = () => {};
  readonly #listDevices = () => void this.#refreshDevices();

  constructor(store: Store<LocalMediaState>) {
    this.#store = store;
    navigator.mediaDevices?.addEventListener('devicechange', this.#listDevices);
    this.#listDevices();
    store.subscribe(() => this.#listen());
  }

  begin({ microphone, camera }: Record<CapturedKind, boolean>): Promise<void> {
    Object.assign(this.#wish, { microphone, camera });
    return this.#enqueue('devices', async () => {
      const { chosen, on } = this.#store.getSnapshot();
      if (microphone && camera && !on.microphone && !on.camera)
        // When one of the two is missing the browser gives neither; each is then tried alone.
        await capture({ microphone: chosen.microphone, camera: chosen.camera }).then(
          (tracks) => tracks.forEach((track) => this.#take(sourceOf(track, false), track)),
          () => undefined,
        );
      await this.#settle('microphone');
      await this.#settle('camera');
    });
  }

  set(control: LocalControl, on: boolean): Promise<void> {
    this.#wish[control] = on;
    // Going silent waits for nothing.
    if (control === 'microphone' && !on) this.#silence();
    return this.#enqueue(control === 'screen' ? 'screen' : 'devices', () => this.#settle(control));
  }

  choose(kind: keyof ChosenDevices, deviceId: string | null): Promise<void> {
    const chosen = { ...this.#store.getSnapshot().chosen, [kind]: deviceId };
    this.#store.patch({ chosen });
    rememberDevices(chosen);
    if (kind === 'speaker') return Promise.resolve();
    return this.#enqueue('devices', () => this.#exchange(kind));
  }

  close(): void {
    this.#closed = true;
    navigator.mediaDevices?.removeEventListener('devicechange', this.#listDevices);
    for (const control of ['microphone', 'camera', 'screen'] as const) {
      this.#wish[control] = false;
      this.#release(control);
    }
  }

  /** Listens for silence while the microphone is on. */
  #listen(): void {
    const { on, tracks } = this.#store.getSnapshot();
    const track = on.microphone ? tracks.microphone : null;
    if (track === this.#heard) return;
    this.#heard = track;
    this.#stopHearing();
    this.#stopHearing = track
      ? watchSilence(track, (silent) => this.#store.patch({ silent }))
      : () => {};
    this.#store.patch({ silent: false });
  }

  #enqueue(queue: 'devices' | 'screen', work: () => Promise<void>): Promise<void> {
    const turn = async (before: Promise<void>) => {
      await before;
      if (this.#closed) return;
      this.#store.patch({ asking: true });
      await work();
      this.#store.patch({ asking: false });
    };
    this.#queues[queue] = turn(this.#queues[queue]);
    return this.#queues[queue];
  }

  /** Makes it as it is wished now; a wish that was taken back meanwhile needs nothing. */
  async #settle(control: LocalControl): Promise<void> {
    const { on, tracks, chosen } = this.#store.getSnapshot();
    if (this.#wish[control] === on[control]) return this.#show(control, on[control], null);
    if (!this.#wish[control]) return this.#switchOff(control);
    if (control === 'microphone' && tracks.microphone) {
      tracks.microphone.enabled = true;
      return this.#show('microphone', true, null);
    }
    try {
      const wanted =
        control === 'screen' ? captureScreen() : capture({ [control]: chosen[control] });
      for (const track of await wanted) this.#take(sourceOf(track, control === 'screen'), track);
    } catch (error) {
      this.#wish[control] = false;
      this.#show(control, false, problemOf(error));
    }
  }

  async #exchange(kind: CapturedKind): Promise<void> {
    const { tracks, chosen } = this.#store.getSnapshot();
    const old = tracks[kind];
    if (!old) return;
    const { enabled } = old;
    // Many cameras can be open only once, also in one browser.
    old.stop();
    try {
      const [track] = await capture({ [kind]: chosen[kind] });
      if (track) this.#take(kind, track, enabled);
    } catch (error) {
      this.#release(kind);
      this.#wish[kind] = false;
      this.#show(kind, false, problemOf(error));
    }
  }

  #take(source: MediaSource, track: MediaStreamTrack, enabled = true): void {
    if (this.#closed) return track.stop();
    this.#store.getSnapshot().tracks[source]?.stop();
    track.enabled = enabled;
    track.addEventListener('ended', () => this.#lost(source, track));
    const { tracks } = this.#store.getSnapshot();
    this.#store.patch({ tracks: { ...tracks, [source]: track } });
    if (source !== 'screen-audio') this.#show(source, enabled, null);
    // Only now the browser tells the names.
    this.#listDevices();
  }

  /** Not called for tracks that are stopped here, only when the device or the browser ended them. */
  #lost(source: MediaSource, track: MediaStreamTrack): void {
    if (this.#store.getSnapshot().tracks[source] !== track) return;
    if (source === 'screen-audio') return;
    this.#wish[source] = false;
    this.#release(source);
    // Ending a shared screen in the browser's own bar is no problem but the person's wish.
    this.#show(source, false, source === 'screen' ? null : 'lost');
  }

  #switchOff(control: LocalControl): void {
    if (control === 'microphone') this.#silence();
    else this.#release(control);
    this.#show(control, false, null);
  }

  #silence(): void {
    const { microphone } = this.#store.getSnapshot().tracks;
    if (microphone) microphone.enabled = false;
    this.#show('microphone', false, null);
  }

  #release(control: LocalControl): void {
    const { tracks, on } = this.#store.getSnapshot();
    const sources: MediaSource[] = control === 'screen' ? ['screen', 'screen-audio'] : [control];
    for (const source of sources) tracks[source]?.stop();
    const gone = Object.fromEntries(sources.map((source) => [source, null]));
    this.#store.patch({ tracks: { ...tracks, ...gone }, on: { ...on, [control]: false } });
  }

  #show(control: LocalControl, isOn: boolean, problem: CaptureProblem | null): void {
    const { on, problems } = this.#store.getSnapshot();
    if (on[control] !== isOn) this.#store.patch({ on: { ...on, [control]: isOn } });
    if (problems[control] !== problem)
      this.#store.patch({ problems: { ...problems, [control]: problem } });
  }

  async #refreshDevices(): Promise<void> {
    try {
      const found = await devices().enumerateDevices();
      if (!this.#closed) this.#store.patch({ devices: found });
    } catch {
      // Without a list the browser's own choice still works.
    }
  }
}

function sourceOf(track: MediaStreamTrack, isScreen: boolean): MediaSource {
  if (track.kind === 'audio') return isScreen ? 'screen-audio' : 'microphone';
  return isScreen ? 'screen' : 'camera';
}
