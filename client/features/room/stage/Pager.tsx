import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../primitives/IconButton.tsx';
import styles from './Stage.module.css';

interface PagerProps {
  page: number;
  pages: number;
  onTurn: (page: number) => void;
}

/** Turns the pages of tiles; nothing where one page holds everyone. */
export function Pager({ page, pages, onTurn }: PagerProps) {
  const { t } = useTranslation('room');
  if (pages < 2) return null;
  return (
    <nav className={styles.pager} aria-label={t('pages')}>
      <IconButton
        size="small"
        icon={ChevronLeft}
        label={t('previousPage')}
        isDisabled={page === 0}
        onPress={() => onTurn(page - 1)}
      />
      <span className="nt-figures" role="status">
        <span className="nt-hidden">{t('page')} </span>
        {page + 1}/{pages}
      </span>
      <IconButton
        size="small"
        icon={ChevronRight}
        label={t('nextPage')}
        isDisabled={page === pages - 1}
        onPress={() => onTurn(page + 1)}
      />
    </nav>
  );
}
