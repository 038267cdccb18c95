import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import { useTranslation } from 'react-i18next';
import type { Marks } from '../../../../models/contracts/ballots.ts';
import { type SlipItem, longestOpinion } from '../../../../models/contracts/opinions.ts';
import type { RuleSet } from '../../../../models/contracts/rules.ts';
import { Checkbox } from '../../../primitives/Checkbox.tsx';
import { RadioCards } from '../../../primitives/RadioCards.tsx';
import { RadioGroup } from '../../../primitives/RadioGroup.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import styles from '../Slip.module.css';
import type { Draft, DraftItem } from './answer-draft.ts';

const icons = { for: Check, against: X, abstain: Minus } as const;

interface AnswerItemsProps {
  items: readonly SlipItem[];
  ruleSet: RuleSet;
  draft: Draft;
  onChange: (value: DraftItem) => void;
  isDisabled: boolean;
  /** What is wrong with the answer to an item. */
  errorOf?: (key: number) => string | undefined;
}

/** The items of a slip one below the other, with what has been filled in. */
export function AnswerItems({ items, draft, errorOf, ...shared }: AnswerItemsProps) {
  return items.map((item) => {
    const value = draft.find(({ key }) => key === item.key);
    return (
      value && (
        <AnswerItem
          key={item.key}
          {...shared}
          item={item}
          value={value}
          error={errorOf?.(item.key)}
        />
      )
    );
  });
}

interface AnswerItemProps extends Pick<AnswerItemsProps, 'ruleSet' | 'onChange' | 'isDisabled'> {
  item: SlipItem;
  value: DraftItem;
  error: string | undefined;
}

/** One item: the question, what to choose, and room for an opinion in words. */
function AnswerItem({ item, ruleSet, value, onChange, isDisabled, error }: AnswerItemProps) {
  const { t } = useTranslation('opinions');
  const { key, question } = item;
  const left = longestOpinion - value.opinion.length;
  const opinionHelp =
    left < 500 ? `${t('opinionHelp')} ${t('opinionLeft', { count: left })}` : t('opinionHelp');
  return (
    <section className={styles.item} aria-labelledby={`item-${key}`} data-field={`item.${key}`}>
      <p className={styles.itemNumber}>{t('item', { number: key })}</p>
      <h3 id={`item-${key}`} className={styles.question}>
        {question}
      </h3>
      <ItemChoice
        item={item}
        ruleSet={ruleSet}
        marks={value.marks}
        onChange={(marks) => onChange({ ...value, marks })}
        isDisabled={isDisabled}
        error={error}
      />
      <TextField
        label={t('opinion')}
        description={opinionHelp}
        optional
        rows={4}
        maxLength={longestOpinion}
        value={value.opinion}
        onChange={(opinion) => onChange({ ...value, opinion })}
        isDisabled={isDisabled}
      />
    </section>
  );
}

interface ItemChoiceProps extends Pick<
  AnswerItemProps,
  'item' | 'ruleSet' | 'isDisabled' | 'error'
> {
  marks: Marks | null;
  onChange: (marks: Marks) => void;
}

function ItemChoice({ item, ruleSet, marks, onChange, isDisabled, error }: ItemChoiceProps) {
  const { t } = useTranslation(['opinions', 'common']);
  const { paper } = item;
  if (paper.kind === 'motion') {
    const { abstain, words } = ruleSet.choices;
    const choices = (['for', 'against', 'abstain'] as const).filter(
      (one) => abstain || one !== 'abstain',
    );
    return (
      <RadioCards
        label={t('yourChoice')}
        options={choices.map((id) => ({
          id,
          label: words?.[id] ?? t(id, { ns: 'common' }),
          icon: icons[id],
        }))}
        value={marks?.kind === 'motion' ? marks.choice : null}
        onChange={(choice) => onChange({ kind: 'motion', choice })}
        isDisabled={isDisabled}
        error={error}
      />
    );
  }
  const chosen = marks?.kind === 'choose' ? marks.chosen : [];
  if (paper.max === 1 && paper.min === 1)
    return (
      <RadioGroup
        label={t('choose')}
        options={paper.options.map(({ key, label }) => ({ id: String(key), label }))}
        value={chosen[0] === undefined ? null : String(chosen[0])}
        onChange={(id) => onChange({ kind: 'choose', chosen: [Number(id)] })}
        isDisabled={isDisabled}
        error={error}
      />
    );
  const toggle = (key: number, isChosen: boolean) => {
    const others = chosen.filter((one) => one !== key);
    const next = isChosen ? [...others, key] : others;
    onChange({ kind: 'choose', chosen: next.toSorted((a, b) => a - b) });
  };
  return (
    <fieldset className={styles.options} aria-describedby={error && `item-${item.key}-error`}>
      <legend>
        {paper.min === paper.max
          ? t('chooseExactly', { count: paper.max })
          : t('chooseSome', { min: paper.min, max: paper.max })}
      </legend>
      {paper.options.map(({ key, label }) => (
        <Checkbox
          key={key}
          label={label}
          value={chosen.includes(key)}
          onChange={(isChosen) => toggle(key, isChosen)}
          isDisabled={isDisabled || (!chosen.includes(key) && chosen.length >= paper.max)}
        />
      ))}
      {error && (
        <p id={`item-${item.key}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
