import { useTranslation } from 'react-i18next';
import {
  type Organisation,
  OrganisationDraft,
  createOrganisation,
  listOrganisations,
  updateOrganisation,
} from '../../../../models/contracts/identity.ts';
import { ComboBox } from '../../../primitives/ComboBox.tsx';
import type { Column } from '../../../primitives/Table.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { checkInput } from '../../../primitives/check-input.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { RecordSheet } from '../catalogue/RecordSheet.tsx';
import { choosable } from '../catalogue/record.ts';
import { useLatest } from '../catalogue/useLatest.ts';
import { useRecordEditor } from '../catalogue/useRecordEditor.ts';
import { organisationsQuery } from '../lists.ts';
import { familyOf } from './tree.ts';

interface OrganisationSheetProps {
  organisation: Organisation | null;
  all: readonly Organisation[];
  columns: readonly Column<Organisation>[];
  onClose: () => void;
}

const draftOf = (organisation: Organisation | null) => ({
  name: organisation?.name ?? '',
  shortName: organisation?.shortName ?? '',
  parentId: organisation?.parentId ?? null,
});

export function OrganisationSheet({ organisation, all, columns, onClose }: OrganisationSheetProps) {
  const { t } = useTranslation('administration');
  const { create, edit } = useOrganisationRoutes();
  const editor = useRecordEditor({
    record: organisation,
    draftOf,
    check: (draft) =>
      checkInput(OrganisationDraft, draft, {
        name: t('organisations.nameRule'),
        shortName: t('lineRule'),
      }),
    save: (draft, base) => (base ? edit(draft, base) : create.mutateAsync({ body: draft })),
    latest: useLatest(organisationsQuery),
    onSaved({ name }) {
      showToast(t('saved', { name }));
      onClose();
    },
  });
  const { draft, change, record } = editor;
  const own = record ? familyOf(all, record.id) : null;
  const parents = choosable(all, draft.parentId).filter(({ id }) => !own?.has(id));
  const labels = {
    name: t('organisations.name'),
    shortName: t('organisations.shortName'),
    parentId: t('organisations.parent'),
  };
  return (
    <RecordSheet
      editor={editor}
      title={record?.name ?? t('organisations.add')}
      labels={labels}
      columns={columns}
      onClose={onClose}
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
        name="name"
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={labels.shortName}
        description={t('organisations.shortNameHelp')}
        optional
        name="shortName"
        value={draft.shortName}
        onChange={(shortName) => change({ shortName })}
      />
      <ComboBox
        label={labels.parentId}
        description={t('organisations.parentHelp')}
        optional
        name="parentId"
        options={parents.map(({ id, name }) => ({ id, label: name }))}
        value={draft.parentId}
        onChange={(parentId) => change({ parentId })}
      />
    </RecordSheet>
  );
}

function useOrganisationRoutes() {
  const create = useMutationRoute(createOrganisation, { invalidates: [listOrganisations] });
  const update = useMutationRoute(updateOrganisation, { invalidates: [listOrganisations] });
  const edit = (
    draft: ReturnType<typeof draftOf>,
    { id, revision, closedAt }: Organisation,
    closed = closedAt !== null,
  ) => update.mutateAsync({ params: { organisationId: id }, body: { ...draft, revision, closed } });
  return { create, edit };
}
