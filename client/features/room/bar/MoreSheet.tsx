import Check from 'lucide-react/icons/check';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../primitives/Badge.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import type { MenuAction, MenuGroup } from '../../../primitives/Menu.tsx';
import { Sheet } from '../../../primitives/Sheet.tsx';
import { cx } from '../../../primitives/cx.ts';
import type { Panel } from '../panels.ts';
import styles from './Bar.module.css';
import { BarButton } from './BarButton.tsx';

interface MoreSheetProps {
  panels: readonly Panel[];
  onPanel: (key: string) => void;
  groups: readonly MenuGroup[];
}

/** On a telephone: everything that the bar has no place for. */
export function MoreSheet({ panels, onPanel, groups }: MoreSheetProps) {
  const { t } = useTranslation('room');
  const [isOpen, setOpen] = useState(false);
  const news = panels.reduce((sum, { badge = 0 }) => sum + badge, 0);
  const after = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <>
      <BarButton
        icon={Ellipsis}
        badge={news}
        badgeLabel={t('news', { count: news })}
        onPress={() => setOpen(true)}
      >
        {t('more')}
      </BarButton>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={t('more')}>
        <div className={styles.more}>
          {panels.map(({ key, label, icon, badge = 0 }) => (
            <Button key={key} className={cx(styles.choice)} onPress={after(() => onPanel(key))}>
              <Icon of={icon} />
              <span>{label}</span>
              {badge > 0 && <Badge>{badge}</Badge>}
            </Button>
          ))}
          {groups.map(({ id, title, items }) => (
            <section key={id} className={styles.more} aria-label={title}>
              <h3>{title}</h3>
              {items.map((item) => (
                <Choice key={item.id} item={item} onPress={after(item.onAction)} />
              ))}
            </section>
          ))}
        </div>
      </Sheet>
    </>
  );
}

const Choice = ({ item, onPress }: { item: MenuAction; onPress: () => void }) => (
  <Button
    className={cx(styles.choice)}
    onPress={onPress}
    {...(item.isChosen !== undefined && { 'aria-pressed': item.isChosen })}
  >
    {item.icon && <Icon of={item.icon} />}
    <span>
      {item.label}
      {item.description && <small>{item.description}</small>}
    </span>
    {item.isChosen && <Icon of={Check} />}
  </Button>
);
