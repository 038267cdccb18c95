import type { RefObject } from 'react';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import { canShare } from '../bar/DeviceButtons.tsx';
import { toggleFullScreen } from '../full-screen.ts';
import { useRemembered } from '../remembered.ts';
import { layoutChoices } from '../stage/layout.ts';
import type { Scene } from '../stage/useScene.ts';
import type { View } from '../stage/useView.ts';
import type { OpenPanel } from '../useOpenPanel.ts';
import { type KeyHandlers, useShortcuts } from './useShortcuts.ts';

interface Keys {
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** Keys are on until a person switches them off, which this browser keeps. */
function useKeys(handlers: KeyHandlers): Keys {
  const [use, remember] = useRemembered('keys', ['on', 'off'], 'on');
  useShortcuts(handlers, use === 'on');
  return { isOn: use === 'on', onSwitch: (isOn) => remember(isOn ? 'on' : 'off') };
}

interface RoomKeys {
  session: MediaSession;
  view: View;
  scene: Scene;
  open: OpenPanel;
  /** Holds the button that asks for the floor. */
  ask: RefObject<HTMLElement | null>;
  onHelp: () => void;
}

export function useRoomKeys({ session, view, scene, open, ask, onHelp }: RoomKeys): Keys {
  const { local } = session;
  const turn = (control: 'microphone' | 'camera' | 'screen') =>
    void local.set(control, !local.getSnapshot().on[control]);
  return useKeys({
    microphone: () => {
      if (!session.getSnapshot().locked) turn('microphone');
    },
    camera: () => turn('camera'),
    share: () => {
      if (canShare()) turn('screen');
    },
    floor: () => press(ask.current),
    layout: () => view.choose(nextLayout(view, scene)),
    fullScreen: toggleFullScreen,
    pin: () => view.pin(view.pinned === null ? (scene.big?.key ?? null) : null),
    nextPage: () => view.turnTo(view.page + 1),
    previousPage: () => view.turnTo(Math.max(0, view.page - 1)),
    help: onHelp,
    panel: open.toggleAt,
  });
}

/** In the hall there is nothing of one's own to switch. */
export const useCompanionKeys = ({
  open,
  ask,
  onHelp,
}: Pick<RoomKeys, 'open' | 'ask' | 'onHelp'>): Keys =>
  useKeys({
    floor: () => press(ask.current),
    fullScreen: toggleFullScreen,
    help: onHelp,
    panel: open.toggleAt,
  });

/** Another capability's button, as if it were pressed. */
const press = (place: HTMLElement | null) => place?.querySelector('button')?.click();

function nextLayout({ choice }: View, { tiles }: Scene) {
  const hasScreen = tiles.some(({ kind }) => kind === 'screen');
  const offered = layoutChoices.filter((one) => one !== 'side' || hasScreen);
  return offered[(offered.indexOf(choice) + 1) % offered.length] ?? 'auto';
}
