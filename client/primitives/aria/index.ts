import english from 'react-aria-components/i18n/en-US';
import { currentLanguage } from '../../locales/index.ts';
import { type Facts, type Formatter, ariaTexts } from './texts.vi.ts';

type Text = string | ((facts: Facts, formatter: Formatter) => string);
type Texts = Readonly<Record<string, Readonly<Record<string, Text>>>>;

const vietnamese: Texts = ariaTexts;

/** A text that follows the language of the page, also when it changes later. */
const follow =
  (vi: Text, en: Text): Text =>
  (facts, formatter) => {
    const text = currentLanguage() === 'en' ? en : vi;
    return typeof text === 'function' ? text(facts, formatter) : text;
  };

/**
 * Teaches react-aria what to say aloud; call once before the first render. It reads its texts from two
 * well-known symbols on `window` (the way meant for servers), which spares the page its own dictionaries.
 */
export function installAriaTexts(): void {
  const texts = Object.entries(vietnamese).map(([group, words]) => [
    group,
    Object.fromEntries(
      Object.entries(words).map(([key, vi]) => [key, follow(vi, english[group]?.[key] ?? vi)]),
    ),
  ]);
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: 'vi-VN',
    [Symbol.for('react-aria.i18n.strings')]: Object.fromEntries(texts),
  });
}
