import { useQuery } from '@tanstack/react-query';
import Eye from 'lucide-react/icons/eye';
import Save from 'lucide-react/icons/save';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listBodies } from '../../../../models/contracts/meetings.ts';
import { createSlip, updateSlip } from '../../../../models/contracts/opinions-acts.ts';
import { type Slip, getSlip, listSlips } from '../../../../models/contracts/opinions.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { routeQuery, useMutationRoute } from '../../../realtime/queries.ts';
import styles from './Editor.module.css';
import { RemoveDraft, SendSlip } from './DraftActs.tsx';
import { SlipChanged } from './SlipChanged.tsx';
import { SlipFields } from './SlipFields.tsx';
import { SlipFilesField } from './SlipFilesField.tsx';
import { SlipItemsField } from './SlipItemsField.tsx';
import { SlipPreview } from './SlipPreview.tsx';
import { checkForm, formOf, sameForm, sentOf } from './slip-form.ts';
import { useSlipForm } from './useSlipForm.ts';

/** A slip that is being prepared: its words, papers and recipients. */
export function SlipEditor({ slip }: { slip: Slip | null }) {
  const { t } = useTranslation('opinions');
  const navigate = useNavigate();
  const bodies = useQuery(routeQuery(listBodies, { query: {} })).data?.items ?? [];
  const written = useSlipForm(slip);
  const { form, base, theirs, change } = written;
  const [isPreview, setPreview] = useState(false);
  const create = useMutationRoute(createSlip, { invalidates: [listSlips] });
  const update = useMutationRoute(updateSlip, { invalidates: [listSlips, getSlip] });
  const labels = useLabels(form.items.length);
  const { submit, isPending, problems } = useSubmit(
    async () => {
      const body = sentOf(form);
      const saved =
        base === null
          ? await create.mutateAsync({ body })
          : await update.mutateAsync({
              params: { slipId: base.id },
              body: { ...body, revision: base.revision },
            });
      showToast(t('saved', { title: saved.title }));
      if (base === null) await navigate(`/admin/slips/${saved.id}`, { replace: true });
      else written.saved(saved, form);
    },
    { check: () => checkForm(form, t) },
  );
  // While it is being saved, a newer form is one's own.
  const isChanged = theirs !== null && !isPending;
  const isDirty = base === null || !sameForm(form, formOf(base));
  if (slip !== null && isPreview)
    return <SlipPreview slip={slip} onBack={() => setPreview(false)} />;
  return (
    <>
      <PageHeader
        title={slip === null ? t('newSlip') : slip.title}
        back={{ to: '/admin/slips', label: t('back') }}
        {...(slip && { description: t('draftNumber') })}
      />
      {isChanged && (
        <SlipChanged
          title={theirs.title}
          onKeepMine={() => written.insist(theirs)}
          onTakeTheirs={() => written.take(theirs)}
        />
      )}
      <Form onSubmit={submit} problems={problems} labels={labels}>
        <div className={styles.editor}>
          <SlipFields form={form} change={change} bodies={bodies} />
          <SlipItemsField items={form.items} onChange={(items) => change({ items })} />
          {slip === null ? (
            <p className={styles.help}>{t('attachFirst')}</p>
          ) : (
            <SlipFilesField slip={slip} />
          )}
          <div className={styles.acts}>
            <Button
              type="submit"
              icon={Save}
              kind={slip === null || isDirty ? 'primary' : 'secondary'}
              isPending={isPending}
            >
              {t('saveDraft')}
            </Button>
            {slip && (
              <>
                <SendSlip slip={slip} isDirty={isDirty} />
                <Button icon={Eye} onPress={() => setPreview(true)} isDisabled={isDirty}>
                  {t('preview')}
                </Button>
                <RemoveDraft slip={slip} />
              </>
            )}
          </div>
          {slip && isDirty && <p className={styles.help}>{t('saveFirst')}</p>}
        </div>
      </Form>
    </>
  );
}

function useLabels(items: number): Record<string, string> {
  const { t } = useTranslation('opinions');
  const ofItems = Array.from({ length: items }, (_, at) =>
    ['question', 'paper', 'paper.options'].map((field) => [
      `items.${at}.${field}`,
      t('item', { number: at + 1 }),
    ]),
  );
  return {
    ...Object.fromEntries(ofItems.flat()),
    bodyId: t('body'),
    title: t('title'),
    grounds: t('grounds'),
    deadline: t('deadline'),
    recipients: t('recipients'),
  };
}
