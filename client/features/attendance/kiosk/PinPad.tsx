import Delete from 'lucide-react/icons/delete';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { IconButton } from '../../../primitives/IconButton.tsx';
import styles from './PinPad.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const pinLength = 6;
/** Somebody walked away: the next person finds the door as it should be. */
const idleMs = 20_000;

interface PinPadProps {
  onSubmit: (pin: string) => Promise<void>;
  onClose: () => void;
}

/** Six digits from the invitation, by finger or keyboard; sent when the sixth is there. */
export function PinPad({ onSubmit, onClose }: PinPadProps) {
  const { t } = useTranslation('kiosk');
  const [pin, setPin] = useState('');
  const add = (digit: string) => setPin((typed) => (typed + digit).slice(0, pinLength));
  const remove = () => setPin((typed) => typed.slice(0, -1));
  useKeys(add, remove);
  useEffect(() => {
    const timer = setTimeout(onClose, idleMs);
    return () => clearTimeout(timer);
  }, [pin, onClose]);
  useEffect(() => {
    if (pin.length === pinLength) void onSubmit(pin);
  }, [pin, onSubmit]);
  return (
    <Dialog isOpen onClose={onClose} title={t('pinTitle')}>
      <p>{t('pinHelp')}</p>
      <p className={styles.typed} aria-live="polite" aria-label={t('typed', { count: pin.length })}>
        {pin.padEnd(pinLength, '·')}
      </p>
      <div className={styles.keys}>
        {digits.map((digit) => (
          <Button key={digit} size="large" isFullWidth onPress={() => add(digit)}>
            {digit}
          </Button>
        ))}
        <IconButton icon={Delete} label={t('erase')} onPress={remove} />
      </div>
    </Dialog>
  );
}

function useKeys(add: (digit: string) => void, remove: () => void) {
  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => {
      if (/^\d$/.test(key)) add(key);
      if (key === 'Backspace') remove();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
