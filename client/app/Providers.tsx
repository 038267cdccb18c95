import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { ToastRegion } from '../primitives/ToastRegion.tsx';

// The client's calls try again by themselves, and know which refusals are final.
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 10_000 }, mutations: { retry: false } },
});

/** What every page needs around it. */
export function Providers({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={i18n.language === 'en' ? 'en-GB' : 'vi-VN'}>
      <QueryClientProvider client={queries}>
        {children}
        <ToastRegion />
      </QueryClientProvider>
    </I18nProvider>
  );
}
