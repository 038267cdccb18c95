import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const client = join(import.meta.dirname, '..');
const tokens = readFileSync(join(client, 'primitives/tokens.css'), 'utf8');

const styles = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css') && !path.endsWith('tokens.css'))
  .map((path) => ({
    path,
    // Without comments, so that a rule is only what the browser reads.
    css: readFileSync(join(client, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''),
  }));

const theme = (name: 'light' | 'dark') => {
  const block = tokens.slice(tokens.indexOf(`[data-theme='${name}'] {`));
  const colours = block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+): (#[\da-f]{6});/g);
  return new Map([...colours].map(([, key = '', value = '']) => [key, value]));
};
const pairs = [...tokens.matchAll(/@pair ([\w-]+) \/ ([\w-]+)/g)].map(([, a = '', b = '']) => [
  a,
  b,
]);
const lines = [...tokens.matchAll(/@pair-line ([\w-]+) \/ ([\w-]+)/g)].map(([, a = '', b = '']) => [
  a,
  b,
]);

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(text: string, background: string): number {
  const [low = 0, high = 0] = [luminance(text), luminance(background)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('%s theme', (name) => {
  const colours = theme(name);
  const of = (token: string | undefined) => {
    const colour = colours.get(token ?? '');
    if (!colour) throw new Error(`no token --${token} in the ${name} theme`);
    return colour;
  };

  it.each(pairs)('[contrast] %s on %s is at least 4.5:1', (text, background) => {
    expect(contrast(of(text), of(background))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(lines)('[contrast] the line %s on %s is at least 3:1', (line, background) => {
    expect(contrast(of(line), of(background))).toBeGreaterThanOrEqual(3);
  });
});

it('[tokens] both themes have the same colours', () => {
  expect([...theme('dark').keys()]).toEqual([...theme('light').keys()]);
});

describe.each(styles)('$path', ({ css }) => {
  it('[tokens] uses no colour of its own', () => {
    expect(css.match(/#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(/gi) ?? []).toEqual([]);
  });

  it('[tokens] uses only variables that exist', () => {
    const known = new Set([...(tokens + css).matchAll(/--([\w-]+):/g)].map(([, key]) => key));
    const used = [...css.matchAll(/var\(--([\w-]+)\)/g)].map(([, key]) => key);
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });

  it('[contrast] sets text and background only as a declared pair', () => {
    const allowed = new Set(pairs.map(([text, background]) => `${text} / ${background}`));
    const found = [...css.matchAll(/\{([^{}]*)\}/g)].flatMap(([, body = '']) => {
      const text = /(?:^|[\s;])color: var\(--([\w-]+)\)/.exec(body)?.[1];
      const background = /background(?:-color)?: var\(--([\w-]+)\)/.exec(body)?.[1];
      return text && background ? [`${text} / ${background}`] : [];
    });
    expect(found.filter((pair) => !allowed.has(pair))).toEqual([]);
  });
});
