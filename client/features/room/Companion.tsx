import CircleCheck from 'lucide-react/icons/circle-check';
import Headphones from 'lucide-react/icons/headphones';
import Keyboard from 'lucide-react/icons/keyboard';
import { type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { StatusBadge } from '../../primitives/Badge.tsx';
import { Button } from '../../primitives/Button.tsx';
import styles from './Companion.module.css';
import { Shell } from './Shell.tsx';
import barStyles from './bar/Bar.module.css';
import { BarButton } from './bar/BarButton.tsx';
import { Leave } from './bar/Leave.tsx';
import { MoreSheet } from './bar/MoreSheet.tsx';
import { PanelButtons } from './bar/PanelButtons.tsx';
import { useNarrow } from './bar/useNarrow.ts';
import { KeysSheet } from './keys/KeysSheet.tsx';
import { useCompanionKeys } from './keys/useRoomKeys.ts';
import type { RoomProps } from './panels.ts';
import { type OpenPanel, useOpenPanel } from './useOpenPanel.ts';

interface CompanionProps extends RoomProps {
  meeting: Meeting;
  onOnline: () => void;
  onLeave: () => void;
}

/** In the hall: agenda, floor, votes and chat in the hand; what is heard is the hall's. Nothing is sent or received. */
export function Companion(props: CompanionProps) {
  const { meeting, panels, attendance, invitation, onOnline } = props;
  const { t } = useTranslation('room');
  const open = useOpenPanel(panels);
  const ask = useRef<HTMLDivElement>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const keys = useCompanionKeys({ open, ask, onHelp: () => setShowsKeys(true) });
  const [main] = panels;
  return (
    <>
      <Shell
        {...props}
        open={open}
        notices={null}
        bar={<CompanionBar {...props} open={open} ask={ask} onKeys={() => setShowsKeys(true)} />}
      >
        <div className={styles.page}>
          <section className={styles.card} aria-label={t('companion.title')}>
            <h2>{t('companion.title')}</h2>
            <p>{t('companion.sound')}</p>
            {meeting.myRole !== null && <Presence attendance={attendance} />}
            {attendance !== 'in_person' && meeting.myRole !== null && invitation}
            <Button icon={Headphones} onPress={onOnline}>
              {t('toOnline')}
            </Button>
          </section>
          {main && <div className={styles.main}>{main.content}</div>}
        </div>
      </Shell>
      <KeysSheet isOpen={showsKeys} onClose={() => setShowsKeys(false)} panels={panels} {...keys} />
    </>
  );
}

/** Being here does not mark anyone present: the door does. */
function Presence({ attendance }: Pick<RoomProps, 'attendance'>) {
  const { t } = useTranslation('room');
  if (attendance === 'in_person')
    return (
      <p>
        <StatusBadge meaning="for" icon={CircleCheck}>
          {t('companion.checkedIn')}
        </StatusBadge>
      </p>
    );
  return (
    <>
      <p>
        <StatusBadge meaning="attention">{t('companion.notCheckedIn')}</StatusBadge>
      </p>
      <p className={styles.soft}>{t('companion.howToCheckIn')}</p>
    </>
  );
}

interface CompanionBarProps extends CompanionProps {
  open: OpenPanel;
  ask: Ref<HTMLDivElement>;
  onKeys: () => void;
}

function CompanionBar(props: CompanionBarProps) {
  const { panels, open, ask, askForFloor, onKeys, onOnline, onLeave } = props;
  const { t } = useTranslation('room');
  const isNarrow = useNarrow();
  const groups = [
    {
      id: 'more',
      title: t('more'),
      items: [
        { id: 'online', label: t('toOnline'), icon: Headphones, onAction: onOnline },
        { id: 'keys', label: t('keys.title'), icon: Keyboard, onAction: onKeys },
      ],
    },
  ];
  return (
    <div className={barStyles.bar}>
      <div className={barStyles.group}>
        <div ref={ask} className={barStyles.ask}>
          {askForFloor}
        </div>
      </div>
      <div className={barStyles.group}>
        {isNarrow ? (
          <MoreSheet panels={panels} onPanel={open.show} groups={groups} />
        ) : (
          <>
            <PanelButtons panels={panels} open={open} />
            <BarButton icon={Keyboard} onPress={onKeys}>
              {t('keys.short')}
            </BarButton>
          </>
        )}
        <Leave during={null} onLeave={onLeave} />
      </div>
    </div>
  );
}
