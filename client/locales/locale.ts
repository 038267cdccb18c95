/** The forms of a countable text: Vietnamese has one (`_other`), English two (`_one`, `_other`). */
type PluralForms<Text> = {
  [Key in keyof Text as Key extends `${infer Base}_other` ? `${Base}_one` : never]?: string;
};

/**
 * What a translation must hold: every key of the Vietnamese text, and nothing else. Write
 * `export default { … } satisfies Locale<typeof vi>` and a missing key does not compile.
 */
export type Locale<Text> = {
  readonly [Key in keyof Text]: Text[Key] extends string ? string : Locale<Text[Key]>;
} & PluralForms<Text>;

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
