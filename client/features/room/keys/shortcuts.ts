/** What a key does in the room; the words are in the texts under `keys`. */
export const commands = [
  'microphone',
  'camera',
  'share',
  'floor',
  'layout',
  'fullScreen',
  'pin',
  'nextPage',
  'previousPage',
  'help',
] as const;
export type Command = (typeof commands)[number];

/** A command, or a panel by its place from 0. */
export type KeyAction = Command | { panel: number };

/** As the help shows them. */
export const keyOf: Record<Command, string> = {
  microphone: 'M',
  camera: 'C',
  share: 'S',
  floor: 'R',
  layout: 'L',
  fullScreen: 'F',
  pin: 'P',
  nextPage: '→',
  previousPage: '←',
  help: '?',
};

const byKey = new Map<string, Command>([
  ['m', 'microphone'],
  ['c', 'camera'],
  ['s', 'share'],
  ['r', 'floor'],
  ['l', 'layout'],
  ['f', 'fullScreen'],
  ['p', 'pin'],
  ['arrowright', 'nextPage'],
  ['arrowleft', 'previousPage'],
  ['?', 'help'],
]);

/** What is read of a keyboard event. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing: boolean;
}

/** At most so many panels have a key. */
export const panelKeys = 7;

/** The meaning of a key by itself: with Ctrl, Alt or the system key it belongs to browser or system. */
export function actionOf(pressed: Pressed): KeyAction | null {
  const { key, ctrlKey, altKey, metaKey, repeat, isComposing } = pressed;
  if (ctrlKey || altKey || metaKey || repeat || isComposing) return null;
  const digit = /^[1-9]$/.test(key) ? Number(key) : 0;
  if (digit >= 1 && digit <= panelKeys) return { panel: digit - 1 };
  return byKey.get(key.toLowerCase()) ?? null;
}

/** Where keys have a meaning of their own: what is typed into, lists, menus and everything that asks first. */
export const keptFrom = [
  'input',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false"])',
  ...[
    'dialog',
    'alertdialog',
    'menu',
    'listbox',
    'grid',
    'tablist',
    'radiogroup',
    'slider',
    'spinbutton',
    'combobox',
  ].map((role) => `[role="${role}"]`),
].join(', ');
