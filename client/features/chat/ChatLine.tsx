import Lock from 'lucide-react/icons/lock';
import Reply from 'lucide-react/icons/reply';
import { useTranslation } from 'react-i18next';
import type { ChatMessage } from '../../../models/contracts/chat.ts';
import { Icon } from '../../primitives/Icon.tsx';
import { IconButton } from '../../primitives/IconButton.tsx';
import { formatTime } from '../../primitives/dates.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './Chat.module.css';

interface ChatLineProps {
  message: ChatMessage;
  onAnswer: (message: ChatMessage) => void;
}

/** One message: who, when, to whom, what. */
export function ChatLine({ message, onAnswer }: ChatLineProps) {
  const { t } = useTranslation('chat');
  const { personId, isStaff } = useMe();
  const { fromId, fromName, audience, toId, text, at } = message;
  const isMine = fromId === personId;
  const mayAnswer = isStaff && audience === 'secretariat' && toId === null && !isMine;
  return (
    <article className={styles.line} data-mine={isMine || undefined}>
      <header className={styles.who}>
        <span className={styles.name}>{isMine ? t('me') : fromName}</span>
        <time dateTime={at}>{formatTime(at)}</time>
        {mayAnswer && (
          <IconButton
            icon={Reply}
            label={t('answer', { name: fromName })}
            onPress={() => onAnswer(message)}
          />
        )}
      </header>
      {audience === 'secretariat' && (
        <p className={styles.private}>
          <Icon of={Lock} size="1em" /> {t(toId === null ? 'toSecretariat' : 'fromSecretariat')}
        </p>
      )}
      <p className={styles.text}>{text}</p>
    </article>
  );
}
