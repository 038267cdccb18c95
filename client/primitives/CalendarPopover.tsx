import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Button as AriaButton } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import styles from './CalendarPopover.module.css';
import { Icon } from './Icon.tsx';
import buttonStyles from './IconButton.module.css';
import { popoverClass } from './Options.tsx';
import { cx } from './cx.ts';

/** The month to pick a day from; weeks begin on Monday. */
export function CalendarPopover() {
  const { t } = useTranslation();
  const button = cx(buttonStyles.button, buttonStyles.quiet);
  return (
    <Popover className={popoverClass}>
      <Dialog className={cx(styles.dialog)}>
        <Calendar firstDayOfWeek="mon">
          <header className={styles.head}>
            <AriaButton slot="previous" aria-label={t('previousMonth')} className={button}>
              <Icon of={ChevronLeft} />
            </AriaButton>
            <Heading className={cx(styles.month)} />
            <AriaButton slot="next" aria-label={t('nextMonth')} className={button}>
              <Icon of={ChevronRight} />
            </AriaButton>
          </header>
          <CalendarGrid weekdayStyle="narrow">
            <CalendarGridHeader>
              {(day) => (
                <CalendarHeaderCell className={cx(styles.weekday)}>{day}</CalendarHeaderCell>
              )}
            </CalendarGridHeader>
            <CalendarGridBody>
              {(date) => <CalendarCell date={date} className={cx(styles.day)} />}
            </CalendarGridBody>
          </CalendarGrid>
        </Calendar>
      </Dialog>
    </Popover>
  );
}
