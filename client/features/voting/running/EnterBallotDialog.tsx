import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Marks } from '../../../../models/contracts/ballots.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { BallotFields } from '../ballot/BallotFields.tsx';
import styles from '../control/PollControl.module.css';
import { blankMarks, lackOf } from '../ballot/marks.ts';
import { useTurnoutActs } from '../usePollActs.ts';
import type { Line } from './turnout.ts';

interface EnterBallotDialogProps {
  poll: MyPoll;
  person: Pick<Line, 'personId' | 'fullName'>;
  onDone: () => void;
}

/** The open vote of a member without a device, as they say it; a second person confirms it. */
export function EnterBallotDialog({ poll, person, onDone }: EnterBallotDialogProps) {
  const { t } = useTranslation(['polls', 'common']);
  const { personId, fullName: name } = person;
  const { enter } = useTurnoutActs();
  const [marked, setMarks] = useState<Marks | null>(null);
  const marks = marked ?? blankMarks(poll.paper);
  const save = async () => {
    if (marks === null) return;
    const params = { meetingId: poll.meetingId, pollId: poll.id };
    await enter.mutateAsync({ params, body: { personId, marks } });
    showToast(t('entries.saved', { name }));
    onDone();
  };
  const { submit, isPending, problems } = useSubmit(save, {
    check: () =>
      lackOf(poll.paper, marks) === null ? undefined : { message: t('entries.needed'), fields: {} },
  });
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={t('entries.dialog', { name })}
      actions={
        <>
          <Button kind="primary" onPress={submit} isPending={isPending}>
            {t('entries.save')}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </>
      }
    >
      <p>{t('entries.dialogText')}</p>
      <p className={styles.asked}>{poll.question}</p>
      <Form onSubmit={submit} problems={problems}>
        <BallotFields
          paper={poll.paper}
          ruleSet={poll.ruleSet}
          value={marked}
          onChange={setMarks}
          isDisabled={isPending}
        />
      </Form>
    </Dialog>
  );
}
