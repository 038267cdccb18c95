import Check from 'lucide-react/icons/check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import { Icon } from '../../../primitives/Icon.tsx';
import { cx } from '../../../primitives/cx.ts';
import styles from './VerdictChart.module.css';

const icons = { for: Check, attention: TriangleAlert, against: X };

/** A word beside a bar. Unlike a badge it is sized by the text around it, so that it is read on a wall too. */
export const ChartTag = ({ tone, children }: { tone: keyof typeof icons; children: string }) => (
  <span className={cx(styles.tag, styles[`${tone}Tag`])}>
    <Icon of={icons[tone]} size="1.1em" />
    {children}
  </span>
);
