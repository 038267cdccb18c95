import { Fragment } from 'react';
import Copy from 'lucide-react/icons/copy';
import { Button } from '../../primitives/Button.tsx';
import { Dialog } from '../../primitives/Dialog.tsx';
import { showToast } from '../../primitives/toasts.ts';
import styles from './OnceDialog.module.css';

interface OnceDialogProps {
  words: { title: string; text: string; done: string; copy: string; copied: string };
  /** What goes with the secret, each term once. */
  facts: readonly (readonly [term: string, value: string])[];
  secret: readonly [term: string, value: string];
  /** What the clipboard gets. */
  toCopy: string;
  width?: 'narrow' | 'wide';
  onClose: () => void;
}

/** Shows a secret, once: the server keeps only its hash. */
export function OnceDialog(props: OnceDialogProps) {
  const { words, facts, secret, toCopy, width = 'narrow', onClose } = props;
  const copy = async () => {
    await navigator.clipboard.writeText(toCopy);
    showToast(words.copied);
  };
  return (
    <Dialog
      role="alertdialog"
      width={width}
      isOpen
      onClose={onClose}
      title={words.title}
      actions={
        <>
          <Button kind="primary" onPress={onClose}>
            {words.done}
          </Button>
          {/* Browsers give the clipboard to secure pages only. */}
          {window.isSecureContext && (
            <Button kind="quiet" icon={Copy} onPress={copy}>
              {words.copy}
            </Button>
          )}
        </>
      }
    >
      <p>{words.text}</p>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
        <dt>{secret[0]}</dt>
        <dd className={styles.secret}>{secret[1]}</dd>
      </dl>
    </Dialog>
  );
}
