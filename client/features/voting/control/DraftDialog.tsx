import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MyPoll, listPolls } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog, type ConfirmDialogProps } from '../../../primitives/ConfirmDialog.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { routeKey } from '../../../realtime/queries.ts';
import { isRefusal } from '../../../realtime/refusal.ts';
import { Differences } from '../editor/MeanwhileNotice.tsx';
import { partsThatDiffer } from '../editor/meanwhile.ts';
import { formOf } from '../editor/poll-form.ts';
import styles from './PollControl.module.css';

interface DraftDialogProps extends Pick<
  ConfirmDialogProps,
  'onClose' | 'title' | 'confirmLabel' | 'kind'
> {
  poll: MyPoll;
  onConfirm: (seen: MyPoll) => Promise<unknown>;
  children: (seen: MyPoll) => ReactNode;
}

/**
 * Asks before something is done with a poll that was not opened yet. What stands here stays while it is read: what
 * somebody else makes of the draft meanwhile is shown when it is asked for, and nothing is done with it unseen.
 */
export function DraftDialog({ poll, onConfirm, children, ...dialog }: DraftDialogProps) {
  const client = useQueryClient();
  const [read, setRead] = useState(poll);
  const [refused, setRefused] = useState<number | null>(null);
  const isChanged = poll.revision !== read.revision;
  // The rules of the body may be others by now: they are of no revision of the draft.
  const seen = isChanged ? read : poll;
  const confirm = async () => {
    try {
      await onConfirm(seen);
    } catch (error) {
      const { meetingId } = poll;
      const queryKey = routeKey(listPolls, { params: { meetingId } });
      if (isRefusal(error, 'conflict')) {
        setRefused(seen.revision);
        // The notice of it may still be on its way.
        await client.invalidateQueries({ queryKey });
      }
      throw error;
    }
  };
  const changed = isChanged && <ChangedSince seen={seen} now={poll} onRead={() => setRead(poll)} />;
  // Beside the words of the refusal, where there was one.
  const isBelow = refused === seen.revision;
  return (
    // Begins anew with another draft, so that it is read out, and a refusal of the one before is gone.
    <ConfirmDialog key={seen.revision} isOpen {...dialog} onConfirm={confirm}>
      <p className={styles.asked}>{seen.question}</p>
      {!isBelow && changed}
      {children(seen)}
      {isBelow && changed}
    </ConfirmDialog>
  );
}

interface ChangedSinceProps {
  seen: MyPoll;
  now: MyPoll;
  onRead: () => void;
}

function ChangedSince({ seen, now, onRead }: ChangedSinceProps) {
  const { t } = useTranslation('polls');
  const form = formOf(seen);
  // All that a form can leave open, a poll that stands has said.
  const setting = { currentItem: null, rules: seen.ruleSet };
  const parts = partsThatDiffer(form, formOf(now), setting);
  return (
    <Notice
      tone="attention"
      title={t('editor.changedTitle')}
      action={<Button onPress={onRead}>{t('list.readNew')}</Button>}
    >
      <p>{t(parts.length > 0 ? 'list.changed' : 'list.changedSame')}</p>
      <Differences parts={parts} theirs={now} kind={form.kind} />
    </Notice>
  );
}
