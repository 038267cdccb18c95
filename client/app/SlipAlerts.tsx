import { Suspense, lazy } from 'react';
import { loadTexts } from '../locales/index.ts';

// After the page stands.
const SlipWatch = lazy(async () => {
  const [{ SlipWatch: Watch }] = await Promise.all([
    import('../features/opinions/SlipWatch.tsx'),
    loadTexts('slips'),
  ]);
  return { default: Watch };
});

/** What there is to say of opinion slips, on a page or in the room. */
export const SlipAlerts = () => (
  <Suspense>
    <SlipWatch />
  </Suspense>
);
