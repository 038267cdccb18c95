import { useTranslation } from 'react-i18next';
import { Sheet } from '../primitives/Sheet.tsx';

interface HelpSheetProps {
  isOpen: boolean;
  onClose: () => void;
}

const topics = [
  ['helpJoin', 'helpJoinText'],
  ['helpCheckIn', 'helpCheckInText'],
  ['helpVote', 'helpVoteText'],
  ['helpKeys', 'helpKeysText'],
  ['helpContact', 'helpContactText'],
] as const;

/** The few things that people ask for, in plain words. */
export default function HelpSheet({ isOpen, onClose }: HelpSheetProps) {
  const { t } = useTranslation('shell');
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t('helpTitle')}>
      {topics.map(([title, text]) => (
        <section key={title}>
          <h3>{t(title)}</h3>
          <p>{t(text)}</p>
        </section>
      ))}
    </Sheet>
  );
}
