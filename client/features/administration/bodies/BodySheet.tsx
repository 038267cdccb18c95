import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Body } from '../../../../models/contracts/meetings.ts';
import { ComboBox } from '../../../primitives/ComboBox.tsx';
import type { Column } from '../../../primitives/Table.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { RulesFields } from '../../../primitives/rules/RulesFields.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { RecordSheet } from '../catalogue/RecordSheet.tsx';
import { choosable } from '../catalogue/record.ts';
import { useLatest } from '../catalogue/useLatest.ts';
import { useRecordEditor } from '../catalogue/useRecordEditor.ts';
import { bodiesQuery, organisationsQuery } from '../lists.ts';
import { AttendanceFields } from './AttendanceFields.tsx';
import { MembersField } from './MembersField.tsx';
import styles from './Rules.module.css';
import { type BodyForm, checkBody, draftOf, useBodyRoutes } from './body-form.ts';

interface BodySheetProps {
  body: Body | null;
  columns: readonly Column<Body>[];
  onClose: () => void;
}

export function BodySheet({ body, columns, onClose }: BodySheetProps) {
  const { t } = useTranslation(['planning', 'rules']);
  const organisations = useQuery(organisationsQuery).data?.items;
  const { create, edit } = useBodyRoutes();
  const editor = useRecordEditor({
    record: body,
    draftOf,
    check: (draft) => checkBody(draft, t),
    save: (draft, base) => (base ? edit(draft, base) : create.mutateAsync({ body: draft })),
    latest: useLatest(bodiesQuery),
    byCode: { body_needs_chair: 'members' },
    onSaved({ name }) {
      showToast(t('saved', { ns: 'administration', name }));
      onClose();
    },
  });
  const { draft, change, record } = editor;
  const labels = useLabels();
  return (
    <RecordSheet
      editor={editor}
      title={record?.name ?? t('bodies.add')}
      labels={labels}
      columns={columns}
      onClose={onClose}
      acts={record && <AttendanceFields body={record} />}
      closing={
        record
          ? {
              isClosed: record.closedAt !== null,
              run: () => edit(draftOf(record), record, record.closedAt === null),
            }
          : undefined
      }
    >
      <TextField
        label={labels.name}
        description={t('bodies.nameHelp')}
        name="name"
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <ComboBox
        label={labels.organisationId}
        optional
        name="organisationId"
        options={choosable(organisations, draft.organisationId).map(({ id, name }) => ({
          id,
          label: name,
        }))}
        value={draft.organisationId}
        onChange={(organisationId) => change({ organisationId })}
      />
      <MembersField
        members={draft.members}
        known={record?.members ?? []}
        weighted={draft.ruleSet.weighted}
        onChange={(members) => change({ members })}
      />
      <RulesSection
        draft={draft}
        version={record?.ruleSet.version ?? null}
        onChange={(ruleSet) => change({ ruleSet })}
      />
    </RecordSheet>
  );
}

function useLabels() {
  const { t } = useTranslation(['planning', 'rules']);
  return {
    name: t('bodies.name'),
    organisationId: t('bodies.organisation'),
    members: t('bodies.members'),
    'ruleSet.quorum': t('quorum', { ns: 'rules' }),
    'ruleSet.threshold.fraction': t('threshold', { ns: 'rules' }),
    'ruleSet.tie': t('tie', { ns: 'rules' }),
    'ruleSet.choices.words.for': t('words.for', { ns: 'rules' }),
    'ruleSet.choices.words.against': t('words.against', { ns: 'rules' }),
    'ruleSet.choices.words.abstain': t('words.abstain', { ns: 'rules' }),
    'ruleSet.confidence.warning.fraction': t('warning', { ns: 'rules' }),
    'ruleSet.confidence.removal.fraction': t('removal', { ns: 'rules' }),
  };
}

interface RulesSectionProps {
  draft: BodyForm;
  /** Of the rules in force; null for a new body. */
  version: number | null;
  onChange: (rules: BodyForm['ruleSet']) => void;
}

function RulesSection({ draft, version, onChange }: RulesSectionProps) {
  const { t } = useTranslation('rules');
  return (
    <section className={styles.rules} aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <p className={styles.help}>{version === null ? t('help') : t('version', { version })}</p>
      <RulesFields
        rules={draft.ruleSet}
        name="ruleSet"
        members={draft.members.length}
        onChange={onChange}
      />
    </section>
  );
}
