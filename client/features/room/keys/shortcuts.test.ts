import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pressed, actionOf, commands, keyOf, panelKeys } from './shortcuts.ts';

const plain: Omit<Pressed, 'key'> = {
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
};
const arrows: Record<string, string> = { '→': 'ArrowRight', '←': 'ArrowLeft' };

describe('[keys] the keys of the room', () => {
  test.each(commands)('%s is reached by the key that the help shows', (command) => {
    const shown = keyOf[command];
    expect(actionOf({ ...plain, key: arrows[shown] ?? shown })).toBe(command);
    expect(actionOf({ ...plain, key: arrows[shown] ?? shown.toLowerCase() })).toBe(command);
  });

  test('every command has a key of its own', () => {
    expect(new Set(Object.values(keyOf)).size).toBe(commands.length);
  });

  test('[WCAG 2.1.4] a key with Ctrl, Alt or the system key, held down, or inside a composition does nothing', () => {
    const key = fc.constantFrom('m', 'c', 's', 'r', 'l', 'f', 'p', 'ArrowLeft', '?', '1');
    const held = fc.constantFrom('ctrlKey', 'altKey', 'metaKey', 'repeat', 'isComposing');
    fc.assert(
      fc.property(key, held, (name, modifier) => {
        expect(actionOf({ ...plain, key: name, [modifier]: true })).toBeNull();
      }),
    );
  });

  test('digits open panels in their order, and no more than have a key', () => {
    for (let digit = 1; digit <= 9; digit += 1)
      expect(actionOf({ ...plain, key: String(digit) })).toEqual(
        digit <= panelKeys ? { panel: digit - 1 } : null,
      );
    expect(actionOf({ ...plain, key: '0' })).toBeNull();
  });
});
