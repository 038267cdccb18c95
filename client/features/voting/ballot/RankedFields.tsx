import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Undo from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { Marks, PollOption } from '../../../../models/contracts/ballots.ts';
import { Button } from '../../../primitives/Button.tsx';
import { IconButton } from '../../../primitives/IconButton.tsx';
import { cx } from '../../../primitives/cx.ts';
import type { BallotFieldsProps, PaperOf } from './BallotFields.tsx';
import styles from './BallotList.module.css';
import { OptionWords } from './ChooseFields.tsx';
import { rankingIn, withRank } from './marks.ts';
import { useKeptFocus } from './useKeptFocus.ts';

/** Options in order of preference: a press ranks the next one, buttons move what is ranked. */
export function RankedFields(props: BallotFieldsProps<PaperOf<'ranked'>>) {
  const { paper, value, onChange, isDisabled } = props;
  const { t } = useTranslation('ballot');
  const [before, setBefore] = useState<readonly (Marks | null)[]>([]);
  const [said, say] = useState('');
  const { place, keepFocus } = useKeptFocus(value);
  const ranking = rankingIn(value);
  const options = new Map(paper.options.map((option) => [option.key, option]));
  const ranked = ranking.flatMap((key) => options.get(key) ?? []);
  const others = paper.options.filter(({ key }) => !ranking.includes(key));
  const rank = ({ key, label: name }: PollOption, at: number | null) => {
    setBefore([...before, value]);
    say(at === null ? t('rankGone', { name }) : t('rankSaid', { name, place: at + 1 }));
    onChange(withRank(value, key, at));
  };
  const undo = () => {
    onChange(before.at(-1) ?? { kind: 'ranked', ranking: [] });
    setBefore(before.slice(0, -1));
    say('');
  };
  return (
    <div ref={place} className={styles.fields}>
      <p className={styles.lead}>{t('ranked')}</p>
      {ranked.length > 0 && (
        <ol className={styles.list} aria-label={t('rankedList')}>
          {ranked.map((option, at) => (
            <RankedRow
              key={option.key}
              option={option}
              at={at}
              isLast={at === ranked.length - 1}
              isDisabled={isDisabled}
              onRank={(to, act) => {
                keepFocus(option.key, act);
                rank(option, to);
              }}
            />
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <ul className={styles.list} aria-label={t('unrankedList')}>
          {others.map((option) => (
            <li key={option.key} data-option={option.key}>
              <AriaButton
                className={cx(styles.row, styles.press)}
                isDisabled={isDisabled}
                aria-label={t('rankThis', { name: option.label, place: ranking.length + 1 })}
                onPress={() => rank(option, ranking.length)}
              >
                <span className={cx(styles.mark, styles.dot)} />
                <OptionWords label={option.label} note={option.note} />
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        <p className={styles.count} role="status">
          {t('rankedOf', { done: ranked.length, count: paper.options.length })}
          <span className="nt-hidden"> {said}</span>
        </p>
        <Button kind="quiet" icon={Undo} onPress={undo} isDisabled={isDisabled || !before.length}>
          {t('rankUndo')}
        </Button>
      </div>
    </div>
  );
}

interface RankedRowProps {
  option: PollOption;
  at: number;
  isLast: boolean;
  isDisabled: boolean;
  onRank: (to: number | null, act: string) => void;
}

function RankedRow({ option, at, isLast, isDisabled, onRank }: RankedRowProps) {
  const { t } = useTranslation('ballot');
  const { key, label: name, note } = option;
  return (
    <li className={cx(styles.row, styles.ranked)} data-option={key}>
      <span className={cx(styles.mark, styles.place)}>{at + 1}</span>
      <OptionWords label={name} note={note} />
      <span className={styles.moves}>
        <IconButton
          icon={ArrowUp}
          label={t('rankUp', { name })}
          isDisabled={isDisabled || at === 0}
          onPress={() => onRank(at - 1, t('rankUp', { name }))}
        />
        <IconButton
          icon={ArrowDown}
          label={t('rankDown', { name })}
          isDisabled={isDisabled || isLast}
          onPress={() => onRank(at + 1, t('rankDown', { name }))}
        />
        <IconButton
          icon={X}
          label={t('unrank', { name })}
          isDisabled={isDisabled}
          onPress={() => onRank(null, '')}
        />
      </span>
    </li>
  );
}
