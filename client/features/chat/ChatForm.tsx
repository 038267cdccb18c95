import Send from 'lucide-react/icons/send';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChatAudience, type ChatMessage, sendChat } from '../../../models/contracts/chat.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { ErrorNotice } from '../../primitives/ErrorNotice.tsx';
import { IconButton } from '../../primitives/IconButton.tsx';
import { Select } from '../../primitives/Select.tsx';
import { TextField } from '../../primitives/TextField.tsx';
import { useAct } from '../../realtime/useAct.ts';
import styles from './Chat.module.css';
import { useDraft } from './useDraft.ts';

interface ChatFormProps {
  meetingId: Id;
  /** Whom the secretariat answers. */
  answered: ChatMessage | null;
  onDone: () => void;
}

/** Writes one message. What is typed stays until the server has it, over a reload too. */
export function ChatForm({ meetingId, answered, onDone }: ChatFormProps) {
  const { t } = useTranslation('chat');
  const [audience, setAudience] = useState<ChatAudience>('all');
  const [text, setText] = useDraft(meetingId, answered?.fromId ?? audience);
  const { send, isPending, error } = useSend(meetingId, () => {
    setText('');
    onDone();
  });
  const wish = answered
    ? { audience: 'secretariat' as const, toId: answered.fromId }
    : { audience, toId: null };
  const submit = () => {
    if (text.trim() !== '' && !isPending) void send({ ...wish, text });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends a syllable that is being composed.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {answered ? (
        <p className={styles.answering}>
          {t('answering', { name: answered.fromName })}
          <IconButton icon={X} label={t('stopAnswering')} onPress={onDone} />
        </p>
      ) : (
        <Select
          label={t('to')}
          options={[
            { id: 'all' as const, label: t('all') },
            { id: 'secretariat' as const, label: t('secretariat') },
          ]}
          value={audience}
          onChange={setAudience}
        />
      )}
      {/* The handler only adds a shortcut to the button below. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div onKeyDown={onKeyDown}>
        <TextField
          name="text"
          label={t('message')}
          description={t('messageHelp')}
          value={text}
          onChange={setText}
          rows={2}
          maxLength={2000}
        />
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <Button type="submit" kind="primary" icon={Send} isPending={isPending}>
        {t('send')}
      </Button>
    </form>
  );
}

interface Wish {
  audience: ChatAudience;
  toId: Id | null;
  text: string;
}

function useSend(meetingId: Id, onSent: () => void) {
  const act = useAct(sendChat);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (wish: Wish) => {
    setPending(true);
    setError(null);
    try {
      await act({ meetingId, ...wish });
      onSent();
    } catch (refused) {
      setError(refused);
    }
    setPending(false);
  };
  return { send, isPending, error };
}
