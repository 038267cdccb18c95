import { useState } from 'react';
import { useRemembered } from '../remembered.ts';
import { type LayoutChoice, layoutChoices } from './layout.ts';

/** How the person wants to see the room. */
export interface View {
  choice: LayoutChoice;
  choose: (choice: LayoutChoice) => void;
  /** Key of the tile that is held large; it may be gone. */
  pinned: string | null;
  pin: (key: string | null) => void;
  page: number;
  turnTo: (page: number) => void;
  showsOwn: boolean;
  showOwn: (shows: boolean) => void;
}

export function useView(): View {
  const [choice, choose] = useRemembered('layout', layoutChoices, 'auto');
  const [own, keepOwn] = useRemembered('own-picture', ['shown', 'hidden'], 'shown');
  const [pinned, pin] = useState<string | null>(null);
  const [page, turnTo] = useState(0);
  return {
    choice,
    choose: (next) => {
      // Another layout is asked for to see something else than what was held.
      pin(null);
      turnTo(0);
      choose(next);
    },
    pinned,
    pin,
    page,
    turnTo,
    showsOwn: own === 'shown',
    showOwn: (shows) => keepOwn(shows ? 'shown' : 'hidden'),
  };
}
