import { useState } from 'react';
import type { Panel } from './panels.ts';

export interface OpenPanel {
  /** Key of the one that is open. */
  key: string | null;
  show: (key: string | null) => void;
  /** Opens it, or shuts it when it is open. */
  toggle: (key: string) => void;
  /** The same for the panel at a place, from 0; nothing where there is none. */
  toggleAt: (at: number) => void;
}

export function useOpenPanel(panels: readonly Panel[]): OpenPanel {
  const [key, show] = useState<string | null>(null);
  const toggle = (next: string) => show(key === next ? null : next);
  const toggleAt = (at: number) => {
    const panel = panels[at];
    if (panel !== undefined) toggle(panel.key);
  };
  return { key, show, toggle, toggleAt };
}
