import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getMeeting } from '../../../models/contracts/meetings.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { Dialog } from '../../primitives/Dialog.tsx';
import { Form, useSubmit } from '../../primitives/Form.tsx';
import { Select } from '../../primitives/Select.tsx';
import { TextField } from '../../primitives/TextField.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { useQueryRoute } from '../../realtime/queries.ts';
import { usePollActs } from './usePollActs.ts';

interface PollEditorProps {
  meetingId: Id;
  /** Left out for a new poll. */
  poll?: MyPoll;
  onDone: () => void;
}

const formId = 'poll-editor';
const noItem = 'none';

/** Question and item of a poll that has not been opened. */
export function PollEditor({ meetingId, poll, onDone }: PollEditorProps) {
  const { t } = useTranslation(['voting', 'common']);
  const meeting = useQueryRoute(getMeeting, { params: { meetingId } }).data;
  const { create, update } = usePollActs(meetingId);
  const [question, setQuestion] = useState(poll?.question ?? '');
  const [chosenItem, setItem] = useState<string | null>(
    poll ? (poll.agendaItemId ?? noItem) : null,
  );
  // A new poll is most often about what the meeting is dealing with.
  const item = chosenItem ?? meeting?.currentAgendaItemId ?? noItem;
  const save = async () => {
    const body = { question, agendaItemId: item === noItem ? null : item };
    if (poll) await update.mutateAsync({ params: { meetingId, pollId: poll.id }, body });
    else await create.mutateAsync({ params: { meetingId }, body });
    showToast(t('control.saved'));
    onDone();
  };
  const { submit, isPending, problems } = useSubmit(save, {
    check: () =>
      question.trim() === '' ? { fields: { question: t('control.questionNeeded') } } : undefined,
  });
  const items = (meeting?.agenda ?? []).map(({ id, title }, at) => ({
    id,
    label: `${at + 1}. ${title}`,
  }));
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={poll ? t('control.editTitle', { number: poll.number }) : t('control.add')}
      actions={
        <>
          <Button kind="primary" onPress={submit} isPending={isPending}>
            {t('control.save')}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        onSubmit={submit}
        problems={problems}
        labels={{ question: t('control.question'), agendaItemId: t('control.agendaItem') }}
      >
        <TextField
          name="question"
          label={t('control.question')}
          description={t('control.questionHelp')}
          value={question}
          onChange={setQuestion}
          rows={4}
          maxLength={2000}
        />
        <Select
          name="agendaItemId"
          label={t('control.agendaItem')}
          options={[...items, { id: noItem, label: t('noAgendaItem') }]}
          value={item}
          onChange={setItem}
        />
      </Form>
    </Dialog>
  );
}
