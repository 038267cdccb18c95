import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Body } from '../../../../models/contracts/meetings.ts';
import { ComboBox } from '../../../primitives/ComboBox.tsx';
import type { Column } from '../../../primitives/Table.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { RecordSheet } from '../catalogue/RecordSheet.tsx';
import { choosable } from '../catalogue/record.ts';
import { useLatest } from '../catalogue/useLatest.ts';
import { useRecordEditor } from '../catalogue/useRecordEditor.ts';
import { bodiesQuery, organisationsQuery } from '../lists.ts';
import { AttendanceFields } from './AttendanceFields.tsx';
import { MembersField } from './MembersField.tsx';
import { RulesFields } from './RulesFields.tsx';
import { checkBody, draftOf, useBodyRoutes } from './body-form.ts';

interface BodySheetProps {
  body: Body | null;
  columns: readonly Column<Body>[];
  onClose: () => void;
}

export function BodySheet({ body, columns, onClose }: BodySheetProps) {
  const { t } = useTranslation('planning');
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
  const labels = {
    name: t('bodies.name'),
    organisationId: t('bodies.organisation'),
    members: t('bodies.members'),
    'ruleSet.threshold.fraction': t('rules.threshold'),
    'ruleSet.tie': t('rules.tie'),
  };
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
        onChange={(members) => change({ members })}
      />
      <RulesFields
        rules={draft.ruleSet}
        members={draft.members.length}
        version={record?.ruleSet.version ?? null}
        onChange={(ruleSet) => change({ ruleSet })}
      />
    </RecordSheet>
  );
}
