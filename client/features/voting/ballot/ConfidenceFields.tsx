import ChevronsDown from 'lucide-react/icons/chevrons-down';
import ChevronsUp from 'lucide-react/icons/chevrons-up';
import Equal from 'lucide-react/icons/equal';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { confidenceLevels } from '../../../../models/contracts/ballots.ts';
import { Icon } from '../../../primitives/Icon.tsx';
import { cx } from '../../../primitives/cx.ts';
import type { BallotFieldsProps, PaperOf } from './BallotFields.tsx';
import styles from './BallotList.module.css';
import { OptionWords } from './ChooseFields.tsx';
import levelStyles from './Confidence.module.css';
import { levelOf, levelsIn, withLevel } from './marks.ts';

export const levelIcons = { high: ChevronsUp, medium: Equal, low: ChevronsDown };

/** One of three levels for each person: a line each on a wide screen, a card each on a phone. */
export function ConfidenceFields(props: BallotFieldsProps<PaperOf<'confidence'>>) {
  const { paper, value, onChange, isDisabled } = props;
  const { t } = useTranslation('ballot');
  const done = levelsIn(value).length;
  return (
    <div className={styles.fields}>
      <p className={styles.lead}>{t('confidence')}</p>
      <div className={levelStyles.people}>
        {paper.options.map(({ key, label, note }) => (
          <RadioGroup
            key={key}
            className={cx(levelStyles.person)}
            aria-label={t('levelOf', { name: label })}
            value={levelOf(value, key)}
            isDisabled={isDisabled}
            onChange={(id) => {
              const level = confidenceLevels.find((one) => one === id);
              if (level) onChange(withLevel(value, key, level));
            }}
          >
            <OptionWords label={label} note={note} />
            <div className={levelStyles.levels}>
              {confidenceLevels.map((level) => (
                <RadioField key={level} value={level} className={cx(levelStyles.field)}>
                  <RadioButton className={cx(levelStyles.level, levelStyles[level])}>
                    <Icon of={levelIcons[level]} size="1.125em" />
                    <span>{t(`levels.${level}`)}</span>
                  </RadioButton>
                </RadioField>
              ))}
            </div>
          </RadioGroup>
        ))}
      </div>
      <p className={styles.count} role="status">
        {t('judgedOf', { done, count: paper.options.length })}
      </p>
    </div>
  );
}
