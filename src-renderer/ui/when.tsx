// Times in the language the owner chose: today as a time, else as a date.

import { useHost } from '../data/host-context.tsx';

export function useDates(): {
  date: (at: number) => string;
  dateTime: (at: number) => string;
  count: (value: number) => string;
} {
  const { settings } = useHost();
  const locale = settings?.locale === '' ? undefined : settings?.locale;
  return {
    date: (at) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at),
    dateTime: (at) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at),
    count: (value) => new Intl.NumberFormat(locale).format(value),
  };
}

export function WhenText({ at, className }: { at: number; className?: string }) {
  const { date, dateTime } = useDates();
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={dateTime(at)}>
      {date(at)}
    </time>
  );
}
