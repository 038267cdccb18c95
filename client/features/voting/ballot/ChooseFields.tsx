import Check from 'lucide-react/icons/check';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { PollOption } from '../../../../models/contracts/ballots.ts';
import { Icon } from '../../../primitives/Icon.tsx';
import { cx } from '../../../primitives/cx.ts';
import type { BallotFieldsProps, PaperOf } from './BallotFields.tsx';
import styles from './BallotList.module.css';
import { chosenIn, withChosen } from './marks.ts';

type Props = BallotFieldsProps<PaperOf<'choose' | 'election'>>;

/** Stands for none of the options; options count from 1. */
const blank = 0;

/** One of several options; none of them where the ballot may be blank. */
export function ChooseOne({ paper, value, onChange, isDisabled }: Props) {
  const { t } = useTranslation('ballot');
  const mayBeBlank = paper.min === 0;
  const [chosen = value === null ? null : blank] = chosenIn(value);
  return (
    <div className={styles.fields}>
      <Seats paper={paper} />
      <RadioGroup
        className={cx(styles.list)}
        value={chosen === null ? null : String(chosen)}
        isDisabled={isDisabled}
        onChange={(id) => onChange(withChosen(paper, Number(id) === blank ? [] : [Number(id)]))}
      >
        <Label className={styles.lead}>{t(mayBeBlank ? 'oneOrBlank' : 'one')}</Label>
        {paper.options.map((option) => (
          <RadioField key={option.key} value={String(option.key)}>
            <RadioButton className={cx(styles.row)}>
              <span className={cx(styles.mark, styles.dot)} />
              <OptionWords label={option.label} note={option.note} />
            </RadioButton>
          </RadioField>
        ))}
        {mayBeBlank && (
          <RadioField value={String(blank)}>
            <RadioButton className={cx(styles.row)}>
              <span className={cx(styles.mark, styles.dot)} />
              <OptionWords label={t('blankOption')} note={t('blankNote')} />
            </RadioButton>
          </RadioField>
        )}
      </RadioGroup>
    </div>
  );
}

/** Several of several options; how many are chosen and how many may be is told all the time. */
export function ChooseMany({ paper, value, onChange, isDisabled }: Props) {
  const { t } = useTranslation('ballot');
  const chosen = chosenIn(value);
  const { min, max } = paper;
  const isFull = chosen.length >= max;
  const lead = min === max ? 'chooseExactly' : min === 0 ? 'chooseUpTo' : 'chooseRange';
  return (
    <fieldset className={styles.fields} disabled={isDisabled}>
      <Seats paper={paper} />
      <legend className={styles.lead}>{t(lead, { min, max })}</legend>
      <div className={styles.list}>
        {paper.options.map((option) => {
          const isChosen = chosen.includes(option.key);
          const others = chosen.filter((key) => key !== option.key);
          return (
            <CheckboxField
              key={option.key}
              isSelected={isChosen}
              isDisabled={isDisabled || (isFull && !isChosen)}
              onChange={(isOn) =>
                onChange(withChosen(paper, isOn ? [...others, option.key] : others))
              }
            >
              <CheckboxButton className={cx(styles.row)}>
                <span className={cx(styles.mark, styles.box)}>
                  <Icon of={Check} size="1em" />
                </span>
                <OptionWords label={option.label} note={option.note} />
              </CheckboxButton>
            </CheckboxField>
          );
        })}
      </div>
      <p className={styles.count} role="status">
        {t('chosenOf', { chosen: chosen.length, max })}
        {isFull && chosen.length < paper.options.length && `. ${t('fullUp')}`}
      </p>
    </fieldset>
  );
}

/** How many candidates can be elected; says nothing of options. */
function Seats({ paper }: Pick<Props, 'paper'>) {
  const { t } = useTranslation('ballot');
  if (paper.kind !== 'election') return null;
  return <p>{t('seats', { seats: paper.seats, count: paper.options.length })}</p>;
}

/** Name and, in small type, what is to be known of it. */
export const OptionWords = ({ label, note }: Omit<PollOption, 'key'>) => (
  <span className={styles.words}>
    <span className={styles.label}>{label}</span>
    {note !== '' && <span className={styles.note}>{note}</span>}
  </span>
);
