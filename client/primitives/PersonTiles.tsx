import { Icon, type IconType } from './Icon.tsx';
import styles from './PersonTiles.module.css';
import { cx } from './cx.ts';
import { shortNames } from './short-name.ts';

export interface PersonTile {
  id: string;
  fullName: string;
  /** Never colour alone: each tone comes with an icon and is said aloud. */
  tone: 'for' | 'against' | 'abstain' | 'neutral';
  icon: IconType;
  /** What the icon means, read aloud. */
  meaning: string;
}

/** Many people at a glance on the big screen, in the order given; sized by the text around them. */
export function PersonTiles({ label, people }: { label: string; people: readonly PersonTile[] }) {
  const names = shortNames(people.map(({ fullName }) => fullName));
  return (
    <ul className={styles.tiles} aria-label={label}>
      {people.map(({ id, tone, icon, meaning }, at) => (
        <li key={id} className={cx(styles.tile, styles[tone])}>
          <Icon of={icon} size="1.1em" />
          <span className={styles.name}>{names[at]}</span>
          <span className="nt-hidden">: {meaning}</span>
        </li>
      ))}
    </ul>
  );
}
