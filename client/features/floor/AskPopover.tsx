import Hand from 'lucide-react/icons/hand';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { type FloorKind, askForFloor, floorKinds } from '../../../models/contracts/floor.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { Form, useSubmit } from '../../primitives/Form.tsx';
import { IconButton } from '../../primitives/IconButton.tsx';
import { popoverClass } from '../../primitives/Options.tsx';
import { RadioGroup } from '../../primitives/RadioGroup.tsx';
import { TextField } from '../../primitives/TextField.tsx';
import { useAct } from '../../realtime/useAct.ts';
import styles from './Ask.module.css';

interface AskPopoverProps {
  meetingId: Id;
  /** What the person has asked for already: one request of a kind at a time. */
  taken: readonly FloorKind[];
  /** Beside a request or a speech it steps back. */
  isSmall: boolean;
}

/** Asks for the floor in a small sheet over the bar, which leaves the pictures in sight. */
export function AskPopover({ meetingId, taken, isSmall }: AskPopoverProps) {
  const { t } = useTranslation('floor');
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      {isSmall ? (
        <IconButton icon={Plus} label={t('askAgain')} />
      ) : (
        <Button icon={Hand}>{t('ask')}</Button>
      )}
      <Popover className={popoverClass} placement="top">
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {t('ask')}
          </Heading>
          <AskForm meetingId={meetingId} taken={taken} onDone={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface AskFormProps extends Omit<AskPopoverProps, 'isSmall'> {
  onDone: () => void;
}

function AskForm({ meetingId, taken, onDone }: AskFormProps) {
  const { t } = useTranslation('floor');
  const ask = useAct(askForFloor);
  const free = floorKinds.filter((kind) => !taken.includes(kind));
  const [chosen, choose] = useState<FloorKind | undefined>();
  const [topic, setTopic] = useState('');
  const kind = chosen !== undefined && free.includes(chosen) ? chosen : free[0];
  const { submit, isPending, problems } = useSubmit(async () => {
    if (kind === undefined) return;
    await ask({ meetingId, kind, topic });
    onDone();
  });
  return (
    <Form onSubmit={submit} problems={problems}>
      <RadioGroup
        label={t('askKind')}
        options={free.map((id) => ({
          id,
          label: t(`kind.${id}`),
          description: t(`kindHelp.${id}`),
        }))}
        value={kind ?? null}
        onChange={choose}
      />
      <TextField
        label={t('topic')}
        description={t('topicHelp')}
        optional
        name="topic"
        value={topic}
        onChange={setTopic}
        maxLength={200}
      />
      <Button kind="primary" type="submit" isPending={isPending}>
        {t('send')}
      </Button>
    </Form>
  );
}
