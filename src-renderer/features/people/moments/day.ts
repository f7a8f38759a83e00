// Days as a date field writes them, in the time zone of this laptop.

/** `at` in ms since 1970; YYYY-MM-DD. */
export function dayOf(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 10);
}
