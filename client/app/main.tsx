import '../primitives/tokens.css';
import '../primitives/fonts.css';
import '../primitives/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { startTexts } from '../locales/index.ts';
import { installAriaTexts } from '../primitives/aria/index.ts';
import { Providers } from './Providers.tsx';
import { reportUnhandled } from './unhandled.ts';
import { createRouter } from './router.tsx';

installAriaTexts();
reportUnhandled();
await startTexts();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={createRouter()} />
    </Providers>
  </StrictMode>,
);
