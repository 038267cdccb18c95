/** The package declares a type where it exports a value. */
declare module 'react-aria-components/i18n/en-US' {
  type Text =
    | string
    | ((
        facts: Record<string, string | number | boolean>,
        formatter: { number: (value: number) => string },
      ) => string);
  const texts: Record<string, Record<string, Text>>;
  export default texts;
}
