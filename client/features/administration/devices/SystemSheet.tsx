import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type SystemScope, systemScopes } from '../../../../models/contracts/access.ts';
import { listDevices } from '../../../../models/contracts/identity.ts';
import { type Issued, createSystem } from '../../../../models/contracts/systems.ts';
import { Checkbox } from '../../../primitives/Checkbox.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { checkInput } from '../../../primitives/check-input.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { RecordSheet } from '../catalogue/RecordSheet.tsx';
import { useRecordEditor } from '../catalogue/useRecordEditor.ts';
import styles from './Systems.module.css';
import { TokenDays, usualDays } from './TokenDays.tsx';

interface SystemSheetProps {
  onClose: () => void;
  onIssued: (issued: Issued) => void;
}

const systemBody = createSystem.body ?? z.never();
const blank = () => ({ name: '', scopes: [] as SystemScope[], days: usualDays });

/** Lets another computer system in: who it is, what it may do and for how long. */
export function SystemSheet({ onClose, onIssued }: SystemSheetProps) {
  const { t } = useTranslation('systems');
  const { mutateAsync } = useMutationRoute(createSystem, { invalidates: [listDevices] });
  const editor = useRecordEditor<never, ReturnType<typeof blank>>({
    record: null,
    draftOf: blank,
    check: (draft) =>
      checkInput(systemBody, draft, { name: t('nameRule'), scopes: t('scopesRule') }),
    save: async (draft) => onIssued(await mutateAsync({ body: draft })),
    latest: async () => undefined,
    onSaved: onClose,
  });
  const { draft, change } = editor;
  const labels = { name: t('name'), scopes: t('scopes'), days: t('days') };
  return (
    <RecordSheet
      editor={editor}
      title={t('add')}
      description={t('addHelp')}
      labels={labels}
      columns={[]}
      onClose={onClose}
      saveLabel={t('create')}
    >
      <TextField
        label={labels.name}
        description={t('nameHelp')}
        name="name"
        value={draft.name}
        onChange={(name) => change({ name })}
        autoComplete="off"
      />
      <Scopes
        chosen={draft.scopes}
        onChange={(scopes) => change({ scopes })}
        error={editor.problems.fields['scopes']}
      />
      <TokenDays value={draft.days} onChange={(days) => change({ days })} />
    </RecordSheet>
  );
}

interface ScopesProps {
  chosen: readonly SystemScope[];
  onChange: (scopes: SystemScope[]) => void;
  error: string | undefined;
}

function Scopes({ chosen, onChange, error }: ScopesProps) {
  const { t } = useTranslation('systems');
  return (
    <fieldset className={styles.scopes}>
      <legend>{t('scopes')}</legend>
      {systemScopes.map((scope, at) => (
        <Checkbox
          key={scope}
          label={t(`scope.${scope}`)}
          description={t(`scopeHelp.${scope}`)}
          value={chosen.includes(scope)}
          onChange={(isOn) =>
            onChange(isOn ? [...chosen, scope] : chosen.filter((one) => one !== scope))
          }
          {...(at === 0 && { name: 'scopes', error })}
        />
      ))}
    </fieldset>
  );
}
