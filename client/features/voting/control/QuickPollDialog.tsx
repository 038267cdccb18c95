import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPoll, PollDraft } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useMeeting } from '../../../realtime/meeting.ts';
import { usePollActs, usePollDrafts } from '../usePollActs.ts';

interface QuickPollDialogProps {
  meetingId: Id;
  onDone: () => void;
}

/** A show of hands: a straw poll with a question that is written already, open at the second press. */
export function QuickPollDialog({ meetingId, onDone }: QuickPollDialogProps) {
  const { t } = useTranslation(['polls', 'common']);
  const { create } = usePollDrafts(meetingId);
  const { open } = usePollActs(meetingId);
  const usual = useUsualQuestion(meetingId);
  const [written, setQuestion] = useState<string | null>(null);
  const [made, setMade] = useState<MyPoll | null>(null);
  const question = written ?? usual.question;
  const make = async () => {
    const body: PollDraft = {
      question,
      agendaItemId: usual.agendaItemId,
      paper: { kind: 'motion' },
      secrecy: 'open',
      binding: false,
      reveal: 'live',
      link: null,
      ownRules: null,
    };
    const poll = await create.mutateAsync({ params: { meetingId }, body });
    setMade(poll);
    return poll;
  };
  const ask = async () => {
    // Where opening was refused, what was made already is opened at the next press.
    const { id, number, revision } = made ?? (await make());
    await open.mutateAsync({
      params: { meetingId, pollId: id },
      body: { revision, seconds: null },
    });
    showToast(t('opening.opened', { number }));
    onDone();
  };
  const { submit, isPending, problems } = useSubmit(ask, {
    check: () =>
      question.trim() === '' ? { fields: { question: t('editor.questionNeeded') } } : undefined,
  });
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={t('quick.title')}
      actions={
        <>
          <Button kind="primary" onPress={submit} isPending={isPending}>
            {t('quick.open')}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </>
      }
    >
      <p>{t('quick.help')}</p>
      <Form onSubmit={submit} problems={problems} labels={{ question: t('quick.question') }}>
        <TextField
          name="question"
          label={t('quick.question')}
          rows={3}
          maxLength={2000}
          value={question}
          onChange={setQuestion}
          isDisabled={made !== null}
        />
      </Form>
    </Dialog>
  );
}

/** About what the meeting deals with. */
function useUsualQuestion(meetingId: Id) {
  const { t } = useTranslation('polls');
  const meeting = useMeeting(meetingId).data;
  const agendaItemId = meeting?.currentAgendaItemId ?? null;
  const item = meeting?.agenda.find(({ id }) => id === agendaItemId);
  const question = item ? t('quick.usualItem', { title: item.title }) : t('quick.usual');
  return { agendaItemId, question };
}
