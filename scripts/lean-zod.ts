import type { Plugin } from 'vite';

const replacements: [file: RegExp, what: RegExp, by: string][] = [
  // How schemas become JSON Schema is for the server's OpenAPI document.
  [/classic[\\/]schemas\.js$/, /^\s*inst\._zod\.processJSONSchema = .*;$/gm, ''],
  [/classic[\\/]schemas\.js$/, /createStandardJSONSchemaMethod\(this, "(?:in|out)put"\)/g, 'null'],
  [/classic[\\/]schemas\.js$/, /createToJSONSchemaMethod\(this, \{\}\)\(params\)/g, 'null'],
  // The app has its own words, in two languages, for what is wrong.
  [/classic[\\/]schemas\.js$/, /core\.config\(en\(\)\);/g, 'null;'],
  // The content security policy forbids code made from text.
  [/core[\\/]schemas\.js$/, /const jit = !core\.globalConfig\.jitless;/g, 'const jit = false;'],
];

/** Leaves out of the web app what zod can do and the app never asks for: a quarter of it. */
export const leanZod = (): Plugin => ({
  name: 'lean-zod',
  apply: 'build',
  transform(code, id) {
    if (!/[\\/]zod[\\/]v4[\\/]/.test(id)) return null;
    const lean = replacements
      .filter(([file]) => file.test(id))
      .reduce((text, [, what, by]) => text.replaceAll(what, by), code);
    return lean === code ? null : { code: lean, map: null };
  },
});
