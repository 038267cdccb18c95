import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Texts = { readonly [key: string]: string | Texts };

const modules = import.meta.glob<{ default: Texts }>('./{vi,en}/*.ts', { eager: true });
const features = (language: string) =>
  readdirSync(join(import.meta.dirname, language)).toSorted((a, b) => a.localeCompare(b));

/** Every text by its full name, with the ending of its plural form. */
const namesIn = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : namesIn(value, `${prefix}${key}.`),
  );

/** Every text by its full key; plural forms of one text share a key. */
const flatten = (texts: Texts): [string, string][] =>
  namesIn(texts).map(([name, text]) => [name.replace(/_(one|other)$/, ''), text]);

const keys = (texts: [string, string][]) => [...new Set(texts.map(([key]) => key))].toSorted();

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

it('[locales] each feature has its texts in both languages', () => {
  expect(features('en')).toEqual(features('vi'));
});

describe.each(features('vi'))('%s', (file) => {
  const vi = flatten(modules[`./vi/${file}`]?.default ?? {});
  const en = flatten(modules[`./en/${file}`]?.default ?? {});

  it('[locales] both languages have the same keys', () => {
    expect(keys(en)).toEqual(keys(vi));
  });

  it('[locales] both languages fill in the same facts', () => {
    const original = new Map(vi);
    for (const [key, text] of en) {
      expect([key, placeholders(text)]).toEqual([key, placeholders(original.get(key) ?? '')]);
    }
  });

  it('[locales] English counts one thing as one', () => {
    // A range from two on is never one.
    const plural = /(?<!From 2 to )\{\{count\}\} (\w+ )?(people|\w{3,}s)\b/;
    const counted = namesIn(modules[`./en/${file}`]?.default ?? {}).filter(
      ([name, text]) => plural.test(text) && !/_(one|other)$/.test(name),
    );
    expect(counted).toEqual([]);
  });

  it('[locales] no text is empty', () => {
    expect([...vi, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
