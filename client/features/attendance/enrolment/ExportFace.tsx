import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportMyFace, getMyFaceTrace } from '../../../../models/contracts/face.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { saveFile } from '../../../primitives/download.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';

/** All that is held, as a file to take along. */
export function ExportFace() {
  const { t } = useTranslation('face');
  const [problem, setProblem] = useState<unknown>(null);
  const { mutateAsync } = useMutationRoute(exportMyFace, { invalidates: [getMyFaceTrace] });
  const save = async () => {
    setProblem(null);
    try {
      const all = await mutateAsync({});
      saveFile(t('exportName'), JSON.stringify(all, null, 2), 'application/json');
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <Button icon={Download} onPress={save}>
        {t('export')}
      </Button>
      {problem !== null && <ErrorNotice error={problem} />}
    </>
  );
}
