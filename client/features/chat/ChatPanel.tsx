import MessagesSquare from 'lucide-react/icons/messages-square';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatMessage } from '../../../models/contracts/chat.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { ErrorNotice } from '../../primitives/ErrorNotice.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import styles from './Chat.module.css';
import { ChatForm } from './ChatForm.tsx';
import { ChatLine } from './ChatLine.tsx';
import { useChat } from './useChat.ts';
import { useMarkSeen } from './useUnreadChat.ts';

/** What is written during a meeting, and the line to write to all or to the secretariat. */
export function ChatPanel({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('chat');
  const chat = useChat(meetingId);
  const [answered, setAnswered] = useState<ChatMessage | null>(null);
  const { messages } = chat;
  if (chat.isError && messages === undefined)
    return <ErrorState title={t('loadFailed')} error={chat.error} onRetry={chat.refetch} />;
  return (
    <div className={styles.panel}>
      <Lines meetingId={meetingId} messages={messages ?? []}>
        {chat.isFetchNextPageError && <ErrorNotice error={chat.error} />}
        {chat.hasNextPage && (
          <Button kind="quiet" onPress={() => chat.fetchNextPage()}>
            {t('older')}
          </Button>
        )}
        {messages?.length === 0 && (
          <EmptyState icon={MessagesSquare} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        )}
        {messages?.map((message) => (
          <ChatLine key={message.id} message={message} onAnswer={setAnswered} />
        ))}
      </Lines>
      <ChatForm
        key={answered?.id}
        meetingId={meetingId}
        answered={answered}
        onDone={() => setAnswered(null)}
      />
    </div>
  );
}

interface LinesProps {
  meetingId: Id;
  messages: readonly ChatMessage[];
  children: React.ReactNode;
}

/** Stays at the newest message, unless the person has scrolled up to read. */
function Lines({ meetingId, messages, children }: LinesProps) {
  const { t } = useTranslation('chat');
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const newest = messages.at(-1)?.id;
  const markSeen = useMarkSeen(meetingId);
  useLayoutEffect(() => {
    if (isAtEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest]);
  useEffect(() => {
    if (newest !== undefined) markSeen(newest);
  }, [newest, markSeen]);
  return (
    <div
      ref={list}
      className={styles.lines}
      role="log"
      aria-label={t('title')}
      // What overflows must be reachable by the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        isAtEnd.current = scrollTop + clientHeight > scrollHeight - 40;
      }}
    >
      {children}
    </div>
  );
}
