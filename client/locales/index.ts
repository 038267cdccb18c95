import { type BackendModule, type ResourceKey, createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from './locale.ts';
import type { Namespace } from './resources.ts';
import common from './vi/common.ts';
import shell from './vi/shell.ts';

/** For texts outside of components; inside, take `useTranslation`. */
export const texts = createInstance();

const storageKey = 'nghi-truong.language';

// One small file per feature and language, fetched when the feature is opened. What every page needs in
// Vietnamese is part of the first load.
const files = import.meta.glob<ResourceKey>(
  ['./{vi,en}/*.ts', '!./vi/common.ts', '!./vi/shell.ts'],
  { import: 'default' },
);

const filesBackend: BackendModule = {
  type: 'backend',
  init() {},
  async read(language, namespace) {
    const load = files[`./${language}/${namespace}.ts`];
    if (!load) throw new Error(`no texts for ${language}/${namespace}`);
    return load();
  },
};

function rememberedLanguage(): Language {
  try {
    const stored = localStorage.getItem(storageKey);
    return languages.find((language) => language === stored) ?? 'vi';
  } catch {
    return 'vi';
  }
}

/** Prepares the texts; call once, before the first render. */
export async function startTexts(): Promise<void> {
  const language = rememberedLanguage();
  await texts
    .use(filesBackend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'vi',
      supportedLngs: [...languages],
      ns: ['common', 'shell'],
      defaultNS: 'common',
      resources: { vi: { common, shell } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  texts.on('languageChanged', markDocument);
  markDocument();
}

/** The language of the page now. */
export const currentLanguage = (): Language => (texts.language === 'en' ? 'en' : 'vi');

function markDocument() {
  document.documentElement.lang = currentLanguage();
}

/** Changes the language of the page and remembers it on this machine. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing still shows the language until the page is closed.
  }
  await texts.changeLanguage(language);
}

/** Fetches the texts of a feature together with its code, so that the page does not wait twice. */
export const loadTexts = (...namespaces: Namespace[]): Promise<void> =>
  texts.loadNamespaces(namespaces);
