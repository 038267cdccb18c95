import english from 'react-aria-components/i18n/en-US';
import { describe, expect, it } from 'vitest';
import { ariaTexts } from './texts.vi.ts';

describe.each(Object.entries(ariaTexts))('%s', (group, words) => {
  it('[aria] has a Vietnamese text for everything react-aria may say, and nothing else', () => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(english[group] ?? {}).toSorted());
  });

  it('[aria] a text takes facts where the English one does', () => {
    for (const [key, text] of Object.entries(words)) {
      expect([key, typeof text]).toEqual([key, typeof english[group]?.[key]]);
    }
  });
});
