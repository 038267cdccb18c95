import { useCallback, useEffect, useState } from 'react';

interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

declare global {
  interface Window {
    /** Chromium only, so far. */
    readonly documentPictureInPicture?: DocumentPictureInPicture;
  }
}

/** The size it asks for, CSS pixels; the person may change it. */
export const pipSize = { width: 400, height: 286 };

export interface Pip {
  isSupported: boolean;
  /** Null while it is shut. */
  window: Window | null;
  open: () => Promise<void>;
  close: () => void;
}

/** A small window that stays above all others. */
export function usePip(): Pip {
  const [pip, setPip] = useState<Window | null>(null);
  useEffect(() => () => pip?.close(), [pip]);
  const open = useCallback(async () => {
    const opened = await window.documentPictureInPicture?.requestWindow(pipSize);
    if (opened === undefined) return;
    dress(opened.document);
    opened.addEventListener('pagehide', () => setPip(null));
    setPip(opened);
  }, []);
  const close = useCallback(() => setPip(null), []);
  return { isSupported: 'documentPictureInPicture' in window, window: pip, open, close };
}

/** The window begins empty: it gets the styles and the theme of the page. */
function dress(page: Document): void {
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style'))
    page.head.append(sheet.cloneNode(true));
  page.documentElement.lang = document.documentElement.lang;
  page.title = document.title;
  page.documentElement.dataset['theme'] = document.documentElement.dataset['theme'];
}
