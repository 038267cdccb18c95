import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enterPaperAnswer } from '../../../../models/contracts/opinions-acts.ts';
import { type Slip, type SlipFile, getSlip } from '../../../../models/contracts/opinions.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { FileField } from '../../../primitives/FileField.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { Select } from '../../../primitives/Select.tsx';
import { Sheet } from '../../../primitives/Sheet.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { AnswerItems } from '../answer/AnswerItems.tsx';
import styles from './Desk.module.css';
import { type Draft, type DraftItem, answersOf, draftOf } from '../answer/answer-draft.ts';
import { acceptedFiles, useAddFile } from '../useAddFile.ts';

/** Enters what a member answered on paper, with the scan of it. */
export function PaperSheet({ slip, onClose }: { slip: Slip; onClose: () => void }) {
  const { t } = useTranslation(['opinions', 'common']);
  const { items, recipients } = slip;
  const paper = usePaperAnswer(slip, onClose);
  const { draft, scan, problems, isPending } = paper;
  const waiting = recipients.filter(({ answeredAt, onPaper }) => answeredAt === null || onPaper);
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('enterPaper')}
      description={t('enterPaperText')}
      actions={
        <Button type="submit" kind="primary" form="paper-answer" isPending={isPending}>
          {t('enter')}
        </Button>
      }
    >
      <Form
        id="paper-answer"
        onSubmit={paper.submit}
        problems={problems}
        labels={{
          personId: t('enterFor'),
          scanId: t('scan'),
          ...Object.fromEntries(
            items.map(({ key }) => [`item.${key}`, t('item', { number: key })]),
          ),
        }}
      >
        <Select
          label={t('enterFor')}
          name="personId"
          options={waiting.map(({ personId: id, fullName, office }) => ({
            id,
            label: fullName,
            description: office,
          }))}
          value={paper.personId}
          onChange={paper.setPersonId}
        />
        <AnswerItems
          items={items}
          ruleSet={slip.ruleSet}
          draft={draft}
          onChange={paper.change}
          isDisabled={isPending}
          errorOf={(key) => problems.fields[`item.${key}`]}
        />
        <div data-field="scanId">
          <FileField
            label={t('scan')}
            description={t('scanHelp')}
            accept={acceptedFiles}
            value={paper.files.chosen === null ? [] : [paper.files.chosen]}
            onChange={(files) => void paper.addScan(files)}
            isDisabled={paper.files.isSending}
          />
          {problems.fields['scanId'] && scan === null && (
            <p className={styles.problem}>{problems.fields['scanId']}</p>
          )}
        </div>
        {paper.files.error !== null && <ErrorNotice error={paper.files.error} />}
      </Form>
    </Sheet>
  );
}

function usePaperAnswer(slip: Slip, onEntered: () => void) {
  const { t } = useTranslation(['opinions', 'common']);
  const { id: slipId, items } = slip;
  const [personId, setPersonId] = useState<Id | null>(null);
  const [draft, setDraft] = useState<Draft>(() => draftOf(items, null));
  const [scan, setScan] = useState<SlipFile | null>(null);
  const files = useAddFile(slipId, 'scan');
  const enter = useMutationRoute(enterPaperAnswer, { invalidates: [getSlip] });
  const ready = answersOf(items, draft);
  const send = async () => {
    if (personId === null || scan === null || !('answers' in ready)) return;
    const body = { personId, answers: ready.answers, scanId: scan.id };
    await enter.mutateAsync({ params: { slipId }, body });
    showToast(t('entered'));
    onEntered();
  };
  const check = () => {
    const missing = 'missing' in ready ? ready.missing : [];
    const fields = {
      ...(personId === null && { personId: t('checkField', { ns: 'common' }) }),
      ...Object.fromEntries(missing.map((key) => [`item.${key}`, t('chooseFirst')])),
      ...(scan === null && { scanId: t('scanMissing') }),
    };
    return Object.keys(fields).length > 0 ? { fields } : undefined;
  };
  return {
    ...useSubmit(send, { check }),
    personId,
    setPersonId,
    draft,
    change: (next: DraftItem) =>
      setDraft((all) => all.map((one) => (one.key === next.key ? next : one))),
    scan,
    files,
    async addScan(chosen: readonly File[]) {
      const [added] = await files.add(chosen.slice(0, 1));
      if (added) setScan(added);
    },
  };
}
