import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Icon } from '../primitives/Icon.tsx';
import { cx } from '../primitives/cx.ts';
import styles from './Navigation.module.css';
import type { PlaceGroup } from './navigation.ts';

interface NavigationProps {
  groups: readonly PlaceGroup[];
  /** After a choice, for the sheet that holds it on a phone. */
  onMove?: () => void;
}

export function Navigation({ groups, onMove }: NavigationProps) {
  const { t } = useTranslation('shell');
  return (
    <nav aria-label={t('mainNavigation')} className={styles.navigation}>
      {groups.map((group) => (
        <div key={group.id}>
          {group.text && <h2 className={styles.heading}>{t(group.text)}</h2>}
          <ul className={styles.places}>
            {group.places.map((place) => (
              <li key={place.to}>
                <NavLink
                  to={place.to}
                  end={place.to === '/'}
                  className={cx(styles.place)}
                  {...(onMove && { onClick: onMove })}
                >
                  <Icon of={place.icon} />
                  {t(place.text)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
