import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import styles from './Editor.module.css';
import { type Part, partsThatDiffer } from './meanwhile.ts';
import { type PollForm, type PollSetting, formOf } from './poll-form.ts';

interface MeanwhileNoticeProps {
  theirs: MyPoll;
  form: PollForm;
  setting: PollSetting;
  /** Whether saving has met it, and it is to be seen now. */
  isRefused: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Someone else has saved in the meantime: where their form differs, and whose is to stand. */
export function MeanwhileNotice(props: MeanwhileNoticeProps) {
  const { theirs, form, setting, isRefused, onKeepMine, onTakeTheirs } = props;
  const { t } = useTranslation('polls');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isRefused) place.current?.focus();
  }, [isRefused]);
  const differing = partsThatDiffer(form, formOf(theirs), setting);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice
        tone="attention"
        title={t('editor.changedTitle')}
        action={
          <div className={styles.tools}>
            <Button onPress={onKeepMine}>{t('editor.keepMine')}</Button>
            <Button kind="quiet" onPress={onTakeTheirs}>
              {t('editor.takeTheirs')}
            </Button>
          </div>
        }
      >
        <p>{t(differing.length > 0 ? 'editor.changedText' : 'editor.changedSame')}</p>
        <Differences parts={differing} theirs={theirs} kind={form.kind} />
      </Notice>
    </div>
  );
}

interface DifferencesProps {
  parts: readonly Part[];
  theirs: MyPoll;
  /** Of the poll that is being compared: what its options are called. */
  kind: PollForm['kind'];
}

/** In which parts the form of a poll that somebody has just saved is another one; the question in its words. */
export function Differences({ parts, theirs, kind }: DifferencesProps) {
  const names = useNames(kind);
  if (parts.length === 0) return null;
  return (
    <ul>
      {parts.map((part) => (
        <li key={part}>
          {names[part]}
          {part === 'question' && (
            <>
              : <strong>{theirs.question}</strong>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function useNames(kind: PollForm['kind']): Record<Part, string> {
  const { t } = useTranslation(['polls', 'elections']);
  return {
    question: t('editor.question'),
    agendaItemId: t('editor.agendaItem'),
    kind: t('editor.kind'),
    options: t(`editor.options.${kind}`),
    secrecy: t('editor.secrecy'),
    trustees: t('prepare.trustees', { ns: 'elections' }),
    reveal: t('editor.reveal'),
    binding: t('editor.straw'),
    link: t('editor.link'),
    ownRules: t('editor.ownRules'),
  };
}
