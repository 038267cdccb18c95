import type { LucideIcon } from 'lucide-react';

export type IconType = LucideIcon;

/** An icon beside a word; it says nothing by itself, so assistive technology skips it. */
export function Icon({ of: Shape, size = '1.25em' }: { of: IconType; size?: string }) {
  return <Shape aria-hidden width={size} height={size} strokeWidth={1.75} focusable={false} />;
}
