import type { ComponentType } from 'react';
import { loadTexts } from '../locales/index.ts';
import type { Namespace } from '../locales/resources.ts';

/**
 * The `lazy` of a route: fetches the code of a screen and its texts at the same time.
 * @param load imports the file of the screen and picks the component:
 *   `async () => (await import('../features/meetings/MeetingPage.tsx')).MeetingPage`
 */
export const page =
  (load: () => Promise<ComponentType>, ...namespaces: Namespace[]) =>
  async (): Promise<{ Component: ComponentType }> => {
    const [Component] = await Promise.all([load(), loadTexts(...namespaces)]);
    return { Component };
  };
