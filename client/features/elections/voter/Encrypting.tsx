import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import type { Progress } from '../work/useWork.ts';

interface EncryptingProps {
  progress: Progress | null;
  label: string;
}

/** How many parts of a ballot are done, of how many. */
export function Encrypting({ progress, label }: EncryptingProps) {
  const { done, total } = progress ?? { done: 0, total: 1 };
  const text = progress === null ? '…' : `${done}/${total}`;
  return <ProgressBar label={label} value={done} max={total} text={text} />;
}
