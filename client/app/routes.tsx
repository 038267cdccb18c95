import type { RouteObject } from 'react-router';
import { NotFound } from './NotFound.tsx';
import { RouteError } from './RouteError.tsx';
import { page } from './page.ts';

/**
 * Every page of the product. The code and the texts of a screen are fetched when it is opened:
 * `{ path: 'admin/rooms', lazy: page(async () => (await import('…/RoomsPage.tsx')).RoomsPage, 'rooms') }`
 */
export const routes: RouteObject[] = [
  {
    errorElement: <RouteError />,
    // Nothing is shown while the first screen's code arrives; it takes a moment only.
    HydrateFallback: () => null,
    children: [
      // The style gallery is for development; a build leaves it out.
      ...(import.meta.env.DEV
        ? [
            {
              path: 'dev/gallery',
              lazy: page(async () => (await import('./gallery/Gallery.tsx')).Gallery),
            },
          ]
        : []),
      { path: '*', Component: NotFound },
    ],
  },
];
