// A point in time as people write it: a day, and the time of the day behind it.

/** 14:10, 2:10 pm, at 14.10, um 14:10 Uhr, kl. 14.10, 14h10; seconds count for nothing. */
const timeBehind =
  /^(?<day>.*?)(?:,|\s|T(?=\d))+(?:at|um|kl\.?|klo|om|à)?\s*(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})(?:[:.]\d{2})?)?\s*(?<half>[ap]\.?\s?m\.?)?(?:\s*Uhr)?$/iu;

export type WrittenTime = { day: string; hour: number; minute: number };

/** Noon where only a day is written; `day` is still to be read. Undefined where the time is none. */
export function splitTime(text: string): WrittenTime | undefined {
  const { day = '', hour = '', minute, half } = timeBehind.exec(text.trim())?.groups ?? {};
  const isTime = day !== '' && (minute !== undefined || half !== undefined || /Uhr$/i.test(text));
  // What only looks like one, such as 14:10Z, is not passed over.
  if (!isTime && text.includes(':')) return undefined;
  if (!isTime) return { day: text.trim(), hour: 12, minute: 0 };
  const [hours, minutes] = [hourOfDay(Number(hour), half), Number(minute ?? 0)];
  return hours === undefined || minutes > 59 ? undefined : { day, hour: hours, minute: minutes };
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}
