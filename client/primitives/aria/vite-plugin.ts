import type { Plugin } from 'vite';

const dictionary =
  /[\\/](?:react-aria|react-stately|react-aria-components)[\\/].*[\\/]intl[\\/].*[\\/][a-z]{2}-[A-Z]{2}\.m?js$/;

/**
 * Leaves out the 34 languages that react-aria carries in each component: what it says aloud comes from
 * `installAriaTexts`, so none of them is ever read. English stays as the last resort.
 */
export const withoutAriaDictionaries = (): Plugin => ({
  name: 'without-aria-dictionaries',
  enforce: 'pre',
  load(id) {
    return dictionary.test(id) && !id.includes('en-US') ? 'export default undefined;' : null;
  },
});
