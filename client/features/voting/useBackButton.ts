import { useEffect, useRef } from 'react';

const mark = 'nghi-truong.over';
const isMarked = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && mark in state;

/**
 * What lies over a page is closed by the back button of a phone, which otherwise leaves the page. An entry of the
 * history with the address and state of the page stands for it, and goes when it is closed in another way.
 */
export function useBackButton(isOver: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!isOver) return undefined;
    history.pushState({ ...history.state, [mark]: true }, '');
    const goneBack = () => {
      if (!isMarked(history.state)) latest.current();
    };
    globalThis.addEventListener('popstate', goneBack);
    return () => {
      globalThis.removeEventListener('popstate', goneBack);
      // After a link to another page the entry lies behind, and going back would undo that.
      if (isMarked(history.state)) history.back();
    };
  }, [isOver]);
}
