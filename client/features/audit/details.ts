import { Id } from '../../../models/ids.ts';

type Value = string | number | boolean | null;

export interface AuditWords {
  facts: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  yes: string;
  no: string;
}

/**
 * The details of an entry in words: "Trạng thái: có mặt trực tiếp; Cách: khuôn mặt". Ids say nothing to people
 * and are left out; what has no word yet is shown as it is rather than hidden.
 */
export function detailsInWords(
  details: Readonly<Record<string, Value>>,
  { facts, values, yes, no }: AuditWords,
): string {
  const inWords = (value: Value): string => {
    if (typeof value === 'boolean') return value ? yes : no;
    return values[String(value)] ?? String(value);
  };
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '' && !Id.safeParse(value).success)
    .map(([key, value]) => `${facts[key] ?? key}: ${inWords(value)}`)
    .join('; ');
}
