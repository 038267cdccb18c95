import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import type { Delegation } from '../../../../models/contracts/voting-acts.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ComboBox } from '../../../primitives/ComboBox.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useRoll } from '../../../realtime/roll.ts';
import { useDelegationActs } from '../usePollActs.ts';
import { mayDelegate, mayReceive } from './delegation-sides.ts';

interface AddDelegationProps {
  meetingId: Id;
  delegations: readonly Delegation[];
  /** How many one member may take. */
  most: number;
  onDone: () => void;
}

/** An absent member lets a present one vote: from whom, to whom, on what basis. */
export function AddDelegation({ meetingId, delegations, most, onDone }: AddDelegationProps) {
  const { t } = useTranslation(['delegations', 'common']);
  const { add } = useDelegationActs();
  const entries = useRoll(meetingId).data?.entries ?? [];
  const [fromPersonId, setFrom] = useState<Id | null>(null);
  const [toPersonId, setTo] = useState<Id | null>(null);
  const [basis, setBasis] = useState('');
  const save = async () => {
    if (fromPersonId === null || toPersonId === null) return;
    const body = { fromPersonId, toPersonId, basis };
    const added = await add.mutateAsync({ params: { meetingId }, body });
    showToast(t('saved', { name: added.from.fullName }));
    onDone();
  };
  const { submit, isPending, problems } = useSubmit(save, {
    check() {
      const fields = {
        ...(fromPersonId === null && { fromPersonId: t('fromNeeded') }),
        ...(toPersonId === null && { toPersonId: t('toNeeded') }),
        ...(basis.trim() === '' && { basis: t('basisNeeded') }),
      };
      return Object.keys(fields).length > 0 ? { fields } : undefined;
    },
    byCode: {
      delegator_present: 'fromPersonId',
      delegations_full: 'toPersonId',
      not_present: 'toPersonId',
    },
  });
  const labels = {
    fromPersonId: t('from'),
    toPersonId: t('to'),
    basis: t('basis'),
  };
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={t('add')}
      actions={
        <>
          <Button kind="primary" onPress={submit} isPending={isPending}>
            {t('save')}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit} problems={problems} labels={labels}>
        <Sides
          labels={labels}
          entries={entries}
          delegations={delegations}
          most={most}
          from={[fromPersonId, setFrom]}
          to={[toPersonId, setTo]}
        />
        <TextField
          label={labels.basis}
          description={t('basisHelp')}
          name="basis"
          maxLength={2000}
          value={basis}
          onChange={setBasis}
        />
      </Form>
    </Dialog>
  );
}

type Choice = readonly [Id | null, (personId: Id | null) => void];

interface SidesProps {
  labels: { fromPersonId: string; toPersonId: string };
  entries: readonly RollEntry[];
  delegations: readonly Delegation[];
  most: number;
  from: Choice;
  to: Choice;
}

/** From whom, and to whom; only those between whom the rules allow it. */
function Sides({ labels, entries, delegations, most, from, to }: SidesProps) {
  const { t } = useTranslation('delegations');
  const holding = (count: number) => (count > 0 ? [t('holds', { count })] : []);
  return (
    <>
      <ComboBox
        label={labels.fromPersonId}
        description={t('fromHelp')}
        name="fromPersonId"
        options={mayDelegate(entries, delegations).map(({ personId, fullName, office }) => ({
          id: personId,
          label: fullName,
          description: office,
        }))}
        value={from[0]}
        onChange={from[1]}
      />
      <ComboBox
        label={labels.toPersonId}
        description={t('toHelp')}
        name="toPersonId"
        options={mayReceive(entries, delegations, most).map((one) => ({
          id: one.personId,
          label: one.fullName,
          description: [one.office, ...holding(one.holds)].join(' · '),
        }))}
        value={to[0]}
        onChange={to[1]}
      />
    </>
  );
}
