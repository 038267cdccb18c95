import { texts } from '../locales/index.ts';
import { errorCodeOf, errorReference, errorTitle } from '../primitives/problems.ts';
import { showToast } from '../primitives/toasts.ts';

/** An action whose refusal nobody caught still tells the person, with the code of the refusal. */
export function reportUnhandled(): void {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    const detail = texts.t('errorCode', { code: errorReference(reason) });
    showToast(errorTitle(errorCodeOf(reason)), { tone: 'error', detail });
  });
}
