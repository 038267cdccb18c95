import { useTranslation } from 'react-i18next';
import { Sheet } from '../primitives/Sheet.tsx';
import { Navigation } from './Navigation.tsx';
import type { PlaceGroup } from './navigation.ts';

interface NavigationSheetProps {
  groups: readonly PlaceGroup[];
  isOpen: boolean;
  onClose: () => void;
}

/** The navigation of a phone. */
export default function NavigationSheet({ groups, isOpen, onClose }: NavigationSheetProps) {
  const { t } = useTranslation();
  return (
    <Sheet side="start" isOpen={isOpen} onClose={onClose} title={t('product')}>
      <Navigation groups={groups} onMove={onClose} />
    </Sheet>
  );
}
