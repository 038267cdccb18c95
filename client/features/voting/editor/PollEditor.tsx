import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useMeeting } from '../../../realtime/meeting.ts';
import styles from './Editor.module.css';
import { MeanwhileNotice } from './MeanwhileNotice.tsx';
import { PollFields } from './PollFields.tsx';
import { PollPreview } from './PollPreview.tsx';
import { checkPoll } from './poll-check.ts';
import { type PollForm, draftOf, formOf, newForm } from './poll-form.ts';
import { useBodyRules } from './useBodyRules.ts';
import { useMeanwhile } from './useMeanwhile.ts';
import { usePollForm } from './usePollForm.ts';

interface PollEditorProps {
  meetingId: Id;
  polls: readonly MyPoll[];
  /** Left out for a new poll. */
  poll?: MyPoll;
  /** What a new poll begins with. */
  begin?: Partial<PollForm>;
  onDone: () => void;
}

/** All of a poll that has not been opened, with the ballot as members will see it beside. */
export function PollEditor({ meetingId, polls, poll, begin, onDone }: PollEditorProps) {
  const { t } = useTranslation(['polls', 'common', 'rules', 'elections']);
  const written = usePollForm(
    meetingId,
    poll ?? null,
    poll ? formOf(poll) : { ...newForm, ...begin },
  );
  const { theirs, isRefused, save: send } = useMeanwhile(meetingId, poll ?? null, written);
  const { form, change } = written;
  const setting = useSetting(meetingId);
  const save = async () => {
    if (!(await send(draftOf(form, setting)))) return;
    written.forget();
    showToast(t('editor.saved'));
    onDone();
  };
  const { submit, isPending, problems } = useSubmit(save, {
    check: () => checkPoll(form, setting, t),
    byCode: {
      chair_tie_in_secret: 'secrecy',
      trustees_need_secret: 'secrecy',
      trustees_not_ranked: 'secrecy',
      trustees_not_weighted: 'secrecy',
      impossible_paper: 'options',
      impossible_rules: 'ownRules',
    },
  });
  // While it is being saved, a newer form is one's own.
  const isChanged = theirs !== null && !isPending;
  const keepMine = () => {
    written.insist();
    void submit();
  };
  return (
    <Dialog
      isOpen
      onClose={onDone}
      width="full"
      title={poll ? t('editor.title', { number: poll.number }) : t('editor.titleNew')}
      actions={
        <>
          <Button kind="primary" onPress={submit} isPending={isPending}>
            {t('editor.save')}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          {isChanged && (
            <MeanwhileNotice
              theirs={theirs}
              form={form}
              setting={setting}
              isRefused={isRefused}
              onKeepMine={keepMine}
              onTakeTheirs={written.startOver}
            />
          )}
          {written.isRestored && !isChanged && (
            <Restored isNew={poll === undefined} onStartOver={written.startOver} />
          )}
          <Form onSubmit={submit} problems={problems} labels={useLabels(form.kind)}>
            <PollFields
              meetingId={meetingId}
              pollId={poll?.id ?? null}
              polls={polls}
              form={form}
              setting={setting}
              onChange={change}
            />
          </Form>
        </div>
        <PollPreview meetingId={meetingId} form={form} setting={setting} />
      </div>
    </Dialog>
  );
}

/** What the poll is about and by which rules, where it does not say so itself. */
function useSetting(meetingId: Id) {
  const meeting = useMeeting(meetingId).data;
  // A new poll is most often about what the meeting deals with when it is begun.
  const [first, setFirst] = useState<Id | null | undefined>(undefined);
  if (first === undefined && meeting) setFirst(meeting.currentAgendaItemId);
  return { currentItem: first ?? null, rules: useBodyRules(meetingId) };
}

function Restored({ isNew, onStartOver }: { isNew: boolean; onStartOver: () => void }) {
  const { t } = useTranslation('polls');
  return (
    <Notice
      title={t('editor.restored')}
      action={
        <Button kind="quiet" onPress={onStartOver}>
          {t(isNew ? 'editor.startOver' : 'editor.revert')}
        </Button>
      }
    >
      <p>{t('editor.restoredText')}</p>
    </Notice>
  );
}

function useLabels(kind: PollForm['kind']) {
  const { t } = useTranslation(['polls', 'rules', 'elections']);
  return {
    question: t('editor.question'),
    options: t(`editor.options.${kind}`),
    seats: t('editor.seats'),
    max: t('editor.max'),
    min: t('editor.min'),
    secrecy: t('editor.secrecy'),
    trustees: t('prepare.trustees', { ns: 'elections' }),
    'trustees.needed': t('prepare.neededCount', { ns: 'elections' }),
    'ownRules.reason': t('editor.reason'),
    'ownRules.ruleSet.tie': t('tie', { ns: 'rules' }),
    'ownRules.ruleSet.quorum': t('quorum', { ns: 'rules' }),
    'ownRules.ruleSet.threshold.fraction': t('threshold', { ns: 'rules' }),
    'ownRules.ruleSet.choices.words.for': t('words.for', { ns: 'rules' }),
    'ownRules.ruleSet.choices.words.against': t('words.against', { ns: 'rules' }),
    'ownRules.ruleSet.choices.words.abstain': t('words.abstain', { ns: 'rules' }),
    'ownRules.ruleSet.confidence.warning.fraction': t('warning', { ns: 'rules' }),
    'ownRules.ruleSet.confidence.removal.fraction': t('removal', { ns: 'rules' }),
  };
}
