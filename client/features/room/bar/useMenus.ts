import Armchair from 'lucide-react/icons/armchair';
import Columns3 from 'lucide-react/icons/columns-3';
import Gauge from 'lucide-react/icons/gauge';
import Headphones from 'lucide-react/icons/headphones';
import Keyboard from 'lucide-react/icons/keyboard';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import Maximize from 'lucide-react/icons/maximize';
import MonitorPlay from 'lucide-react/icons/monitor-play';
import PictureInPicture2 from 'lucide-react/icons/picture-in-picture-2';
import ScanFace from 'lucide-react/icons/scan-face';
import Settings from 'lucide-react/icons/settings';
import Sparkles from 'lucide-react/icons/sparkles';
import UserRound from 'lucide-react/icons/user-round';
import { useTranslation } from 'react-i18next';
import type { MenuGroup } from '../../../primitives/Menu.tsx';
import { receiveModes } from '../../../realtime/media/fit.ts';
import { useMediaFact } from '../../../realtime/media/hooks.ts';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import { toggleFullScreen } from '../full-screen.ts';
import { layoutChoices } from '../stage/layout.ts';
import type { Pip } from '../stage/pip.ts';
import type { View } from '../stage/useView.ts';

const layoutIcons = { auto: Sparkles, speaker: UserRound, grid: LayoutGrid, side: Columns3 };
const receiveIcons = { all: MonitorPlay, saver: Gauge, audio: Headphones };

/** How the room is shown. */
export function useDisplayMenu(view: View, pip: Pip): MenuGroup[] {
  const { t } = useTranslation('room');
  const layouts = layoutChoices.map((id) => ({
    id,
    label: t(`layouts.${id}`),
    description: t(`layoutHelp.${id}`),
    icon: layoutIcons[id],
    isChosen: view.choice === id,
    onAction: () => view.choose(id),
  }));
  const window = {
    id: 'pip',
    label: t(pip.window === null ? 'pipOpen' : 'pipClose'),
    icon: PictureInPicture2,
    onAction: () => void (pip.window === null ? pip.open() : pip.close()),
  };
  return [
    { id: 'layout', title: t('layout'), items: layouts },
    {
      id: 'window',
      title: t('window'),
      items: [
        { id: 'full', label: t('fullScreen'), icon: Maximize, onAction: toggleFullScreen },
        ...(pip.isSupported ? [window] : []),
        {
          id: 'own',
          label: t(view.showsOwn ? 'hideOwn' : 'showOwn'),
          icon: ScanFace,
          onAction: () => view.showOwn(!view.showsOwn),
        },
      ],
    },
  ];
}

interface MoreActs {
  onDevices: () => void;
  onKeys: () => void;
  onCompanion: () => void;
}

/** How much is received, the own devices, the keys, and the way to the hall. */
export function useMoreMenu(session: MediaSession, acts: MoreActs): MenuGroup[] {
  const { t } = useTranslation('room');
  const receiving = useMediaFact(session, (state) => state.receiving);
  return [
    {
      id: 'receiving',
      title: t('receiving'),
      items: receiveModes.map((id) => ({
        id,
        label: t(`receive.${id}`),
        description: t(`receiveHelp.${id}`),
        icon: receiveIcons[id],
        isChosen: receiving === id,
        onAction: () => session.receive(id),
      })),
    },
    {
      id: 'more',
      title: t('more'),
      items: [
        { id: 'devices', label: t('deviceSettings'), icon: Settings, onAction: acts.onDevices },
        { id: 'keys', label: t('keys.title'), icon: Keyboard, onAction: acts.onKeys },
        {
          id: 'companion',
          label: t('toCompanion'),
          description: t('toCompanionHelp'),
          icon: Armchair,
          onAction: acts.onCompanion,
        },
      ],
    },
  ];
}
