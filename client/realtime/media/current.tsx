import { type ReactNode, createContext, useContext } from 'react';
import type { MediaSession } from './media-state.ts';

const CurrentSession = createContext<MediaSession | null>(null);

interface MediaSessionProviderProps {
  session: MediaSession;
  children: ReactNode;
}

/** Lets what stands beside the pictures, such as the list of people, see the session of the room around it. */
export function MediaSessionProvider({ session, children }: MediaSessionProviderProps) {
  return <CurrentSession value={session}>{children}</CurrentSession>;
}

/** The media session of the room around; null outside of one, also for those who only keep company. */
export const useCurrentSession = (): MediaSession | null => useContext(CurrentSession);
