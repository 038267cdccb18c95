import { type RefCallback, useCallback, useEffect, useState } from 'react';
import type { MediaSession } from '../../realtime/media/media-state.ts';

type Watch = (producerId: string) => RefCallback<HTMLElement>;

/**
 * Tells the session how large each picture stands on the screen, and which are out of sight: scrolled away, or the
 * whole page hidden.
 * @returns gives the `ref` for the element that shows a producer
 */
export function useShown(session: MediaSession): Watch {
  const [sight] = useState(() => watchSight((shown) => session.show(shown)));
  useEffect(() => {
    document.addEventListener('visibilitychange', sight.tell);
    return () => document.removeEventListener('visibilitychange', sight.tell);
  }, [sight]);
  return useCallback((producerId) => sight.refOf(producerId), [sight]);
}

interface Seen {
  element: HTMLElement;
  isInSight: boolean;
}

function watchSight(show: (shown: Map<string, number | null>) => void) {
  const seen = new Map<string, Seen>();
  const refs = new Map<string, RefCallback<HTMLElement>>();
  const tell = () => show(new Map([...seen].map(([id, one]) => [id, heightOf(one)])));
  const size = new ResizeObserver(tell);
  const crossing = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      for (const one of seen.values()) if (one.element === target) one.isInSight = isIntersecting;
    tell();
  });
  const refFor =
    (producerId: string): RefCallback<HTMLElement> =>
    (element) => {
      if (element === null) return undefined;
      seen.set(producerId, { element, isInSight: true });
      size.observe(element);
      crossing.observe(element);
      return () => {
        size.unobserve(element);
        crossing.unobserve(element);
        seen.delete(producerId);
        refs.delete(producerId);
      };
    };
  return {
    tell,
    /** The same function for the same producer, or React would take it off and on at each render. */
    refOf(producerId: string): RefCallback<HTMLElement> {
      const ref = refs.get(producerId) ?? refFor(producerId);
      refs.set(producerId, ref);
      return ref;
    },
  };
}

const heightOf = ({ element, isInSight }: Seen): number | null =>
  isInSight && !document.hidden ? element.clientHeight * devicePixelRatio : null;
