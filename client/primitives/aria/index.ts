import { currentLanguage, texts as pageTexts } from '../../locales/index.ts';
import { type Facts, type Formatter, ariaTexts } from './texts.vi.ts';

type Text = string | ((facts: Facts, formatter: Formatter) => string);
type Texts = Readonly<Record<string, Readonly<Record<string, Text>>>>;

const vietnamese: Texts = ariaTexts;
let english: Texts = {};

/** A text that follows the language of the page, also when it changes later. */
const follow =
  (group: string, key: string, vi: Text): Text =>
  (facts, formatter) => {
    const text = (currentLanguage() === 'en' && english[group]?.[key]) || vi;
    return typeof text === 'function' ? text(facts, formatter) : text;
  };

/**
 * Teaches react-aria what to say aloud; call once before the first render. It reads its texts from two
 * well-known symbols on `window` (the way meant for servers), which spares the page its own dictionaries.
 */
export function installAriaTexts(): void {
  const texts = Object.entries(vietnamese).map(([group, words]) => [
    group,
    Object.fromEntries(Object.entries(words).map(([key, vi]) => [key, follow(group, key, vi)])),
  ]);
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: 'vi-VN',
    [Symbol.for('react-aria.i18n.strings')]: Object.fromEntries(texts),
  });
  pageTexts.on('languageChanged', () => void fetchEnglish());
}

/** Its own words for those who read English; should they not come, it goes on in Vietnamese. */
async function fetchEnglish(): Promise<void> {
  if (currentLanguage() !== 'en') return;
  try {
    english = (await import('react-aria-components/i18n/en-US')).default;
  } catch (error) {
    reportError(error);
  }
}
