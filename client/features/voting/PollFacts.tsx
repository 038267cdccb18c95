import EyeOff from 'lucide-react/icons/eye-off';
import Hand from 'lucide-react/icons/hand';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { Icon } from '../../primitives/Icon.tsx';
import styles from './control/PollControl.module.css';
import { useAgendaItem } from './PollQuestion.tsx';
import { kindIcons } from './poll-kinds.ts';

interface PollFactsProps {
  poll: MyPoll;
  /** Of the same meeting. */
  polls: readonly MyPoll[];
}

/** Number, kind, form, item of the agenda and linked poll, in one line. */
export function PollFacts({ poll, polls }: PollFactsProps) {
  const { t } = useTranslation(['voting', 'polls', 'elections']);
  const item = useAgendaItem(poll);
  const { number, paper, secrecy, binding, link, trustees } = poll;
  const linked = link && polls.find(({ id }) => id === link.pollId);
  return (
    <ul className={styles.facts}>
      <li className={styles.numberFact}>{t('number', { number })}</li>
      <li>
        <Icon of={kindIcons[paper.kind]} size="1em" /> {t(`kinds.${paper.kind}`, { ns: 'polls' })}
      </li>
      {secrecy === 'secret' && (
        <li>
          <Icon of={EyeOff} size="1em" />{' '}
          {trustees ? t('prepare.sign', { ns: 'elections' }) : t('secret', { ns: 'polls' })}
        </li>
      )}
      {!binding && (
        <li>
          <Icon of={Hand} size="1em" /> {t('straw', { ns: 'polls' })}
        </li>
      )}
      {item && <li>{t('agendaItem', item)}</li>}
      {link && linked && <li>{t(`links.${link.kind}`, { ns: 'polls', number: linked.number })}</li>}
    </ul>
  );
}
